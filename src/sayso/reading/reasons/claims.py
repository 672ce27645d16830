"""Behind a claim: its verbs, the word that governs it, and the rules that shifted its status."""

from collections.abc import Iterator

from sayso.lexicon import table
from sayso.reading.claims.claim import circumstances, make_claim
from sayso.reading.claims.finishing import RULES
from sayso.reading.claims.page import Page, lay_out_claims
from sayso.reading.claims.resolving import Resolved
from sayso.reading.reasons.sentence import first_sentence
from sayso.records import Grammar, Mark, Reading, Reason

__all__ = ["claim_reasons"]


def claim_reasons(reading: Reading, grammar: Grammar) -> Iterator[Reason]:
    """For each claim why it is as sure, as negative and of the time that it is."""
    page = lay_out_claims(
        reading.report.text, grammar, statements=reading.statements, times=reading.times
    )
    clauses = {
        make_claim(page, found, found.status, report_id=reading.report.id).id: found
        for found in page.resolved.values()
    }
    told = (claim for statement in reading.statements for claim in statement.claims)
    for claim in (*told, *reading.own_claims):
        found = clauses[claim.id]
        rules = [("verbs", _verbs(page, found)), *_governor(page, found), *_shifts(page, found)]
        because = "; ".join(told for _, told in rules)
        rule = rules[-1][0]
        yield Reason(of=claim.id, mark=Mark.CLAIM, rule=f"claims.{rule}", because=because)


def _verbs(page: Page, found: Resolved) -> str:
    parse = page.scene.parse
    words = sorted({*found.clause.group, found.clause.head})
    return f"“{' '.join(parse.forms[word] for word in words)}”"


def _governor(page: Page, found: Resolved) -> Iterator[tuple[str, str]]:
    governor = found.governor
    if governor is not None and governor.row is not None:
        hangs = table("reasons")["claims"]["hangs"]
        yield "governor", f"{hangs} “{page.scene.parse.forms[governor.word]}”"


def _shifts(page: Page, found: Resolved) -> Iterator[tuple[str, str]]:
    """The rules that changed its status after its own words and its governor."""
    told, status = circumstances(page, found), found.status
    for rule in RULES:
        shifted = rule(told, status)
        if shifted != status:
            yield rule.__name__.removeprefix("_"), first_sentence(rule)
        status = shifted
