"""What an id looks like."""

from typing import Final

ID_PATTERN: Final = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
