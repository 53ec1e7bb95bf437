"""What may be written in a field, in words: for a value of which nobody can say what it meant."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from gsca_cli.alliance.fitting import holds_free_text
from gsca_cli.documents.odd_lines import without_bullet
from gsca_cli.findings import Route, shown
from gsca_cli.records.links import SUCH_AS
from gsca_cli.records.shape import Entries, Fields, Items, Shape, Sort, Value
from gsca_cli.records.values import as_written
from gsca_cli.records.written import DATE_FORMS

NOT_KNOWN: Final = frozenset(
    """
    ? - -- tbd tba tbc n/a na nil none unknown unclear soon later pending
    desconocido desconocida desconhecido desconhecida pendiente inconnu unbekannt 不明 未定
    """.split()  # noqa: SIM905 (a table, not a list of quotes)
)
"""What people write where they know nothing; here, such a field is left out."""
LEAVE_OUT: Final = "delete the line: what is not known is left out"
_BY_SORT: Final[Mapping[Sort, str]] = {
    Sort.DATE: DATE_FORMS,
    Sort.LINK: SUCH_AS,
    Sort.FLAG: "write `true` or `false`",
    Sort.COUNT: "write a whole number in digits, such as `250000`",
    Sort.NUMBER: "write a number in digits, such as `59.91`",
    Sort.AMOUNT: "write a number such as `17`; or one with a sign, in quotes: '<25', '>80', '~33'",
    Sort.COUNTRY: "write the code of the country in two letters, such as `CO` or `JP`",
}
_NUMBERS = re.compile(r"-?[0-9]+(?:\.[0-9]+)?").findall
_ONLY_ONE: Final = "write one value alone"


def form_of(shape: Shape | None, route: Route, value: Any) -> str:
    """How to write what may stand at a route, where a value stands that does not fit."""
    if isinstance(value, str) and value.strip().lower() in NOT_KNOWN:
        plain = value.strip().lower()
        # A status may be called so: every alliance has one for what nobody published.
        if isinstance(shape, Fields) and _told_by(shape, plain):
            return _map_of(shape, "", plain)
        words = shape.words if isinstance(shape, Value) else ()
        return f"write {_any_of(words)}, or {LEAVE_OUT}" if words else LEAVE_OUT
    name = str(route[-1]) if route and isinstance(route[-1], str) else ""
    match shape:
        case Fields(short=str() as short) if not isinstance(value, Mapping):
            return form_of(shape.at(short), (short,), value)
        case Items():
            return _list_of(shape, name, value)
        case Fields():
            return _map_of(shape, name, value)
        case Value():
            return _single(shape, name, value)
        case Entries():
            return f"write {shown(f'{name}:')} alone, and below it, indented, lines of `id: ...`"
        case _:
            return "write a text, or a map from language to text: `{en: ..., es: ...}`"


def _list_of(shape: Items, name: str, value: Any) -> str:
    if isinstance(value, dict):
        dashed = next((key for key in value if without_bullet(key) != key), None)
        if dashed:
            right = f"- {without_bullet(dashed)}: {value[dashed]}"
            is_dash = dashed.startswith("-")
            what = "a space is missing behind the dash" if is_dash else "this sign is no dash"
            return f"{what}: write {shown(right)}"
        if isinstance(shape.item, Fields) and set(value) <= set(shape.item.names()):
            return "begin its first line with `- `, and indent the others like the first key"
        if all(inner is None for inner in value.values()):
            return f"write {shown(f'{name}: [' + ', '.join(value) + ']')}"
        return f"write each below {shown(f'{name}:')}, indented, behind a dash and a space"
    item = _as_item(shape.item, value) if isinstance(value, str | int | float) else ""
    return f"write {shown(f'{name}: [{item or value}]')}"


def _as_item(shape: Shape, value: Any) -> str:
    return _example(shape, value) if isinstance(shape, Fields) and not shape.short else ""


def _map_of(shape: Fields, name: str, value: Any) -> str:
    """The fields of a map, the value in the first one if it may stand there."""
    if shape.is_citation:
        return "write the id of a source, or `{id: [the fields it supports]}`"
    where = f"{name}: " if name else ""
    others = ", ".join(shape.names())
    return f"write {shown(where + _example(shape, value))}; its fields are {others}"


def _example(shape: Fields, value: Any) -> str:
    """The fields that must be there, with what the value may be a part of."""
    needed = [key for key, field in shape.names().items() if field.is_required()]
    needed = needed or list(shape.names())[:1]
    numbers = _NUMBERS(" ".join(map(str, value)) if isinstance(value, list) else str(value))
    if all(shape.at(key) == Value(Sort.NUMBER) for key in needed) and len(numbers) == len(needed):
        given = numbers
    else:
        is_one = isinstance(value, str | int | float) and not isinstance(value, bool)
        first = str(as_written(value)) if is_one and _may_be(shape, needed[0], value) else "..."
        told = _told_by(shape, value) if first != "..." else ()
        given = [first, *(first if key in told else "..." for key in needed[1:])]
    pairs = zip(needed, given, strict=True)
    return "{" + ", ".join(f"{key}: {each}" for key, each in pairs) + "}"


def _told_by(shape: Fields, value: Any) -> Sequence[str]:
    """The fields that know a value as one of their words, as the class of a status does."""
    inner = ((key, shape.at(key)) for key in shape.names())
    return [key for key, each in inner if isinstance(each, Value) and value in each.words]


def _may_be(shape: Fields, field: str, value: Any) -> bool:
    inner = shape.at(field)
    if isinstance(inner, Value) and inner.sort is Sort.DATE:
        return str(value)[:4].isdecimal()
    return holds_free_text(inner) or (isinstance(inner, Value) and inner.refers_to is not None)


def _single(shape: Value, name: str, value: Any) -> str:
    if isinstance(value, Mapping) and len(value) == 1 and (shape.refers_to or shape.words):
        (only,) = value
        return f"write {shown(f'{name}: {only}')}"
    if shape.words:
        return f"write {_any_of(shape.words)}"
    if shape.refers_to:
        return f"write the id of one {shape.refers_to}"
    if shape.sort in _BY_SORT:
        return _BY_SORT[shape.sort]
    return _ONLY_ONE


def _any_of(words: Sequence[str]) -> str:
    *others, last = map(shown, words)
    return f"{', '.join(others)} or {last}" if others else last
