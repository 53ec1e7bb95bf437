"""The codes that `gsca fix` can mend, where what was meant is certain."""

from typing import Final

FIXABLE: Final = frozenset(
    (
        "control-character",
        "invalid-value",
        "invisible-character",
        "mojibake",
        "not-nfc",
        "odd-link",
        "odd-spacing",
        "quoted-name",
        "tab",
        "unknown-code",
        "unknown-field",
        "unknown-reference",
        "unknown-route",
        "wrong-extension",
        "yaml-syntax",
        "yaml-trap",
    )
)
"""Each has an example in `tests/editing/examples.py`, which a test mends."""
HOW: Final = "`gsca fix` does it where what was meant is certain."
