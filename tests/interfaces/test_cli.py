import contextlib
import gzip
import io
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import sayso as package
from sayso.interfaces.cli import main

REPORT = 'The mayor said: "We will not pay 8,000 dollars." Rain fell.\n'
RECORD = "MAYOR: We will not pay 8,000 dollars. We have said so before.\n"

Sayso = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A report with one quotation, faithful to the record beside it."""
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    (tmp_path / "altered.txt").write_text(REPORT.replace("8,000", "80,000"), "utf-8")
    (tmp_path / "record.txt").write_text(RECORD, "utf-8")
    return tmp_path


@pytest.fixture
def sayso(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Sayso:
    """The command as a person runs it, in that folder, without a terminal."""
    monkeypatch.chdir(folder)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("COLUMNS", "80")

    def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        monkeypatch.setattr(sys, "argv", ["sayso", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as end:
            main()
        return subprocess.CompletedProcess(
            arguments, int(end.value.code or 0), *capfdbinary.readouterr()
        )

    return run


def start(folder: Path, *arguments: str, **options: Any) -> subprocess.Popen[bytes]:
    """The command in a process of its own."""
    command = [sys.executable, "-m", "sayso", *arguments]
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, **options)


def complaint(done: subprocess.CompletedProcess[bytes]) -> str:
    """The one line on standard error of a command that could not do all it should."""
    lines = done.stderr.decode().splitlines()
    assert done.returncode == 2
    assert len(lines) == 1, lines
    assert lines[0].startswith("sayso: ")
    return lines[0]


def test_version(sayso: Sayso) -> None:
    assert sayso("--version").stdout.decode() == f"sayso {package.__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], []], ids=["--help", "-h", "nothing"])
def test_help_comes_with_examples(sayso: Sayso, arguments: list[str]) -> None:
    done = sayso(*arguments)
    assert done.returncode == 0
    assert b"sayso check report.txt --against transcript.txt" in done.stdout


def test_help_loads_nothing_heavy(folder: Path) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "sayso", "--help"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "typer" in loaded
    assert not loaded & {"numpy", "onnxruntime", "sqlalchemy", "fastapi", "pydantic", "argon2"}


def test_read_prints_a_table(sayso: Sayso) -> None:
    done = sayso("read", "report.txt")
    assert done.returncode == 0
    assert done.stderr == b""
    assert "We will not pay 8,000 dollars" in done.stdout.decode()
    assert max(map(len, done.stdout.decode().splitlines())) <= 80


def test_read_prints_each_remark_once(sayso: Sayso) -> None:
    report = '"We sail at noon," Mayor Ann Roe said. "The harbor will be closed to others."\n'
    shown = " ".join(sayso("read", "-", stdin=report.encode()).stdout.decode().split())
    assert shown.count("We sail at noon") == 1
    assert shown.count("closed") == 2, "in the words, and in the claim"


def test_read_prints_a_line_of_json_a_report(sayso: Sayso) -> None:
    done = sayso("read", "report.txt", "altered.txt", "--format", "jsonl")
    first, second = map(json.loads, done.stdout.splitlines())
    assert first["report"]["text"].strip() == REPORT.strip()
    assert "80,000" in second["report"]["text"]


def test_read_takes_whatever_holds_reports(sayso: Sayso, folder: Path) -> None:
    pages = folder / "pages"
    pages.mkdir()
    (pages / "a.txt").write_text(REPORT)
    (folder / "news.csv").write_text(f'id,said\nx,"{REPORT.replace(chr(34), chr(34) * 2)}"\ny,\n')
    (folder / "all.gz").write_bytes(gzip.compress(REPORT.encode()))
    done = sayso("read", "pages", "*.gz", "news.csv", "--column", "text=said", "--format", "jsonl")
    assert len(done.stdout.splitlines()) == 3
    assert "news.csv!y has no text" in complaint(done)


def test_read_does_not_fetch_from_this_machine(sayso: Sayso) -> None:
    assert "not on the public Internet" in complaint(sayso("read", "http://127.0.0.1:9/a"))


def test_published_gives_a_day_to_a_text_without_one(sayso: Sayso) -> None:
    done = sayso("read", "report.txt", "--published", "2024-11-01", "--format", "jsonl")
    assert json.loads(done.stdout)["report"]["published"] == "2024-11-01"


def test_a_dash_is_standard_input(sayso: Sayso) -> None:
    done = sayso("read", "-", "--format", "jsonl", stdin=REPORT.encode())
    assert json.loads(done.stdout)["report"]["text"].strip() == REPORT.strip()


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        pytest.param(["report.txt", "--against", "record.txt"], 0, id="nothing departs"),
        pytest.param(["altered.txt", "--against", "record.txt"], 1, id="something departs"),
        pytest.param(["report.txt", "altered.txt", "--against", "record.txt"], 1, id="one of two"),
        pytest.param(["report.txt"], 0, id="with itself"),
        pytest.param(["altered.txt", "none.txt", "--against", "record.txt"], 2, id="a bad report"),
        pytest.param(["report.txt", "--against", "none.txt"], 2, id="a bad record"),
    ],
)
def test_check_tells_by_its_exit_status(sayso: Sayso, arguments: list[str], status: int) -> None:
    assert sayso("check", *arguments).returncode == status


def test_check_prints_a_line_of_json_a_finding(sayso: Sayso) -> None:
    done = sayso("check", "altered.txt", "--against", "record.txt", "--format", "jsonl")
    (finding,) = map(json.loads, done.stdout.splitlines())
    assert finding["kind"] == "quote"
    assert finding["report_text"].startswith("We will not pay 80,000 dollars")
    assert finding["record_speaker"] == "MAYOR"


def test_check_goes_on_with_the_records_it_can_read(sayso: Sayso) -> None:
    done = sayso("check", "report.txt", "--against", "none.txt", "--against", "record.txt")
    assert "none.txt" in complaint(done)
    assert "same words" in done.stdout.decode()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["read", "report.txt", "--format", "xml"], "'xml'", id="format"),
        pytest.param(["read", "report.txt", "--published", "31.10.2024"], "2024-10-31", id="day"),
        pytest.param(
            ["read", "report.txt", "--published", "2024-02-30"], "2024-02-30", id="no day"
        ),
        pytest.param(["read", "report.txt", "--wrong"], "--wrong", id="option"),
        pytest.param(["raed", "report.txt"], "'read'", id="command"),
        pytest.param(["read"], "SOURCE", id="no source"),
        pytest.param(["read", "a.csv", "--column", "x"], "FIELD=COLUMN", id="column"),
        pytest.param(["check", "report.txt", "--against"], "--against", id="no record"),
        pytest.param(["check", "-", "--against", "-"], "only once", id="standard input twice"),
    ],
)
def test_a_wrong_request_is_one_sentence(sayso: Sayso, arguments: list[str], told: str) -> None:
    done = sayso(*arguments)
    assert told in complaint(done)
    assert done.stdout == b""


def big(path: Path) -> None:
    path.touch()
    os.truncate(path, 200_000_000)


BAD = pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda path: None, id="missing"),
        pytest.param(Path.mkdir, id="directory"),
        pytest.param(big, id="200 MB"),
        pytest.param(lambda path: path.write_bytes(b""), id="empty"),
        pytest.param(lambda path: path.write_bytes(b"\n \t \n"), id="blank"),
        pytest.param(
            lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(256)), id="picture"
        ),
        pytest.param(lambda path: path.write_bytes(bytes(range(256)) * 40), id="binary"),
    ],
)


@BAD
def test_a_bad_file_is_one_sentence_and_the_others_are_read(
    sayso: Sayso, folder: Path, make: Callable[[Path], object]
) -> None:
    make(folder / "bad")
    done = sayso("read", "report.txt", "bad", "altered.txt", "--format", "jsonl")
    assert "bad" in complaint(done)
    assert len(done.stdout.splitlines()) == 2


@BAD
def test_a_bad_record_is_one_sentence(
    sayso: Sayso, folder: Path, make: Callable[[Path], object]
) -> None:
    make(folder / "bad")
    done = sayso("check", "report.txt", "--against", "bad")
    assert "bad" in complaint(done)
    assert done.stdout == b""


def test_empty_standard_input_is_one_sentence(sayso: Sayso) -> None:
    assert "tandard input" in complaint(sayso("read", "-"))


def test_an_assumed_encoding_is_said(sayso: Sayso, folder: Path) -> None:
    text = (
        "Der Bürgermeister sagte: „Das kostet 8.000 Euro – für alle Straßen.“ Später fiel Schnee."
    )
    (folder / "old.txt").write_bytes((text * 3).encode("cp1252"))
    done = sayso("read", "old.txt", "--format", "jsonl")
    assert done.returncode == 0
    assert re.fullmatch(r"sayso: old\.txt: encoding assumed: \S+\n", done.stderr.decode())
    assert "Bürgermeister" in json.loads(done.stdout)["report"]["text"]


@pytest.mark.parametrize(
    "arguments", [["report.txt", "--format", "xml"], ["none.txt"]], ids=["request", "file"]
)
def test_debug_shows_where_an_error_arose(sayso: Sayso, arguments: list[str]) -> None:
    assert b"Traceback" in sayso("read", *arguments, "--debug").stderr


def test_file_names_cannot_steer_the_terminal(sayso: Sayso) -> None:
    assert "␛[2J" in complaint(sayso("read", "\x1b[2J.txt"))


@pytest.mark.parametrize(
    ("arguments", "settings", "colored"),
    [
        pytest.param([], {}, False, id="no terminal"),
        pytest.param(["--color"], {}, True, id="asked for"),
        pytest.param(["--color"], {"NO_COLOR": "1"}, True, id="asked for over NO_COLOR"),
        pytest.param(["--no-color"], {"FORCE_COLOR": "1"}, False, id="refused"),
        pytest.param([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, id="NO_COLOR"),
    ],
)
def test_colors(
    sayso: Sayso,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    settings: dict[str, str],
    colored: bool,
) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    done = sayso("check", "altered.txt", "--against", "record.txt", *arguments)
    assert bool(re.search(rb"\x1b\[[\d;]*38;", done.stdout)) is colored
    assert b"[-8,000-]" in re.sub(rb"\x1b\[[\d;]*m", b"", done.stdout)


def test_signs_that_cannot_be_shown_are_no_error(folder: Path) -> None:
    settings = os.environ | {"PYTHONIOENCODING": "ascii"}
    with start(folder, "check", "altered.txt", "--against", "record.txt", env=settings) as child:
        shown, _ = child.communicate()
    assert child.returncode == 1
    assert b"[-8,000-]" in shown


def test_a_terminal_sees_which_file_is_being_read(folder: Path) -> None:
    screen, stderr = os.openpty()
    names = ("report.txt", "altered.txt")
    with ThreadPoolExecutor() as watcher:
        watching = watcher.submit(seen_on, screen)
        with start(folder, "read", *names, "--format", "jsonl", stderr=stderr) as child:
            lines = child.communicate()[0].splitlines()
        os.close(stderr)
        shown = watching.result()
    os.close(screen)
    assert "0/2" in shown
    assert "reading altered.txt" in shown
    assert len([json.loads(line) for line in lines]) == 2


def seen_on(screen: int) -> str:
    """All that is written to a terminal until nobody has it open."""
    seen = b""
    with contextlib.suppress(OSError):
        while piece := os.read(screen, 65_536):
            seen += piece
    return seen.decode()


@pytest.mark.parametrize("format", ["table", "jsonl"])
def test_a_reader_that_leaves_early_is_no_error(folder: Path, format: str) -> None:  # noqa: A002
    arguments = ("read", "report.txt", "altered.txt", "--format", format)
    with start(folder, *arguments, stderr=subprocess.PIPE) as child:
        assert child.stdout
        child.stdout.close()
        assert child.stderr
        assert child.stderr.read() == b""
    assert child.returncode == -signal.SIGPIPE


@pytest.mark.parametrize("arguments", [("read", "-"), ("mcp", "kept.db")], ids=["read", "mcp"])
def test_a_peer_that_hangs_up_ends_nothing(folder: Path, arguments: tuple[str, ...]) -> None:
    package.Ledger(folder / "kept.db").close()
    with start(folder, *arguments, stdin=subprocess.PIPE) as child:
        assert child.stdin
        # More than a pipe holds: once it is written, the command is up and reading.
        child.stdin.write(b" " * 1_000_000)
        child.stdin.flush()
        child.send_signal(signal.SIGPIPE)  # what a network peer who hangs up leaves behind
        child.stdin.close()
        child.wait()
    assert child.returncode in {0, 2}  # nothing can be read in it


def test_an_interrupt_ends_quietly(folder: Path) -> None:
    pipes = {"stdin": subprocess.PIPE, "stderr": subprocess.PIPE}
    with start(folder, "read", "-", **pipes) as child:
        assert child.stdin
        # More than a pipe holds: once it is written, the command is up and reading.
        child.stdin.write(b"x" * 1_000_000)
        child.stdin.flush()
        child.send_signal(signal.SIGINT)
        _, errors = child.communicate()
    assert child.returncode == 130
    assert errors == b""


def test_a_page_holds_every_report(sayso: Sayso) -> None:
    done = sayso(
        "check", "report.txt", "altered.txt", "--against", "record.txt", "--format", "html"
    )
    page = done.stdout.decode()
    assert page.startswith("<!doctype html>")
    assert page.count("<article>") == 3
    assert done.returncode == 1


def test_annotations_stand_at_the_line_of_the_file(sayso: Sayso) -> None:
    done = sayso("check", "altered.txt", "--against", "record.txt", "--format", "github")
    (line,) = done.stdout.decode().splitlines()
    assert line.startswith("::error file=altered.txt,line=1,endLine=1,col=18,")


def test_sarif_is_one_log(sayso: Sayso) -> None:
    done = sayso(
        "check", "report.txt", "altered.txt", "--against", "record.txt", "--format", "sarif"
    )
    results = json.loads(done.stdout)["runs"][0]["results"]
    assert [result["kind"] for result in results] == ["pass", "fail"]


@pytest.mark.parametrize(
    ("options", "status"),
    [
        pytest.param([], 1, id="any"),
        pytest.param(["--fail-on", "severe"], 1, id="severe"),
        pytest.param(["--fail-on", "never"], 0, id="never"),
        pytest.param(["--ignore", "altered_meaning"], 0, id="ignored verdict"),
        pytest.param(["--ignore", "spliced"], 1, id="another verdict ignored"),
        pytest.param(["--ignore", "quote", "--ignore", "quantity"], 0, id="ignored kinds"),
    ],
)
def test_what_counts_is_for_the_user_to_say(sayso: Sayso, options: list[str], status: int) -> None:
    done = sayso("check", "altered.txt", "--against", "record.txt", *options)
    assert done.returncode == status


def test_suppressed_findings_are_not_shown(sayso: Sayso, folder: Path) -> None:
    entry = '[[suppress]]\nwords = "80,000"\nreason = "agreed with the desk"\n'
    (folder / "seen.toml").write_text(entry, "utf-8")
    options = ("--against", "record.txt", "--suppress", "seen.toml")
    assert sayso("check", "altered.txt", *options).returncode == 0
    done = sayso("check", "report.txt", *options)
    assert done.returncode == 0
    assert "80,000" in done.stderr.decode()  # an entry that holds nothing back is told


@pytest.mark.parametrize(
    ("options", "said"),
    [
        pytest.param(["--ignore", "wrong"], "wrong", id="unknown kind"),
        pytest.param(["--fail-on", "all"], "severe | any | never", id="unknown threshold"),
        pytest.param(["--suppress", "none.toml"], "none.toml", id="no such list"),
        pytest.param(["--suppress", "report.txt"], "TOML", id="no list"),
        pytest.param(["--format", "pdf"], "html | sarif | github", id="unknown format"),
    ],
)
def test_what_cannot_be_meant_is_said(sayso: Sayso, options: list[str], said: str) -> None:
    assert said in complaint(sayso("check", "report.txt", "--against", "record.txt", *options))


def test_standard_input_cannot_be_watched(sayso: Sayso) -> None:
    assert "watch" in complaint(sayso("check", "-", "--watch", stdin=REPORT.encode()))


def test_a_watched_report_is_checked_again(folder: Path) -> None:
    arguments = ("check", "report.txt", "--against", "record.txt", "--format", "jsonl", "--watch")
    with start(folder, *arguments, stderr=subprocess.PIPE) as child:
        assert child.stdout
        assert child.stderr
        assert json.loads(child.stdout.readline())["verdict"] == "verbatim"
        assert b"watching" in child.stderr.readline()
        (folder / "report.txt").write_text(REPORT.replace("8,000", "80,000"), "utf-8")
        assert json.loads(child.stdout.readline())["verdict"] == "altered_meaning"
        assert b"watching" in child.stderr.readline()
        child.send_signal(signal.SIGINT)
        assert child.wait() == 1
