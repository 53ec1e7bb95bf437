import re

import pytest
from conftest import Golden
from hypothesis import given
from render.gfm import rendered
from render.runner import Command, commands
from render.verdicts import BERGEN, FINDINGS, HOSTILE, VERDICT, VERDICTS

from gsca_cli.findings import Finding, Location, Related, Severity, printable
from gsca_cli.render import as_github
from gsca_cli.render.as_findings import render_summary
from gsca_cli.render.as_github import render_github, render_step_summary
from gsca_cli.triage.verdict import Verdict, worst_first

HEADINGS = ["Severity", "Place", "Code", "What", "Cure"]


def command(finding: Finding, folder: str = "") -> Command:
    (read,) = commands(render_github(Verdict([finding], folder=folder)))
    assert read
    return read


def test_each_finding_is_one_command(golden: Golden) -> None:
    golden("findings-github.txt", render_github(VERDICT))


def test_the_worst_come_first_since_only_ten_of_each_are_shown() -> None:
    names = [read and read.name for read in commands(render_github(VERDICT))]
    assert names == ["error", "error", "warning", "notice"]


def test_no_findings_are_no_commands() -> None:
    assert render_github(Verdict(())) == ""


def test_an_annotation_stands_at_its_place_in_the_repository() -> None:
    read = command(FINDINGS[0], "alliances/north")
    assert read.name == "error"
    assert read.properties == {
        "file": f"alliances/north/{BERGEN}",
        "line": "3",
        "endLine": "3",
        "col": "1",
        "endColumn": "5",
        "title": "gsca: twice",
    }
    assert read.data.split("\n") == [
        "twice: `name` is given twice",
        f"Note: first given here: alliances/north/{BERGEN}:1:1",
        "Cure: keep one of the two",
        f"Place: alliances/north/{BERGEN}:3:1",
        "More: gsca explain twice",
    ]


def test_without_a_cure_none_is_said() -> None:
    assert "Cure" not in command(FINDINGS[2]).data


def test_the_runner_would_drop_columns_that_end_before_they_begin() -> None:
    properties = command(FINDINGS[0]._replace(location=Location("x", 1, 7, 1))).properties
    assert (properties["col"], properties["endColumn"]) == ("7", "7")


@pytest.mark.parametrize(
    ("number", "notes"),
    [(0, 0), (4, 4), (5, 5), (6, "and 1 more"), (1005, "and 1,000 more")],
)
def test_of_many_other_places_a_few_are_named(number: int, notes: int | str) -> None:
    related = (Related(Location("data/x.yaml"), "here"),) * number
    lines = command(FINDINGS[0]._replace(related=related)).data.split("\n")
    said = [line.removeprefix("Note: ") for line in lines if line.startswith("Note: ")]
    here = "here: data/x.yaml:1:1"
    assert said == ([here] * notes if isinstance(notes, int) else [*[here] * 5, notes])


@pytest.mark.parametrize("text", ["\u0301", "::set-env name=A::b", "##[set-env name=A]b", "\n::x"])
def test_a_message_follows_a_word_of_ours(text: str) -> None:
    finding = FINDINGS[0]._replace(message=text)
    assert "::twice: " in render_github(Verdict([finding]))
    assert command(finding).data.startswith(f"twice: {printable(text)}\n")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_path_stays_within_its_property(text: str) -> None:
    finding = FINDINGS[0]._replace(location=Location(f"data/{text}"))
    assert command(finding, "x:,%").properties["file"] == f"x:,%/data/{printable(text)}"


@given(VERDICTS)
def test_no_data_makes_another_command_or_another_property(verdict: Verdict) -> None:
    text = render_github(verdict)
    text.encode()
    for finding, read in zip(worst_first(verdict.findings), commands(text), strict=True):
        where = finding.location
        assert read
        assert read.name == finding.severity
        assert read.properties == {
            "file": printable(verdict.path(where.path)),
            "line": str(where.line),
            "endLine": str(where.line),
            "col": str(where.column),
            "endColumn": str(where.end_column),
            "title": f"gsca: {finding.code}",
        }
        lines = read.data.split("\n")
        assert lines[0] == f"{finding.code}: {printable(finding.message)}"
        assert lines[-1] == f"More: gsca explain {finding.code}"
        cures = [line for line in lines[1:] if line.startswith("Cure: ")]
        assert cures == ([f"Cure: {printable(finding.hint)}"] if finding.hint else [])
        shown = min(len(finding.related), 5) + (len(finding.related) > 5)
        assert len(lines) == 3 + len(cures) + shown
        assert all(line.startswith(("Note: ", "Cure: ", "Place: ")) for line in lines[1:-1])


def test_a_summary_is_a_line_and_a_table(golden: Golden) -> None:
    golden("findings-summary.md", render_step_summary(VERDICT))


def test_a_summary_without_findings_is_a_line() -> None:
    summary = render_step_summary(VERDICT._replace(findings=(), counts={}, hidden=0))
    assert summary == "**gsca validate**: Read 2 cities, 1 region, 1 left out. No findings.\n"


def test_a_table_has_a_row_for_each_finding_the_worst_first() -> None:
    (table,) = rendered(render_step_summary(VERDICT)).tables
    heading, *rows = table
    assert heading == HEADINGS
    assert [row[:3] for row in rows] == [
        ["error", f"alliances/é t/{BERGEN}:3:1", "twice"],
        ["error", "alliances/é t/gsca.yaml:1:1", "absent"],
        ["warning", "alliances/é t/data/cities/oslo.yaml:12:10", "late"],
        ["notice", "alliances/é t/data/cities/oslo.yaml:14:1", "late"],
    ]
    assert rows[2][3:] == [
        "`2031-05` is later than today: 100 %, or | a <b>, @oslo",
        "write when it happened",
    ]


def row_bytes(verdict: Verdict) -> list[int]:
    """How many bytes each row of a table takes."""
    rows = [
        line for line in render_step_summary(verdict).splitlines(keepends=True) if "gsca" in line
    ]
    return [len(line.encode()) for line in rows if line.startswith("| error")]


@pytest.mark.parametrize(
    ("spare", "kept", "said"),
    [
        (0, 3, ""),
        (-1, 2, "\n1 more are left out: a summary holds no more than 1 MiB.\n"),
        (1, 3, ""),
    ],
)
def test_what_a_summary_cannot_hold_is_left_out_and_counted(
    monkeypatch: pytest.MonkeyPatch, spare: int, kept: int, said: str
) -> None:
    finding = Finding("absent", Severity.ERROR, Location("gsca.yaml"), "é" * 100)
    verdict = Verdict([finding] * 3)
    size = row_bytes(verdict)
    assert len(size) == 3
    monkeypatch.setattr(as_github, "MOST_BYTES", sum(size) + spare)
    summary = render_step_summary(verdict)
    assert len(rendered(summary).tables[0]) == 1 + kept
    assert ("left out" in summary) is bool(said)
    assert summary.endswith(said)


def test_a_summary_of_very_many_findings_stays_below_one_mebibyte() -> None:
    finding = Finding(
        "late", Severity.NOTICE, Location("data/cities/oslo.yaml"), "加" * 60, "x" * 60
    )
    summary = render_step_summary(Verdict([finding] * 20_000))
    assert 990_000 < len(summary.encode()) < 1_048_576 - 40_000
    shown = summary.count("\n| notice |")
    assert f"\n{20_000 - shown:,} more are left out" in summary


def test_a_summary_for_which_even_one_row_is_too_long_has_no_table(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(as_github, "MOST_BYTES", 1)
    summary = render_step_summary(VERDICT)
    assert rendered(summary).tables == []
    assert "4 more are left out" in summary


@given(VERDICTS)
def test_any_text_is_shown_in_its_cell_and_calls_nobody(verdict: Verdict) -> None:
    summary = render_step_summary(verdict)
    summary.encode()
    page = rendered(summary)
    assert page.tags <= {"p", "strong", "code", "table", "thead", "tbody", "tr", "th", "td", "wbr"}
    head, _, table = summary.partition("\n\n| Severity")
    assert (
        head.removesuffix("\n") == f"**gsca validate**: {' '.join(render_summary(verdict).split())}"
    )
    assert not re.search(r"[@#:](?!<wbr>)", table)
    expected = [
        [
            finding.severity.value,
            printable(str(finding.location._replace(path=verdict.path(finding.location.path)))),
            finding.code,
            printable(finding.message),
            printable(finding.hint),
        ]
        for finding in worst_first(verdict.findings)
    ]
    rows = [row for each in page.tables for row in each[1:]]
    assert rows == [[" ".join(cell.split()) for cell in row] for row in expected]
