"""What the alliance keeps of `gsca.yaml`: the words that records use, and how checks matter."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from gsca_cli.records.default_words import (
    DEFAULT_ROLES,
    DEFAULT_STANDINGS,
    DEFAULT_STATUSES,
    StatusClass,
)
from gsca_cli.records.texts import ANY_LANGUAGE

if TYPE_CHECKING:
    from gsca_cli.records import settings

SILENT: Final = "silent"
"""What `checks` says of a check that is not to run."""


class Status(NamedTuple):
    """How far something has come, in one word; `cls` is what that means for totals."""

    id: str
    name: Mapping[str, str]
    symbol: str
    cls: StatusClass
    colour: str | None = None
    former_ids: tuple[str, ...] = ()


class Position(NamedTuple):
    """A role or a standing that a member of a region may have; does such a city count as one?"""

    id: str
    name: Mapping[str, str]
    counts: bool = True
    former_ids: tuple[str, ...] = ()


def _statuses() -> tuple[Status, ...]:
    return tuple(
        Status(each.id, {ANY_LANGUAGE: each.name}, each.symbol, each.cls, each.colour)
        for each in DEFAULT_STATUSES
    )


def _positions(words: Mapping[str, bool]) -> tuple[Position, ...]:
    return tuple(Position(key, {ANY_LANGUAGE: key}, counts) for key, counts in words.items())


@dataclass(frozen=True)
class Settings:
    """What the whole alliance shares; `given` are the fields that `gsca.yaml` gives itself."""

    name: Mapping[str, str]
    language: str = "en"
    statuses: tuple[Status, ...] = field(default_factory=_statuses)
    roles: tuple[Position, ...] = field(default_factory=lambda: _positions(DEFAULT_ROLES))
    standings: tuple[Position, ...] = field(default_factory=lambda: _positions(DEFAULT_STANDINGS))
    checks: Mapping[str, str] = field(default_factory=dict)
    given: frozenset[str] = frozenset()

    @cached_property
    def classes(self) -> Mapping[str, StatusClass]:
        """The class of each status; of two with one id the first has it."""
        return {each.id: each.cls for each in reversed(self.statuses)}


_WORDS: Final[Mapping[str, type[Status] | type[Position]]] = {
    "statuses": Status,
    "roles": Position,
    "standings": Position,
}
_KEPT: Final = ("name", "language", *_WORDS, "checks")


def settings_of(values: Mapping[str, Any]) -> Settings:
    """What is kept of the fields that are given; the words among them are maps of theirs."""
    kept = {name: values[name] for name in _KEPT if name in values}
    words = {
        name: tuple(_word(cls, each) for each in values[name])
        for name, cls in _WORDS.items()
        if name in values
    }
    return Settings(**(kept | words), given=frozenset(values))


def settings_of_record(record: "settings.Settings") -> Settings:
    """What is kept of a record that was read closely."""
    values = {name: getattr(record, name) for name in record.model_fields_set}
    words = {name: [vars(each) for each in values[name]] for name in _WORDS if name in values}
    return settings_of(values | words)


def _word(cls: type[Status | Position], values: Mapping[str, Any]) -> Status | Position:
    return cls(**{name: values[name] for name in cls._fields if name in values})
