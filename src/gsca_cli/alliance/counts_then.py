"""How many members there were at a time, as far as the dates of their places tell."""

from collections.abc import Sequence

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import MembershipBrief
from gsca_cli.records.quantity import Quantity
from gsca_cli.records.when import When


def may_have_been(alliance: Alliance, regions: Sequence[str], value: Quantity, then: When) -> bool:
    """Could the members of some regions have been as many as a source counted then?

    Who joined or left on a date that may be earlier or later may have been one or not.
    """
    places: dict[str, list[MembershipBrief]] = {}
    for region in regions:
        for city, place in alliance.members(region):
            if _counted_ever(alliance, place):
                places.setdefault(city.id, []).append(place)
    fewest = sum(any(_was_there(each, then) for each in city) for city in places.values())
    most = sum(any(_may_have_been_there(each, then) for each in city) for city in places.values())
    nearest = min(max(int(value.number), fewest), most)
    return any(map(value.holds, (fewest, nearest, most)))


def _counted_ever(alliance: Alliance, place: MembershipBrief) -> bool:
    """Was a city with this place ever a member? Whoever left on a known date was one before."""
    standing = None if place.left else place.standing
    return alliance.counts(place._replace(left=None, standing=standing))


def _was_there(place: MembershipBrief, then: When) -> bool:
    joined, left = place.joined, place.left
    return (joined is None or _surely_by(joined, then)) and (left is None or then.lies_before(left))


def _may_have_been_there(place: MembershipBrief, then: When) -> bool:
    joined, left = place.joined, place.left
    return not (joined and then.lies_before(joined)) and not (left and left.lies_before(then))


def _surely_by(joined: When, then: When) -> bool:
    """Did a city join before a time ended, however the dates are read?"""
    return bool(joined.latest and then.earliest and joined.latest <= then.earliest)
