"""Statements as schema.org Quotations and Claims; ClaimReviews where a person gave a verdict."""

from collections.abc import Iterable, Iterator
from typing import Any

from sayso.records import (
    Held,
    Holding,
    Judgement,
    JudgementKind,
    Mode,
    PersonKind,
)
from sayso.views.formats.deciding import decided
from sayso.views.formats.json_list import json_list, without_nothing
from sayso.views.formats.naming import iri_of, report_iri, speaker_of

__all__ = ["schema_org_graph"]

_TYPES = {
    PersonKind.GROUP: "Organization",
    PersonKind.ORGANIZATION: "Organization",
    PersonKind.GOVERNMENT: "GovernmentOrganization",
}


def schema_org_graph(reports: Iterable[Holding]) -> Iterator[bytes]:
    """A Claim a statement, a Quotation where some of it stands in quotation marks."""
    nodes = (node for report in reports for found in report.found for node in _nodes(report, found))
    return json_list(nodes, opening='{"@context": "https://schema.org", "@graph": [', closing="]}")


def _nodes(report: Holding, found: Held) -> Iterator[dict[str, Any]]:
    if found.entry.mode is not Mode.INDIRECT:
        yield _quotation(report, found)
    yield _claim(report, found)
    for judgement in decided(report, found.statement):
        if judgement.kind is JudgementKind.VERDICT:
            yield _review(found, judgement)


def _quotation(report: Holding, found: Held) -> dict[str, Any]:
    said = found.statement.said_on
    day = said.earliest if said and said.earliest == said.latest else None
    return without_nothing(
        {
            "@type": "Quotation",
            "@id": f"{iri_of(found.entry.id)}#quotation",
            "text": found.entry.words,
            "creator": _speaker(report, found),
            "dateCreated": day,
            "inLanguage": report.reading.report.language,
            "isPartOf": _article(report),
        }
    )


def _claim(report: Holding, found: Held) -> dict[str, Any]:
    """What is claimed; who tells it in other words is its interpreter."""
    entry = found.entry
    told = entry.mode is not Mode.DIRECT and entry.outlet
    same = [
        iri_of(one.change["same_as"])
        for one in decided(report, found.statement)
        if one.kind is JudgementKind.GROUPING and "same_as" in one.change
    ]
    return without_nothing(
        {
            "@type": "Claim",
            "@id": iri_of(entry.id),
            "text": entry.words,
            "author": _speaker(report, found),
            "datePublished": entry.published,
            "appearance": _article(report),
            "claimInterpreter": {"@type": "Organization", "name": entry.outlet} if told else None,
            "sameAs": same,
        }
    )


def _review(found: Held, judgement: Judgement) -> dict[str, Any]:
    """The rating is a person's, never sayso's."""
    rating = {
        "@type": "Rating",
        "alternateName": judgement.change["verdict"],
        "ratingExplanation": judgement.reason,
    }
    return {
        "@type": "ClaimReview",
        "claimReviewed": found.entry.words,
        "itemReviewed": {"@id": iri_of(found.entry.id)},
        "author": {"@type": "Person", "name": judgement.made_by},
        "datePublished": judgement.made_at,
        "reviewRating": without_nothing(rating),
    }


def _speaker(report: Holding, found: Held) -> dict[str, Any] | None:
    person, entry = speaker_of(report, found.statement), found.entry
    if entry.speaker is None:
        return None
    kind = _TYPES.get(person.kind) if person and person.kind else None
    told = {"@type": kind or "Person", "name": entry.speaker}
    return without_nothing(told if kind else {**told, "jobTitle": entry.office})


def _article(report: Holding) -> dict[str, Any]:
    own = report.reading.report
    return without_nothing(
        {
            "@type": "NewsArticle",
            "@id": report_iri(report),
            "headline": own.title,
            "url": own.url,
            "publisher": {"@type": "Organization", "name": own.outlet} if own.outlet else None,
            "datePublished": own.published,
            "inLanguage": own.language,
        }
    )
