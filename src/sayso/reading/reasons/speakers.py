"""Behind the speaker of a statement: by what words the source is meant, and how they are read."""

from collections.abc import Iterator

from sayso.lexicon import table
from sayso.reading.layout import Layout
from sayso.reading.speakers.finding import find_mentions
from sayso.reading.speakers.mentions import Form, Mention
from sayso.reading.speakers.sources import SourceReader
from sayso.reading.speakers.tokens import tokens_of
from sayso.reading.speakers.walk import is_full
from sayso.records import Mark, Person, Reading, Reason, Statement

__all__ = ["speaker_reasons"]


def speaker_reasons(reading: Reading, layout: Layout) -> Iterator[Reason]:
    """For each statement with a speaker the way in which its source was understood."""
    tokens = tokens_of(layout)
    reader = SourceReader(tokens, find_mentions(tokens))
    people = {person.id: person for person in reading.people}
    sentences = table("reasons")["speakers"]
    for statement in reading.statements:
        rule = _rule(statement, reader.read(statement.source), people.get(statement.speaker or ""))
        because = str(sentences[rule])
        yield Reason(of=statement.id, mark=Mark.SPEAKER, rule=f"speakers.{rule}", because=because)


def _rule(statement: Statement, mention: Mention | None, person: Person | None) -> str:
    if person is None:
        return "nobody"
    if mention is None or not statement.source:
        return "follow_on"
    if mention.form is Form.NAME:
        return "full_name" if is_full(mention) else "single_name"
    if mention.form is Form.DESCRIPTION:
        return _described(mention, person)
    return str(mention.form)


def _described(mention: Mention, person: Person) -> str:
    if mention.same is not None:
        return "apposition"
    if not mention.definite:
        return "somebody_new"
    return "holder" if len(person.mentions) > 1 else "unnamed"
