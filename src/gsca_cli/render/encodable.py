"""Texts and values that every reader can take in, whatever they hold."""

import json
import re
from typing import Any

from gsca_cli.findings import UNSEEN

_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
# What ends a line for some readers, and what steers a terminal; JSON need not escape these.
_DISTURBS = re.compile(f"[{UNSEEN}]")


def encodable(text: str) -> str:
    """A text that UTF-8 can hold: half of a letter (a lone surrogate) shows as its code."""
    return _LONE_SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def json_text(value: Any, *, indent: int | None = 2) -> str:
    """A plain value as JSON that UTF-8 can hold and that has no line breaks but its own.

    Letters outside ASCII stand for themselves.
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    # All of these stand within strings. Many readers refuse the escape of half a letter, so
    # that one becomes a text: a backslash, which is escaped, and the code.
    text = _LONE_SURROGATE.sub(lambda found: f"\\\\u{ord(found[0]):04x}", text)
    text = _DISTURBS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    # A log of GitHub obeys what stands behind these, anywhere in a line.
    return text.replace("##[", "##\\u005b")
