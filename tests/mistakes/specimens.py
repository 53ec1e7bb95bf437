"""A right record for every field: a shipped one, or one into which a right value is put."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from typing import Any, Final

from mistakes.edits import Sheet, matches
from mistakes.fields import Field, Form

from gsca_cli.findings import Route
from gsca_cli.kinds import Kind
from gsca_cli.records.city import City, Membership, Participation, Point, Population, Selection
from gsca_cli.records.partner import Partner
from gsca_cli.records.policy import Benchmark, Figure, Policy, Release
from gsca_cli.records.principle import Principle
from gsca_cli.records.programme import Programme
from gsca_cli.records.record import Alias, Claim, Note, Record, Review, State, Variant
from gsca_cli.records.region import Cohort, Column, Meeting, Region
from gsca_cli.records.settings import Event, Position, Settings, Status
from gsca_cli.records.source import Source
from gsca_cli.records.track import Phase, Step, Track
from gsca_cli.records.values import Model
from gsca_cli.snapshots.repository import MARKER, RecordPath, identify

EXAMPLES: Final[Mapping[tuple[type[Model], str], str]] = {
    (Record, "former_ids"): "[old-name]",
    (Alias, "sources"): "[geonames, {iso-codes: [name]}]",
    (Note, "sources"): "[geonames, {iso-codes: [text]}]",
    (Variant, "sources"): "[geonames, {iso-codes: [value]}]",
    (Claim, "sources"): "[geonames, {iso-codes: [value]}]",
    (City, "population"): "{value: 171892, as_of: 2023, sources: [geonames]}",
    (Population, "sources"): "[geonames, {iso-codes: [value]}]",
    (Membership, "left"): "2023-06",
    (Membership, "standing"): "paused",
    (Membership, "note"): "It joined with five other cities.",
    (Membership, "sources"): "[geonames, {iso-codes: [joined]}]",
    (Participation, "note"): "It took part as a speaker.",
    (Participation, "sources"): "[geonames, {iso-codes: [joined]}]",
    (State, "since"): "2023-05",
    (State, "as_of"): "2023-11",
    (State, "due"): "2025-01",
    (State, "until"): "2023-12",
    (State, "note"): "It was shown at the meeting.",
    (State, "evidence"): "[https://example.org/plan]",
    (State, "sources"): "[geonames, {iso-codes: [status]}]",
    (State, "reported_by"): "city",
    (State, "reviewed"): "{date: 2024-01-15, role: secretariat}",
    (Selection, "steps"): "{work-plan: {status: in-progress, since: 2023-11}}",
    (City, "steps"): "{work-plan: {status: in-progress, since: 2023-11}}",
    (Region, "announced"): "2018-11",
    (Region, "launched"): "2021-06",
    (Region, "steps"): "{recruit-cities: {status: in-progress, since: 2023-11}}",
    (Region, "columns"): "[{policy: open-data, added: 2022-06}, dig-once]",
    (Cohort, "note"): "Named by the press.",
    (Cohort, "sources"): "[geonames, {iso-codes: [name]}]",
    (Meeting, "sources"): "[geonames, {iso-codes: [date]}]",
    (Release, "sources"): "[geonames, {iso-codes: [date]}]",
    (Benchmark, "sources"): "[geonames, {iso-codes: [text]}]",
    (Figure, "sources"): "[geonames, {iso-codes: [percent]}]",
    (Policy, "related"): "[open-data, dig-once]",
    (Principle, "sources"): "[exbulletin-2021, {gsca-2019-framework: [variants]}]",
    (Step, "description"): "Write down what is to be done.",
    (Step, "former_ids"): "[old-step]",
    (Step, "sources"): "[geonames, {iso-codes: [name]}]",
    (Track, "statuses"): "[completed, in-progress, to-be-developed, unknown]",
    (Programme, "link"): "https://example.org/programme",
    (Partner, "name"): "{en: Cities for All}",
    (Source, "sources"): "[geonames]",
    (Source, "title"): "{en: A smart city community}",
    (Settings, "name"): "{en: G20 Global Smart Cities Alliance}",
    (Settings, "statuses"): (
        "[{id: completed, name: Completed, symbol: C, colour: '#2e7d32', class: done,"
        " former_ids: [done]},"
        " {id: in-progress, name: In progress, symbol: P, class: active},"
        " {id: to-be-developed, name: To be developed, symbol: D, class: pending},"
        " {id: unknown, name: Unknown, symbol: U, class: unknown}]"
    ),
    (Settings, "roles"): (
        "[{id: member, name: Member, counts: true, former_ids: [full-member]},"
        " {id: observer, name: Observer, counts: false}]"
    ),
    (Settings, "standings"): (
        "[{id: active, name: Active, counts: true, former_ids: [live]},"
        " {id: reactivation, name: Reactivation},"
        " {id: paused, name: Paused}, {id: left, name: Left, counts: false}]"
    ),
    (Settings, "checks"): "{claim-mismatch: warning}",
    (Event, "sources"): "[geonames, {iso-codes: [date]}]",
}
"""Right values for fields that no shipped record has; what stands within them comes with them."""


PAIRS: Final[Mapping[type[Model], tuple[tuple[str, str], ...]]] = {
    Alias: (("name", "note"),),
    Note: (("date", "text"),),
    Variant: (("at", "value"),),
    Claim: (("count", "value"),),
    City: (("country", "subdivision"), ("regions", "programmes"), ("policies", "steps")),
    Point: (("lat", "lon"),),
    Population: (("value", "as_of"),),
    Membership: (("role", "standing"), ("joined", "left")),
    Participation: (("joined", "policy"),),
    State: (("since", "until"), ("as_of", "due"), ("status", "reported_by")),
    Review: (("date", "role"),),
    Region: (
        ("secretariat", "seat"),
        ("supporters", "languages"),
        ("announced", "launched"),
        ("columns", "cohorts"),
    ),
    Column: (("policy", "added"),),
    Cohort: (("name", "note"), ("since", "founding")),
    Meeting: (("date", "kind"), ("title", "note")),
    Policy: (("name", "summary"), ("principle", "foundational")),
    Release: (("version", "date"),),
    Benchmark: (("text", "figures"),),
    Figure: (("wording", "base"), ("percent", "sources")),
    Principle: (("name", "short_name"),),
    Track: (("phases", "steps"), ("name", "walked_by")),
    Phase: (("id", "name"),),
    Step: (("id", "phase"), ("name", "description")),
    Programme: (("name", "summary"), ("started", "link")),
    Partner: (("name", "kind"),),
    Source: (("title", "publisher"), ("date", "link"), ("kind", "read")),
    Settings: (("name", "summary"), ("link", "language"), ("roles", "standings")),
    Status: (("id", "class"), ("symbol", "colour")),
    Position: (("id", "name"),),
    Event: (("date", "text"),),
}
"""Fields that stand beside each other and are easily taken for each other."""


@dataclass(frozen=True)
class Specimen:
    """A file that is right, and the route of a field in it; `shipped` if all of it is."""

    field: Field
    sheet: Sheet
    route: Route
    shipped: bool = True

    @property
    def path(self) -> str:
        """The file."""
        return self.sheet.path

    @property
    def in_a_folder(self) -> bool:
        """Is it a record of its own, and not what the whole alliance shares?"""
        return self.path != MARKER

    @cached_property
    def value(self) -> Any:
        """What stands there."""
        return self.sheet.at(self.route)


class Specimens:
    """Finds the first record, by path, that has a field.

    `is_right` tells whether a changed file brings no finding.
    """

    def __init__(
        self,
        files: Mapping[str, bytes],
        fields: Sequence[Field],
        is_right: Callable[[Sheet], bool],
    ) -> None:
        self._sheets = [Sheet(path, files[path].decode()) for path in sorted(files)]
        self._is_right = is_right
        self._fields = {(field.kind, field.pattern): field for field in fields}
        self._found: dict[Field, Specimen] = {}

    def of(self, field: Field) -> Specimen:
        """The first record that has the field, or the first into which a right value fits."""
        if field not in self._found:
            found = next(self._shipped(field), None) or next(self._made(field), None)
            assert found, f"there is no right example of {field.kind or 'any'}: {field.label}"
            self._found[field] = found
        return self._found[field]

    def beside(self, field: Field) -> tuple[Specimen, Specimen] | None:
        """A record in which the partner of a field stands beside it; None if it has no partner."""
        name = _partner(field)
        if not name:
            return None
        other = self._fields[field.kind, (*field.pattern[:-1], name)]
        found = next(self._both(field, other), None)
        assert found, f"there is no right example of {field.label} beside {name}"
        return found

    def _both(self, field: Field, other: Field) -> Iterator[tuple[Specimen, Specimen]]:
        """Records that have both; failing that, those into which the other one can be put."""
        records = [*self._shipped(field), self.of(field)]
        for one in records:
            beside = (*one.route[:-1], other.pattern[-1])
            if beside in one.sheet.places:
                yield one, replace(one, field=other, route=beside)
        specimen = self.of(other)
        written = specimen.sheet.source(specimen.route), self._example(other.kind, other.pattern)
        for one, source in product(records, filter(None, written)):
            beside = (*one.route[:-1], other.pattern[-1])
            made = one.sheet.having(beside, source)
            if made and self._is_right(made):
                changed = replace(one, sheet=made, shipped=False)
                yield changed, replace(changed, field=other, route=beside)

    def _of_kind(self, kind: Kind | None) -> Iterator[Sheet]:
        for sheet in self._sheets:
            place = identify(sheet.path)
            if isinstance(place, RecordPath) and kind in {None, place.kind}:
                yield sheet

    def _shipped(self, field: Field) -> Iterator[Specimen]:
        for sheet in self._of_kind(field.kind):
            for route in matches(sheet.data, field.pattern):
                if fits(field, sheet.at(route)):
                    yield Specimen(field, sheet, route)

    def _made(self, field: Field) -> Iterator[Specimen]:
        for sheet in self._of_kind(field.kind):
            for made in self._grown(sheet, field, 1):
                for route in matches(made.data, field.pattern):
                    if fits(field, made.at(route)) and self._is_right(made):
                        yield Specimen(field, made, route, shipped=False)

    def _grown(self, sheet: Sheet, field: Field, length: int) -> Iterator[Sheet]:
        """A file with as few examples put into it as it takes to have the field."""
        for long in range(length, len(field.pattern) + 1):
            prefix = field.pattern[:long]
            if example := self._example(field.kind, prefix):
                for made in self._with(sheet, prefix, example):
                    yield made
                    yield from self._grown(made, field, long + 1)

    def _example(self, kind: Kind | None, pattern: Sequence[str]) -> str | None:
        field = self._fields.get((kind, tuple(pattern)))
        if not field or not field.model:
            return None
        owners = (owner for owner in field.model.__mro__ if issubclass(owner, Model))
        return next(
            (EXAMPLES[o, pattern[-1]] for o in owners if (o, pattern[-1]) in EXAMPLES), None
        )

    def _with(self, sheet: Sheet, pattern: Sequence[str], example: str) -> Iterator[Sheet]:
        """A file with an example put at each place where it fits."""
        for parent in matches(sheet.data, pattern[:-1]):
            if isinstance(sheet.at(parent), dict):
                made = sheet.having((*parent, pattern[-1]), example)
                if made:
                    yield made


def _partner(field: Field) -> str | None:
    """The field beside a field that is easily taken for it."""
    name = field.pattern[-1] if field.pattern else ""
    for model in field.model.__mro__ if field.model else ():
        for pair in PAIRS.get(model, ()):
            if name in pair:
                return pair[1 - pair.index(name)]
    return None


def fits(field: Field, value: Any) -> bool:
    """Is a value written in a form that shows the field?"""
    match field.form:
        case Form.LIST:
            return isinstance(value, list) and bool(value)
        case Form.MAP:
            return (isinstance(value, dict) and bool(value)) or field.bare is not None
        case Form.TEXTS:
            return isinstance(value, str | dict)
        case Form.FILE | Form.ANY:
            return True
        case _:
            return value is not None and not isinstance(value, dict | list)
