"""Names of cities that do not exist, no two alike, in several scripts."""

import unicodedata
from collections.abc import Mapping
from typing import Final

_LATIN: Final = tuple(first + second for first in "kstnmr" for second in "aioe")
_CYRILLIC: Final = tuple(first + second for first in "кстнмр" for second in "аиое")
_SYLLABLES: Final[Mapping[str, tuple[str, ...]]] = {
    "ar": tuple(first + second for first in "كستنمر" for second in "ايوه"),
    "el": tuple(first + second for first in "κστνμρ" for second in "αιοε"),
    "ja": tuple("カキコケサシソセタチトテナニノネマミモメラリロレ"),
    "ko": tuple("카키코케사시소세타티토테나니노네마미모메라리로레"),
    "ru": _CYRILLIC,
    "uk": _CYRILLIC,
}
LENGTH: Final = 4
MOST: Final = len(_LATIN) ** LENGTH
"""As many names as there are."""
_STRIDE: Final = 123_457
"""Has no factor in common with MOST: the names of neighbours differ in every syllable."""
_ACUTE: Final = "\u0301"


def latin(number: int) -> str:
    """The name of one number, in small letters."""
    return "".join(_LATIN[syllable] for syllable in _syllables(number))


def local(number: int, language: str) -> str:
    """The same name as a language writes it: in its script, or with an accent at the end."""
    if own := _SYLLABLES.get(language):
        return "".join(own[syllable] for syllable in _syllables(number)).capitalize()
    return unicodedata.normalize("NFC", latin(number).capitalize() + _ACUTE)


def _syllables(number: int) -> list[int]:
    rest, found = number * _STRIDE % MOST, []
    for _ in range(LENGTH):
        rest, syllable = divmod(rest, len(_LATIN))
        found.append(syllable)
    return found
