"""An alliance for who shows many records, and locates none of their values."""

from dataclasses import replace

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.entry import Entry
from gsca_cli.documents.document import Places
from gsca_cli.findings import Finding
from gsca_cli.snapshots.repository import RecordPath
from gsca_cli.snapshots.snapshot import Snapshot


def records_only(alliance: Alliance) -> Alliance:
    """The same alliance, whose entries do not know where their values stand.

    What an entry keeps of its file is most of what it takes, and a report shows thousands.
    """

    def read(snapshot: Snapshot, place: RecordPath) -> Entry | list[Finding]:
        # Who shows briefs alone is spared the models.
        from gsca_cli.alliance.read import read_file  # noqa: PLC0415

        found = (alliance.reader or read_file)(snapshot, place)
        if isinstance(found, Entry):
            bare = replace(found.document, data={}, places=Places({}), text="")
            return replace(found, document=bare)
        return found

    return replace(alliance, reader=read)
