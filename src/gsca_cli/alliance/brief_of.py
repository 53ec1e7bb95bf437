"""An entry to its brief."""

from operator import itemgetter
from sys import intern
from typing import TypedDict

from gsca_cli.alliance.brief import (
    NOTHING,
    Brief,
    CityBrief,
    Names,
    PartnerBrief,
    PlacedClaim,
    PolicyBrief,
    RegionBrief,
    TrackBrief,
    membership_of,
    memberships_of,
    selections_of,
    states_of,
)
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.mentions import mentions
from gsca_cli.alliance.references import References
from gsca_cli.alliance.small_map import SmallMap, shared_texts
from gsca_cli.documents.document import Document, Spot
from gsca_cli.findings import Route
from gsca_cli.kinds import Kind
from gsca_cli.records.city import City
from gsca_cli.records.partner import Partner
from gsca_cli.records.policy import Policy
from gsca_cli.records.record import Record
from gsca_cli.records.region import Region
from gsca_cli.records.track import Track
from gsca_cli.records.when import When


def brief(entry: Entry) -> Brief:
    """The brief of an entry."""
    record = entry.record
    common = _common(entry)
    match record:
        case City():
            return CityBrief(
                **common,
                country=intern(record.country),
                subdivision=record.subdivision and intern(record.subdivision),
                degrees=complex(record.location.lat, record.location.lon)
                if record.location
                else None,
                memberships=memberships_of(
                    {key: membership_of(vars(each)) for key, each in record.regions.items()}
                ),
                programmes=shared_texts(tuple(record.programmes)),
                selections=selections_of(record),
                steps=states_of(record.steps),
                has_dated_notes=any(note.date for note in record.notes),
            )
        case Region():
            return RegionBrief(
                **common,
                # A policy that is listed twice is a finding; it must not be counted twice too.
                columns=tuple(dict.fromkeys(column.policy for column in record.columns)),
                track=record.track,
                cohorts={key: cohort.founding for key, cohort in record.cohorts.items()},
                steps=states_of(record.steps),
            )
        case Policy():
            return PolicyBrief(
                **common,
                principle=record.principle,
                foundational=bool(record.foundational),
                releases=_release_dates(record),
            )
        case Track():
            return TrackBrief(
                **common,
                walked_by=Kind(record.walked_by),
                steps=tuple(step.id for step in record.steps),
                phases=tuple(phase.id for phase in record.phases),
                statuses=record.statuses,
                former_steps={step.id: step.former_ids for step in record.steps if step.former_ids},
            )
        case Partner():
            return PartnerBrief(**common, partner_kind=record.kind, listed_in=record.listed_in)
        case _:
            return Brief(**common)


def names_of(record: Record) -> Names:
    """The name of a record by language; a source has a title."""
    names: Names = getattr(record, "name", None) or getattr(record, "title", {})
    return names


class _Common(TypedDict):
    kind: Kind
    id: str
    path: str
    names: Names
    aliases: tuple[str, ...]
    former_ids: tuple[str, ...]
    references: References
    claims: tuple[PlacedClaim, ...]
    remarked: frozenset[str]


def _common(entry: Entry) -> _Common:
    record, document = entry.record, entry.document
    return {
        "kind": entry.kind,
        "id": entry.id,
        "path": entry.path,
        "names": SmallMap(names_of(record)),
        "aliases": tuple(alias.name for alias in record.aliases),
        "former_ids": record.former_ids,
        "references": _references(document, record),
        "claims": tuple(
            PlacedClaim(claim, document.locate(("claims", index, "value")))
            for index, claim in enumerate(record.claims)
        ),
        "remarked": _remarked(record) if record.inferred or record.variants else NOTHING,
    }


def _remarked(record: Record) -> frozenset[str]:
    return frozenset((*record.inferred, *(variant.at for variant in record.variants)))


def _references(document: Document, record: Record) -> References:
    found, spot = mentions(record), document.places.spot
    spots = [
        spot(route, key=on_key) or _other_spot(document, text, route)
        for _, text, route, on_key in found
    ]
    # In the order of the file.
    in_order = sorted(zip(spots, found, strict=True), key=itemgetter(0))
    return References.of(
        document.path, [mention for _, mention in in_order], [spot for spot, _ in in_order]
    )


def _other_spot(document: Document, text: str, route: Route) -> Spot:
    """Where an id stands in a short form; in that of a citation, `{paper: [name]}`, it is a key."""
    return document.places.spot((*route[:-1], text), key=True) or document.spot(route)


def _release_dates(policy: Policy) -> tuple[When | None, ...] | None:
    if policy.releases is None:
        return None
    return tuple(release.date for release in policy.releases)
