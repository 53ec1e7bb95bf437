"""What every code means, why it matters, and how to cure it: for `gsca explain` and the docs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from inspect import cleandoc

from gsca_cli.checks.check import Check
from gsca_cli.checks.registry import ALL_CHECKS
from gsca_cli.findings import Severity
from gsca_cli.rules.fixable import FIXABLE, HOW
from gsca_cli.rules.reading import READING

_PARTS = re.compile(
    r"(?P<what>.+?)\n\n(?P<why>.+?)\n\n"
    r"Wrong:(?P<wrong>.+?)\nRight:(?P<right>.+?)\nTo fix it:(?P<cure>.+)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A code: what it says, why, an example that breaks it, the same one mended, the cure.

    Texts are Markdown without line breaks; `why` is a list of paragraphs, `wrong` and `right` are
    lines of a file, which end with a line break, or a few words in which code stands between
    backticks. What is `adjustable` can be allowed by a comment, and set in `gsca.yaml`.
    """

    code: str
    severity: Severity
    adjustable: bool
    what: str
    why: tuple[str, ...]
    wrong: str
    right: str
    cure: str


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its code: first those of reading, then the checks, in their order."""
    reading = [rule(code, severity, text) for code, (severity, text) in READING.items()]
    return {each.code: each for each in (*reading, *map(_rule_of, ALL_CHECKS))}


def _rule_of(check: Check) -> Rule:
    module = import_module(f"gsca_cli.checks.{check.code.replace('-', '_')}")
    return rule(check.code, check.severity, module.__doc__ or "", adjustable=True)


def rule(code: str, severity: Severity, text: str, *, adjustable: bool = False) -> Rule:
    """A rule from its text: a sentence, paragraphs, then `Wrong:`, `Right:`, `To fix it:`.

    Raises:
        ValueError: the text lacks one of these, or has them in another order.
    """
    found = _PARTS.fullmatch(cleandoc(text))
    if not found:
        message = f"{code}: its text is not what, why, `Wrong:`, `Right:` and `To fix it:`"
        raise ValueError(message)
    return Rule(
        code,
        severity,
        adjustable,
        _one_line(found["what"]),
        tuple(_one_line(each) for each in found["why"].split("\n\n")),
        _example(found["wrong"]),
        _example(found["right"]),
        _one_line(f"{found['cure']} {HOW if code in FIXABLE else ''}"),
    )


def _example(text: str) -> str:
    """Lines below the word are kept as they are; words beside it become one line."""
    return f"{cleandoc(text)}\n" if text.startswith("\n") else _one_line(text)


def _one_line(text: str) -> str:
    return " ".join(text.split())
