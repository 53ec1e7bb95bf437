"""Schema errors in plain words, each at the exact value or key."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from gsca_cli.alliance.cures.cut_up import cut_up
from gsca_cli.alliance.cures.fields_meant import field_meant
from gsca_cli.alliance.cures.fitting import fields_at, holds_free_text, is_meant
from gsca_cli.alliance.cures.glued import glued
from gsca_cli.alliance.cures.outdented import outdented
from gsca_cli.alliance.cures.values import cure
from gsca_cli.alliance.suggestions import Suggestion
from gsca_cli.documents.document import Document
from gsca_cli.documents.odd_lines import glued_lines
from gsca_cli.findings import Finding, Mend, PutValue, RenameKey, Route, Severity, dotted, shown
from gsca_cli.kinds import Kind
from gsca_cli.records.city import SUBDIVISION_CODE
from gsca_cli.records.languages import LANGUAGE_TAG
from gsca_cli.records.shape import Fields, shape_at
from gsca_cli.records.written import NOT_BLANK


def explain(kind: Kind, document: Document, error: ValidationError) -> list[Finding]:
    """One finding for each way in which a document does not fit the schema of its kind."""
    details = error.errors(include_url=False)
    misspelt = {
        (*route[:-1], _meant(kind, document, route).name)
        for route in (detail["loc"] for detail in details if detail["type"] == "extra_forbidden")
    }
    cuts = cut_up(document, partial(shape_at, kind))
    pieces = {route for cut in cuts for route in cut.faults}
    places = (detail["loc"] for detail in details)
    faults = {place[:length] for place in places for length in range(len(place) + 1)} - pieces
    runs = list(outdented(kind, document, faults.__contains__))
    told = [cut.finding(document) for cut in cuts] + [run.finding(document) for run in runs]
    return told + [
        finding
        for detail in details
        if not any(detail["loc"][:length] in pieces for length in range(len(detail["loc"]) + 1))
        and not any(run.covers(detail["loc"]) or run.lacks(detail["loc"]) for run in runs)
        # A list whose items are all wrong is not empty, and a field that is misspelt is not
        # missing: these have findings of their own.
        and (detail["type"] != "too_short" or not detail["input"])
        and (detail["type"] != "missing" or detail["loc"] not in misspelt)
        for finding in _entries_glued(document, detail) or [_explain(kind, document, detail)]
    ]


def _entries_glued(document: Document, detail: ErrorDetails) -> list[Finding]:
    """The lines that would be the entries of a map, were there a space behind each colon."""
    route = detail["loc"]
    if _WORDS.get(detail["type"]) is not _MAP or route not in document.places:
        return []
    if not isinstance(document.value(route), str):
        return []
    value = document.places[route].value
    lines = [
        line if value.line <= n <= value.end_line else ""
        for n, line in enumerate(document.lines, 1)
    ]
    return [each.finding(document.path) for each in glued_lines(lines)]


def _explain(kind: Kind, document: Document, detail: ErrorDetails) -> Finding:
    route: Route = detail["loc"]
    on_key = route[-1:] == ("[key]",) and route not in document.places
    if on_key:
        route = route[:-1]
    if detail["type"] == "extra_forbidden":
        return _unknown_field(kind, document, route)
    if detail["type"] == "missing":
        return _missing_field(kind, document, route)
    shape = shape_at(kind, route)
    wrong = _WORDS.get(detail["type"], _otherwise)(detail)
    if not holds_free_text(shape):
        wrong = wrong.removesuffix(_IN_QUOTES)
    value = detail["input"]
    # A key has no value to show; a short form has no key of its own.
    subject = shown(route[-1]) if on_key else shown(value)
    if value is None or (isinstance(value, str) and not value.strip()):
        subject, wrong = _named(document, route), "is empty"
    elif not on_key and not isinstance(value, str | int | float):
        subject = _named(document, route)
    location = document.locate(_written(document, route), key=on_key)
    message = f"{subject} {wrong}"
    detail = _with_its_lines(document, detail)
    found = cure(detail, _in_file(document, route), shape, _beside(document, route))
    hint = _hint(found.words, _meaning(kind, route))
    mend = _mend_of_key(document, route, found.value) if on_key else None
    if not on_key and found.value is not None:
        mend = _mend(kind, document, route, found.value)
    return Finding("invalid-value", Severity.ERROR, location, message, hint, mend=mend)


def _with_its_lines(document: Document, detail: ErrorDetails) -> ErrorDetails:
    """A text in place of a map as its lines, each of which may be meant as an entry."""
    route = detail["loc"]
    if detail["type"] != "dict_type" or not isinstance(detail["input"], str):
        return detail
    lines = _lines_of(document, route) if route in document.places else []
    # A text in quotes or in block style is none of entries.
    is_plain = " ".join(lines) == detail["input"]
    return {**detail, "input": "\n".join(lines)} if is_plain else detail


def _lines_of(document: Document, route: Route) -> list[str]:
    """What stands on each line of a value, without its indentation."""
    line, column, end_line, end_column = document.places[route].value
    lines = [*document.lines[line - 1 : end_line]]
    lines[-1] = lines[-1][: end_column - 1]
    lines[0] = lines[0][column - 1 :]
    return [stripped for each in lines if (stripped := each.strip())]


def _in_file(document: Document, route: Route) -> Route:
    """A route with the id of a source as key, where `{paper: [name]}` cites it."""
    for place, part in enumerate(route):
        above = route[:place]
        cited = document.value(above) if above in document.places else None
        if part == "supports" and isinstance(cited, dict) and len(cited) == 1:
            return (*above, *cited, *route[place + 1 :])
    return route


def _mend(kind: Kind, document: Document, route: Route, value: Any) -> Mend | None:
    written = _written(document, route)
    old = document.value(written)
    modelled = route if written == _in_file(document, route) else written
    return PutValue(written, old, value) if is_meant(kind, modelled, old, value) else None


def _mend_of_key(document: Document, route: Route, name: str | None) -> Mend | None:
    there = document.value(route[:-1])
    return RenameKey(route, name) if name is not None and name not in there else None


def _beside(document: Document, route: Route) -> Mapping[str, Any]:
    """The map in which a value stands."""
    there = document.value(_written(document, route[:-1]))
    return there if isinstance(there, Mapping) else {}


def _hint(cure: str, meaning: str) -> str:
    return f"{cure} ({meaning.removesuffix('.')})" if meaning else cure


def _named(document: Document, route: Route) -> str:
    return shown(dotted(_written(document, route)))


def _written(document: Document, route: Route) -> Route:
    """A route as the file has it: what a short form leaves out is left out here too."""
    route = _in_file(document, route)
    while route and route not in document.places:
        route = route[:-1]
    return route


def _unknown_field(kind: Kind, document: Document, route: Route) -> Finding:
    fields = fields_at(kind, route[:-1])
    if found := glued(document, route, fields):
        return found
    name = str(route[-1])
    owner = shown(dotted(route[:-1])) if route[:-1] else kind.one
    meant = _meant(kind, document, route)
    cure = f"its fields are {', '.join(fields)}"
    if short := _short_for(kind, document, route):
        cure = f"write {shown(f'{short}: {name}')}; {cure}"
    mend = _mend_of_key(document, route, meant.meant)
    told = meant.before(cure)
    if meant.name in document.value(route[:-1]):
        told = f"{shown(meant.name)} is there already: leave one of the two; {cure}"
    return Finding(
        "unknown-field",
        Severity.ERROR,
        document.locate(route, key=True),
        f"{shown(name)} is not a field of {owner}",
        told,
        mend=mend,
    )


def _short_for(kind: Kind, document: Document, route: Route) -> str | None:
    """The field whose value stands where a key should, as in `{completed}`."""
    shape, there = shape_at(kind, route[:-1]), document.value(route[:-1])
    if not isinstance(shape, Fields) or shape.short in there or document.value(route) is not None:
        return None
    return shape.short


def _meant(kind: Kind, document: Document, route: Route) -> Suggestion:
    """The field that was meant by a key that is none."""
    shape = shape_at(kind, route[:-1])
    there = document.value(route[:-1])
    if not isinstance(shape, Fields) or not isinstance(there, Mapping):
        return Suggestion()
    return field_meant(str(route[-1]), shape, there)


def _missing_field(kind: Kind, document: Document, route: Route) -> Finding:
    if route in document.places:
        message = f"{shown(dotted(route))} is empty"
    else:
        owner = shown(dotted(route[:-1])) if route[:-1] else kind.one
        message = f"{owner} needs `{route[-1]}`"
    return Finding(
        "missing-field",
        Severity.ERROR,
        document.locate(route, key=True),
        message,
        _hint("add it", _meaning(kind, route)),
    )


def _says(words: str) -> Callable[[ErrorDetails], str]:
    return lambda _: words


def _otherwise(_: ErrorDetails) -> str:
    return "does not fit here"


_IN_QUOTES = ": put it in quotes"


def _no_text(detail: ErrorDetails) -> str:
    collection = isinstance(detail["input"], dict | list)
    return "is not a text" if collection else f"is not a text{_IN_QUOTES}"


def _no_number(detail: ErrorDetails, wanted: str) -> str:
    text = detail["input"]
    if isinstance(text, str) and text.lstrip("-").replace(".", "", 1).isdecimal():
        return f"is a text, not {wanted}: take it out of its quotes"
    return f"is not {wanted}"


_MAP = _says("is not a map of `key: value` lines")
_LIST = _says("is not a list: begin each item with `- `")

_FORMS: Mapping[str, str] = {
    NOT_BLANK: "is empty",
    LANGUAGE_TAG: "is not a language tag, such as en, pt-BR or ja",
    SUBDIVISION_CODE: "is not a subdivision code of ISO 3166-2, such as CO-DC",
}
_WORDS: Mapping[str, Callable[[ErrorDetails], str]] = {
    "string_type": _no_text,
    "string_pattern_mismatch": lambda detail: _FORMS[detail["ctx"]["pattern"]],
    "string_too_short": _says("is empty"),
    "int_type": lambda detail: _no_number(detail, "a whole number"),
    "float_type": lambda detail: _no_number(detail, "a number"),
    "finite_number": _says("is not a number"),
    "bool_type": _says("is neither true nor false"),
    "dict_type": _MAP,
    "model_type": _MAP,
    "model_attributes_type": _MAP,
    "tuple_type": _LIST,
    "too_short": _says("is empty"),
    "greater_than_equal": _says("is less than 0"),
    "literal_error": lambda detail: f"is not one of {detail['ctx']['expected']}",
    "value_error": lambda detail: str(detail["ctx"]["error"]),
}


def _meaning(kind: Kind, route: Route) -> str:
    """What the schema says of the field at a route, or of the nearest field above it."""
    for length in range(len(route), 0, -1):
        *above, last = route[:length]
        shape = shape_at(kind, tuple(above))
        if isinstance(shape, Fields) and (field := shape.names().get(str(last))):
            return f"`{last}`: {field.description}"
    return ""
