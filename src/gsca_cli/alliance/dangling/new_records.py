"""How a record that is not there yet is added, for who has no more than an editor of files."""

from collections.abc import Collection, Iterator
from itertools import chain, count
from typing import Final
from urllib.parse import urlsplit

from gsca_cli.alliance.cures.in_brackets import in_brackets
from gsca_cli.alliance.plain_id import plain_id
from gsca_cli.findings import LONGEST_SHOWN, joined
from gsca_cli.kinds import Kind
from gsca_cli.records.shape import shape_of
from gsca_cli.snapshots.repository import DATA, EXTENSIONS

_LINKS: Final = ("https://", "http://")
_LONGEST: Final = 2 * LONGEST_SHOWN
_TITLES: Final = {"name", "title"}


def how_to_add(kind: Kind, word: str, taken: Collection[str], *, cites: bool) -> str:
    """Which file to add for what a word names, and what it must hold; nothing for a stray link.

    The word is an id, a name or a title, or for a source its link. `cites`: it must have sources.
    """
    is_link = word.startswith(_LINKS)
    if is_link and kind is not Kind.SOURCE:
        return ""
    key = _id_for(_host(word) if is_link else word)
    numbered = chain([key], (f"{key}-{number}" for number in count(2)))
    free = next(each for each in numbered if each not in taken) if key else "ID"
    held = [f"`{field}: {text}`" for field, text in _fields(kind, word, key, is_link=is_link)]
    held += ["`sources: [...]`"] if cites else []
    path = f"{DATA}/{kind.plural}/{free}{EXTENSIONS[0]}"
    written = f", and write `{free}` here" if free != word else ""
    named = "; in place of ID, a name in small letters and hyphens" if not key else ""
    return f"add a file `{path}` with {joined(held)}{written}{named}"


def _id_for(name: str) -> str:
    """An id for what has a name, of its first words if it is long; nothing if none is plain."""
    if len(name) > LONGEST_SHOWN:
        name = name[:LONGEST_SHOWN].rpartition(" ")[0]
    return plain_id(name)


def _fields(kind: Kind, word: str, key: str, *, is_link: bool) -> Iterator[tuple[str, str]]:
    """The fields that such a record must have, with what is known of them."""
    for name, field in shape_of(kind).names().items():
        if field.is_required():
            is_title = name in _TITLES and word != key and not is_link
            yield name, _in_short(in_brackets(word)) if is_title else "..."
    if is_link:
        yield "link", _in_short(word)


def _in_short(text: str) -> str:
    """A text that can be copied as it stands here; dots for one that cannot."""
    return text if len(text) <= _LONGEST and text.isprintable() else "..."


def _host(link: str) -> str:
    try:
        return (urlsplit(link).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
