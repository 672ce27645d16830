"""The evidence pack: complete, checkable, the same every time, and harmless."""

import datetime
import hashlib
import io
import json
import re
from dataclasses import replace
from typing import Any
from zipfile import ZipFile

import pytest
import rispy
from lxml import html

from sayso.records import (
    Evidence,
    Exhibit,
    Finding,
    FindingKind,
    Holding,
    JudgementKind,
    Record,
    Span,
    Turn,
    Verdict,
    WordChange,
)
from sayso.views.evidence import evidence_pack
from tests.views.formats.holdings import TEXT, URL, holding, judged

NOW = datetime.datetime(2024, 11, 5, 12, tzinfo=datetime.UTC)
SAID = "MAYOR: Some 400 in all had left."
RECORD = Record(id="k1", name="r.txt", text=SAID, turns=(Turn(speaker="MAYOR", span=Span(7, 32)),))
FINDING = Finding(
    kind=FindingKind.QUOTE,
    verdict=Verdict.ALTERED_MEANING,
    report_span=(Span(46, 63),),
    report_text="some 4,200 in all",
    record="k1",
    record_span=(Span(7, 22),),
    record_text="Some 400 in all",
    record_speaker="MAYOR",
    changes=(
        WordChange(was="Some", became="some", kept=True),
        WordChange(was="400", became="4,200", kept=False),
        WordChange(was="in all", became="in all", kept=True),
    ),
    explanation="The figure is another one: “Some 400 in all had left the town” became 4,200.",
)
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"


def evidence(*holdings: Holding, **findings: Any) -> Evidence:
    told = {"findings": (FINDING,), **findings}
    return Evidence(
        request={"words": "dockers"},
        exhibits=tuple(
            Exhibit(holding=it, held=it.found[0], **told) for it in holdings or [holding()]
        ),
        records=(RECORD,),
        chain=(3, "ab" * 32),
    )


def unpacked(one: Evidence, **options: Any) -> dict[str, bytes]:
    data = evidence_pack(one, moment=NOW, version="1", **options)
    with ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {it.date_time for it in archive.infolist()} == {(2024, 11, 5, 12, 0, 0)}
        return {name: archive.read(name) for name in archive.namelist()}


def test_all_files_are_there_with_their_checksums() -> None:
    files = unpacked(evidence())
    sums = dict(line.split("  ")[::-1] for line in files.pop("SHA256SUMS").decode().splitlines())
    assert sums == {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    assert set(files) == {"index.html", "evidence.json", "citations.ris", "citations.json"}


def test_the_same_evidence_gives_the_same_bytes() -> None:
    first, second = (evidence_pack(evidence(), moment=NOW, version="1") for _ in "ab")
    assert first == second
    later = evidence_pack(evidence(), moment=NOW + datetime.timedelta(hours=1), version="1")
    assert later != first


def test_what_programs_read() -> None:
    told = json.loads(unpacked(evidence())["evidence.json"])
    assert (told["packed_at"], told["request"]) == (
        "2024-11-05T12:00:00+00:00",
        {"words": "dockers"},
    )
    assert told["ledger"] == {"batch": 3, "hash": "ab" * 32}
    (passage,), (report,) = told["passages"], told["reports"]
    start, end = passage["context"]["span"]
    assert passage["context"]["text"] == TEXT[start:end]
    assert report["text_sha256"] == hashlib.sha256(TEXT.encode()).hexdigest()
    assert report["bytes_sha256"] == holding().item.sha256
    assert told["records"][0]["text_sha256"] == hashlib.sha256(SAID.encode()).hexdigest()
    assert passage["findings"][0]["record_text"] == "Some 400 in all"
    assert passage["live"].startswith(f"{URL}#:~:text=that%20dozens")


def test_citations_are_of_each_report_once() -> None:
    files = unpacked(evidence(holding(), holding(), holding(f"{TEXT} Rain fell.")))
    references = rispy.loads(files["citations.ris"].decode())
    assert [len(it["notes"]) for it in references] == [2, 1]
    assert len(json.loads(files["citations.json"])) == 2


def test_the_page_shows_passage_record_and_difference() -> None:
    tree = html.fromstring(unpacked(evidence())["index.html"])
    assert tree.xpath("string(//*[@class='content'])") == TEXT[22:]
    assert tree.xpath("//ins/text()") == ["4,200"]
    assert tree.xpath("//del/text()") == ["400"]
    assert tree.xpath("string(//h3[1])").split() == ["≠", "other", "meaning"]
    for link in tree.xpath("//a/@href[starts-with(., '#')]"):
        assert tree.xpath(f"//*[@id='{link[1:]}']"), link


def test_who_decided_is_named() -> None:
    one = judged(holding(), JudgementKind.VERDICT, verdict="altered_wording")
    files = unpacked(evidence(one))
    assert "ana" in html.fromstring(files["index.html"]).xpath("string(//article)")
    assert json.loads(files["evidence.json"])["passages"][0]["judgements"][0]["made_by"] == "ana"


@pytest.mark.parametrize("longest", [1, 3, 7])
def test_no_more_words_are_quoted_than_asked(longest: int) -> None:
    files = unpacked(evidence(), longest_quote=longest)
    told = json.loads(files["evidence.json"])["passages"][0]
    finding = told["findings"][0]
    quoted = [told["words"], finding["report_text"], finding["record_text"]]
    quoted += re.findall("“([^”]*)”?", finding["explanation"])
    for words in quoted:
        assert len(words.removesuffix(" …").split()) <= longest
    assert told["context"] is None
    beyond = " ".join(TEXT[22:].split()[longest : longest + 3])
    assert all(beyond not in data.decode() for data in files.values())


def test_nothing_in_a_report_is_markup_or_leads_anywhere() -> None:
    one = holding(f"{HOSTILE} said {HOSTILE}", title=HOSTILE, outlet=HOSTILE)
    one = replace(
        one,
        reading=replace(one.reading, report=replace(one.reading.report, url="javascript:alert(1)")),
    )
    tree = html.fromstring(unpacked(evidence(one))["index.html"])
    assert not tree.xpath("//script | //img | //@onerror")
    assert not tree.xpath("//@href[starts-with(., 'javascript')]")


def test_the_page_stands_alone() -> None:
    page = unpacked(evidence())["index.html"].decode()
    tree = html.fromstring(page)
    policy = tree.xpath("//meta[@http-equiv]/@content")[0]
    assert policy.startswith("default-src 'none'")
    assert "script-src 'none'" in policy
    assert not tree.xpath("//link | //@src")
    assert "url(" not in page
    assert "@import" not in page
