"""The records that match, and the values that are asked of them."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import Brief, CityBrief, RegionBrief
from gsca_cli.alliance.country_named import Country, country_named
from gsca_cli.alliance.counts import cities, is_in_no_region, members
from gsca_cli.alliance.names import in_language
from gsca_cli.alliance.nearest import choose_from
from gsca_cli.alliance.states import given_state, stands, step_state
from gsca_cli.alliance.suggestions import enumerated
from gsca_cli.alliance.words import former_words, words
from gsca_cli.errors import UsageError
from gsca_cli.findings import shown
from gsca_cli.kinds import Kind
from gsca_cli.records.texts import Texts

if TYPE_CHECKING:
    from gsca_cli.records.values import Model

NO_REGION: Final = "none"
"""What stands for no region at all, unless a region is called so."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What a city must fulfil, all of it; a pair is an id and the status asked for, if any."""

    regions: Sequence[str] = ()
    countries: Sequence[str] = ()
    policies: Sequence[str] = ()
    programmes: Sequence[str] = ()
    selected: Sequence[tuple[str, str | None]] = ()
    steps: Sequence[tuple[str, str | None]] = ()

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in self.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class Listing:
    """A table of records: a value for each column, a text, a number, or a list of texts."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


DEFAULT_COLUMNS: Mapping[Kind, tuple[str, ...]] = {
    Kind.CITY: ("id", "name", "country", "regions", "selections"),
    Kind.REGION: ("id", "name", "members", "track"),
    Kind.POLICY: ("id", "name", "principle", "selections"),
    Kind.TRACK: ("id", "name", "walked_by", "steps"),
    Kind.PROGRAMME: ("id", "name", "started", "cities"),
    Kind.PARTNER: ("id", "name", "kind"),
    Kind.SOURCE: ("id", "title", "publisher", "date"),
}

_COMPUTED = ("id", "path", "selections", "members", "cities")


def matching(alliance: Alliance, kind: Kind, filters: Filters) -> list[Brief]:
    """The records of a kind that fulfil the filters, by id.

    Raises:
        UsageError: a filter names something that does not exist, or asks for it of no city.
    """
    briefs = sorted(alliance.of(kind).values(), key=lambda brief: brief.id)
    if not filters:
        return briefs
    if kind is not Kind.CITY:
        message = f"these filters choose cities, not {kind.plural}"
        raise UsageError(message)
    tests = _tests(alliance, filters)
    return [
        city for city in briefs if isinstance(city, CityBrief) and all(test(city) for test in tests)
    ]


def _tests(alliance: Alliance, filters: Filters) -> list[Callable[[CityBrief], bool]]:
    known = partial(_known, alliance)
    chosen = [(key, _status_now(alliance, status)) for key, status in filters.selected]
    tests: list[Callable[[CityBrief], bool]] = []
    programmes = known(Kind.PROGRAMME, filters.programmes)
    none = [key for key in filters.regions if _is_none(alliance, key)]
    if none:
        tests.append(is_in_no_region)
    regions = known(Kind.REGION, [key for key in filters.regions if key not in none])
    tests.append(lambda city: set(regions) <= city.memberships.keys())
    tests.append(lambda city: set(programmes) <= set(city.programmes))
    if filters.countries:
        codes = _codes(alliance, filters.countries)
        tests.append(lambda city: city.country in codes)
    for policy, status in (*((policy, None) for policy in filters.policies), *chosen):
        (now,) = known(Kind.POLICY, [policy])
        tests.append(partial(_selected, alliance, now, status))
    for key, status in filters.steps:
        step = _word_now(alliance, "step", key)
        tests.append(partial(_stands_on, alliance, step, _status_now(alliance, status)))
    return tests


def _is_none(alliance: Alliance, region: str) -> bool:
    return region == NO_REGION and region not in alliance.regions


def _selected(alliance: Alliance, policy: str, status: str | None, city: CityBrief) -> bool:
    selection = city.selections.get(policy)
    if selection is None or not stands(selection):
        return False
    return status is None or given_state(alliance.settings, selection.state).status.id == status


def _stands_on(alliance: Alliance, step: str, status: str | None, city: CityBrief) -> bool:
    """Does a city of the step's track, or one that gives the step, have a status there?"""
    track = next(track for track in alliance.tracks.values() if step in track.steps)
    walks = step in city.steps or any(
        region.track == track.id
        for key in city.memberships
        if (region := alliance.regions.get(key))
    )
    state = step_state(alliance.settings, city, step, track.statuses)
    return walks and (status is None or state.status.id == status)


def _known(alliance: Alliance, kind: Kind, keys: Sequence[str]) -> Sequence[str]:
    """The ids of some records, be they asked for by ones that they no longer have."""
    return [_id_now(alliance, kind, key) for key in keys]


def _id_now(alliance: Alliance, kind: Kind, key: str) -> str:
    briefs = alliance.of(kind)
    now = [brief.id for brief in briefs.values() if key in brief.former_ids]
    if key not in briefs and len(now) == 1:
        return now[0]
    _check(kind, key, briefs)
    return key


def _word_now(alliance: Alliance, target: str, key: str) -> str:
    """The id of a word, be it asked for by one that it no longer has."""
    now = former_words(alliance).get((target, key), key)
    _check(target, now, [word.id for word in words(alliance) if word.target == target])
    return now


def _status_now(alliance: Alliance, key: str | None) -> str | None:
    return _word_now(alliance, "status", key) if key else None


def _check(what: str, key: str, valid: Collection[str]) -> None:
    if key not in valid:
        message = f"no {what} {shown(key)}{choose_from(key, valid)}"
        raise UsageError(message)


def _codes(alliance: Alliance, typed: Sequence[str]) -> set[str]:
    """The codes of some countries, in which there are cities."""
    valid = {city.country for city in alliance.cities.values()}
    return {_country(alliance, text, valid) for text in typed}


def _country(alliance: Alliance, text: str, valid: Collection[str]) -> str:
    found = country_named(text, (alliance.settings.language,))
    if found.is_certain and found.code in valid:
        return found.code
    here = Country([code for code in found.codes if code in valid])
    elsewhere = f", nor in {found.told()}" if found.codes and not found.is_certain else ""
    message = f"no city in country {shown(text)}"
    if here.codes:
        message += f"; did you mean {here.told()}?"
    elif valid:
        message += f"{elsewhere}; choose from {enumerated(sorted(valid))}"
    raise UsageError(message)


def listing(
    alliance: Alliance, kind: Kind, briefs: Sequence[Brief], columns: Sequence[str], language: str
) -> Listing:
    """A row for each record, a value for each column.

    A column is a route into the record (`country`, `regions.north.cohort`), or one of `id`,
    `path`, `selections`, `members`, `cities`.

    Raises:
        UsageError: records of the kind have no such field.
    """
    usual = DEFAULT_COLUMNS.get(kind, ("id", "name"))
    columns = tuple(columns) or usual
    for column in columns if columns != usual else ():
        _check("column", column.partition(".")[0], sorted({*_fields(kind), *_COMPUTED}))
    rows = tuple(
        tuple(_value(alliance, brief, column, language) for column in columns) for brief in briefs
    )
    return Listing(columns, rows)


def _fields(kind: Kind) -> Sequence[str]:
    """The fields of a kind of record, as files call them."""
    # Who asks for the usual columns of cities is spared the models.
    from gsca_cli.records.catalogue import MODELS  # noqa: PLC0415

    return [field.alias or name for name, field in MODELS[kind].model_fields.items()]


def _value(alliance: Alliance, brief: Brief, column: str, language: str) -> Any:
    match column:
        case "id" | "path":
            return getattr(brief, column)
        case "selections" if isinstance(brief, CityBrief):
            return sum(stands(each) for each in brief.selections.values())
        case "selections" if brief.kind is Kind.POLICY:
            return sum(stands(each) for _, each in alliance.selectors(brief.id))
        case "members" if isinstance(brief, RegionBrief):
            return len(members(alliance, [brief.id]))
        case "cities" if brief.kind in {Kind.REGION, Kind.PROGRAMME}:
            return len(cities(alliance, brief))
    # By default, a list of cities reads no file twice.
    if (kept := _kept(brief, column)) is not None:
        return _short(kept, language, alliance.settings.language)
    value: Any = alliance.entry(brief).record
    for part in column.split("."):
        value = value.get(part) if isinstance(value, dict) else _field(value, part)
    return _short(value, language, alliance.settings.language)


def _kept(brief: Brief, column: str) -> Any:
    """What the brief of a record knows of it; None if the record must be asked."""
    match column:
        case "name" if brief.names:
            return Texts(brief.names)
        case "country" if isinstance(brief, CityBrief):
            return brief.country
        case "regions" if isinstance(brief, CityBrief):
            return dict(brief.memberships)
    return None


def _field(value: Any, name: str) -> Any:
    """A field of a part of a record, and nothing else that Python knows of it."""
    from gsca_cli.records.values import Model  # noqa: PLC0415 (loaded, where a record is asked)

    known = isinstance(value, Model) and name in type(value).model_fields
    return getattr(value, name) if known else None


def _short(value: Any, language: str, default: str) -> Any:
    """A value as one cell: a text in the language, the items of a list, the keys of a map.

    With a key stands the status of its state, as a filter would ask for it.
    """
    if isinstance(value, Texts):
        return in_language(value, language, default).text
    if isinstance(value, dict):
        statuses = {key: getattr(each, "status", None) for key, each in value.items()}
        return [f"{key}={status}" if status else key for key, status in statuses.items()]
    if isinstance(value, tuple):
        return [str(_short(item, language, default)) for item in value]
    if isinstance(value, str | int | float) or value is None:
        return value
    from gsca_cli.records.values import Model  # noqa: PLC0415 (as above)

    return _named(value, language, default) if isinstance(value, Model) else str(value)


def _named(value: "Model", language: str, default: str) -> str:
    """What names a part of a record, or else all that it says."""
    for name in ("id", "source", "policy", "status", "role", "name", "value", "text"):
        if found := getattr(value, name, None):
            return str(_short(found, language, default))
    given = [name for name in type(value).model_fields if name in value.model_fields_set]
    shown = [_short(getattr(value, name), language, default) for name in given]
    return ", ".join(str(each) for each in shown if each or each == 0)
