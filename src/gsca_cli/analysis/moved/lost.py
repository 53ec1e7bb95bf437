"""Selections that are on record no more, though no record calls them withdrawn."""

from gsca_cli.alliance.brief import Brief, CityBrief
from gsca_cli.alliance.nearest import folded
from gsca_cli.alliance.states import stands
from gsca_cli.analysis.changes.change import What
from gsca_cli.analysis.edition import Edition, Named
from gsca_cli.analysis.moved.lines import called, policies_of
from gsca_cli.analysis.moved.selections import selection_moved
from gsca_cli.kinds import Kind


def policies_lost(edition: Edition, city: CityBrief) -> tuple[Named, ...]:
    """The policies that a city had selected, and names no more."""
    if edition.earlier is None:
        return ()
    keys = [key for key in policies_of(edition, city) if _is_lost(edition, city, key)]
    return tuple(Named(key, called(edition, Kind.POLICY, key)) for key in keys)


def cities_lost(edition: Edition, policy: str) -> tuple[Named, ...]:
    """The cities that had selected a policy, and name it no more, or are on record no more."""
    earlier = edition.earlier
    if earlier is None:
        return ()
    former = earlier.former(Kind.POLICY, policy)
    found: list[Brief] = [
        city for city in edition.alliance.cities.values() if _is_lost(edition, city, policy)
    ]
    for city in earlier.gone(Kind.CITY):
        selection = city.selections.get(former) if isinstance(city, CityBrief) else None
        found += [city] if selection and stands(selection) else []
    named = [Named(city.id, edition.text(city.names)) for city in found]
    return tuple(sorted(named, key=lambda each: folded(each.name)))


def _is_lost(edition: Edition, city: CityBrief, policy: str) -> bool:
    moved = selection_moved(edition, city, policy)
    return moved is not None and moved.what is What.UNLISTED
