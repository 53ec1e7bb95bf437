"""What gsca says beside its result: one line on standard error."""

import sys


def tell(message: str) -> None:
    """Say something beside the result; what cannot be seen shows as its code."""
    line = "".join(each if each.isprintable() else f"\\u{ord(each):04x}" for each in message)
    sys.stderr.write(f"gsca: {line}\n")
