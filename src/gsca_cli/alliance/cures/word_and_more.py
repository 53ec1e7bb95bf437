"""A status or a role with its date in one text: `completed, since 2022-05`."""

import re
from collections.abc import Collection
from typing import Final

from gsca_cli.alliance.cures.fitting import holds_free_text
from gsca_cli.alliance.cures.in_brackets import in_brackets
from gsca_cli.alliance.plain_id import plain_id
from gsca_cli.findings import LONGEST_SHOWN, printable
from gsca_cli.records.meant import UnfitError, date_meant
from gsca_cli.records.shape import Fields, Sort, Value
from gsca_cli.records.values import read_when

_MOST_WORDS: Final = 6
"""No status and no role is called by more."""
_BEHIND_A_WORD: Final = re.compile(r"(?<=\w)(?=[\s,;:(\u2013\u2014])")
_SPACE: Final = " \t\n"
_SIGNS: Final = ",;:.()[]-\u2013\u2014"
_SINCE: Final = {"since", "from", "in", "on", "desde", "em", "en", "seit", "depuis"}


def fields_said(shape: Fields, text: str, words: Collection[str]) -> dict[str, str]:
    """What a text says by a word and its date, or a remark, by field; nothing of any other text.

    `words` are those for which the map has a short form. A date alone is a date without its word.
    """
    if shape.short is None or len(text) > LONGEST_SHOWN:
        return {}
    if date := _date(text):
        return _dated(shape, "", date)
    parts = _BEHIND_A_WORD.split(text, maxsplit=_MOST_WORDS)
    for number in range(len(parts) - 1, 0, -1):
        word = plain_id("".join(parts[:number]))
        more = _more(shape, "".join(parts[number:]).strip(_SPACE)) if word in words else {}
        if more:
            return {shape.short: word, **more}
    return {}


def as_map(said: dict[str, str]) -> str:
    """The map that says so, as a file has it."""
    pairs = (
        f"{field}: {text if _date(text) else in_brackets(text)}" for field, text in said.items()
    )
    return printable("{" + ", ".join(pairs) + "}")


def _more(shape: Fields, rest: str) -> dict[str, str]:
    """What stands behind the word: a date, or behind a comma, a dash or a bracket a remark."""
    text = rest.strip(_SIGNS + _SPACE)
    words = text.split()
    for number in range(3):
        lead, date = " ".join(words[:number]).lower(), _date(" ".join(words[number:]))
        if date and (found := _dated(shape, lead, date)):
            return found
    is_remark = text and rest[0] in _SIGNS and "note" in shape.names()
    return {"note": text} if is_remark and holds_free_text(shape.at("note")) else {}


def _dated(shape: Fields, lead: str, date: str) -> dict[str, str]:
    """A date in its field: the one that is called like the words before it, or else the first."""
    dates = [
        name
        for name in shape.names()
        if isinstance(field := shape.at(name), Value) and field.sort is Sort.DATE
    ]
    if lead and lead not in _SINCE:
        dates = [name for name in dates if name.replace("_", " ") == lead]
    return {dates[0]: date} if dates else {}


def _date(text: str) -> str:
    """A date in our form, if the text is one in any; nothing otherwise."""
    try:
        return read_when(text).text
    except UnfitError:
        return date_meant(text)
