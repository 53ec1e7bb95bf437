"""What became of the findings, in lines."""

import pytest

from gsca_cli.analysis.changes.dangling import Dangling
from gsca_cli.analysis.diff import Diff
from gsca_cli.findings import Finding, Location, Severity
from gsca_cli.render.as_turned import turned_sections

CITIES = tuple(f"city/{letter}" for letter in "abcde")


def lost(
    target: str, records: int, places: int, now: str = "", *, worst: str = "error"
) -> Dangling:
    findings = [
        Finding("unknown-reference", Severity(worst if not number else "notice"), Location("a"), "")
        for number in range(places)
    ]
    return Dangling(target, "x", now, "do this", CITIES[:records], tuple(findings))


LOST = {
    "one record": (
        lost("policy", 1, 1),
        "error: policy `x` was deleted, but 1 record still names it: city/a; to mend it, do this",
    ),
    "a source": (
        lost("source", 2, 3),
        (
            "error: source `x` was deleted, but 2 records still cite it, in 3 places: city/a and"
            " city/b; to mend it, do this"
        ),
    ),
    "more than are named": (
        lost("source", 5, 5, worst="warning"),
        (
            "warning: source `x` was deleted, but 5 records still cite it: city/a, city/b, city/c"
            " and 2 more; to mend it, do this"
        ),
    ),
    "a word": (
        lost("step", 1, 2),
        (
            "error: step `x` is gone, but 1 record still names it, in 2 places: city/a; to mend it,"
            " do this"
        ),
    ),
    "another id": (
        lost("city", 1, 1, "y"),
        (
            "error: city `x` is called `y` now, but 1 record still names it: city/a; to mend it,"
            " do this"
        ),
    ),
}


@pytest.mark.parametrize(("dangling", "line"), LOST.values(), ids=LOST)
def test_what_is_gone_is_one_line(dangling: Dangling, line: str) -> None:
    other = Finding("x", Severity.NOTICE, Location("b.yaml", 3), "It is so")
    (section,) = turned_sections(Diff("", "", (), dangling=(dangling,), introduced=(other,)))
    assert section.title == f"{len(dangling.findings) + 1} findings introduced"
    assert section.lines == [line, "notice, b.yaml:3: It is so"]


def test_nothing_is_said_of_nothing() -> None:
    assert [*turned_sections(Diff("", "", ()))] == []
