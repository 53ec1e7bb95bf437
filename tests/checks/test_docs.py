"""docs/checks.md is made of the docstrings of the checks, and of the table here."""

import ast
import importlib
import inspect
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from gsca_cli.checks.check import Check
from gsca_cli.checks.registry import ALL_CHECKS

TOP = Path(__file__).resolve().parents[2]
PAGE = TOP / "docs" / "checks.md"

READING: Mapping[str, tuple[str, str]] = {
    "alias": ("A YAML alias (`*name`) repeats another value.", "Write the value out."),
    "anchor": (
        "A YAML anchor (`&name`) names a value.",
        "Delete the anchor, and write the value out where it is repeated.",
    ),
    "control-character": (
        "An invisible character stands in the file, or an escape makes one.",
        "Delete it. End lines with LF or CRLF.",
    ),
    "directive": ("A line begins with `%`.", "Delete the line: records need no directives."),
    "duplicate-key": ("A key stands twice in one map.", "Keep one of the two."),
    "file-too-large": (
        "The file is larger than 1 MiB.",
        "Split the record, or link to the long text.",
    ),
    "invalid-value": (
        "A value is not of the kind that its field needs.",
        "Write it as the message says.",
    ),
    "key-not-text": (
        "A key is a number, true, false, empty, a list or a map.",
        "Put the key in quotes, or write a word.",
    ),
    "link": (
        "A symbolic link stands where a record belongs.",
        "Put the record itself there: gsca follows no links.",
    ),
    "merge-conflict": (
        "Marker lines of a merge conflict are still in the file.",
        "Keep one of the two versions, and delete the marker lines.",
    ),
    "merge-key": ("A YAML merge key (`<<`) copies another map.", "Write the entries out."),
    "misplaced-file": (
        "A file stands under `data/`, but in no folder of records.",
        "Move it into the folder of its kind.",
    ),
    "missing-field": ("A field that every such record needs is not there.", "Add the field."),
    "more-findings": (
        "One file has more than 20 findings; the rest is not shown.",
        "Mend the first ones and look again: many may be one mistake.",
    ),
    "nested-too-deep": ("Lists and maps stand more than 20 levels deep.", "Simplify the record."),
    "not-a-record": (
        "The file is empty, or does not hold `key: value` lines.",
        "Begin with a line such as `name: Bogotá`, or delete the file.",
    ),
    "not-utf-8": ("The file is not written in UTF-8.", "Save it as UTF-8."),
    "several-documents": (
        "A second document begins in the file.",
        "Move it to a file of its own.",
    ),
    "special-file": (
        "Something that is no file, such as a device, stands where a record belongs.",
        "Put a file there.",
    ),
    "tab": (
        "A tab stands in the file.",
        'Indent with spaces. Write `"\\t"` where a text needs a tab.',
    ),
    "tag": ("A YAML tag (`!...`) gives a value another type.", "Delete the tag, and quote a text."),
    "too-many-values": ("The file holds more than 10,000 values.", "Split the record."),
    "unknown-field": (
        "A field is not one that such a record has.",
        "Take the name that is suggested, or delete the field.",
    ),
    "unreadable-file": ("The file cannot be opened.", "See who may read it."),
    "unusable-number": (
        "A number is infinite, undefined, or too long to be kept exactly.",
        "Put it in quotes if it is a text.",
    ),
    "wrong-extension": (
        "The name of a file under `data/` does not end in `.yaml` or `.yml`.",
        "Rename the file, or move it out of the folder.",
    ),
    "yaml-syntax": (
        "The file is not YAML.",
        "Look at the place that is named, and at the line above it.",
    ),
}
"""What reading a file can report: what it means, and how to cure it."""

INTRO = """\
# Checks

`gsca validate` reads every record, and then holds the records against each other. This page \
lists every code that it can report, what the code means and how to cure it.

## Reading

These codes come from reading one file. A file that cannot be read is left out, and the rest is \
checked without it. All of them are errors, except that a hidden file under `data/` is only a \
notice.

| Code | Meaning | Cure |
| --- | --- | --- |
"""

REPORTING = {"Finding", "Stray", "refuse", "abandon", "_finding"}
"""What is called with a code to report something."""


def render_checks() -> str:
    """The whole page."""
    rows = "".join(
        f"| `{code}` | {meaning} | {cure} |\n" for code, (meaning, cure) in READING.items()
    )
    return INTRO + rows + "".join(f"\n{section(check)}" for check in ALL_CHECKS)


def section(check: Check) -> str:
    """What the page says of one check."""
    module = importlib.import_module(f"gsca_cli.checks.{check.code.replace('-', '_')}")
    text, *parts = re.split(r"\n(?=(?:Wrong|Right|To fix it): )", inspect.getdoc(module) or "")
    first, *rest = (one_line(paragraph) for paragraph in text.strip().split("\n\n"))
    items = "".join(f"- **{name}:** {each}\n" for name, each in map(named, parts))
    paragraphs = "".join(
        f"{each}\n\n" for each in (f"*{check.severity.capitalize()}.* {first}", *rest)
    )
    return f"## {check.code}\n\n{paragraphs}{items}"


def named(part: str) -> tuple[str, str]:
    """The name of a part of a docstring, and its text."""
    name, text = part.split(": ", maxsplit=1)
    return name, one_line(text)


def one_line(text: str) -> str:
    """A text without line breaks."""
    return " ".join(text.split())


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


def test_the_page_says_what_the_checks_say(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        PAGE.write_bytes(render_checks().encode())
    page = PAGE.read_bytes().decode()
    assert page == render_checks(), "docs/checks.md differs; --update-golden writes it anew"


def test_the_table_names_what_reading_can_report_and_nothing_else() -> None:
    paths = (TOP / "src" / "gsca_cli").rglob("*.py")
    assert sorted({code for path in paths for code in codes(path)}) == list(READING)


def test_no_check_has_the_code_of_something_that_reading_reports() -> None:
    assert not {check.code for check in ALL_CHECKS} & READING.keys()
