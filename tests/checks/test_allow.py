"""Comments that allow a finding, and those that have none to allow."""

from collections.abc import Iterable

import pytest
from small_alliance import OSLO, checked, findings

from gsca_cli.alliance.suggestions import Suggestions
from gsca_cli.checks.allow import allow, unused_allowance
from gsca_cli.documents.comments import Allowance
from gsca_cli.findings import Allowed, Finding, Location, Severity

OSLO_PATH = "data/cities/oslo.yaml"


def finding(line: int, code: str = "x", path: str = "a", column: int = 1) -> Finding:
    return Finding(code, Severity.ERROR, Location(path, line, column, column + 1), "it is so")


def comment(line: int, code: str = "x", path: str = "a", *, end: int = 0, at: int = 0) -> Allowance:
    return Allowance(code, "y", Location(path, at or line, 9, 20), line, end or line)


def left(
    found: Iterable[Finding], comments: Iterable[Allowance]
) -> tuple[list[tuple[str, int]], list[int]]:
    """The code and line of what is kept, and the lines on which unused comments stand."""
    kept, _, unused = allow(found, comments)
    return (
        [(each.code, each.location.line) for each in kept],
        [each.location.line for each in unused],
    )


def test_a_comment_allows_a_finding_of_its_code_on_its_line() -> None:
    assert left([finding(3)], [comment(3)]) == ([], [])


@pytest.mark.parametrize(
    "other",
    [comment(2), comment(4), comment(3, "y"), comment(3, path="b")],
    ids=["above", "below", "code", "file"],
)
def test_it_allows_nothing_elsewhere_and_of_no_other_code(other: Allowance) -> None:
    assert left([finding(3)], [other]) == ([("x", 3)], [other.location.line])


def test_a_second_finding_on_the_line_remains() -> None:
    first, second = finding(3, column=5), finding(3, column=8)
    assert allow([first, second], [comment(3)]) == ([second], [Allowed(first, "y")], [])


def test_each_comment_allows_one_finding_the_first_comment_the_first() -> None:
    found = [finding(3), finding(3)]
    comments = [comment(3, at=1), comment(3, at=2), comment(3, at=3)]
    assert left(found, comments) == ([], [3])
    assert left(found[:1], comments) == ([], [2, 3])
    assert left([*found, finding(3)], [comment(2), *comments]) == ([], [2])


@pytest.mark.parametrize(
    ("line", "allowed"), [(2, False), (3, True), (4, True), (5, True), (6, False)]
)
def test_a_comment_allows_a_finding_anywhere_in_the_text_that_begins_on_its_line(
    line: int, *, allowed: bool
) -> None:
    kept, unused = left([finding(line)], [comment(3, end=5)])
    assert (kept == [], unused == []) == (allowed, allowed)


@pytest.mark.parametrize(("first", "second"), [(1, 3), (3, 1)])
def test_where_one_text_ends_and_another_begins_both_comments_count(
    first: int, second: int
) -> None:
    comments = {1: comment(1, end=3), 3: comment(3, end=5)}
    both = [comments[first], comments[second]]
    assert left([finding(3), finding(3)], both) == ([], [])
    assert left([finding(3), finding(3), finding(3)], both) == ([("x", 3)], [])
    # The comment of the line itself is taken first.
    assert left([finding(3)], both) == ([], [1])
    assert left([finding(2), finding(4)], both) == ([], [])


def test_a_comment_in_between_does_not_hide_the_one_of_the_text() -> None:
    assert left([finding(9)], [comment(1, end=4), comment(5), comment(8, end=9)]) == ([], [1, 5])
    assert left([finding(4)], [comment(1, end=4), comment(5), comment(8)]) == ([], [5, 8])


def test_what_is_unused_comes_in_the_order_of_the_files() -> None:
    comments = [comment(5, "q", "b"), comment(9), comment(2, "z"), comment(1, path="b")]
    *_, unused = allow([], comments)
    assert [str(each.location) for each in unused] == ["a:2:9", "a:9:9", "b:1:9", "b:5:9"]


def test_a_comment_for_a_finding_that_is_not_there_is_a_notice() -> None:
    found = unused_allowance(comment(3), {"x", "y"}, Suggestions())
    assert (found.code, found.severity) == ("unused-allowance", Severity.NOTICE)
    assert found.location == Location("a", 3, 9, 20)
    assert found.message == "this comment allows nothing: there is no finding `x` here"
    assert found.hint == "delete the comment"


def test_a_comment_with_a_slip_in_its_code_is_told_which_one_is_near() -> None:
    found = unused_allowance(comment(3, "odd-spacin"), {"odd-spacing", "not-nfc"}, Suggestions())
    assert found.message == "this comment allows nothing: no check has the code `odd-spacin`"
    assert found.hint == "did you mean `odd-spacing`? `gsca explain` lists the codes"
    far = unused_allowance(comment(3, "zzz"), {"odd-spacing", "not-nfc"}, Suggestions())
    assert far.hint == "`gsca explain` lists the codes"


def test_thousands_of_slips_are_not_all_compared_with_every_code() -> None:
    suggestions = Suggestions()
    codes = {f"code-{number}" for number in range(1000)}
    hints = [
        unused_allowance(comment(3, f"code-{number}x"), codes, suggestions).hint
        for number in range(150)
    ]
    assert hints[0].startswith("did you mean `code-0`?")
    assert hints[-1] == "`gsca explain` lists the codes"


# End to end: the same through the checks of the small alliance.

BAD = OSLO.replace("name: Oslo", "name: 'Oslo '")


def test_a_finding_of_the_data_can_be_allowed_beside_it_or_above_it() -> None:
    assert findings({OSLO_PATH: BAD}) == [
        f"{OSLO_PATH}:1:12 odd-spacing: a space at the end of the text"
    ]
    reason = "# gsca: allow odd-spacing because the seal has it"
    assert findings({OSLO_PATH: BAD.replace("'Oslo '", f"'Oslo ' {reason}")}) == []
    assert findings({OSLO_PATH: f"{reason}\n{BAD}"}) == []


def test_a_comment_that_is_no_longer_needed_is_reported_where_it_stands() -> None:
    oslo = OSLO.replace("name: Oslo", "name: Oslo # gsca: allow odd-spacing because of the seal")
    assert findings({OSLO_PATH: oslo}) == [
        (
            f"{OSLO_PATH}:1:12 unused-allowance: this comment allows nothing: there is no finding "
            "`odd-spacing` here"
        )
    ]


def test_a_comment_without_a_reason_allows_nothing() -> None:
    oslo = BAD.replace("'Oslo '", "'Oslo ' # gsca: allow odd-spacing")
    assert sorted(findings({OSLO_PATH: oslo})) == [
        f"{OSLO_PATH}:1:12 odd-spacing: a space at the end of the text",
        f"{OSLO_PATH}:1:15 malformed-allowance: this comment allows nothing: it gives no reason",
    ]


def test_what_stands_in_a_long_text_can_be_allowed_at_its_head() -> None:
    oslo = f"{OSLO}notes:\n  - text: |\n      One\n      two  three\n"
    assert findings({OSLO_PATH: oslo}) == [f"{OSLO_PATH}:14:10 odd-spacing: 2 spaces in a row"]
    allowed = oslo.replace("|", "| # gsca: allow odd-spacing because it is a poem")
    assert checked({OSLO_PATH: allowed}).findings == []


@pytest.mark.parametrize("above", ["", "# Bergen.\n", "\n# Bergen.\n\n"])
def test_a_comment_at_the_top_allows_what_is_found_in_the_whole_file(above: str) -> None:
    allowed = "# gsca: allow missing-source because the letter is not public\n"
    record = "name: Bergen\ncountry: 'NO'\n"
    path = "data/cities/bergen.yaml"
    assert findings({path: f"{above}{record}"}) == [
        f"{path}:1:1 missing-source: this city cites no source"
    ]
    assert findings({path: f"{above}{allowed}{record}"}) == []
    assert findings({path: f"{allowed}{above}{record}"}) == []
    assert len(findings({path: f"name: Bergen\n{allowed}country: 'NO'\n"})) == 2
