"""Where gsca starts: a shell that asks for words gets them before a command is loaded."""

import sys


def main() -> int:
    """Answer a shell, say the version, or run one command line; the exit code.

    `__complete` is what the scripts of `gsca completion` call; nobody else does.
    """
    if sys.argv[1:2] == ["__complete"]:
        from gsca_cli.cli.completing.answer import answer  # noqa: PLC0415 (only there)

        return answer(sys.argv[2:])
    if sys.argv[1:] == ["--version"]:
        from gsca_cli import __version__  # noqa: PLC0415 (only there)

        sys.stdout.write(f"gsca {__version__}\n")
        return 0
    from gsca_cli.cli.remembering.recall import recalled  # noqa: PLC0415 (not for the others)

    return recalled(sys.argv[1:], _run)


def _run() -> int:
    """Run the command line; typer and the commands take four times as long to load."""
    from gsca_cli.cli.app import main as run  # noqa: PLC0415

    return run()
