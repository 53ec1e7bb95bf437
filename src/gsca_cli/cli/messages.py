"""What gsca says beside its result: one line on standard error."""

import sys


def tell(message: str) -> None:
    """Say something beside the result; what cannot be seen shows as its code."""
    # Who has nothing to say, as `gsca --help`, is spared it.
    from gsca_cli.findings import printable  # noqa: PLC0415

    sys.stderr.write(f"gsca: {printable(message)}\n")
