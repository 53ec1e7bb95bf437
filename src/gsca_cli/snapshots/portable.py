"""Names that every file system can hold."""

import re
from typing import Final
from unicodedata import is_normalized, normalize

from gsca_cli.findings import printable, shown

LONGEST_NAME: Final = 255
"""In UTF-16 units to Windows, in bytes to Linux."""
LONGEST_PATH: Final = 240
"""In UTF-16 units. Windows takes 260, of which the folder of the repository needs some."""

_SURE = re.compile(r"[a-z0-9-]{5,60}(?:\.yaml)?").fullmatch
"""Most names: no device has five letters."""
_DEVICE = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\.|\Z)", re.IGNORECASE
).match
_NOT_UTF_8 = re.compile(r"[\ud800-\udfff]").search
_INVISIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f]").search
_FORBIDDEN = re.compile(r'[<>:"|?*\\]').search


def is_device(name: str) -> bool:
    """Does Windows keep a name for a device, whatever its extension?"""
    return bool(_DEVICE(name))


def why_unportable(name: str) -> tuple[str, str] | None:
    """What is wrong with the name of a file or a folder, and the cure; None if nothing is."""
    return None if _SURE(name) else _why_unportable(name)


def _why_unportable(name: str) -> tuple[str, str] | None:
    if _NOT_UTF_8(name):
        return "is not written in UTF-8", "rename it, best with small letters, digits and hyphens"
    if found := _INVISIBLE(name):
        return f"holds an invisible character, {printable(found[0])}", "rename it without that"
    if found := _FORBIDDEN(name):
        return f"holds `{found[0]}`, which Windows does not take", "rename it without that"
    if name.endswith((" ", ".")):
        last = "space" if name.endswith(" ") else "dot"
        return f"ends in a {last}, which Windows drops", f"rename it to {shown(name.rstrip(' .'))}"
    if is_device(name):
        return "is one that Windows keeps for a device", "add a word to it, or give it another"
    if not is_normalized("NFC", name):
        composed = shown(normalize("NFC", name))
        return "encodes an accent apart from its letter", f"rename it to {composed}, in Unicode NFC"
    if max(units(name), len(name.encode())) > LONGEST_NAME:
        return f"is longer than the {LONGEST_NAME} bytes that a name may have", "shorten it"
    return None


def units(text: str) -> int:
    """The length of a text in UTF-16, as Windows counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
