"""Quotations, Claims and ClaimReviews: properties that schema.org gives these types."""

import json
from typing import Any

import pytest
from pyld import jsonld

from sayso.records import Holding, JudgementKind, Mode, Person, PersonKind
from sayso.views.formats import write_format
from tests.views.formats.holdings import URL, holding, judged, with_reading, with_statement

_WORK = {"text", "creator", "dateCreated", "inLanguage", "isPartOf", "datePublished", "author"}
_ALLOWED = {  # schema.org 28: the properties of each type and of those it descends from
    "Quotation": _WORK | {"spokenByCharacter"},
    "Claim": _WORK | {"appearance", "claimInterpreter", "firstAppearance", "sameAs"},
    "ClaimReview": _WORK | {"claimReviewed", "itemReviewed", "reviewRating"},
    "Rating": {"alternateName", "ratingExplanation"},
    "NewsArticle": {"headline", "url", "publisher", "datePublished", "inLanguage"},
    "Person": {"name", "jobTitle"},
    "Organization": {"name"},
    "GovernmentOrganization": {"name"},
}


def graph(one: Holding) -> list[dict[str, Any]]:
    document = json.loads(b"".join(write_format("schema-org", [one])))
    assert document["@context"] == "https://schema.org"
    for node in document["@graph"]:
        check(node)
    return list(document["@graph"])


def check(node: dict[str, Any]) -> None:
    """Every node is of a known type and has its properties only, all the way down."""
    own = set(node) - {"@type", "@id"}
    assert own <= _ALLOWED[node["@type"]] if "@type" in node else not own
    for value in node.values():
        if isinstance(value, dict):
            check(value)


def test_a_quotation_and_a_claim() -> None:
    quotation, claim = graph(holding())
    assert (quotation["@type"], claim["@type"]) == ("Quotation", "Claim")
    speaker = {"@type": "Person", "name": "Ilse Varga", "jobTitle": "Mayor"}
    assert quotation["creator"] == claim["author"] == speaker
    assert quotation["isPartOf"]["url"] == claim["appearance"]["url"] == URL
    assert quotation["dateCreated"] == claim["datePublished"] == "2024-11-01"
    assert claim["claimInterpreter"]["name"] == "Harbour Ledger"


def test_words_without_marks_are_no_quotation() -> None:
    (claim,) = graph(with_statement(holding(), mode=Mode.INDIRECT))
    assert claim["@type"] == "Claim"


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (PersonKind.GOVERNMENT, "GovernmentOrganization"),
        (PersonKind.ORGANIZATION, "Organization"),
        (PersonKind.GROUP, "Organization"),
        (PersonKind.PERSON, "Person"),
    ],
)
def test_who_claims(kind: PersonKind, expected: str) -> None:
    people = (Person(id="p1", name="Ilse Varga", kind=kind),)
    assert graph(with_reading(holding(), people=people))[1]["author"]["@type"] == expected


def test_a_review_only_where_a_person_gave_a_verdict() -> None:
    assert all(node["@type"] != "ClaimReview" for node in graph(holding()))
    corrected = judged(holding(), JudgementKind.SPEAKER, speaker="Tom Brandt")
    assert all(node["@type"] != "ClaimReview" for node in graph(corrected))
    claim, review = graph(judged(holding(), JudgementKind.VERDICT, verdict="altered_wording"))[1:]
    assert review["itemReviewed"] == {"@id": claim["@id"]}
    assert review["author"] == {"@type": "Person", "name": "ana"}
    assert review["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "altered_wording",
        "ratingExplanation": "seen on the recording",
    }


def test_what_a_person_took_for_the_same_is_linked() -> None:
    (_, claim) = graph(judged(holding(), JudgementKind.GROUPING, same_as="a1.s1-2"))
    assert claim["sameAs"] == ["urn:sayso:a1.s1-2"]


def test_a_processor_of_json_ld_keeps_every_property() -> None:
    document = json.loads(b"".join(write_format("schema-org", [holding()])))
    context = {"@vocab": "https://schema.org/"}
    again = jsonld.compact(jsonld.expand({**document, "@context": context}), context)
    kept = {node["@id"]: node for node in again["@graph"]}
    assert {node["@id"]: node for node in document["@graph"]} == kept
