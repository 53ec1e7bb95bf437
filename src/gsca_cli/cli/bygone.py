"""What became of a record that is there no more, for whoever asks for it by its id."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from gsca_cli.alliance.lookup import kinds_in
from gsca_cli.cli.opening import Opened
from gsca_cli.cli.options import the_root
from gsca_cli.errors import CannotRunError, NoSuchRecordError
from gsca_cli.snapshots.sparse import is_sparse

_UNCOMMITTED: Final = "is gone, which is not committed yet"


@contextmanager
def with_those_gone(opened: Opened, root: Path | None, key: str | None) -> Iterator[None]:
    """Say of a record that is not found what became of it, if git knows.

    Raises:
        NoSuchRecordError: there is none.
    """
    try:
        yield
    except NoSuchRecordError as error:
        message = _what_became_of(opened, root, key) if key else None
        raise (NoSuchRecordError(message) if message else error) from None


def _what_became_of(opened: Opened, root: Path | None, key: str) -> str | None:
    """What became of a record, in which commit; None if git has never heard of it."""
    # Only who finds nothing waits for git.
    from gsca_cli.analysis.life.past import Past  # noqa: PLC0415
    from gsca_cli.cli.archive import label_of  # noqa: PLC0415
    from gsca_cli.cli.past import chronicle_at  # noqa: PLC0415

    try:
        chronicle = chronicle_at(opened, root)
    except CannotRunError:
        return None
    kinds, name = kinds_in(key)
    heard = chronicle.last_heard(kinds, name)
    if heard is None:
        return None
    place = heard.place
    if place.id != name:
        return f"`{key}` has been called `{place.id}` since {label_of(heard.commit)}"
    past = Past(chronicle, place, chronicle.held(place))
    if past.end is None and opened.past is None and is_sparse(the_root(root)):
        return f"`{key}` is not checked out here (sparse checkout); `--at HEAD` shows it"
    what = f"was deleted in {label_of(past.end)}" if past.end else _UNCOMMITTED
    name, *back = past.seen_at(place).partition("~")
    cure = f"; `--at {name[:8]}{''.join(back)}` shows it as it was" if name else ""
    return f"`{key}` {what}{cure}"
