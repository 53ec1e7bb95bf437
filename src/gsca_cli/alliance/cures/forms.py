"""What may be written in a field, in words: for a value of which nobody can say what it meant."""

from collections.abc import Mapping
from typing import Any, Final

from gsca_cli.alliance.cures.examples import example_of, told_by
from gsca_cli.alliance.cures.lists_and_maps import list_form, map_form
from gsca_cli.findings import Route, joined, shown
from gsca_cli.records.links import SUCH_AS
from gsca_cli.records.shape import Entries, Fields, Items, Shape, Sort, Value
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
_ONLY_ONE: Final = "write one value alone"


def form_of(shape: Shape | None, route: Route, value: Any) -> str:
    """How to write what may stand at a route, where a value stands that does not fit."""
    if isinstance(value, str) and value.strip().lower() in NOT_KNOWN:
        plain = value.strip().lower()
        # A status may be called so: every alliance has one for what nobody published.
        if isinstance(shape, Fields) and told_by(shape, plain):
            return _map_of(shape, "", plain)
        words = shape.words if isinstance(shape, Value) else ()
        return f"write {joined(map(shown, words), 'or')}, or {LEAVE_OUT}" if words else LEAVE_OUT
    name = str(route[-1]) if route and isinstance(route[-1], str) else ""
    match shape:
        case Fields(short=str() as short) if not isinstance(value, Mapping):
            return form_of(shape.at(short), (short,), value)
        case Items():
            return list_form(shape, name, value)
        case Fields():
            return _map_of(shape, name, value)
        case Value():
            return _single(shape, name, value)
        case Entries():
            return map_form(shape, name, value)
        case _:
            return "write a text, or a map from language to text: `{en: ..., es: ...}`"


def _map_of(shape: Fields, name: str, value: Any) -> str:
    """The fields of a map, the value in the first one if it may stand there."""
    if shape.is_citation:
        return "write the id of a source, or `{id: [the fields it supports]}`"
    where = f"{name}: " if name else ""
    others = ", ".join(shape.names())
    return f"write {shown(where + example_of(shape, value))}; its fields are {others}"


def _single(shape: Value, name: str, value: Any) -> str:
    if isinstance(value, Mapping) and len(value) == 1 and (shape.refers_to or shape.words):
        (only,) = value
        return f"write {shown(f'{name}: {only}')}"
    if shape.words:
        return f"write {joined(map(shown, shape.words), 'or')}"
    if shape.refers_to:
        return f"write the id of one {shape.refers_to}"
    if shape.is_route:
        return "write the route of one field: its keys joined by dots, such as `name.en`"
    if shape.sort in _BY_SORT:
        return _BY_SORT[shape.sort]
    return _ONLY_ONE
