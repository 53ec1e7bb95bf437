"""Texts in several languages, and which of them a reader gets."""

from collections.abc import Mapping
from typing import NamedTuple

from gsca_cli.records.texts import ANY_LANGUAGE


class Wording(NamedTuple):
    """A text for a reader; `fallback` if it is not in the language that was asked for."""

    text: str
    fallback: bool = False


def in_language(texts: Mapping[str, str], language: str, default: str) -> Wording:
    """The text in a language, or in a wider form of it, or the same for every language.

    Where there is none, the default language stands in, and the wording says so.
    """
    wider = language.split("-", maxsplit=1)[0]
    for tag in (language, wider, ANY_LANGUAGE):
        if tag in texts:
            return Wording(texts[tag])
    if default in texts:
        return Wording(texts[default], fallback=True)
    return Wording(next(iter(texts.values()), ""), fallback=True)
