"""The table says what the commands and the models say."""

import re
from collections.abc import Iterator

import pytest
from scripts.completion_table import WHAT, table, text
from typer.main import get_command

from gsca_cli.cli.by_typer import app_for
from gsca_cli.cli.completing.table import TABLE, load_table
from gsca_cli.cli.known_commands import COMMANDS

FREE = {"DATE", "N", "REV", "A,B,", "SHELL", "NEW", "MOMENT", "ROUTE", "A[..B]", "B"}
"""Placeholders of which gsca offers nothing, or a choice that the command itself names."""


def test_it_is_up_to_date(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        TABLE.write_text(text(), encoding="utf-8")
    cure = "scripts/completion_table.py writes it anew"
    assert TABLE.read_text(encoding="utf-8") == text(), cure
    assert load_table().keys() == table().keys()


def test_every_placeholder_of_a_command_is_known() -> None:
    assert set(placeholders()) <= WHAT.keys() | FREE


def placeholders() -> Iterator[str]:
    for name in COMMANDS:
        for parameter in get_command(app_for([name])).commands[name].params:  # type: ignore[attr-defined]
            for word in (parameter.metavar or "").split():
                yield re.sub(r"^\[(.*)\]$", r"\1", word.removesuffix("..."))


def test_options_know_whether_something_follows_them() -> None:
    options = load_table()["commands"]["validate"]["options"]
    assert "what" not in options["--strict"]
    assert options["--today"]["what"] == ""
    assert options["--select"] == {"about": "Report only these codes.", "what": "codes"} | {
        "again": True
    }
    assert options["-o"] == options["--output"]
