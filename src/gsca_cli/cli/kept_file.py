"""A file of what may be forgotten: JSON behind a check sum, which runs nothing when it is read."""

import json
import os
from contextlib import suppress
from zlib import crc32

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def read_kept(path: str) -> "Any":
    """What is kept in a file; None if there is none, or what is there is broken."""
    try:
        with open(path, "rb") as file:
            check, _, text = file.read().partition(b"\n")
        return json.loads(text) if check == _check(text) else None
    except (OSError, ValueError):
        return None


def write_kept(path: str, content: "Any", most: int | None = None) -> None:
    """Put a file in place whole, so that two runs at once do not disturb each other.

    What would take more than `most` bytes is not kept.

    Raises:
        OSError: it cannot be written.
    """
    text = json.dumps(content, ensure_ascii=False).encode("utf-8", "surrogatepass")
    if most is not None and len(text) > most:
        return
    draft = f"{path}-{os.getpid()}"
    try:
        with open(draft, "wb") as file:
            file.write(_check(text) + b"\n" + text)
        os.replace(draft, path)
    finally:
        with suppress(OSError):
            os.unlink(draft)


def _check(text: bytes) -> bytes:
    return b"%08x" % crc32(text)
