"""How people misspell: by fixed rules, so that every run tries the same."""

import re
from itertools import pairwise

from mistakes.fields import Form


def exchanged(word: str) -> str:
    """Two neighbouring letters change places: those nearest to the middle that differ."""
    middle = (len(word) - 1) / 2
    pairs = [
        place
        for place, (one, other) in enumerate(pairwise(word))
        if one != other and one.isalnum() and other.isalnum()
    ]
    place = min(pairs, key=lambda each: abs(each + 0.5 - middle))
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def misspelt(text: str, form: Form) -> str:
    """A value with a typo.

    Of a date or a colour the last digit is left out, of a link two letters of its `https` are
    exchanged; of all else two letters nearest to the middle.
    """
    match form:
        case Form.DATE | Form.COLOUR:
            return text[:-1]
        case Form.LINK:
            scheme, rest = text.split(":", maxsplit=1)
            return f"{exchanged(scheme)}:{rest}"
        case _:
            return exchanged(text)


def later(text: str) -> str:
    """A date with two digits of each year exchanged: 2021 becomes 2201, 2019 becomes 2109."""
    return re.sub(r"\b([0-9])([0-9])([0-9])([0-9])(?![0-9])", r"\1\3\2\4", text)


def garbled(text: str) -> str:
    """UTF-8 that was read as Latin-1, or rather as what Windows takes for it."""
    return "".join(
        bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in text.encode()
    )


def wide(text: str) -> str:
    """Letters and digits as an input method for Japanese writes them: full-width."""
    return "".join(
        chr(ord(letter) + 0xFEE0) if letter.isascii() and letter.isalnum() else letter
        for letter in text
    )
