"""Long results on a terminal: which pager shows them, and where none does."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from gsca import ROOT, Gsca
from small_alliance import FILES
from terminal import OnTerminal, Terminal

from gsca_cli.cli.pager import pager

SHOW = ("show", "north")
"""Takes more than ten lines."""


@pytest.fixture
def folder(small: Gsca) -> Path:
    """A small alliance."""
    return small.root


def ran(folder: Path, *words: str, rows: int = 10, **environment: str) -> OnTerminal:
    """Run gsca on a small terminal, with only standard output on it."""
    terminal = Terminal(rows, 80, {"TERM": "xterm", **environment})
    return terminal.run(folder, words or SHOW, ["stdout"])


@pytest.fixture
def stub(tmp_path: Path) -> str:
    """A pager that says what it was given, in a file."""
    command = tmp_path / "pager"
    command.write_text('#!/bin/sh\ncat > "$0.got"\necho "the pager, $*, $LESS"\n')
    command.chmod(0o755)
    return str(command)


def got(stub: str) -> str | None:
    """What the stub was given; None if it was never started."""
    file = Path(f"{stub}.got")
    return file.read_text("utf-8") if file.exists() else None


def test_a_long_result_is_handed_to_the_pager_whole(folder: Path, stub: str) -> None:
    plain = ran(folder, PAGER="").written
    shown = ran(folder, PAGER=f"{stub} one 'and two'")
    assert (shown.code, shown.written) == (0, "the pager, one and two, FRX\n")
    assert got(stub) == plain
    assert plain.startswith("region/north\n")


@pytest.mark.parametrize(
    "words",
    [
        ["list", "cities"],
        ["show", "bogota"],
        ["log", "bogota"],
        ["diff", "HEAD", "--format", "json"],
        ["trend"],
        ["validate", "--format", "json"],
        ["report", "--format", "json"],
    ],
)
def test_every_command_that_reads_pages(stub: str, words: list[str]) -> None:
    shown = ran(ROOT, *words, rows=2, PAGER=stub)
    assert (shown.code, shown.written) == (0, "the pager, , FRX\n")
    assert got(stub)


@pytest.mark.parametrize("words", [["explain"], ["completion", "bash"], ["schema"]])
def test_what_is_no_answer_about_records_does_not(stub: str, words: list[str]) -> None:
    assert ran(ROOT, *words, rows=2, PAGER=stub).code == 0
    assert got(stub) is None


@pytest.mark.parametrize(
    "environment",
    [
        {"PAGER": "cat"},
        {"PAGER": ""},
        {"PAGER": "{stub}", "GSCA_PAGER": ""},
        {"PAGER": "{stub}", "GSCA_PAGER": "cat"},
        {"PAGER": "{stub}", "TERM": "dumb"},
        {"PAGER": "{stub}", "rows": "1000"},
    ],
)
def test_where_it_is_turned_off_or_not_needed_the_text_is_written_as_it_is(
    folder: Path, stub: str, environment: Mapping[str, str]
) -> None:
    given = {name: text.format(stub=stub) for name, text in environment.items()}
    shown = ran(folder, rows=int(given.pop("rows", "10")), **given)
    assert (shown.code, shown.written[:12]) == (0, "region/north")
    assert got(stub) is None


def test_nothing_is_paged_into_a_file_or_a_pipe(folder: Path, stub: str) -> None:
    file = folder / "report.md"
    report = ("report", "north")
    assert ran(folder, *report, "-o", str(file), PAGER=stub).written == ""
    piped = Terminal(10, 80, {"PAGER": stub}).run(folder, report, ["stderr"]).piped
    assert file.read_text("utf-8") == piped
    assert got(stub) is None


def test_the_users_own_options_of_less_are_kept(folder: Path, stub: str) -> None:
    assert ran(folder, PAGER=stub, LESS="-S").written == "the pager, , -S\n"


def test_the_pager_of_gsca_comes_before_that_of_all_programs(folder: Path, stub: str) -> None:
    shown = ran(folder, PAGER="false", GSCA_PAGER=f"{stub} ours")
    assert shown.written == "the pager, ours, FRX\n"


def test_a_reader_who_has_seen_enough_is_no_error(small_with_mistakes: Path) -> None:
    shown = ran(small_with_mistakes, "validate", PAGER="head -n 1")
    assert (shown.code, shown.piped) == (1, "")
    assert shown.written.count("\n") == 1
    ended = ran(small_with_mistakes, "validate", PAGER="exit 3")
    assert (ended.code, ended.written, ended.piped) == (1, "", "")


@pytest.fixture
def small_with_mistakes(tmp_path: Path) -> Path:
    """An alliance with more findings than any pipe holds."""
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    for number in range(500):
        file = tmp_path / f"data/cities/town-{number}.yaml"
        file.write_text("nmae: Town\ncountry: 'NO'\nsources: [paper]\n", encoding="utf-8")
    return tmp_path


def test_ctrl_c_is_the_pagers_own_affair(folder: Path) -> None:
    pressing = "kill -INT $PPID; cat > /dev/null; echo still here"
    shown = ran(folder, PAGER=pressing)
    assert (shown.code, shown.written) == (0, "still here\n")


def test_where_the_pager_cannot_be_started_the_text_is_written(folder: Path) -> None:
    shown = ran(folder, PAGER="there-is-no-such-pager 2> /dev/null")
    assert shown.code == 0
    assert shown.written.startswith("region/north\n")


def test_without_a_wish_it_is_less_if_that_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    assert pager({}) == "less"
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert pager({}) is None
