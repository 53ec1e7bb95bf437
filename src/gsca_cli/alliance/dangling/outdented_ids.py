"""Lines that are indented too little, in a map of ids: they are taken for ids, and lead nowhere."""

from collections.abc import Iterable, Iterator

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.cures.outdented import Outdented, outdented
from gsca_cli.alliance.dangling.missing import Missing
from gsca_cli.documents.document import Document
from gsca_cli.findings import Route
from gsca_cli.kinds import Kind
from gsca_cli.records.shape import Entries, Fields, shape_at


def outdented_ids(
    alliance: Alliance, found: Iterable[Missing]
) -> Iterator[tuple[Outdented, Document]]:
    """Every run of such lines among references that lead nowhere, each with its document."""
    keys: dict[str, set[Route]] = {}
    for each in found:
        if each.reference.route[-1] == each.reference.id:
            keys.setdefault(each.reference.path, set()).add(each.reference.route)
    for brief in alliance.everything() if keys else ():
        # Few keys that lead nowhere have the name of a field: the others need no second look.
        wrong = {route for route in keys.get(brief.path, ()) if _is_field(brief.kind, route)}
        if wrong:
            document = alliance.document(brief)
            runs = outdented(brief.kind, document, wrong.__contains__)
            yield from ((run, document) for run in runs if wrong.issuperset(run.children))


def _is_field(kind: Kind, route: Route) -> bool:
    """Is a key in a map of ids the name of a field of what such an id leads to?"""
    shape = shape_at(kind, route[:-1])
    inner = shape.value if isinstance(shape, Entries) else None
    return isinstance(inner, Fields) and route[-1] in inner.names()
