"""Statements within statements. The encoder reads flat, so each rule finds an outer or inner one.

Each rule is `rule(drafts, layout)`, puts drafts within each other by `tell_in`, and can be left out
for measuring. From here on a word may belong to several drafts. Beside each stands what it changes
on PolNeAR dev, where of two nested attributions one is marked (F1: found / source right / triple).
"""

from collections.abc import Callable

from sayso.reading.layout import Layout
from sayso.reading.statements.draft import Draft
from sayso.reading.statements.nesting.captions import read_captions
from sayso.reading.statements.nesting.citing import cite_sources
from sayso.reading.statements.nesting.documents import tell_of_documents
from sayso.reading.statements.nesting.hearsay import tell_of_hearsay
from sayso.reading.statements.nesting.quoted import quoted_by
from sayso.reading.statements.nesting.quoting import quote_as_saying
from sayso.reading.statements.nesting.trailing import tell_after

__all__ = ["NESTING", "Nest"]

Nest = Callable[[list[Draft], Layout], None]

NESTING: tuple[Nest, ...] = (
    read_captions,  # 0 / 0 / 0; no such line is in it
    cite_sources,  # -.1 / -.1 / -.1
    quote_as_saying,
    quoted_by,
    tell_after,  # 0 / -.1 / -.1
    tell_of_documents,
    tell_of_hearsay,
)
