"""A link ends with a sign that hardly belongs to it.

Who copies an address out of a text easily takes the end of the sentence along: its point or comma,
or the bracket behind it. The link then leads to another page, or to none. Some addresses do end
with a point, such as that of an encyclopedia on `Washington,_D.C.`: a comment can allow it.

Wrong: `link: https://example.org/plan,`
Right: `link: https://example.org/plan`
To fix it: delete the sign, and open the link to see that it leads to the page.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from gsca_cli.alliance.entry import Entry
from gsca_cli.checks.check import Check, Context, Problem
from gsca_cli.findings import Location, PutValue, Route, Severity, shown
from gsca_cli.records.links import is_certain_end, without_odd_end

if TYPE_CHECKING:
    from gsca_cli.records.values import Model

# Within brackets, a comma or a bracket ends the link itself.
_ENDS_ODD = re.compile(
    r"https?://\S*(?:[.;:!…”’“»>`)]['\"]?(?=[\s,\]}]|\Z)|[,\]}]['\"]|,(?=[^\S\n]*(?:#|$)))"  # noqa: RUF001
    r"|^[^\[{\n]*https?://\S*[\]}](?=[^\S\n]*(?:#|$))",
    re.MULTILINE,
).search


def look(entry: Entry, _: Context) -> Iterator[Problem]:
    """Every field that holds a link."""
    if "://" not in entry.document.text or not any(map(suspects, entry.document.lines)):
        return
    for route, link in _links(entry):
        bare = without_odd_end(link)
        if bare == link or not bare:
            continue
        mend = PutValue(route, link, bare) if is_certain_end(link, bare) else None
        yield Problem(
            _place(entry, route, link[len(bare) :]),
            f"the link ends with {shown(link[len(bare) :])}, which hardly belongs to it",
            f"write {shown(bare)}",
            mend=mend,
        )


def _links(entry: Entry) -> Iterator[tuple[Route, str]]:
    for route, part in entry.models:
        for name in _link_fields(type(part)):
            value = vars(part)[name]
            if isinstance(value, str):
                yield (*route, name), value
            elif value:
                yield from (((*route, name, index), each) for index, each in enumerate(value))


@cache
def _link_fields(model: "type[Model]") -> tuple[str, ...]:
    """The fields of a model that hold a link, or a list of links."""
    from gsca_cli.records.shape import Fields, Items, Sort, Value  # noqa: PLC0415 (few files need it)

    fields = Fields(model)
    shapes = {name: fields.at(name) for name in fields.names()}
    items = {name: each.item if isinstance(each, Items) else each for name, each in shapes.items()}
    return tuple(
        name for name, each in items.items() if isinstance(each, Value) and each.sort is Sort.LINK
    )


def _place(entry: Entry, route: Route, odd: str) -> Route | Location:
    """Where the odd end of a link stands, if the link is on one line as it is."""
    source = entry.document.source(route)
    if source.count(odd) == 0:
        return route
    line, column, _ = entry.document.spot(route)
    start = column + source.rindex(odd)
    return Location(entry.path, line, start, start + len(odd))


def suspects(lines: str) -> bool:
    """May a link on one of some lines end with a sign that is none of its own?"""
    return "://" in lines and _ENDS_ODD(lines) is not None


CHECK = Check("odd-link", Severity.WARNING, look=look, suspects=suspects)
