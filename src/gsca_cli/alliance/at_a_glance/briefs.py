"""The values of a record to its brief."""

from collections.abc import Callable, Mapping
from sys import intern
from typing import Final

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
    make, more = _KINDS.get(place.kind, (Brief, _nothing_more))
    aliases = values.get("aliases")
    return make(
        kind=place.kind,
        id=place.id,
        path=place.path,
        # A source has a title.
        names=SmallMap(values.get("name") or values.get("title", {})),
        aliases=tuple(alias["name"] for alias in aliases) if aliases else (),
        former_ids=values.get("former_ids", ()),
        references=references,
        remarked=frozenset(values["inferred"]) if "inferred" in values else NOTHING,
        **more(values),
    )


def _nothing_more(_: Values) -> Values:
    return {}


def _of_city(values: Values) -> Values:
    subdivision, point = values.get("subdivision"), values.get("location")
    return {
        "country": values["country"],
        "subdivision": subdivision and intern(subdivision),
        "degrees": complex(float(point["lat"]), float(point["lon"])) if point else None,
        "memberships": memberships_of(values.get("regions", {})),
        "programmes": shared_texts(tuple(values.get("programmes", ()))),
        "selections": SmallMap(values.get("policies", {})),
        "steps": states(values),
        "has_dated_notes": any(note.get("date") for note in values.get("notes", ())),
    }


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


_KINDS: Final[Mapping[Kind, tuple[type[Brief], Callable[[Values], Values]]]] = {
    Kind.CITY: (CityBrief, _of_city),
    Kind.REGION: (RegionBrief, _of_region),
    Kind.POLICY: (PolicyBrief, _of_policy),
    Kind.TRACK: (TrackBrief, _of_track),
    Kind.PARTNER: (PartnerBrief, _of_partner),
}
"""Of the others, nothing more is kept than of all."""
