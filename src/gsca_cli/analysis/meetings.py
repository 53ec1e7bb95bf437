"""The meetings of a region, and the region that a record belongs to."""

from datetime import date
from typing import TYPE_CHECKING

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import Brief, CityBrief, RegionBrief
from gsca_cli.records.when import When

if TYPE_CHECKING:
    from gsca_cli.records.region import Region


def meetings_before(region: "Region", day: date) -> list[When]:
    """When the region met before a day, the last meeting first.

    Of a date that is not exact, the last day counts; a date without one may not be over.
    """
    dates = [meeting.date for meeting in region.meetings]
    held = [(each.latest, each.text, each) for each in dates if each.latest and each.latest < day]
    return [each for *_, each in sorted(held, key=lambda row: row[:2], reverse=True)]


def region_of(alliance: Alliance, brief: Brief) -> RegionBrief | None:
    """The region that a record is, or the only one that a city has a place in."""
    if isinstance(brief, RegionBrief):
        return brief
    if isinstance(brief, CityBrief) and len(brief.memberships) == 1:
        return alliance.regions.get(next(iter(brief.memberships)))
    return None
