"""The line that shows how far a run is: on a terminal only, and gone before anything is said."""

import io
from pathlib import Path

import pytest
from gsca import Gsca
from small_alliance import FILES
from terminal import Terminal, screen

from gsca_cli.cli.progress import Progress, progress_line, waiting_line

AT_ONCE = "from gsca_cli.cli import progress; progress.AFTER = progress._PAUSE = 0"
"""What lets a short reading be shown as a long one is."""


class Clock:
    """Goes by what it is told."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("done", "seconds", "line"),
    [
        (0, 1.0, "Reading: 0 of 20,000 files  [                        ]"),
        (5_000, 2.0, "Reading: 5,000 of 20,000 files  about 6 s left  [######                  ]"),
        (
            12_345,
            200.0,
            "Reading: 12,345 of 20,000 files  about 2 min left  [##############          ]",
        ),
        (
            19_999,
            9.0,
            "Reading: 19,999 of 20,000 files  about 0 s left  [####################### ]",
        ),
    ],
)
def test_the_line_says_how_many_files_are_done_and_how_long_the_others_take(
    done: int, seconds: float, line: str
) -> None:
    assert progress_line("Reading", done, 20_000, seconds, 79) == line
    assert len(line) < 80


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (75, "Reading: 1,201 of 20,049 files  about 26 s left  [#                       ]"),
        (74, "Reading: 1,201 of 20,049 files  about 26 s left"),
        (47, "Reading: 1,201 of 20,049 files  about 26 s left"),
        (46, "Reading: 1,201/20,049 26 s"),
        (39, "Reading: 1,201/20,049 26 s"),
        (26, "Reading: 1,201/20,049 26 s"),
        (25, "1,201/20,049 26 s"),
        (17, "1,201/20,049 26 s"),
        (16, ""),
        (0, ""),
    ],
)
def test_fewer_words_keep_the_count_and_the_time_and_half_of_it_is_not_shown(
    width: int, line: str
) -> None:
    assert progress_line("Reading", 1_201, 20_049, 1.66, width) == line


@pytest.mark.parametrize("width", range(90))
@pytest.mark.parametrize(("done", "seconds"), [(0, 1.0), (1, 3.0), (123_456, 200.0)])
def test_the_line_fits(done: int, seconds: float, width: int) -> None:
    assert len(progress_line("Reading", done, 200_000, seconds, width)) <= width


def test_where_nothing_fits_nothing_is_written() -> None:
    out, clock = io.StringIO(), Clock()
    progress = Progress(out, 12, clock=clock, after=0)
    for done in range(1, 9):
        clock.now += 1
        progress(done, 20_000)
    progress.wipe()
    assert out.getvalue() == ""


def test_what_no_longer_fits_is_wiped_once() -> None:
    out, clock = io.StringIO(), Clock()
    progress = Progress(out, 12, clock=clock, after=0)
    for done in range(3):
        clock.now += 1
        progress(done, 20_000)
    progress.wipe()
    assert out.getvalue() == "\r0/20,000\r        "
    assert screen(out.getvalue()) == [""]


def test_nothing_is_shown_within_the_first_second() -> None:
    out, clock = io.StringIO(), Clock()
    progress = Progress(out, 80, clock=clock)
    for done in range(10):
        clock.now += 0.0999
        progress(done, 10)
    progress.wipe()
    assert out.getvalue() == ""


def test_then_it_is_drawn_over_and_over_but_not_for_every_file() -> None:
    out, clock = io.StringIO(), Clock()
    progress = Progress(out, 80, clock=clock)
    clock.now += 1
    for done in range(10_000):
        clock.now += 0.001
        progress(done, 10_000)
    assert 80 < out.getvalue().count("\r") < 120
    assert screen(out.getvalue())[0].startswith("Reading: 9,9")
    progress.wipe()
    assert screen(out.getvalue()) == [""]
    assert out.getvalue().endswith("\r")


def test_a_shorter_line_leaves_nothing_of_a_longer_one() -> None:
    out, clock = io.StringIO(), Clock()
    progress = Progress(out, 60, clock=clock, after=0)
    clock.now += 600
    progress(1_000, 3_000)
    clock.now += 1_000
    progress(2_999, 3_000)
    assert screen(out.getvalue()) == ["Reading: 2,999 of 3,000 files  about 1 s left"]


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (79, "Trying the edit: 1,234 s"),
        (24, "Trying the edit: 1,234 s"),
        (23, "1,234 s"),
        (7, "1,234 s"),
        (6, ""),
    ],
)
def test_what_cannot_be_counted_has_the_seconds_that_it_took(width: int, line: str) -> None:
    assert waiting_line("Trying the edit", 1_234.9, width) == line


def test_after_the_last_file_it_says_what_is_done_next_and_counts_its_seconds() -> None:
    out, clock = io.StringIO(), Clock()
    progress = Progress(out, 80, clock=clock, after=0)
    seen = []
    progress.now("Laying out", then="Trying the edit")
    for done in (1, 2, 3):
        clock.now += 2
        progress(done, 3)
        seen += screen(out.getvalue())
    clock.now += 12
    progress.draw()
    seen += screen(out.getvalue())
    # Where something is seen already, the next step is seen at once.
    progress.now("Writing the files")
    assert [*seen, *screen(out.getvalue())] == [
        "Laying out: 1 of 3 files  about 4 s left  [########                ]",
        "Laying out: 2 of 3 files  about 2 s left  [################        ]",
        "Trying the edit: 0 s",
        "Trying the edit: 12 s",
        "Writing the files: 0 s",
    ]
    progress.wipe()
    progress.now("Too late")
    clock.now += 9
    progress.draw()
    assert screen(out.getvalue()) == [""]


def test_a_step_that_begins_within_the_first_second_is_not_shown_before_its_end() -> None:
    out, clock = io.StringIO(), Clock()
    progress = Progress(out, 80, clock=clock)
    clock.now += 0.5
    progress.now("Checking the whole")
    clock.now += 0.4
    progress.draw()
    assert out.getvalue() == ""
    clock.now += 1
    progress.draw()
    assert screen(out.getvalue()) == ["Checking the whole: 1 s"]


@pytest.fixture
def root(small: Gsca) -> Path:
    return small.root


@pytest.mark.parametrize(
    "words",
    [
        ["validate"],
        ["list", "cities"],
        ["report"],
        ["show", "oslo"],
        ["trend"],
        ["set", "oslo", "x=1"],
    ],
)
def test_a_person_sees_the_count_and_then_the_result_on_a_clean_line(
    root: Path, words: list[str]
) -> None:
    shown = Terminal().run(root, words, before=AT_ONCE)
    plain = Terminal().run(root, words)
    assert "Reading: " in shown.written
    assert f" {len(FILES) - 1} of {len(FILES)} files" in shown.written
    assert [line for line in screen(shown.written) if "Reading" in line] == []
    assert screen(shown.written) == screen(plain.written)
    assert shown.code == plain.code


def test_the_result_in_a_file_is_the_same(root: Path) -> None:
    shown = Terminal().run(root, ["list", "cities"], before=AT_ONCE, streams=["stderr"])
    assert shown.piped == Terminal().run(root, ["list", "cities"], streams=[]).piped
    assert "Reading" in shown.written
    assert screen(shown.written) == [""]


SLOW = """
import time
from importlib import import_module
from gsca_cli.cli import progress
progress._TICK = 0.1
user = import_module("gsca_cli.{user}")
kept = user.{name}
def slow(*given, **named):
    time.sleep(2.2)
    return kept(*given, **named)
user.{name} = slow
"""
"""What makes one step of a run last longer than two seconds."""


@pytest.mark.parametrize(
    ("words", "user", "name", "line"),
    [
        (["validate"], "checking.checking", "judge", "Checking the whole"),
        (["report"], "cli.commands.report", "figures_of", "Working out the answer"),
        (["list", "cities"], "cli.commands.list_records", "listing", "Working out the answer"),
        (["rename", "oslo", "christiania"], "editing.plan", "check", "Trying the edit"),
        (["rename", "oslo", "christiania"], "snapshots.store", "carry_out", "Writing the files"),
    ],
)
def test_while_a_person_waits_the_seconds_go_on_and_are_wiped(
    root: Path, words: list[str], user: str, name: str, line: str
) -> None:
    shown = Terminal().run(root, words, before=SLOW.format(user=user, name=name))
    assert shown.code == 0
    assert f"\r{line}: 1 s" in shown.written
    assert f"\r{line}: 2 s" in shown.written
    assert [each for each in screen(shown.written) if line in each] == []


def test_each_step_of_an_edit_is_shown_and_none_in_what_it_says(root: Path) -> None:
    shown = Terminal().run(root, ["rename", "oslo", "christiania"], before=AT_ONCE)
    assert shown.code == 0
    steps = ("Reading: ", "Checking the whole: ", "Trying the edit: ", "Writing the files: ")
    places = [shown.written.find(step) for step in steps]
    assert places == sorted(places)
    assert places[0] >= 0
    said = [each for each in screen(shown.written) if any(step in each for step in steps)]
    assert said == []


def test_files_that_are_laid_out_are_counted(root: Path) -> None:
    city = root / "data/cities/oslo.yaml"
    city.write_text(city.read_text("utf-8") + "\n\n", "utf-8")
    shown = Terminal().run(root, ["fmt", "--check"], before=AT_ONCE)
    assert f"Laying out: {len(FILES) - 1} of {len(FILES)} files" in shown.written
    assert screen(shown.written)[0] == "data/cities/oslo.yaml"
    assert screen(shown.written) == screen(Terminal().run(root, ["fmt", "--check"]).written)


@pytest.mark.parametrize(
    ("streams", "environment"),
    [
        (["stdout"], {}),
        ([], {}),
        (["stdout", "stderr"], {"CI": "true"}),
        (["stdout", "stderr"], {"TERM": "dumb"}),
    ],
)
def test_nothing_is_drawn_in_a_pipe_in_ci_or_on_a_dumb_terminal(
    root: Path, streams: list[str], environment: dict[str, str]
) -> None:
    ran = Terminal(environment=environment).run(root, ["list", "cities"], streams, AT_ONCE)
    assert "Reading" not in ran.written + ran.piped
    assert "\r" not in ran.written + ran.piped
    assert "oslo" in ran.written + ran.piped


def test_where_reading_fails_the_message_stands_on_a_clean_line(root: Path) -> None:
    for file in (root / "data").rglob("*.yaml"):
        file.unlink()
    ran = Terminal().run(root, ["validate"], before=AT_ONCE)
    assert ran.code == 3
    assert screen(ran.written)[0].startswith("gsca: there is no data")
