"""What gsca says beside its result: one line on standard error."""

from gsca_cli.cli.voice import ERR, say


def tell(message: str) -> None:
    """Say something beside the result; what cannot be seen shows as its code."""
    # Who has nothing to say, as `gsca --help`, is spared it.
    from gsca_cli.findings import printable  # noqa: PLC0415

    say(ERR, f"gsca: {printable(message)}\n")
