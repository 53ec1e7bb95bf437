"""The values of a record to its brief."""

from collections.abc import Callable, Mapping
from sys import intern
from typing import Any, Final

from gsca_cli.alliance.at_a_glance.kept import states
from gsca_cli.alliance.at_a_glance.seen import Values
from gsca_cli.alliance.brief import (
    NOTHING,
    Brief,
    CityBrief,
    PartnerBrief,
    PolicyBrief,
    RegionBrief,
    TrackBrief,
    memberships_of,
)
from gsca_cli.alliance.references import References
from gsca_cli.alliance.small_map import SmallMap, shared_texts
from gsca_cli.kinds import Kind
from gsca_cli.snapshots.repository import RecordPath


def brief_of(place: RecordPath, values: Values, references: References) -> Brief:
    """What the alliance keeps of a record with these values."""
    if place.kind is Kind.CITY:
        # There are thousands of them for each of the others.
        return _city(place, values, references)
    make = _MAKE.get(place.kind, Brief)
    return make(
        kind=place.kind,
        id=place.id,
        path=place.path,
        # A source has a title.
        names=SmallMap(values.get("name") or values.get("title", {})),
        aliases=tuple(alias["name"] for alias in values.get("aliases", ())),
        former_ids=values.get("former_ids", ()),
        references=references,
        remarked=frozenset(values["inferred"]) if "inferred" in values else NOTHING,
        **_OF_KIND[place.kind](values) if place.kind in _OF_KIND else {},
    )


def _city(place: RecordPath, values: Values, references: References) -> CityBrief:
    given = values.get
    subdivision, point, aliases = map(given, ("subdivision", "location", "aliases"))
    return CityBrief(
        kind=place.kind,
        id=place.id,
        path=place.path,
        names=SmallMap(values["name"]),
        aliases=tuple([alias["name"] for alias in aliases]) if aliases else (),
        former_ids=given("former_ids", ()),
        references=references,
        remarked=frozenset(values["inferred"]) if "inferred" in values else NOTHING,
        country=values["country"],
        subdivision=subdivision and intern(subdivision),
        degrees=complex(float(point["lat"]), float(point["lon"])) if point else None,
        memberships=memberships_of(given("regions", {})),
        programmes=shared_texts(tuple(given("programmes", ()))),
        selections=SmallMap(given("policies", {})),
        steps=states(values),
        has_dated_notes=any(note.get("date") for note in given("notes", ())),
    )


def _of_region(values: Values) -> Values:
    return {
        # A policy that is listed twice is a finding; it must not be counted twice too.
        "columns": tuple(dict.fromkeys(each["policy"] for each in values.get("columns", ()))),
        "track": values.get("track"),
        "cohorts": {
            key: each.get("founding", False) for key, each in values.get("cohorts", {}).items()
        },
        "steps": states(values),
    }


def _of_policy(values: Values) -> Values:
    releases = values.get("releases")
    return {
        "principle": values.get("principle"),
        "foundational": values.get("foundational", False),
        "releases": releases and tuple(each.get("date") for each in releases),
    }


def _of_track(values: Values) -> Values:
    steps = values["steps"]
    return {
        "walked_by": Kind(values["walked_by"]),
        "steps": tuple(step["id"] for step in steps),
        "phases": tuple(phase["id"] for phase in values.get("phases", ())),
        "statuses": values.get("statuses", ()),
        "former_steps": {step["id"]: step["former_ids"] for step in steps if "former_ids" in step},
    }


def _of_partner(values: Values) -> Values:
    return {"partner_kind": values.get("kind"), "listed_in": values.get("listed_in", ())}


_MAKE: Final[Mapping[Kind, type[Brief]]] = {
    Kind.REGION: RegionBrief,
    Kind.POLICY: PolicyBrief,
    Kind.TRACK: TrackBrief,
    Kind.PARTNER: PartnerBrief,
}
_OF_KIND: Final[Mapping[Kind, Callable[[Values], Any]]] = {
    Kind.REGION: _of_region,
    Kind.POLICY: _of_policy,
    Kind.TRACK: _of_track,
    Kind.PARTNER: _of_partner,
}
