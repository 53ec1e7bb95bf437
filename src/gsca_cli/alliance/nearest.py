"""What somebody may have meant: the nearest of the names that exist."""

from collections.abc import Iterable
from itertools import filterfalse
from unicodedata import combining, normalize

_LONGEST_NAME = 100
_SHORT = 3
_FEW = 30
_ALIKE = 0.7
"""How much of two names must be the same: less, and the suggestion is a riddle."""


def folded(text: str) -> str:
    """A text without accents and capitals, for matching and sorting: `Ålesund` is `alesund`."""
    if text.isascii():
        return text.lower()
    decomposed = normalize("NFKD", text.casefold())
    return "".join(filterfalse(combining, decomposed))


def nearest(word: str, names: Iterable[str]) -> str | None:
    """The one name that is most like a word; None if none is near, or the word is no name."""
    if len(word) > _LONGEST_NAME:
        return None
    by_folded = {folded(name): name for name in sorted(names, reverse=True)}
    plain = folded(word)
    from difflib import get_close_matches  # noqa: PLC0415 (only a mistake needs it)

    found = get_close_matches(plain, by_folded, n=1, cutoff=_ALIKE)
    if not found and len(plain) <= _SHORT:
        # Of two or three letters, an exchange leaves no two in a row alike.
        found = [name for name in by_folded if sorted(name) == sorted(plain)]
    return by_folded[found[0]] if found else None


def did_you_mean(word: str, names: Iterable[str]) -> str:
    """`; did you mean X?`, or nothing."""
    name = nearest(word, names)
    return f"; did you mean `{name}`?" if name else ""


def choose_from(word: str, names: Iterable[str]) -> str:
    """The same, or else all the names in their order, if they are few: `; choose from X, Y, Z`."""
    known = list(names)
    is_told = 0 < len(known) <= _FEW
    return did_you_mean(word, known) or (f"; choose from {', '.join(known)}" if is_told else "")
