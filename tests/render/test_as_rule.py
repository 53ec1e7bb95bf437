"""Rules as text and as Markdown."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from render.gfm import tables
from rich.cells import cell_len

from gsca_cli.findings import Severity
from gsca_cli.render.as_rule import (
    rule_markdown,
    rule_text,
    rules_list,
    rules_markdown,
    rules_page,
    rules_text,
)
from gsca_cli.rules.catalogue import Rule, rules

WORDS = Rule(
    "no-name",
    Severity.WARNING,
    adjustable=True,
    what="A city has no name.",
    why=("It cannot be listed.", "Nor can it be found by anybody."),
    wrong="a city with no `name`",
    right="`name: Oslo`",
    cure="add the name.",
)
LINES = replace(
    WORDS,
    code="two-names",
    severity=Severity.ERROR,
    adjustable=False,
    what="A city | has two names.",
    wrong="name: Oslo\nnames:\n\n  no: Oslo\n",
    right="name: Oslo\n",
)


def test_a_rule_as_text_says_how_to_allow_and_to_silence_it() -> None:
    assert rule_text(WORDS, 80) == (
        "no-name (warning, as built in)\n"
        "\n"
        "A city has no name.\n"
        "\n"
        "It cannot be listed.\n"
        "\n"
        "Nor can it be found by anybody.\n"
        "\n"
        "Wrong:\n"
        "    a city with no `name`\n"
        "\n"
        "Right:\n"
        "    `name: Oslo`\n"
        "\n"
        "To fix it: add the name.\n"
        "\n"
        "To allow one finding, write on its line, or alone on a line above it:\n"
        "    # gsca: allow no-name because ...\n"
        "\n"
        "To silence the check, or to make it an `error`, a `warning` or a `notice`, write\n"
        "in `gsca.yaml`:\n"
        "    checks:\n"
        "      no-name: silent\n"
    )


def test_a_rule_of_reading_says_that_it_cannot_be_silenced_and_keeps_its_lines() -> None:
    assert rule_text(LINES, 30) == (
        "two-names (error)\n"
        "\n"
        "A city | has two names.\n"
        "\n"
        "It cannot be listed.\n"
        "\n"
        "Nor can it be found by\n"
        "anybody.\n"
        "\n"
        "Wrong:\n"
        "    name: Oslo\n"
        "    names:\n"
        "\n"
        "      no: Oslo\n"
        "\n"
        "Right:\n"
        "    name: Oslo\n"
        "\n"
        "To fix it: add the name.\n"
        "\n"
        "No comment allows this, and\n"
        "`gsca.yaml` cannot silence it:\n"
        "it comes from reading the\n"
        "files, not from a check. What\n"
        "cannot be read is left out\n"
        "until it is mended.\n"
    )


def test_words_of_an_example_are_wrapped_within_their_indentation() -> None:
    long = replace(WORDS, wrong="a city with no `name` at all")
    assert "Wrong:\n    a city with no\n    `name` at all\n\nRight:" in rule_text(long, 20)
    assert "Wrong:\n    a city with no `name` at all\n\nRight:" in rule_text(long, 32)
    assert "Wrong:\n    a city with no `name` at\n    all\n\nRight:" in rule_text(long, 31)


def test_what_stands_between_backticks_is_broken_only_where_it_fits_no_line() -> None:
    rule = replace(WORDS, what="Write `name: Oslo` or `name: The City of Oslo` here.")
    assert "\n\nWrite\n`name: Oslo` or\n`name: The City\nof Oslo` here.\n\n" in rule_text(rule, 16)


def test_a_wide_letter_takes_two_columns() -> None:
    rule = replace(WORDS, what="東京 東京 東京")
    assert "\n\n東京 東京\n東京\n\n" in rule_text(rule, 13)
    assert "\n\n東京 東京 東京\n\n" in rule_text(rule, 14)


def test_rules_as_text_are_two_lines_apart() -> None:
    assert rules_text([WORDS, LINES], 80) == f"{rule_text(WORDS, 80)}\n\n{rule_text(LINES, 80)}"


def test_a_list_has_a_line_for_each_rule_and_breaks_what_is_too_long_for_it() -> None:
    long = replace(LINES, what="A city has two names at once.")
    assert rules_list([WORDS, long], 48) == (
        "no-name    warning  A city has no name.\n"
        "two-names  error    A city has two names at\n"
        "                    once.\n"
        "\n"
        "`gsca explain CODE` says more about one of them.\n"
    )
    assert "  A city has two names at once.\n" in rules_list([WORDS, long], 49)


def test_a_list_leaves_24_columns_for_words_however_narrow_the_terminal_is() -> None:
    fits = replace(LINES, what="A city has two names, or more.")
    listed = rules_list([WORDS, fits], 10)
    assert "  A city has two names, or\n                    more.\n" in listed
    assert listed.endswith("\n\n`gsca\nexplain\nCODE` says\nmore about\none of\nthem.\n")
    wider = replace(LINES, what="A city has three names or more.")
    assert "  A city has three names\n" in rules_list([WORDS, wider], 10)


def test_a_rule_as_markdown_shows_words_in_their_line_and_lines_as_yaml() -> None:
    assert rule_markdown(WORDS) == (
        "## no-name\n"
        "\n"
        "*Warning.* A city has no name.\n"
        "\n"
        "It cannot be listed.\n"
        "\n"
        "Nor can it be found by anybody.\n"
        "\n"
        "- **Wrong:** a city with no `name`\n"
        "- **Right:** `name: Oslo`\n"
        "- **To fix it:** add the name.\n"
    )
    fences = [each for each in MarkdownIt().parse(rule_markdown(LINES)) if each.type == "fence"]
    assert [(each.info, each.content) for each in fences] == [
        ("yaml", LINES.wrong),
        ("yaml", LINES.right),
    ]
    assert rules_markdown([WORDS, LINES]) == f"{rule_markdown(WORDS)}\n{rule_markdown(LINES)}"


def test_a_page_begins_with_a_table_whatever_stands_in_a_cell() -> None:
    page = rules_page(iter([WORDS, LINES]))
    assert page.startswith("# Checks\n\n")
    assert page.endswith(f"|\n\n{rules_markdown([WORDS, LINES])}")
    assert tables(page) == [
        [
            ["Code", "Severity", "Meaning"],
            ["no-name", "warning", "A city has no name."],
            ["two-names", "error", "A city | has two names."],
        ]
    ]
    links = [
        child.attrs["href"]
        for each in MarkdownIt().enable("table").parse(page)
        for child in each.children or ()
        if child.type == "link_open"
    ]
    assert links == ["#no-name", "#two-names"]


@pytest.mark.parametrize("code", rules())
def test_every_rule_fits_a_terminal_of_80_columns(code: str) -> None:
    lines = rule_text(rules()[code], 80).splitlines()
    assert max(map(cell_len, lines)) <= 80
    assert lines == [line.rstrip() for line in lines]
    assert "\t" not in "".join(lines)


@pytest.mark.parametrize("code", rules())
def test_every_rule_is_one_heading_and_its_examples_in_markdown(code: str) -> None:
    rule = rules()[code]
    parsed = MarkdownIt().parse(rule_markdown(rule))
    assert [each.tag for each in parsed if each.type == "heading_open"] == ["h2"]
    fences = [each.content for each in parsed if each.type == "fence"]
    assert fences == [text for text in (rule.wrong, rule.right) if text.endswith("\n")]


def test_the_list_of_all_rules_fits_a_terminal_of_80_columns() -> None:
    listed = rules_list(rules().values(), 80).splitlines()
    assert max(map(cell_len, listed)) <= 80
    assert [line.split()[0] for line in listed[:-2] if not line.startswith(" ")] == list(rules())


@given(st.integers(1, 120), st.text(st.sampled_from("ab `é加"), max_size=60))
def test_wrapping_loses_no_word(width: int, text: str) -> None:
    shown = rule_text(replace(WORDS, what=f"x {text}"), width)
    what = shown.split("\n\n")[1]
    assert what.split() == ["x", *text.split()]
