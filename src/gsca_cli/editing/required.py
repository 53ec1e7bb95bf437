"""What a new record must say, and how to give it on the command line."""

import shlex
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from gsca_cli.alliance.settings import Settings
from gsca_cli.checks.missing_source import CHECK, NEED_NONE
from gsca_cli.editing.assignment import Assignment, Sign
from gsca_cli.errors import UsageError
from gsca_cli.kinds import Kind
from gsca_cli.records.shape import shape_of
from gsca_cli.snapshots.repository import RecordPath

EXAMPLES: Final[Mapping[str, str]] = {
    "country": "JP",
    "walked_by": "city",
    "steps": "[{id: plan, name: Plan}]",
    "sources": "annual-report",
}
"""A right value of each field that a record of some kind must have; a name is made of the id."""


def required(kind: Kind, settings: Settings) -> Sequence[str]:
    """The fields that a record must have: those of its model, and what it cites."""
    fields = [name for name, field in shape_of(kind).names().items() if field.is_required()]
    strict = settings.checks.get(CHECK.code, CHECK.severity) == CHECK.severity
    return [*fields, "sources"] if strict and kind not in NEED_NONE else fields


def missing(kind: Kind, asked: Iterable[Assignment], settings: Settings) -> Sequence[str]:
    """The fields that a record must have, and that nobody has given."""
    given = {
        each.route.partition(".")[0]
        for each in asked
        if each.value and each.sign is not Sign.REMOVE
    }
    return [name for name in required(kind, settings) if name not in given]


def require_all(place: RecordPath, asked: Iterable[Assignment], settings: Settings) -> None:
    """Make sure that all is given that a new record must say.

    Raises:
        UsageError: something is missing.
    """
    if names := missing(place.kind, asked, settings):
        words = [f"{name}={shlex.quote(example(name, place.id))}" for name in names]
        message = f"{place.kind.one} needs {_listed(names)}, as in {' '.join(words)}"
        raise UsageError(message)


def example(name: str, key: str) -> str:
    """A value that would do for a field of a record with an id."""
    return EXAMPLES.get(name) or key.replace("-", " ").title()


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
