"""Write what `gsca --help` says, of the table of commands.

    PYTHONPATH=src python3 scripts/help_text.py

writes `src/gsca_cli/cli/help.txt` anew: typer takes three times as long to make it than to read it.
"""
# ruff: noqa: INP001 (a script is in no package)

from pathlib import Path
from typing import Final

from typer.main import get_command

from gsca_cli.cli import start
from gsca_cli.cli.by_typer import app_for

HELP: Final = Path(start.HELP)


def text() -> str:
    """What typer says in a terminal of 80 columns or more."""
    command = get_command(app_for(["--help"]))
    with command.make_context("gsca", [], terminal_width=80, resilient_parsing=True) as context:
        return f"{command.get_help(context)}\n"


if __name__ == "__main__":
    HELP.write_text(text(), encoding="utf-8")
