"""docs/checks.md is made of the rules, and the rules are those that the code can report."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from gsca_cli.checks.registry import ALL_CHECKS
from gsca_cli.render.as_rule import rules_page
from gsca_cli.rules.catalogue import rules
from gsca_cli.rules.reading import READING

TOP = Path(__file__).resolve().parents[2]
PAGE = TOP / "docs" / "checks.md"

REPORTING = {"Finding", "Stray", "refuse", "abandon", "_finding"}
"""What is called with a code to report something."""


def codes(path: Path) -> Iterator[str]:
    """The codes that a module reports by name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and called(node.func) in REPORTING:
            yield from filter(is_code, (text_of(each) for each in node.args))
        if isinstance(node, ast.Assign) and [called(each) for each in node.targets] == ["code"]:
            yield from filter(is_code, (text_of(each) for each in ast.walk(node.value)))


def called(node: ast.expr) -> str:
    """The last name of an expression such as `self.refuse`."""
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def text_of(node: ast.AST) -> str:
    """The text of a constant; nothing of anything else."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def is_code(text: str) -> bool:
    """Does a text look like a code?"""
    return bool(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text))


def test_the_page_says_what_the_rules_say(request: pytest.FixtureRequest) -> None:
    page = rules_page(rules().values())
    if request.config.getoption("--update-golden"):
        PAGE.write_bytes(page.encode())
    found = PAGE.read_bytes().decode()
    assert found == page, "docs/checks.md differs; --update-golden writes it anew"


def test_every_rule_has_a_row_and_a_heading_on_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert re.findall(r"^\| \[`([a-z0-9-]+)`\]\(#\1\) \|", page, re.MULTILINE) == list(rules())
    assert re.findall(r"^## (.*)$", page, re.MULTILINE) == list(rules())


def test_what_is_reported_by_name_is_what_reading_can_report_and_nothing_else() -> None:
    paths = (TOP / "src" / "gsca_cli").rglob("*.py")
    assert sorted({code for path in paths for code in codes(path)}) == list(READING)


def test_no_check_has_the_code_of_something_that_reading_reports() -> None:
    assert not {check.code for check in ALL_CHECKS} & READING.keys()
