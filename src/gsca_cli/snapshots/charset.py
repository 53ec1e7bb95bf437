"""What a commit says of itself, in whatever encoding it was written."""

import codecs
from typing import Final

_NOT_OF_TEXTS: Final = {"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"}
"""What Python calls an encoding and nobody writes in; some of these take very long."""


def readable(text: bytes, charset: str = "utf-8") -> str:
    """A text in the encoding that it names, or else in UTF-8; what fits neither is U+FFFD."""
    try:
        name = codecs.lookup(charset).name
        return text.decode("utf-8" if name in _NOT_OF_TEXTS else name)
    except (LookupError, ValueError):
        # There is no such encoding, or the text is not in it: git's own log goes on like this.
        return text.decode("utf-8", "replace")


def whole(text: str) -> str:
    """A text of which git has told more than UTF-8 can say; what is no letter is U+FFFD."""
    return readable(text.encode("utf-8", "surrogateescape"))
