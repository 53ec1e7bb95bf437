"""Where gsca starts: a shell that asks for words gets them before a command is loaded."""

import os
import sys

from gsca_cli.errors import INTERRUPTED

# As in `typing`, which takes as long to load as all that is done here.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from sys import UnraisableHookArgs
    from types import TracebackType
    from typing import NoReturn

HELP = os.path.join(os.path.dirname(__file__), "help.txt")
"""What `gsca --help` says, made by `scripts/help_text.py`."""
_SCRIPTS: dict[tuple[str, ...], str] = {
    ("completion", shell): os.path.join(os.path.dirname(__file__), "completing", f"gsca.{shell}")
    for shell in ("bash", "zsh", "fish")
}
"""What a shell may read each time it starts."""
_WIDTH = 80
"""The columns that it needs; for fewer, it is laid out anew."""


def run() -> "NoReturn":
    """Run one command line as a process of its own, and end that at once."""
    code = main()
    if not _has_more_to_do():
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        except OSError:
            # Python knows what to say of it.
            sys.exit(code)
        # To free all that was read, piece by piece, takes 0.4 s after twenty thousand cities.
        os._exit(code)
    sys.exit(code)


def _has_more_to_do() -> bool:
    """Is somebody to be told at the end: other processes, or who watches this one?"""
    return bool("multiprocessing" in sys.modules or sys.gettrace() or sys.getprofile())


def main() -> int:
    """Run one command line; the exit code. Ctrl-C ends it at once, and without a word."""
    sys.excepthook = _ended
    sys.unraisablehook = _ended_in_passing
    _without_plugins()
    code = _run()
    if code == INTERRUPTED:
        _end()
    return code


def _without_plugins() -> None:
    """No other package has a say in what our models do.

    To look for such a plugin, pydantic would read what all packages that are installed say of
    themselves, at every start. Even where it is told not to, it loads what would read that, which
    takes a thirtieth of a check of sixty files: so it finds the module that looks for plugins
    loaded already, as one that finds none.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    loader = type(sys)("pydantic.plugin._loader")
    vars(loader)["get_plugins"] = tuple
    sys.modules.setdefault(loader.__name__, loader)


def _run() -> int:
    """Answer a shell, say the version, or run one command line.

    `__complete` is what the scripts of `gsca completion` call; nobody else does.
    """
    if sys.argv[1:2] == ["__complete"]:
        from gsca_cli.cli.completing.answer import answer  # noqa: PLC0415 (only there)

        return answer(sys.argv[2:])
    if sys.argv[1:] == ["--version"]:
        from gsca_cli import __version__  # noqa: PLC0415 (only there)

        sys.stdout.write(f"gsca {__version__}\n")
        return 0
    if sys.argv[1:] in ([], ["--help"]) and _columns() >= _WIDTH:
        return _say(HELP)
    if tuple(sys.argv[1:]) in _SCRIPTS and not sys.stdout.isatty():
        return _say(_SCRIPTS[tuple(sys.argv[1:])])
    if "--help" in sys.argv or "--no-cache" in sys.argv:
        # Neither is remembered: what would know is spared.
        return _command()
    from gsca_cli.cli.remembering.recall import recalled  # noqa: PLC0415 (not for the others)

    return recalled(sys.argv[1:], _command)


def _say(path: str) -> int:
    """Say what a file of gsca says."""
    with open(path, encoding="utf-8") as file:
        sys.stdout.write(file.read())
    return 0


def _columns() -> int:
    """How wide the terminal is, as `shutil` has it."""
    try:
        return int(os.environ.get("COLUMNS", "")) or _WIDTH
    except ValueError:
        pass
    try:
        return os.get_terminal_size(1).columns or _WIDTH
    except OSError:
        return _WIDTH


def _command() -> int:
    """Run the command line; typer and the commands take four times as long to load."""
    from gsca_cli.cli.app import main as run  # noqa: PLC0415

    return run()


def _ended(kind: type[BaseException], error: BaseException, trace: "TracebackType | None") -> None:
    """Stand in for Python, which would print where Ctrl-C met it."""
    if issubclass(kind, KeyboardInterrupt):
        _end()
    sys.__excepthook__(kind, error, trace)


def _ended_in_passing(found: "UnraisableHookArgs") -> None:
    """The same where Python cannot raise: it would go on as if nobody had pressed anything."""
    if issubclass(found.exc_type, KeyboardInterrupt):
        _end()
    sys.__unraisablehook__(found)


def _end() -> None:
    # What is left, be it output that nobody reads or memory to be freed, is not waited for.
    os._exit(INTERRUPTED)
