"""A name stands in quotation marks that are a part of it.

Quotes around a text in YAML, `'Oslo'` or `"Oslo"`, are not part of it. Other ones are, such as
those that a word processor or the keyboard of a phone puts there, and so are quotes within quotes:
they show in every table, and sorting and searching see another name. Names, titles, ids and keys
are looked at, not what somebody said: a note or a wording may well be a quotation.

Wrong: `name: “Oslo”`, `name: '"Oslo"'`
Right: `name: Oslo`
To fix it: delete the quotation marks.
"""

from collections.abc import Iterator

from gsca_cli.alliance.entry import Entry
from gsca_cli.checks.check import Check, Context, Problem, never
from gsca_cli.findings import PutValue, RenameKey, Route, Severity, shown
from gsca_cli.records.texts import Texts

_NAMES = frozenset(
    (
        *("contents", "id", "name", "publisher", "seat", "secretariat", "short_name"),
        *("supporters", "title"),
    )
)
"""The fields that hold a name, or a list of names."""
_MARKS = "\"\" '' `` «» »« ‘’ ‚‘ ‚’ “” ”” „“ „” ‹› ›‹ 「」 『』 ＂＂"  # noqa: RUF001 (they are)
_PAIRS = frozenset(_MARKS.split())
_FIRST_MARKS = frozenset(pair[0] for pair in _PAIRS)


def look(entry: Entry, _: Context) -> Iterator[Problem]:
    """Every name, title and id that the record gives, and every key of the file."""
    # Few files hold a text that begins with a mark.
    if _FIRST_MARKS.isdisjoint([text[:1] for text in entry.document.strings]):
        return
    for route, name in _names(entry):
        if bare := _within_quotes(name):
            mend = PutValue(_written(entry, route), name, bare)
            yield Problem(route, *_said(name, bare), mend=mend)
    for route in entry.document.places:
        key = route[-1] if route else ""
        if isinstance(key, str) and not key[:1].isalnum() and (bare := _within_quotes(key)):
            yield Problem(route, *_said(key, bare), key=True, mend=RenameKey(route, bare))


def _names(entry: Entry) -> Iterator[tuple[Route, str]]:
    for route, part in entry.parts:
        if isinstance(part, Texts):
            field = route[-2] if isinstance(route[-1], int) else route[-1]
            if field in _NAMES and route[0] != "inferred":
                yield from (((*route, language), text) for language, text in part.items())
        else:
            for field in ("id", "name"):
                if isinstance(value := vars(part).get(field), str):
                    yield (*route, field), value
            for index, key in enumerate(vars(part).get("former_ids", ())):
                yield (*route, "former_ids", index), key


def _said(name: str, bare: str) -> tuple[str, str]:
    """What is wrong with a name or a key, and its cure."""
    return f"the quotation marks are a part of {shown(name)}", f"write {shown(bare)}"


def _written(entry: Entry, route: Route) -> Route:
    """Where the file has a name: one for all languages stands there without a map of them."""
    return route if route in entry.document.places else route[:-1]


def _within_quotes(text: str) -> str:
    """What stands within quotation marks around a whole text; nothing if there are none."""
    marks, inner = text[:1] + text[-1:], text[1:-1].strip()
    return inner if marks in _PAIRS and set(marks).isdisjoint(inner) else ""


# No text that is written plainly begins with a quotation mark.
CHECK = Check("quoted-name", Severity.WARNING, look=look, finds_from=never)
