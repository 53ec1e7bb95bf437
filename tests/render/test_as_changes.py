from collections.abc import Iterator

import pytest

from gsca_cli.analysis.changes.change import Change, RecordChanges, Risk, What
from gsca_cli.analysis.changes.comparison import Group
from gsca_cli.analysis.changes.difference import ValueChange
from gsca_cli.analysis.diff import Diff, counted
from gsca_cli.findings import Finding, Location, Severity
from gsca_cli.kinds import Kind
from gsca_cli.render.as_changes import LARGEST_PAGE, render_changes, render_changes_markdown

VALUE = ValueChange(("name",), "a|b", "<script>\x1b[31m")


def record(name: str, *changes: Change, what: What = What.CHANGED) -> RecordChanges:
    return RecordChanges(what, Kind.CITY, "a", name, "data/cities/a.yaml", changes=changes)


def diff(*records: RecordChanges, **more: tuple[object, ...]) -> Diff:
    groups = (Group(Kind.CITY, ("North",), records),) if records else ()
    return counted(Diff("one", "two", groups, **more))  # type: ignore[arg-type]


def test_what_a_record_says_is_shown_as_text() -> None:
    found = diff(record("*A*\x1b[0m", Change(What.CHANGED, "name", "name", values=(VALUE,))))
    assert render_changes(found).splitlines()[3] == (
        r"  *A*\u001b[0m: name: a|b -> <script>\u001b[31m"
    )
    assert render_changes_markdown(found).splitlines()[5] == (
        r"| \*A\*U+001B\[0m | name: a\|b -> \<script>U+001B\[31m |  |"
    )


def test_the_title_of_a_fold_is_no_tag() -> None:
    text = render_changes_markdown(diff(), [("<b>", "a table")])
    assert "<summary>&lt;b&gt;</summary>\n\na table\n</details>" in text


def test_a_page_is_never_longer_than_a_code_host_takes() -> None:
    made: list[int] = []

    def folds() -> Iterator[tuple[str, str]]:
        for number in range(10):
            made.append(number)
            yield f"Table {number}", "x" * (LARGEST_PAGE // 5)

    change = Change(What.BACK, "steps.a", "A", before="x", after="y", risks=(Risk.BACK,))
    found = diff(*(record(f"City {number}", change) for number in range(5_000)))
    text = render_changes_markdown(found, folds())
    assert len(text) < 65_536
    assert "**5,000 changes in 5,000 records; 5,000 to look at twice.**" in text
    assert "more lines are not shown; `gsca diff` shows all." in text
    assert "More tables are not shown" in text
    assert len(made) < 4


@pytest.mark.parametrize(("number", "last"), [(20, "- error, a.yaml:1: 19"), (23, "- and 3 more")])
def test_only_so_many_findings_are_listed(number: int, last: str) -> None:
    findings = tuple(
        Finding("x", Severity.ERROR, Location("a.yaml"), str(each), "") for each in range(number)
    )
    text = render_changes_markdown(diff(introduced=findings))
    assert f"{number} findings introduced:" in text
    assert text.rstrip().splitlines()[-1] == last


def test_what_is_no_change_is_told() -> None:
    layout = tuple(f"data/{number}.yaml" for number in range(7))
    lines = render_changes(diff(layout=layout, unread=("data/x.yaml",))).splitlines()
    said = "Findings are not compared in an alliance of this size; `--format md` does it."
    assert [line for line in lines[2:] if line != said] == [
        f"Only the layout or comments differ in {', '.join(layout[:5])} and 2 more.",
        "Not compared, because it cannot be read on one side: data/x.yaml.",
        "1 record could not be compared; no other change in meaning.",
    ]
