"""Has typer read a command line: it knows all ways to type one, says what is wrong, and makes help.

It takes a fifth of the time of a small run, so that what is typed plainly is read without it
(`plainly.py`).
"""

import sys
from collections.abc import Sequence
from inspect import signature
from typing import Annotated, Any, get_args, get_origin

import typer
from typer.main import get_command

from gsca_cli import __version__
from gsca_cli.cli.declared import Argument, Declared
from gsca_cli.cli.known_commands import COMMANDS, Command, command_called
from gsca_cli.errors import GscaError


class MistypedError(GscaError):
    """What was typed makes no sense to typer."""


def run(typed: Sequence[str]) -> Any:
    """Run one command line.

    Raises:
        MistypedError: it makes no sense.
    """
    try:
        return get_command(app_for(typed))(typed, prog_name="gsca", standalone_mode=False)
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    except typer.TyperException as error:
        message = " ".join(error.format_message().split()).removesuffix(".")
        more = "" if message.endswith("?") else _where_told(typed)
        mistyped = MistypedError(f"{message}{more}")
        mistyped.exit_code = error.exit_code
        raise mistyped from error


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
    for name, (_, summary) in COMMANDS.items():
        function = for_typer(command_called(name)) if name == wanted else _not_wanted
        app.command(name, short_help=summary)(function)
    return app


def for_typer(command: Command) -> Command:
    """A command that typer understands: what it declares is put as typer has it."""

    def called(**values: Any) -> Any:
        return command(**values)

    declared = signature(command)
    parameters = [
        each.replace(annotation=_for_typer(each.annotation))
        for each in declared.parameters.values()
    ]
    called.__doc__ = command.__doc__
    called.__annotations__ = {each.name: each.annotation for each in parameters}
    called.__signature__ = declared.replace(parameters=parameters)  # type: ignore[attr-defined]
    return called


def _for_typer(hint: Any) -> Any:
    kind, *more = get_args(hint) if get_origin(hint) is Annotated else [hint]
    if not more or not isinstance(more[0], Declared):
        return hint
    declare = typer.Argument if isinstance(more[0], Argument) else typer.Option
    return Annotated[kind, declare(*more[0].names, **more[0].settings)]


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
