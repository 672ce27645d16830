"""Rules that mend the drafts, in the order in which they run.

Each is `rule(board)`, changes the board, and can be left out for measuring. Beside each stands what
it adds on PolNeAR dev to all the others (F1: found / source right / triple / direct exact / direct
source right).
"""

from collections.abc import Callable

from sayso.reading.statements.draft import Board
from sayso.reading.statements.rules.extent import drop_weak_pieces, stay_in_paragraph, trim_edges
from sayso.reading.statements.rules.lines import take_named_lines
from sayso.reading.statements.rules.neighbours import go_to_neighbour
from sayso.reading.statements.rules.quotation import (
    continue_paragraph,
    drop_unquoted_pieces,
    join_quotations,
    take_whole_quotation,
)
from sayso.reading.statements.rules.source import share_sources
from sayso.reading.statements.rules.trailing import take_sentence_before

__all__ = ["RULES", "Rule"]

Rule = Callable[[Board], None]

RULES: tuple[Rule, ...] = (
    stay_in_paragraph,  # 0 / +.2 / +.2 / +1.3 / +.8
    drop_weak_pieces,  # +.1 / +.1 / +.1 / -.2 / -.1
    take_whole_quotation,  # 0 / 0 / 0 / +.2 / 0
    take_named_lines,  # +.2 / +.2 / +.2 / +.7 / +.7
    go_to_neighbour,  # +.4 / +.7 / +.6 / +2.1 / +2.1
    drop_unquoted_pieces,  # 0 / +.1 / +.1 / 0 / +.3
    join_quotations,  # +.1 / +.1 / +.1 / -.2 / +.5
    continue_paragraph,  # +.1 / +.1 / +.1 / +.1 / +.5
    take_sentence_before,  # 0 / 0 / 0 / 0 / 0; wire copy that ends "..., the agency said" needs it
    share_sources,  # 0 / 0 / 0 / -.1 / -.1; cues that only the rules found need it
    trim_edges,  # 0 / 0 / 0 / 0 / 0; commas at the edges, which the measure does not count
)
