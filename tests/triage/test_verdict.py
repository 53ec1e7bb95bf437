from collections.abc import Sequence

import pytest
from triage.sample_findings import A, B, finding

from gsca_cli.findings import Finding, Location, Related, Severity
from gsca_cli.triage.verdict import MOST_IN_A_FILE, Verdict, capped, chosen, counted, worst_first


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
