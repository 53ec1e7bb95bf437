import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsca_cli.findings import Finding, Location, Related, Severity, printable
from gsca_cli.render.as_findings import render_findings, render_summary
from gsca_cli.triage.verdict import Verdict, counted

PATH = "data/cities/x.yaml"


def finding(excerpt: str, start: int = 1, end: int = 2, line: int = 1) -> Finding:
    place = Location(PATH, line, start, end)
    return Finding("some-code", Severity.ERROR, place, "it is wrong", "make it right", (), excerpt)


def excerpt_of(shown: Finding) -> tuple[str, str]:
    """The line that is shown, and the line of the caret below it."""
    _, line, caret, *_ = render_findings([shown]).splitlines()
    return line.partition(" | ")[2], caret.partition(" | ")[2]


def test_a_finding_says_where_what_and_what_to_do() -> None:
    assert render_findings([finding("name: Oslo", 7, 11, 12)]) == (
        "data/cities/x.yaml:12:7: error[some-code]: it is wrong\n"
        "  12 | name: Oslo\n"
        "     |       ^^^^\n"
        "  cure: make it right\n"
        "  more: gsca explain some-code\n"
        "\n"
    )


def test_other_places_are_named_by_their_line_or_their_file() -> None:
    related = (
        Related(Location(PATH, 4, 3), "first given here"),
        Related(Location("gsca.yaml", 2, 1), "this\x1bsays so"),
    )
    place = Location(PATH, 12, 7)
    shown = Finding("some-code", Severity.WARNING, place, "it is wrong", related=related)
    assert render_findings([shown]) == (
        "data/cities/x.yaml:12:7: warning[some-code]: it is wrong\n"
        "  note: first given here: line 4\n"
        "  note: this\\u001bsays so: gsca.yaml:2:1\n"
        "  more: gsca explain some-code\n"
        "\n"
    )


@pytest.mark.parametrize(
    ("severity", "code"),
    [(Severity.ERROR, "1;31"), (Severity.WARNING, "1;33"), (Severity.NOTICE, "1;36")],
)
def test_colour_marks_how_much_a_finding_matters_and_changes_no_word(
    severity: Severity, code: str
) -> None:
    shown = finding("name: Oslo", 7, 11)._replace(severity=severity)
    coloured = render_findings([shown], colour=True)
    assert f"\x1b[{code}m{severity}[some-code]\x1b[0m" in coloured
    assert f"\x1b[{code}m^^^^\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == render_findings([shown])


def test_without_a_line_or_a_hint_a_finding_is_short() -> None:
    bare = Finding("some-code", Severity.NOTICE, Location(PATH), "it is wrong")
    assert render_findings([bare]) == (
        "data/cities/x.yaml:1:1: notice[some-code]: it is wrong\n  more: gsca explain some-code\n\n"
    )
    assert render_findings([finding("   ")]).count("\n") == 4
    assert render_findings([]) == ""


@pytest.mark.parametrize(
    ("excerpt", "start", "end", "shown", "caret"),
    [
        ("name: Oslo", 1, 5, "name: Oslo", "^^^^"),
        ("name: Oslo", 11, 12, "name: Oslo", "          ^"),
        ("name: Oslo", 1, 1, "name: Oslo", "^"),
        ("name:", 5, 9, "name:", "    ^"),
        ("é: Å", 4, 5, "é: Å", "   ^"),
        ("名: 加賀市", 4, 7, "名: 加賀市", "    ^^^^^^"),
        ("名: x", 4, 5, "名: x", "    ^"),
        ("👍: x", 4, 5, "👍: x", "    ^"),
        ("e\u0301: x", 5, 6, "e\u0301: x", "   ^"),
        ("\uff21: x", 1, 2, "\uff21: x", "^^"),
        ("a\tb", 3, 4, "a b", "  ^"),
        ("a\x1b[31mb", 2, 3, "a\\u001b[31mb", " ^^^^^^"),
        ("a\u202eb", 3, 4, "a\\u202eb", "       ^"),
        ("\x00x", 2, 3, "\\u0000x", "      ^"),
        ("a\u2028b", 1, 2, "a\\u2028b", "^"),
        ("a\u200bb", 3, 4, "a\\u200bb", "       ^"),
    ],
)
def test_the_caret_stands_under_the_exact_place(
    excerpt: str, start: int, end: int, shown: str, caret: str
) -> None:
    assert excerpt_of(finding(excerpt, start, end)) == (shown, caret)


@pytest.mark.parametrize("start", [1, 2, 100, 159, 160, 161, 500, 990])
@pytest.mark.parametrize("length", [1, 5])
def test_of_a_long_line_the_part_around_the_place_is_shown(start: int, length: int) -> None:
    line = "".join(chr(ord("a") + index % 26) for index in range(1000))
    shown, caret = excerpt_of(finding(line, start, start + length))
    assert len(shown) == 160
    assert shown in line
    marked = shown[len(caret) - caret.count("^") : len(caret)]
    assert marked == line[start - 1 : start - 1 + length]


def test_a_long_place_is_marked_no_further_than_it_is_shown() -> None:
    shown, caret = excerpt_of(finding("x" * 400, 1, 301))
    assert len(caret) <= len(shown)


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("Oslo", "Oslo"),
        ("加賀市 👍 Å", "加賀市 👍 Å"),
        ("a\nb\rc", "a\\u000ab\\u000dc"),
        ("\x1b]0;title\x07", "\\u001b]0;title\\u0007"),
        ("\u202eevil\u2066", "\\u202eevil\\u2066"),
        ("\u200b\ufeff\x85", "\\u200b\\ufeff\\u0085"),
        ("\udcff", "\\udcff"),
        ("a\tb", "a b"),
        ("", ""),
    ],
)
def test_what_would_disturb_a_terminal_shows_as_its_code(text: str, safe: str) -> None:
    assert printable(text) == safe


ANYTHING = st.text(max_size=30)


PLACES = st.builds(
    lambda path, start, length: Location(path, 1, start, start + length),
    ANYTHING,
    st.integers(1, 40),
    st.integers(0, 9),
)


@given(PLACES, ANYTHING, ANYTHING, ANYTHING)
def test_no_finding_disturbs_a_terminal(
    place: Location, message: str, hint: str, excerpt: str
) -> None:
    other = Related(place, message)
    shown = Finding("c", Severity.ERROR, place, message, hint, (other,), excerpt)
    text = render_findings([shown])
    assert all(each == "\n" or each.isprintable() for each in text)
    assert text.count("\n") == 4 + 2 * bool(excerpt.strip()) + bool(hint)
    text.encode()


def some(severity: Severity, number: int) -> list[Finding]:
    return [Finding("c", severity, Location(PATH), "wrong")] * number


@pytest.mark.parametrize(
    ("found", "line"),
    [
        ([], "No findings."),
        (some(Severity.ERROR, 1), "1 error."),
        (some(Severity.ERROR, 2), "2 errors."),
        (some(Severity.NOTICE, 1) + some(Severity.ERROR, 2), "2 errors, 1 notice."),
        (
            some(Severity.NOTICE, 3) + some(Severity.WARNING, 1) + some(Severity.ERROR, 2),
            "2 errors, 1 warning, 3 notices.",
        ),
    ],
)
def test_the_summary_counts_what_was_found(found: list[Finding], line: str) -> None:
    read = {"cities": 5, "regions": 0, "policies": 12}
    verdict = Verdict(found, counts=counted(found), read=read)
    assert render_summary(verdict) == f"Read 5 cities, 12 policies.\n{line}\n"


def test_the_summary_says_how_many_findings_are_not_shown() -> None:
    found = some(Severity.ERROR, 2000)
    verdict = Verdict(found[:1], 1999, counted(found), {"cities": 5})
    assert render_summary(verdict) == (
        "Read 5 cities.\n2,000 errors.\n"
        "1,999 of them are not shown; `--max-findings 0` shows all.\n"
    )
