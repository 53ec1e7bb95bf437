"""Runs one command line: the one boundary where errors become exit codes."""

import gc
import sys
from collections.abc import Sequence
from contextvars import copy_context
from types import FunctionType
from typing import Any

from gsca_cli.cli.interruption import was_interrupted
from gsca_cli.cli.known_commands import COMMANDS, command_called
from gsca_cli.cli.messages import tell
from gsca_cli.cli.plainly import read_plainly
from gsca_cli.cli.voice import make_way, set_up
from gsca_cli.errors import INTERRUPTED, GscaError

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
    except KeyboardInterrupt:
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
        name, *words = typed
        command = command_called(name) if name in COMMANDS else None
        values = read_plainly(command, words) if isinstance(command, FunctionType) else None
        if isinstance(command, FunctionType) and values is not None:
            return command(**values)
        # Most are typed plainly, and spared it.
        from gsca_cli.cli.by_typer import run  # noqa: PLC0415

        return run(typed)
    finally:
        # Some have nothing to say, and some are interrupted.
        make_way()


def _failed(message: str, code: int) -> int:
    tell(message)
    return code
