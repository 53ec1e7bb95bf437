from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsca_cli.findings import Allowed, Finding, Location, Related, Severity
from gsca_cli.triage import (
    MOST_IN_A_FILE,
    Found,
    Verdict,
    capped,
    chosen,
    counted,
    fingerprints,
    introduced,
    turned,
    worst_first,
)

A, B = "data/cities/a.yaml", "data/cities/b.yaml"


def finding(
    path: str = A,
    line: int = 1,
    severity: Severity = Severity.ERROR,
    code: str = "some-code",
    excerpt: str = "name: A",
) -> Finding:
    return Finding(code, severity, Location(path, line), "wrong", excerpt=excerpt)


@pytest.mark.parametrize(
    ("paths", "shown"),
    [
        ([], [A, B, "data/sources/c.yaml"]),
        (["."], [A, B, "data/sources/c.yaml"]),
        ([A], [A]),
        (["data/cities"], [A, B]),
        (["data/cit"], []),
        (["data/sources", A], [A, "data/sources/c.yaml"]),
        (["data/cities/a.yaml/x"], []),
    ],
)
def test_a_path_is_a_file_or_a_folder(paths: Sequence[str], shown: Sequence[str]) -> None:
    found = [finding(A), finding(B), finding("data/sources/c.yaml")]
    assert [each.location.path for each in chosen(found, paths=paths)] == shown


def test_a_finding_may_be_about_a_file_in_which_it_does_not_stand() -> None:
    found = [finding(B)._replace(related=(Related(Location(A), "the other"),)), finding(B)]
    assert chosen(found, paths=[A], or_about=True) == found[:1]
    assert chosen(found, paths=[A]) == []


@pytest.mark.parametrize(
    ("select", "ignore", "shown"),
    [
        ([], [], ["x", "y", "z"]),
        (["x"], [], ["x"]),
        ([], ["x"], ["y", "z"]),
        (["x", "y"], ["x"], ["y"]),
    ],
)
def test_codes_are_selected_and_ignored(
    select: Sequence[str], ignore: Sequence[str], shown: Sequence[str]
) -> None:
    found = [finding(code=code) for code in "xyz"]
    assert [each.code for each in chosen(found, select=select, ignore=ignore)] == shown


def test_each_file_shows_its_first_findings_and_says_how_many_more_there_are() -> None:
    many = [finding(A, line) for line in range(MOST_IN_A_FILE)]
    more = [finding(A, 99, Severity.NOTICE), finding(A, 98, Severity.WARNING)]
    few = [finding(B, line) for line in range(MOST_IN_A_FILE)]
    shown, hidden = capped([*many, *more, *few])
    assert hidden == 0
    assert shown[: MOST_IN_A_FILE + 1] == [
        *many,
        Finding(
            "more-findings",
            Severity.WARNING,
            Location(A),
            "2 more findings in this file are not shown",
            "mend those above first, many may be one mistake; --max-findings shows more",
        ),
    ]
    assert shown[MOST_IN_A_FILE + 1 :] == few


def test_of_a_number_that_is_asked_for_the_worst_are_shown_in_their_places() -> None:
    notice, error = finding(A, 1, Severity.NOTICE), finding(B, 2, Severity.ERROR)
    warning = finding(A, 3, Severity.WARNING)
    found = [warning, notice, error]
    assert capped(found, 1) == ([error], 2)
    assert capped(found, 2) == ([warning, error], 1)
    assert capped(found, 3) == ([warning, notice, error], 0)
    assert capped(found, 0) == ([warning, notice, error], 0)


def test_no_limit_shows_all_of_a_file_full_of_mistakes() -> None:
    found = [finding(A, line) for line in range(1000)]
    assert capped(found, 0) == (found, 0)


def test_worst_first_goes_across_files() -> None:
    found = [finding(A, 1, Severity.NOTICE), finding(A, 9), finding(B, 2)]
    assert worst_first(found) == [found[1], found[2], found[0]]


@pytest.mark.parametrize(
    ("severities", "strict", "fails"),
    [
        ([], True, False),
        (["notice"], True, False),
        (["warning"], False, False),
        (["warning"], True, True),
        (["error"], False, True),
        (["error"], True, True),
    ],
)
def test_an_error_fails_and_a_warning_only_if_that_is_asked(
    severities: Sequence[str],
    strict: bool,  # noqa: FBT001 (a column of the table)
    fails: bool,  # noqa: FBT001
) -> None:
    counts = counted(finding(severity=Severity(each)) for each in severities)
    assert Verdict((), counts=counts).fails(strict=strict) is fails


def test_a_path_is_named_from_the_top_of_the_git_repository() -> None:
    assert Verdict(()).path(A) == A
    assert Verdict((), folder="alliances/north").path(A) == f"alliances/north/{A}"


def test_a_fingerprint_survives_moved_lines_and_other_words() -> None:
    here = finding(line=4)
    (mark,) = fingerprints([here])
    moved = here._replace(location=Location(A, 40, 7), message="other words", hint="x")
    indented = here._replace(excerpt="    name: A ")
    assert fingerprints([moved]) == fingerprints([indented]) == [mark]
    assert len(mark) == 32


@pytest.mark.parametrize(
    "other",
    [finding(B), finding(code="other-code"), finding(excerpt="name: B")],
)
def test_another_file_code_or_line_has_another_fingerprint(other: Finding) -> None:
    assert fingerprints([finding()]) != fingerprints([other])


@given(st.lists(st.builds(finding, st.text(), st.integers(1, 9), excerpt=st.text(max_size=3))))
def test_no_two_findings_of_a_run_have_one_fingerprint(found: list[Finding]) -> None:
    assert len(set(fingerprints(found))) == len(found)


def test_what_was_there_before_is_not_introduced_even_if_its_line_moved() -> None:
    before = [finding(line=4)]
    moved, twice = finding(line=9), finding(line=12)
    other = finding(B)
    assert introduced([moved], before) == []
    assert introduced([moved, twice], before) == [twice]
    assert introduced([other, moved], before) == [other]
    assert introduced([moved], []) == [moved]


ALLOWED = "# gsca: allow some-code because it is so"
PLAN = finding(line=4, excerpt="  plan: completed")
BEHIND = finding(line=4, excerpt=f"  plan: completed  {ALLOWED}")
ABOVE = finding(line=5, excerpt="  plan: completed")
OTHER = finding(B)

TURNS = {
    "nothing": (Found([PLAN]), Found([ABOVE]), [], [], [], []),
    "one that comes": (Found(), Found([PLAN]), [PLAN], [], [], []),
    "one that goes": (Found([PLAN]), Found(), [], [PLAN], [], []),
    "one that is allowed behind it": (
        Found([PLAN, OTHER]),
        Found([OTHER], [Allowed(BEHIND, "it is so")]),
        *([], [], [Allowed(BEHIND, "it is so")], []),
    ),
    "one that is allowed above it": (
        Found([PLAN]),
        Found([], [Allowed(ABOVE, "it is so")]),
        *([], [], [Allowed(ABOVE, "it is so")], []),
    ),
    "one that comes with its comment": (
        Found(),
        Found([], [Allowed(BEHIND, "it is so")]),
        *([], [], [Allowed(BEHIND, "it is so")], []),
    ),
    "one that is allowed no more": (
        Found([], [Allowed(BEHIND, "it is so")]),
        Found([PLAN]),
        *([], [], [], [Allowed(PLAN, "it is so")]),
    ),
    "one that goes with its comment": (Found([], [Allowed(BEHIND, "x")]), Found(), [], [], [], []),
    "one that stays allowed": (
        Found([], [Allowed(BEHIND, "x")]),
        Found([], [Allowed(ABOVE, "y")]),
        *([], [], [], []),
    ),
    "one of two that are alike": (
        Found([PLAN, finding(line=9, excerpt="  plan: completed")]),
        Found([PLAN], [Allowed(finding(line=9, excerpt="  plan: completed"), "x")]),
        *([], [], [Allowed(finding(line=9, excerpt="  plan: completed"), "x")], []),
    ),
}


@pytest.mark.parametrize(
    ("before", "now", "came", "went", "allowed", "disallowed"), TURNS.values(), ids=TURNS
)
def test_a_finding_that_is_allowed_is_not_cured(  # noqa: PLR0913, PLR0917 (one for each list)
    before: Found,
    now: Found,
    came: list[Finding],
    went: list[Finding],
    allowed: list[Allowed],
    disallowed: list[Allowed],
) -> None:
    assert turned(before, now) == (came, went, allowed, disallowed)


def test_lines_that_are_read_alike_have_one_finding() -> None:
    other = PLAN._replace(excerpt=PLAN.excerpt.replace("plan", "draft"))
    apart = Found([PLAN]), Found([other])
    assert turned(*apart) == ([other], [PLAN], [], [])
    assert turned(*apart, lambda line: line.replace("draft", "plan")) == ([], [], [], [])


def test_a_finding_on_a_comment_is_known_by_the_comment() -> None:
    notices = [finding(excerpt=f"{ALLOWED}{end}", code="unused-allowance") for end in ("", " too")]
    assert len(set(fingerprints(notices))) == len(notices)
    (plain, commented) = fingerprints([PLAN])[0], fingerprints([BEHIND])[0]
    assert plain == commented
