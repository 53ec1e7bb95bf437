"""Where a record stood whose id has changed without a word of it."""

from collections.abc import Iterator

from gsca_cli.analysis.identity.renames import renamed
from gsca_cli.analysis.life.past import Chronicle
from gsca_cli.analysis.life.versions import Held, Version
from gsca_cli.snapshots.repository import RecordPath, identify
from gsca_cli.snapshots.revision import Revision


def moved_from(chronicle: Chronicle, now: Version) -> RecordPath | None:
    """Where the last commit has a record that has got another id since, without a word of it."""
    gone = {place.id: (place, version) for place, version in _left_behind(chronicle, now)}
    entries = {key: version.entry for key, (_, version) in gone.items()}
    former = renamed(entries, {now.entry.id: now.entry}).get(now.entry.id)
    return gone[former][0] if former else None


def _left_behind(chronicle: Chronicle, now: Version) -> Iterator[tuple[RecordPath, Version]]:
    """The records of the last commit that have no file any more, of the kind of another one."""
    revision = Revision(chronicle.git, chronicle.commit, chronicle.folder)
    for file in revision.files():
        place = identify(file.path)
        if not isinstance(place, RecordPath) or place.kind is not now.entry.kind:
            continue
        if not (revision.root / place.path).exists() and (held := chronicle.held(place)):
            version = chronicle.versions.of(Held(place, held))
            if isinstance(version, Version):
                yield place, version
