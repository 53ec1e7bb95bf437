"""Texts from records as Markdown that says just these texts."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final
from urllib.parse import quote

from markupsafe import Markup

from gsca_cli.findings import UNSEEN

# What begins or ends emphasis, code, a link, a tag, a table cell, a formula, a mention, an entity.
_SPECIAL = re.compile(r"[\\`*_\[\]<|~$@]|&(?=[#A-Za-z])|(?<=[A-Za-z]):(?=//)|(?<=[wW]{3})\.")
# What begins a heading, a list, a quotation or an underline, at the start of a line.
_BEGINS_A_LINE = re.compile(
    r"(?P<number>[0-9]*)(?:(?<![0-9])(?=[-+#=>])|(?<=[0-9])(?=[.)](?: |$)))"
)
_DISGUISE = re.compile(f"[{UNSEEN}]")
_FEW_WORDS: Final = 100
_KEPT: Final = 1 << 12
"""A table says the same few words thousands of times: each is made safe once."""


def markdown(value: object) -> Markup:
    """A value as the Markdown of one line, whatever it holds."""
    if isinstance(value, Markup):
        return value
    written = str(value)
    return _of_few_words(written) if len(written) <= _FEW_WORDS else _of_text(written)


def _of_text(written: str) -> Markup:
    text = " ".join(written.split())
    text = _DISGUISE.sub(lambda found: f"U+{ord(found[0]):04X}", text)
    text = _SPECIAL.sub(lambda found: f"\\{found[0]}", text)
    if found := _BEGINS_A_LINE.match(text):
        text = f"{found['number']}\\{text[found.end() :]}"
    return Markup(text)  # noqa: S704 (this is where it is made safe)


_of_few_words: Final = lru_cache(maxsize=_KEPT)(_of_text)


def linked(text: object, address: str) -> Markup:
    """A text that leads to a web address, or the text alone if there is none."""
    if not address.startswith(("https://", "http://")):
        return markdown(text)
    target = quote(address, safe=":/?#[]@!$&'*+,=%~.-_")
    link = f"<{target}>" if text == address else f"[{markdown(text)}]({target})"
    return Markup(link)  # noqa: S704 (both parts are made safe)


def brackets(marks: Iterable[object]) -> Markup:
    """The numbers of sources, or the marks of footnotes: ` [1] [a]`, with a space in front."""
    # Most values have neither.
    return _NOTHING.join(_in_brackets(markdown(mark)) for mark in marks) if marks else _NOTHING


_NOTHING: Final = Markup("")


@lru_cache(maxsize=_KEPT)
def _in_brackets(mark: Markup) -> Markup:
    return Markup(" [{}]").format(mark)


@lru_cache(maxsize=_KEPT)
def when(text: str) -> str:
    """A date as people say it: `by 2022-06`, `2021-01 to 2021-03`; any other text as it is."""
    found = re.fullmatch(r"([-0-9]+|\.\.)/([-0-9]+|\.\.)", text)
    if not found:
        return text
    start, end = found.groups()
    if start == "..":
        return f"by {end}"
    return f"from {start}" if end == ".." else f"{start} to {end}"


def at_latest(text: str) -> str:
    """A date that ends a list of them, where `by 2022-06` says too little of what it means."""
    return f"{text.removeprefix('../')} or earlier" if text.startswith("../") else when(text)


def amount(text: str) -> str:
    """A number as people say it: `<25` is `fewer than 25`, `~20` is `about 20`."""
    words = {"<": "fewer than", ">": "more than", "~": "about"}
    return f"{words[text[0]]} {text[1:].strip()}" if text[:1] in words else text
