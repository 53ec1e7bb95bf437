"""The rows of a matrix: the cities of a region, in the order that was asked for."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from gsca_cli.alliance.brief import CityBrief, MembershipBrief, RegionBrief
from gsca_cli.alliance.nearest import folded
from gsca_cli.alliance.states import StepState, stands, step_state
from gsca_cli.analysis.edition import Edition
from gsca_cli.analysis.figures import IF_ANY
from gsca_cli.analysis.moved.memberships import membership_moved, place_mark
from gsca_cli.analysis.newness import Newness
from gsca_cli.analysis.progress import progress

Places = Sequence[tuple[CityBrief, MembershipBrief]]
"""Cities, each with its place in a region."""


@dataclass(frozen=True, slots=True)
class Member:
    """A row of a matrix: a city with its place in the region.

    `tags` are its role and standing where they are not the usual ones; `left` is when it left,
    where its standing does not say so.
    """

    id: str
    name: str
    tags: tuple[str, ...] = ()
    left: str = ""
    counts: bool = True
    marks: tuple[str, ...] = ()
    newness: Newness = field(default=Newness.NOT, metadata={IF_ANY: True})


@dataclass(frozen=True, slots=True)
class Others:
    """How many cities are something other than a member, and what that is called."""

    name: str
    cities: int


def member(edition: Edition, region: str, city: CityBrief, place: MembershipBrief) -> Member:
    """A city as a row, with what makes its place in the region unusual.

    Several tables of a report have the same one.
    """
    key = region, city.id
    if key not in edition.rows:
        edition.rows[key] = _member(edition, region, city, place)
    found: Member = edition.rows[key]
    return found


def _member(edition: Edition, region: str, city: CityBrief, place: MembershipBrief) -> Member:
    alliance = edition.alliance
    at = f"regions.{region}"
    routes = (".", "name", "country", at, f"{at}.role", f"{at}.standing", f"{at}.left")
    return Member(
        city.id,
        edition.text(city.names),
        unusual(edition, place),
        str(place.left or "") if alliance.standing(place.standing).counts else "",
        alliance.counts(place),
        edition.marks_on(city, *routes),
        place_mark(membership_moved(edition, city, region)),
    )


def others(edition: Edition, places: Places) -> tuple[Others, ...]:
    """The cities that do not count as members, by what they are instead, most of them first."""
    counted = Counter(
        "/".join(_instead(edition, place))
        for _, place in places
        if not edition.alliance.counts(place)
    )
    return tuple(
        Others(name, cities)
        for name, cities in sorted(counted.items(), key=lambda each: (-each[1], each[0]))
    )


def _instead(edition: Edition, place: MembershipBrief) -> tuple[str, ...]:
    is_gone_unsaid = place.left and edition.alliance.standing(place.standing).counts
    return unusual(edition, place) + (("left",) if is_gone_unsaid else ())


def unusual(edition: Edition, place: MembershipBrief) -> tuple[str, ...]:
    """Role and standing of a city in a region, where they are not the usual ones."""
    alliance = edition.alliance
    usual = (alliance.settings.roles[0], alliance.settings.standings[0])
    given = (alliance.role(place.role), alliance.standing(place.standing))
    return tuple(edition.text(each.name) for each in given if each not in usual)


def sorted_places(edition: Edition, region: RegionBrief) -> Places:
    """The cities of a region in the order that was asked for, ties by name."""
    places = edition.alliance.members(region.id)

    def by_name(place: tuple[CityBrief, MembershipBrief]) -> str:
        return folded(edition.text(place[0].names))

    def by_selections(place: tuple[CityBrief, MembershipBrief]) -> int:
        return -sum(selected(place[0], policy) for policy in region.columns)

    def by_progress(place: tuple[CityBrief, MembershipBrief]) -> tuple[int, ...]:
        states = (state.status for state in steps_of(edition, region, place[0]))
        return tuple(-count for count in progress(states))

    places = sorted(places, key=by_name)
    match edition.wish.sort:
        case "selections":
            return sorted(places, key=by_selections)
        case "progress":
            return sorted(places, key=by_progress)
        case _:
            return places


def parted(edition: Edition, places: Places) -> tuple[Places, Places]:
    """The cities that get a row, and those that are only counted."""
    limit = len(places) if edition.wish.limit is None else edition.wish.limit
    return places[:limit], places[limit:]


def joined(edition: Edition, region: RegionBrief, places: Places) -> list[Newness]:
    """Of each of some cities, whether it is new in the region."""
    return [place_mark(membership_moved(edition, city, region.id)) for city, _ in places]


def selected(city: CityBrief, policy: str) -> bool:
    """Has a city selected a policy, and not withdrawn it?"""
    selection = city.selections.get(policy)
    return selection is not None and stands(selection)


def steps_of(edition: Edition, region: RegionBrief, city: CityBrief) -> list[StepState]:
    """Where a city stands on each step of the track of a region; empty if it names none."""
    track = edition.alliance.tracks.get(region.track or "")
    if not track:
        return []
    settings = edition.alliance.settings
    return [step_state(settings, city, step, track.statuses) for step in track.steps]
