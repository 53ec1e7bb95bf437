"""Links as people paste them: in brackets, with the end of a sentence, without their beginning."""

import re
from typing import Final

from gsca_cli.records.meant import UnfitError

_LONGEST: Final = 2_000
"""As much of a text as is looked at; no link that anybody can follow is longer."""
_PAIRS: Final = frozenset(
    ("<>", "()", "[]", "{}", '""', "''", "``", "“”", "„“", "„”", "‘’", "‚‘", "«»", "»«", "「」")  # noqa: RUF001
)
_BEGINS: Final = frozenset(pair[0] for pair in _PAIRS)
_ENDS: Final = frozenset(".,;:!…”’“»>`")  # noqa: RUF001
"""Signs at the end of a link that hardly belong to it; some addresses do end with a point."""
_PERHAPS: Final = frozenset(".!")
_OPENING: Final = {")": "(", "]": "[", "}": "{"}
_BARE: Final = r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#]\S*)?"
_BROKEN: Final = r"([a-z]{3,6}):?/{0,2}([^\s/:]+\.\S+)"
_SCHEME: Final = r"(?P<scheme>[a-z]+)://"
_DOI: Final = r"(?:doi: *)?(10\.[0-9]{4,9}/\S+)"
_MARKDOWN: Final = r"!?\[(?P<label>[^\[\]]*)\]\((?P<link>https?://\S+)\)"
_WITHIN: Final = r"https?://[^\s<>]+"
# A page or a file has its ending, and then the sentence has its point.
_COMPLETE: Final = r".*(?:/|\.(?:html?|pdf|php|aspx?|jsp|docx?|xlsx?))"

ONE_ADDRESS: Final = "write one web address, without spaces: `%20` stands for one"
SUCH_AS: Final = "write an address such as `https://example.org/plan`"


def link_meant(text: str) -> str:
    """The web address that a text stands for, with its beginning and without what is around it."""
    plain = text[:_LONGEST].strip()
    if marked := re.fullmatch(_MARKDOWN, plain):
        return without_odd_end(marked["link"])
    address = _unwrapped(plain)
    if re.fullmatch(_BARE, address, re.IGNORECASE):
        return f"https://{address}"
    if doi := re.fullmatch(_DOI, address, re.IGNORECASE):
        return f"https://doi.org/{doi[1]}"
    if broken := re.fullmatch(_BROKEN, address, re.IGNORECASE):
        from difflib import get_close_matches  # noqa: PLC0415 (only a mistake needs it)

        beginning = get_close_matches(broken[1].lower(), ("https", "http"), n=1)
        return f"{beginning[0]}://{broken[2]}" if beginning else ""
    links = re.findall(_WITHIN, plain)
    # Of one that begins the text, nobody knows how far it goes.
    return (
        without_odd_end(links[0])
        if len(links) == 1 and not re.match(_SCHEME, address, re.IGNORECASE)
        else ""
    )


def link_fits(text: str) -> str:
    """How to write a link, in words, where nobody can say which one is meant."""
    return ONE_ADDRESS if any(map(str.isspace, text.strip())) else SUCH_AS


def is_certain_link(text: str, meant: str) -> bool:
    """Was no other link meant by a text, and is nothing lost by it?

    Its scheme may be missing, or cannot be the other one; what is around it is no part of it. The
    words of a link in Markdown would be lost, unless they are the link itself.
    """
    plain = text.strip()
    if marked := re.fullmatch(_MARKDOWN, plain):
        return marked["label"] in {"", meant, marked["link"]} and marked["link"] == meant
    address = _unwrapped(plain)
    found = re.match(_SCHEME, address, re.IGNORECASE)
    if not found:
        return meant == f"https://{address}"
    secure = "s" in found["scheme"].lower()
    return secure == meant.startswith("https://")


def _unwrapped(text: str) -> str:
    """A text without brackets or quotes around it, and without the end of a sentence."""
    text = text.strip()
    if text[:1] not in _BEGINS:
        return without_odd_end(text)
    while text[:1] in _BEGINS:
        # The sentence may go on behind the bracket, or nothing closes it.
        while text[-1:] in _ENDS and text[:1] + text[-1:] not in _PAIRS:
            text = text[:-1]
        text = text[1:-1] if text[:1] + text[-1:] in _PAIRS else text[1:]
        text = text.strip()
    return text


def without_odd_end(link: str) -> str:
    """A link without the signs at its end that hardly belong to it."""
    while link and (link[-1] in _ENDS or _closes_nothing(link)):
        link = link[:-1]
    return link


def _closes_nothing(link: str) -> bool:
    opening = _OPENING.get(link[-1])
    return opening is not None and link.count(opening) < link.count(link[-1])


def is_certain_end(link: str, bare: str) -> bool:
    """Can what is behind a link be no part of it? A name may end with a point: `Example_Inc.`."""
    return (
        not set(link[len(bare) :]) <= _PERHAPS
        or re.fullmatch(_COMPLETE, bare, re.DOTALL) is not None
    )


def check_link(value: str) -> str:
    """A link is a web address.

    Raises:
        UnfitError: it does not begin with `http://` or `https://`, or names no host.
    """
    if not _is_link(value):
        message = "is not a web address: it must begin with https:// or http:// and name a host"
        meant = link_meant(value)
        raise UnfitError(message, meant if _is_link(meant) else "", link_fits(value))
    return value


def _is_link(value: str) -> bool:
    if not value.startswith(("https://", "http://")) or any(map(str.isspace, value)):
        return False
    from urllib.parse import urlsplit  # noqa: PLC0415 (few alliances that are checked give a link)

    try:
        labels = (urlsplit(value).hostname or "").split(".")
    except ValueError:
        return False
    return len(labels) > 1 and all(labels)
