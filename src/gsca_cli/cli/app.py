"""The app: the table of commands, and the one boundary where errors become exit codes."""

import gc
import sys
from collections.abc import Sequence
from contextvars import copy_context
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.main import get_command

from gsca_cli import __version__
from gsca_cli.cli.interruption import was_interrupted
from gsca_cli.cli.messages import tell
from gsca_cli.cli.voice import make_way, set_up
from gsca_cli.errors import INTERRUPTED, GscaError

# By their modules in `commands/`; only that of the one that was typed is imported.
COMMANDS = {
    "validate": ("validate", "Check every record, and say where each mistake is."),
    "explain": ("explain", "Explain the code of a finding, or list all codes."),
    "report": ("report", "Report on a region, city, policy, track or all of it."),
    "list": ("list_records", "List the records of a kind that match."),
    "show": ("show", "Show one record, and where each value stands."),
    "diff": ("diff", "Say what changed between two moments, by meaning."),
    "trend": ("trend", "Count selections and completed steps over time."),
    "log": ("log", "Tell the life of one record, or of one part of it."),
    "new": ("new_record", "Make the file of a new record."),
    "set": ("set_values", "Change values in the files of records."),
    "rename": ("rename", "Give a record another id, wherever it is named."),
    "fix": ("fix", "Mend what can be mended without a person, in all files."),
    "fmt": ("format_files", "Lay out files in the one way that all share."),
    "merge-driver": ("merge_driver", "Merge records by their values, for git."),
    "schema": ("schema", "Make JSON Schemas, by which editors check records."),
    "completion": ("completion", "Print what makes a shell complete with Tab."),
}

# A run is short and makes few cycles: looking for them less often takes a tenth off a report.
gc.set_threshold(100_000)

A_BUG = 4


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line.

    Returns the exit code: 0 fine; 1 an error among the findings; 2 wrong usage; 3 could not run;
    4 a bug in gsca; 130 interrupted.
    """
    typed = list(sys.argv[1:] if arguments is None else arguments) or ["--help"]
    set_up()
    try:
        # What an option changes for a run is gone with it.
        code: Any = copy_context().run(_run, typed)
    except GscaError as error:
        return _failed(str(error), error.exit_code)
    except typer.TyperException as error:
        message = " ".join(error.format_message().split()).removesuffix(".")
        more = "" if message.endswith("?") else _where_told(typed)
        return _failed(f"{message}{more}", error.exit_code)
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 (the one boundary: what nobody foresaw is a bug)
        if was_interrupted(error):
            return INTERRUPTED
        import traceback  # noqa: PLC0415 (only a bug needs it)

        traceback.print_exc()
        return _failed("this is a bug in gsca; please report it with the lines above", A_BUG)
    return code or 0


def _run(typed: Sequence[str]) -> Any:
    try:
        return get_command(app_for(typed))(typed, prog_name="gsca", standalone_mode=False)
    finally:
        # Some have nothing to say, and some are interrupted.
        make_way()


def _failed(message: str, code: int) -> int:
    tell(message)
    return code


def _where_told(typed: Sequence[str]) -> str:
    """Where somebody is told more who typed what makes no sense."""
    name = _wanted(typed)
    if name in COMMANDS:
        return f"; `gsca {name} --help` says how it is used"
    return "; `gsca --help` lists the commands"


def _wanted(typed: Sequence[str]) -> str:
    """The command that was typed."""
    return next((word for word in typed if not word.startswith("-")), "")


def app_for(typed: Sequence[str]) -> typer.Typer:
    """The app with the command that was typed; the others only answer `--help`."""
    app = typer.Typer(
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        help="Check, edit, question and report the records of an alliance.",
        epilog="`gsca COMMAND --help` says more about one of them.",
    )
    app.callback()(_options)
    wanted = _wanted(typed)
    for name, (module, summary) in COMMANDS.items():
        function = (
            import_module(f"gsca_cli.cli.commands.{module}").command
            if name == wanted
            else _not_wanted
        )
        app.command(name, short_help=summary)(function)
    return app


def _not_wanted() -> None:
    """Stand in for a command that was not typed."""


def _say_version(wanted: bool) -> None:  # noqa: FBT001 (the value of the option)
    if wanted:
        sys.stdout.write(f"gsca {__version__}\n")
        raise typer.Exit


def _options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Say which version this is.", is_eager=True, callback=_say_version
        ),
    ] = False,
) -> None:
    """Check, edit, question and report the records of an alliance."""
