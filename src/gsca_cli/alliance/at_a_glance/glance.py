"""What a glance at a file shows that is written plainly, and fits: enough for most of them."""

from collections.abc import Sequence
from sys import intern
from typing import Final, NamedTuple

from gsca_cli.alliance.at_a_glance.kept import states
from gsca_cli.alliance.at_a_glance.lines import LinesOf, Suspect
from gsca_cli.alliance.at_a_glance.models import fit_of_model
from gsca_cli.alliance.at_a_glance.seen import DoubtError, Seen, Values
from gsca_cli.alliance.brief import CityBrief, memberships_of
from gsca_cli.alliance.references import References
from gsca_cli.alliance.small_map import SmallMap, shared_texts
from gsca_cli.documents.plain import NotPlainError
from gsca_cli.kinds import Kind
from gsca_cli.records.city import City
from gsca_cli.snapshots.repository import RecordPath

_LONGEST: Final = 10_000
"""No longer file is looked at: it might hold more than a record may."""
_SELDOM: Final = frozenset(("inferred", "variants", "claims"))
"""What few cities have is not looked at here."""


class Glance(NamedTuple):
    """A city that is written plainly and fits, without the models that others can be shown by.

    `values` are those of its fields that are given; `parts` are what was seen, line by line.
    """

    brief: CityBrief
    values: Values
    parts: Sequence[Seen]


class Glances:
    """Glances at records. A line that is `suspect` makes it look away, and so does any doubt.

    Only cities are worth it: there are many of them, and few of all others.
    """

    def __init__(self, is_suspect: Suspect) -> None:
        self._lines = LinesOf(fit_of_model(City), is_suspect)

    def at(self, place: RecordPath, content: bytes) -> Glance | None:
        """What a glance at a record shows; None if it takes more than that."""
        if place.kind is not Kind.CITY or len(content) > _LONGEST:
            return None
        try:
            text = content.decode()
            lines = (text.replace("\r\n", "\n") if "\r" in text else text).split("\n")
            values, references, parts = self._lines.read(place.path, lines)
        except (UnicodeDecodeError, NotPlainError, DoubtError):
            return None
        if not _SELDOM.isdisjoint(values):
            return None
        return Glance(_brief(place, values, references), values, parts)


def _brief(place: RecordPath, values: Values, references: References) -> CityBrief:
    point = values.get("location")
    return CityBrief(
        kind=place.kind,
        id=place.id,
        path=place.path,
        names=SmallMap(values["name"]),
        aliases=tuple(alias["name"] for alias in values.get("aliases", ())),
        former_ids=values.get("former_ids", ()),
        references=references,
        country=values["country"],
        subdivision=intern(values["subdivision"]) if "subdivision" in values else None,
        degrees=complex(float(point["lat"]), float(point["lon"])) if point else None,
        memberships=memberships_of(values.get("regions", {})),
        programmes=shared_texts(tuple(values.get("programmes", ()))),
        selections=SmallMap(values.get("policies", {})),
        steps=states(values),
        has_dated_notes=any(note.get("date") for note in values.get("notes", ())),
    )
