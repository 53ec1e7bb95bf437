"""The record that somebody means by an id, be it one of another time."""

from collections.abc import Iterable

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import Brief
from gsca_cli.alliance.lookup import find
from gsca_cli.cli.messages import tell
from gsca_cli.cli.opening import Then, validate_at
from gsca_cli.errors import CannotRunError, NoSuchRecordError, UsageError
from gsca_cli.kinds import Kind


def meant(alliance: Alliance, key: str, past: Then | None) -> Brief:
    """The record that is meant by an id that it has, had, or got since then.

    Raises:
        NoSuchRecordError: there is none.
        UsageError: several kinds have one.
        CannotRunError: its file cannot be read.
    """
    try:
        found = find(alliance, key, validate_at(past))
    except NoSuchRecordError:
        if past is None or (then := _called_then(alliance, key, past)) is None:
            raise
        tell(f"`{key}` was called `{then.id}` then")
        return then
    if found.former:
        tell(f"`{key}` is called `{found.brief.id}` now")
    return found.brief


def ids_then(alliance: Alliance, kind: Kind, keys: Iterable[str], past: Then | None) -> list[str]:
    """The ids that records of a kind had then, by those of now; any other is left as it is."""
    found = []
    for key in keys:
        is_new = past and key not in alliance.of(kind)
        then = _called_then(alliance, f"{kind}/{key}", past) if past and is_new else None
        if then:
            tell(f"`{key}` was called `{then.id}` then")
        found.append(then.id if then else key)
    return found


def _called_then(alliance: Alliance, key: str, past: Then) -> Brief | None:
    """The record of the past that has an id now which it had not then, if there is one."""
    try:
        now = find(past.archive.now, key).brief
    except (CannotRunError, UsageError):
        return None
    known = alliance.of(now.kind)
    there = [known[each] for each in now.former_ids if each in known]
    return there[0] if len(there) == 1 else None
