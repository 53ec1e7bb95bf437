"""What happened to one part of a record: a step, a selection, a membership, a field."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from gsca_cli.alliance.settings import SILENT
from gsca_cli.analysis.changes.change import Change, Risk, What
from gsca_cli.analysis.changes.difference import ValueChange
from gsca_cli.analysis.changes.moves import Choice, choice, details, move, risks
from gsca_cli.analysis.changes.sides import Sides
from gsca_cli.findings import Route, dotted
from gsca_cli.kinds import Kind
from gsca_cli.records.city import Membership, Participation, Selection
from gsca_cli.records.record import Record, State
from gsca_cli.records.when import When

Values = tuple[ValueChange, ...]


def part_of(kind: Kind, route: Route) -> Route:
    """The route of the part of a record to which a value belongs."""
    match kind, route:
        case Kind.CITY, ("policies", _, "steps", _, *_):
            return route[:4]
        case Kind.CITY, ("steps" | "policies" | "regions" | "programmes", _, *_):
            return route[:2]
        case Kind.REGION, ("steps", _, *_):
            return route[:2]
    return route[:1]


def part_changes(
    sides: Sides, part: Route, old: Record | None, new: Record | None, values: Values
) -> Iterator[Change]:
    """What happened to a part of a record, of which some values differ."""
    before, after = _at(old, part), _at(new, part)
    match after or before:
        case Selection():
            yield _selection(sides, part, before, after, values)
        case State():
            yield _step(sides, part, before, after, values)
        case Membership():
            yield _looked_at(_membership(sides, part, before, after, values))
        case Participation():
            yield _looked_at(_participation(sides, part, before, after, values))
        case _ if part == ("columns",):
            yield from _columns(sides, values)
        case _:
            change = Change(What.CHANGED, dotted(part), str(part[0]), values=values)
            yield _looked_at(replace(change, risks=tuple(_shared_risks(values))))


def _shared_risks(values: Values) -> Iterator[Risk]:
    """Why to look twice at what all records share: it says what counts, and what is found."""
    if any(each.route[0] == "statuses" and each.route[-1] == "class" for each in values):
        yield Risk.RECOUNTED
    if any(each.route[0] == "checks" and each.after == SILENT for each in values):
        yield Risk.SILENCED


def _looked_at(change: Change) -> Change:
    """Add why to look twice at a part that is no state: it cites a source no more."""
    cited = [each for each in change.values if each.route[-1] == "sources"]
    gained = {_cited(each.after) for each in cited if each.after}
    lost = {_cited(each.before) for each in cited if each.before} - gained
    if not lost:
        return change
    return replace(change, risks=(*change.risks, Risk.OTHER_SOURCE if gained else Risk.SOURCE))


def _cited(citation: Any) -> str:
    return str(citation["source"] if isinstance(citation, Mapping) else citation)


def _at(record: Record | None, part: Route) -> Any:
    """What stands at a route of a record; None if nothing does."""
    found: Any = record
    for name in part:
        found = found.get(name) if isinstance(found, Mapping) else getattr(found, str(name), None)
    return found


def _selection(
    sides: Sides, part: Route, old: Selection | None, new: Selection | None, values: Values
) -> Change:
    before, after = sides.statuses(old, new)
    what = choice(_choice(old), _choice(new)) or move(before, after)
    policy = sides.named(Kind.POLICY, str(part[1]))
    change = Change(what, dotted(part), policy, "", *sides.words(old, new), values=values)
    found = _state(change, old, new)
    if what is What.WITHDRAWN and new:
        return replace(found, when=str(new.until or ""))
    stood = _choice(old)
    if what is What.UNLISTED and stood and stood.stands:
        return replace(found, risks=(*found.risks, Risk.NOT_WITHDRAWN))
    return found


def _choice(selection: Selection | None) -> Choice | None:
    return Choice(selection.chosen == "yes", selection.until) if selection else None


def _step(
    sides: Sides, part: Route, old: State | None, new: State | None, values: Values
) -> Change:
    before, after = sides.statuses(old, new)
    what = move(before, after)
    if new is None and what is What.CHANGED:
        what = What.UNLISTED
    if new and new.until and not (old and old.until):
        what = What.WITHDRAWN
    within = sides.named(Kind.POLICY, str(part[1])) if part[0] == "policies" else ""
    words = sides.before.text(before.name), sides.after.text(after.name)
    step = sides.step(str(part[-1]))
    change = Change(what, dotted(part), step, within, *words, values=values)
    found = _state(change, old, new)
    return replace(found, when=str(new.until)) if new and what is What.WITHDRAWN else found


def _state(change: Change, old: State | None, new: State | None) -> Change:
    """Add what a state says of its date, its evidence and its sources."""
    found = details(old, new)
    since = _news(old.since if old else None, new.since if new else None)
    return replace(change, when=since, details=found, risks=risks(change.what, old, new, found))


def _news(before: When | None, after: When | None) -> str:
    """A date, if it is another one than before."""
    return str(after) if after and after != before else ""


def _membership(
    sides: Sides, part: Route, old: Membership | None, new: Membership | None, values: Values
) -> Change:
    region = sides.named(Kind.REGION, str(part[1]))
    change = Change(What.CHANGED, dotted(part), region, values=values)
    if new is None:
        is_lost = old is not None and old.left is None
        return replace(change, what=What.UNLISTED, risks=(Risk.NOT_LEFT,) if is_lost else ())
    if new.left and not (old and old.left):
        return replace(change, what=What.LEFT, when=str(new.left))
    if old is None or (old.left and not new.left):
        role = sides.role(new.role) if new.role else ""
        return replace(change, what=What.JOINED, after=role, when=str(new.joined or ""))
    then, now = sides.roles(old.role, new.role)
    return change if then == now else replace(change, what=What.MOVED, before=then, after=now)


def _participation(
    sides: Sides, part: Route, old: Participation | None, new: Participation | None, values: Values
) -> Change:
    programme = sides.named(Kind.PROGRAMME, str(part[1]))
    change = Change(What.CHANGED, dotted(part), programme, values=values)
    if new is None:
        return replace(change, what=What.UNLISTED)
    if old is None:
        return replace(change, what=What.JOINED, when=str(new.joined or ""))
    return change


def _columns(sides: Sides, values: Values) -> Iterator[Change]:
    """Policies that a region tracks, or tracks no more; what else is new of its columns."""
    rest = []
    for each in values:
        match each.route, each.before, each.after:
            case ("columns",), None, {"policy": str(policy)}:
                name = sides.named(Kind.POLICY, policy)
                when = str(each.after.get("added", ""))
                yield Change(What.ADDED, "columns", name, when=when, values=(each,))
            case ("columns",), {"policy": str(policy)}, None:
                name = sides.named(Kind.POLICY, policy)
                risks = (Risk.CHOSEN,) if sides.after.alliance.selectors(policy) else ()
                yield Change(What.REMOVED, "columns", name, risks=risks, values=(each,))
            case _:
                rest.append(each)
    if rest:
        yield Change(What.CHANGED, "columns", "columns", values=tuple(rest))
