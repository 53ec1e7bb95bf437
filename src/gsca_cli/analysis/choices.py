"""Which ids a person may choose from while writing a record, and what each of them is called."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.names import in_language
from gsca_cli.errors import CannotRunError
from gsca_cli.kinds import Kind
from gsca_cli.records.cldr import country_name
from gsca_cli.records.countries import COUNTRY_CODES
from gsca_cli.records.region import Cohort, Region
from gsca_cli.records.track import Track

Choices = Mapping[str, Mapping[str, str]]
"""For each target of a reference: the ids that it may name, and the name of each.

Countries are among them, and the codes of checks.
"""

_REFERRED_TO: Final = (Kind.SOURCE, Kind.POLICY, Kind.PRINCIPLE, Kind.REGION, Kind.PROGRAMME)
OFFER_NOTHING: Final = {Kind.CITY, Kind.PARTNER}
"""No record refers to one of these."""


def choices(alliance: Alliance, kind: Kind, checks: Mapping[str, str]) -> Choices:
    """What a record of a kind may refer to; `checks` are the codes, and what each reports.

    Raises:
        CannotRunError: a record could not be read, so nobody knows what it offers.
    """
    for place in alliance.left_out:
        if place.kind not in OFFER_NOTHING:
            message = f"{place.path} cannot be read; `gsca validate` says why"
            raise CannotRunError(message)
    language = alliance.settings.language
    named = _Named(language)
    found = {str(each): named(_briefs(alliance, each)) for each in _REFERRED_TO}
    found["country"] = {code: country_name(code, language) for code in sorted(COUNTRY_CODES)}
    found["check"] = checks
    for word, places in _words(alliance, kind):
        found[word] = named(places)
    return found


def _briefs(alliance: Alliance, kind: Kind) -> Iterator[tuple[str, Mapping[str, str]]]:
    return ((brief.id, brief.names) for brief in alliance.of(kind).values())


def _words(
    alliance: Alliance, kind: Kind
) -> Iterator[tuple[str, Iterable[tuple[str, Mapping[str, str]]]]]:
    """What is no record of its own, but a part of one."""
    settings, tracks = alliance.settings, _tracks(alliance)
    walker = "region" if kind is Kind.REGION else "city"
    walked = [track for track in tracks.values() if track.walked_by == walker]
    by_cities = [(key, track.name) for key, track in tracks.items() if track.walked_by == "city"]
    yield "track", by_cities
    yield "step", [(step.id, step.name) for track in walked for step in track.steps]
    yield "phase", [(phase.id, phase.name) for t in tracks.values() for phase in t.phases]
    yield "cohort", [(key, cohort.name) for key, cohort in _cohorts(alliance)]
    yield "status", [(status.id, status.name) for status in settings.statuses]
    yield "role", [(role.id, role.name) for role in settings.roles]
    yield "standing", [(standing.id, standing.name) for standing in settings.standings]


def _tracks(alliance: Alliance) -> dict[str, Track]:
    found = {key: alliance.entry(brief).record for key, brief in alliance.tracks.items()}
    return {key: record for key, record in found.items() if isinstance(record, Track)}


def _cohorts(alliance: Alliance) -> Iterator[tuple[str, Cohort]]:
    for brief in alliance.regions.values():
        record = alliance.entry(brief).record
        if isinstance(record, Region):
            yield from record.cohorts.items()


class _Named:
    """Gives ids with their names in one language; of two with the same id, the first."""

    def __init__(self, language: str) -> None:
        self._language = language

    def __call__(self, pairs: Iterable[tuple[str, Mapping[str, str]]]) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for key, names in pairs:
            found.setdefault(key, in_language(names, self._language, self._language).text)
        return found
