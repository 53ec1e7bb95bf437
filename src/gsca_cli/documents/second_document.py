"""Lines of dashes, with which another document begins, or none."""

import re
from typing import Any

# Blank lines, comments, and more lines of dashes.
_nothing_follows = re.compile(r"(?:(?:---)? *(?:#[^\n]*)?\r?(?:\n|\Z))*\Z").match


def second_document(text: str, event: Any, before: Any) -> tuple[str, str]:
    """What is wrong with a document that begins behind another one, at its event; and the cure.

    Often there is but one: nothing follows the dashes, or nothing stands before them.
    """
    if _nothing_follows(text, event.start_mark.index):
        return "this line ends the record, and nothing follows it", "delete the line"
    if before is None:
        return "a second document begins here, and the first one is empty", "delete the line"
    message = "a second document begins here"
    return message, "one file holds one record: move it to a file of its own"
