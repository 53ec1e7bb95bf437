"""What moved of the places of cities in regions, and of the columns of these."""

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import CityBrief, MembershipBrief, RegionBrief
from gsca_cli.alliance.settings import Position
from gsca_cli.analysis.changes.change import What
from gsca_cli.analysis.edition import Edition
from gsca_cli.analysis.moved.moved import Moved, dated, mark
from gsca_cli.analysis.newness import Newness
from gsca_cli.kinds import Kind
from gsca_cli.records.city import City
from gsca_cli.records.region import Region


def membership_moved(edition: Edition, city: CityBrief, region: str) -> Moved | None:
    """Did a city join a region, get another role in it, or leave it?"""
    now, earlier = city.memberships.get(region), edition.earlier
    if earlier is None:
        if now is None:
            return None
        left = dated(edition, What.LEFT, now.left)
        return left if now.left else dated(edition, What.JOINED, now.joined)
    if not earlier.knows(city):
        return None
    brief = earlier.city(city.id)
    then = brief.memberships.get(earlier.former(Kind.REGION, region)) if brief else None
    was_here = then is not None and _is_here(earlier.alliance, then)
    if now is None:
        return Moved(What.UNLISTED) if was_here else None
    if not _is_here(edition.alliance, now):
        return Moved(What.LEFT, now.left) if was_here or then is None else None
    if then is None or not was_here:
        return Moved(What.JOINED, now.joined)
    return _role_moved(edition, earlier.alliance.role(then.role), edition.alliance.role(now.role))


def _role_moved(edition: Edition, then: Position, now: Position) -> Moved | None:
    """Has a city another role? One that has only another id now is the same."""
    if then.id == now.id or edition.text(then.name) == edition.text(now.name):
        return None
    return Moved(What.MOVED, before=then, after=now)


def place_mark(moved: Moved | None) -> Newness:
    """How a city is marked that joined a region or left it: another role makes it no new one."""
    return Newness.NOT if moved and moved.what is What.MOVED else mark(moved)


def _is_here(alliance: Alliance, place: MembershipBrief) -> bool:
    """Has the city not left?"""
    # A role that does not count, such as an observer's, is a place all the same.
    return place.left is None and alliance.standing(place.standing).counts


def participation_moved(edition: Edition, city: CityBrief, programme: str) -> Moved | None:
    """Did a city join a programme, or is it no longer on record there?"""
    earlier = edition.earlier
    place = edition.record(city, City).programmes.get(programme)
    joined = place.joined if place else None
    if earlier is None:
        return dated(edition, What.JOINED, joined)
    if not earlier.knows(city):
        return None
    then = earlier.city(city.id)
    took_part = then is not None and earlier.former(Kind.PROGRAMME, programme) in then.programmes
    if place is None:
        return Moved(What.UNLISTED) if took_part else None
    return None if took_part else Moved(What.JOINED, joined)


def column_moved(edition: Edition, region: RegionBrief, policy: str) -> Moved | None:
    """Did a region begin to track a policy, or does it track it no more?"""
    columns = edition.record(region, Region).columns
    added = next((each.added for each in columns if each.policy == policy), None)
    earlier = edition.earlier
    if earlier is None:
        return dated(edition, What.ADDED, added)
    if not earlier.knows(region):
        return None
    then = earlier.region(region.id)
    stood = then is not None and earlier.former(Kind.POLICY, policy) in then.columns
    if policy in region.columns:
        return None if stood else Moved(What.ADDED, added)
    return Moved(What.REMOVED) if stood else None
