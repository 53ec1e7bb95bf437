"""What somebody may have meant: the nearest of the names that exist."""

from collections.abc import Iterable
from difflib import get_close_matches
from unicodedata import combining, normalize

_LONGEST_NAME = 100


def folded(text: str) -> str:
    """A text without accents and capitals, for matching and sorting: `Ålesund` is `alesund`."""
    decomposed = normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not combining(letter))


def nearest(word: str, names: Iterable[str]) -> str | None:
    """The one name that is most like a word; None if none is near, or the word is no name."""
    if len(word) > _LONGEST_NAME:
        return None
    by_folded = {folded(name): name for name in sorted(names, reverse=True)}
    found = get_close_matches(folded(word), by_folded, n=1, cutoff=0.6)
    return by_folded[found[0]] if found else None


def did_you_mean(word: str, names: Iterable[str]) -> str:
    """`; did you mean X?`, or nothing."""
    name = nearest(word, names)
    return f"; did you mean `{name}`?" if name else ""
