"""Texts for readers, by language."""

from typing import Final

ANY_LANGUAGE: Final = "und"
"""The BCP 47 tag of a text that is the same in every language."""


class Texts(dict[str, str]):
    """A text by language."""
