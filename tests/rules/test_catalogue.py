"""What is read from a docstring, and that every code has a rule."""

import pytest

from gsca_cli.checks.registry import ALL_CHECKS
from gsca_cli.findings import Severity
from gsca_cli.rules.catalogue import Rule, rule, rules
from gsca_cli.rules.reading import READING

WORDS = """A city
has no name.

It cannot be
listed.

Nor can it be found.

Wrong: a city with
  no `name`
Right: `name: Oslo`
To fix it: add the name,
or delete the city.
"""

LINES = """
    A city has no name.

    It cannot be listed.

    Wrong:
        country: NO
        steps:

          plan: completed
    Right:
        name: Oslo
    To fix it: add the name.
    """


def test_words_become_one_line_each() -> None:
    assert rule("no-name", Severity.WARNING, WORDS) == Rule(
        code="no-name",
        severity=Severity.WARNING,
        adjustable=False,
        what="A city has no name.",
        why=("It cannot be listed.", "Nor can it be found."),
        wrong="a city with no `name`",
        right="`name: Oslo`",
        cure="add the name, or delete the city.",
    )


def test_lines_of_a_file_are_kept_without_the_indentation_that_they_share() -> None:
    read = rule("no-name", Severity.ERROR, LINES, adjustable=True)
    assert read.wrong == "country: NO\nsteps:\n\n  plan: completed\n"
    assert read.right == "name: Oslo\n"
    assert (read.what, read.why) == ("A city has no name.", ("It cannot be listed.",))
    assert read.cure == "add the name."
    assert read.adjustable


def test_lines_may_hold_the_words_that_name_the_parts() -> None:
    text = LINES.replace("country: NO", "Wrong: 1\n        Right: 2\n        To fix it: 3")
    read = rule("no-name", Severity.ERROR, text)
    assert read.wrong == "Wrong: 1\nRight: 2\nTo fix it: 3\nsteps:\n\n  plan: completed\n"
    assert read.right == "name: Oslo\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A city has no name.",
        WORDS.replace("Wrong:", "Bad:"),
        WORDS.replace("Right:", "Good:"),
        WORDS.replace("To fix it:", "Cure:"),
        WORDS.replace("Right:", "Wrong:").replace("Wrong: a", "Right: a"),
        "A city has no name.\n\n" + WORDS[WORDS.index("Wrong:") :],
    ],
    ids=["nothing", "no parts", "no wrong", "no right", "no cure", "another order", "no why"],
)
def test_a_text_that_lacks_a_part_is_refused_by_its_code(text: str) -> None:
    with pytest.raises(ValueError, match=r"\Ano-name: its text is not what, why, `Wrong:`"):
        rule("no-name", Severity.ERROR, text)


def test_every_code_has_a_rule_once_reading_first_then_the_checks_in_their_order() -> None:
    codes = [*READING, *(check.code for check in ALL_CHECKS)]
    assert list(rules()) == codes
    assert [each.code for each in rules().values()] == codes
    assert len(set(codes)) == len(codes)


def test_a_rule_is_as_severe_as_its_check_and_can_be_set_where_a_check_reports_it() -> None:
    for code, (severity, _) in READING.items():
        assert (rules()[code].severity, rules()[code].adjustable) == (severity, False)
    for check in ALL_CHECKS:
        assert rules()[check.code].severity is check.severity
        assert rules()[check.code].adjustable


@pytest.mark.parametrize("code", rules())
def test_a_rule_says_everything_in_sentences(code: str) -> None:
    each = rules()[code]
    assert each.what.endswith(".")
    assert not each.what[0].islower()
    assert each.cure.endswith(".")
    assert all(paragraph.endswith((".", "`.")) for paragraph in each.why)
    assert each.wrong != each.right
    for text in (each.what, *each.why, each.cure):
        assert text.count("`") % 2 == 0
        assert text == " ".join(text.split())


@pytest.mark.parametrize("code", rules())
def test_an_example_is_lines_on_both_sides_or_words_on_both(code: str) -> None:
    each = rules()[code]
    assert each.wrong.endswith("\n") == each.right.endswith("\n")
    assert each.wrong.strip()
    assert each.right.strip()
