"""What gsca says beside its result: one line on standard error."""

import sys

from gsca_cli.findings import printable


def tell(message: str) -> None:
    """Say something beside the result; what cannot be seen shows as its code."""
    sys.stderr.write(f"gsca: {printable(message)}\n")
