"""How many columns of a terminal a text takes."""

import re

# ASCII, and the letters of most European languages.
_is_narrow = re.compile(r"[\x00-\x7f\u00a0-\u02ff]*").fullmatch


def columns(text: str) -> int:
    """As many as its letters, but for wide ones, as of Japanese, and such as take none."""
    if _is_narrow(text):
        return len(text)
    from rich.cells import cell_len  # noqa: PLC0415 (few texts hold other letters)

    return cell_len(text)
