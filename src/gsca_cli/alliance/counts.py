"""How many of something are listed, to be held against what sources claim."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import Brief, CityBrief
from gsca_cli.kinds import Kind

if TYPE_CHECKING:
    from gsca_cli.records.record import Claim

_HAVE_CITIES = {Kind.PROGRAMME, Kind.REGION, Kind.ALLIANCE}


def listed(alliance: Alliance, brief: Brief, claim: "Claim") -> int | None:
    """How many of what a claim counts are listed; None if that record cannot be counted so."""
    what, _, cohort = claim.count.partition(":")
    match what:
        case "members" if brief.kind in {Kind.REGION, Kind.ALLIANCE}:
            return len(members(alliance, regions_of(alliance, brief)))
        case "founders" if brief.kind is Kind.REGION:
            founding = alliance.regions[brief.id].cohorts
            places = alliance.members(brief.id)
            return sum(bool(founding.get(place.cohort or "")) for _, place in places)
        case "cohort" if cohort in getattr(brief, "cohorts", ()):
            return sum(place.cohort == cohort for _, place in alliance.members(brief.id))
        case "cities" if brief.kind in _HAVE_CITIES:
            return len(cities(alliance, brief))
        case "countries" if brief.kind in _HAVE_CITIES:
            return len({city.country for city in cities(alliance, brief)})
        case "partners" if brief.kind is Kind.ALLIANCE:
            return partners(alliance, claim)
        case _:
            return None


def members(alliance: Alliance, regions: Sequence[str]) -> list[CityBrief]:
    """The cities that count as a member of one of the regions, each once."""
    found = {
        city.id: city
        for region in regions
        for city, place in alliance.members(region)
        if alliance.counts(place)
    }
    return list(found.values())


def is_in_no_region(city: CityBrief) -> bool:
    """Does a city name no region at all, not even one that it left?"""
    return not city.memberships


def cities(alliance: Alliance, brief: Brief) -> Sequence[CityBrief]:
    """The cities of a programme, of a region, or of the whole alliance."""
    if brief.kind is Kind.PROGRAMME:
        return alliance.participants(brief.id)
    if brief.kind is Kind.REGION:
        return [city for city, _ in alliance.members(brief.id)]
    return list(alliance.cities.values())


def partners(alliance: Alliance, claim: "Claim") -> int:
    """The partners that the sources of a claim list, without the kinds that it leaves out."""
    claiming = {citation.source for citation in claim.sources}
    return sum(
        partner.partner_kind not in claim.without
        and (not claiming or bool(claiming & set(partner.listed_in)))
        for partner in alliance.partners.values()
    )


def regions_of(alliance: Alliance, brief: Brief) -> Sequence[str]:
    """The regions whose members are those of a region, or of the whole alliance."""
    return [brief.id] if brief.kind is Kind.REGION else list(alliance.regions)
