"""gsca explain: what a code means, why it matters, and how to cure it."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

from gsca_cli.alliance.nearest import did_you_mean
from gsca_cli.cli.declared import Argument, Option
from gsca_cli.cli.options import Output, terminal_width, write
from gsca_cli.errors import UsageError
from gsca_cli.findings import shown
from gsca_cli.render.as_json import render_json
from gsca_cli.render.as_rule import rules_list, rules_markdown, rules_page, rules_text
from gsca_cli.rules.catalogue import Rule, rules

_WIDEST = 100
"""Columns; longer lines are hard to read."""


class Format(StrEnum):
    """How rules are written."""

    TEXT = "text"
    MD = "md"
    JSON = "json"


def command(
    codes: Annotated[
        list[str] | None,
        Argument(metavar="[CODE]...", help="Codes of findings (default: list them all)."),
    ] = None,
    form: Annotated[Format, Option("--format", help="How it is written.")] = Format.TEXT,
    output: Output = None,
) -> int:
    """Explain the code of a finding: what it means, why it matters, how to mend it.

    It explains the rules as they are built in; `gsca.yaml` may make a check more or less severe.

    Example: gsca explain missing-source
    """
    chosen = _chosen(codes or ())
    if form is Format.JSON:
        text = render_json("rules", chosen or list(rules().values()))
    elif form is Format.MD:
        text = rules_markdown(chosen) if chosen else rules_page(rules().values())
    else:
        width = min(terminal_width(), _WIDEST)
        text = rules_text(chosen, width) if chosen else rules_list(rules().values(), width)
    write(text, output)
    return 0


def _chosen(codes: Sequence[str]) -> list[Rule]:
    """The rules of some codes, each once.

    Raises:
        UsageError: a code is none.
    """
    for code in codes:
        if code not in rules():
            message = f"no code {shown(code)}{did_you_mean(code, rules())}"
            raise UsageError(message)
    return [rules()[code] for code in dict.fromkeys(codes)]
