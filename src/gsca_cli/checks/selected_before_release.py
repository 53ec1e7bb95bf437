"""A city selected a policy before there was one.

A model policy can be chosen once a version of it is released. One that is unreleased
(`releases: []`), or that came out after the `since` of the selection, was not there to be chosen:
the date or the list of releases is wrong, or the city practised something of its own. Only
selections that stand are looked at, and only dates that can be read in no other way: a release
without a date may have been the first.

Wrong: `clean-air: {since: 2021-03}` under `policies`, with the first release in 2022-06
Right: `clean-air: {since: 2022-09}` under `policies`, with the first release in 2022-06
To fix it: correct the date or the `releases` of the policy, or say in an allowance why it is so.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import CityBrief
from gsca_cli.alliance.ladders import places
from gsca_cli.alliance.states import stands
from gsca_cli.checks.check import Check, Context, Problem
from gsca_cli.findings import Location, Severity
from gsca_cli.records.when import When


def judge(alliance: Alliance, _: Context) -> Iterator[Problem]:
    """Every selection that stands, against the releases of its policy."""
    releases = _Releases(alliance)
    for brief in alliance.everything():
        if isinstance(brief, CityBrief):
            yield from releases.problems(brief)


class _First(NamedTuple):
    """The first release of a policy: its place in the list, and its first day."""

    place: int
    day: date


class _Releases:
    """What is known of the releases of all policies."""

    def __init__(self, alliance: Alliance) -> None:
        self.alliance = alliance
        self.unreleased: set[str] = set()
        self.first: dict[str, _First] = {}
        for policy in alliance.policies.values():
            if policy.releases == ():
                self.unreleased.add(policy.id)
            elif first := _first(policy.releases or ()):
                self.first[policy.id] = first

    def problems(self, city: CityBrief) -> Iterator[Problem]:
        """Each selection of a city that came before every release."""
        selected = city.selections.items()
        for key, each in selected:
            if key in self.unreleased and stands(each):
                yield self._unreleased(key, places(city)["policies", key])
        for key, each in selected:
            since, first = each.state.since, self.first.get(key)
            if first and since and since.latest and since.latest < first.day and stands(each):
                yield self._too_early(city, key, since, first)

    def _unreleased(self, policy: str, at: Location) -> Problem:
        document = self.alliance.entry(self.alliance.policies[policy]).document
        return Problem(
            at,
            f"`{policy}` is selected, but no version of it has been released",
            "add the release to the record of the policy, or allow it here with a reason",
            related=((document.locate(("releases",), key=True), "unreleased here"),),
        )

    def _too_early(self, city: CityBrief, policy: str, since: When, first: _First) -> Problem:
        in_city = self.alliance.entry(city).document
        in_policy = self.alliance.entry(self.alliance.policies[policy]).document
        release = in_policy.locate(("releases", first.place, "date"))
        return Problem(
            in_city.locate(("policies", policy, "since")),
            f"`since: {since}` lies before the first release of `{policy}`",
            "correct this date, or add the earlier release to the record of the policy",
            related=((release, "first released here"),),
        )


def _first(releases: Sequence[When | None]) -> _First | None:
    """The first release; none if one of them may be earlier than is known."""
    days = [each.earliest for each in releases if each and each.earliest]
    if not days or len(days) < len(releases):
        return None
    return _First(days.index(min(days)), min(days))


CHECK = Check("selected-before-release", Severity.WARNING, judge=judge)
