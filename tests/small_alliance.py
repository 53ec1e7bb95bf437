"""A small alliance in memory, and what the checks find once some of its files are changed."""

from collections.abc import Mapping
from datetime import date

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.checking import Checked, check
from gsca_cli.snapshots.snapshot import InMemory

TODAY = date(2024, 6, 1)

FILES: Mapping[str, str] = {
    "gsca.yaml": "name: Test Alliance\n",
    "data/sources/paper.yaml": "title: A paper\n",
    "data/principles/privacy.yaml": "name: Privacy\nsources: [paper]\n",
    "data/policies/open-data.yaml": "name: Open Data\nprinciple: privacy\nsources: [paper]\n",
    "data/policies/dig-once.yaml": "name: Dig Once\nsources: [paper]\n",
    "data/tracks/adoption.yaml": (
        "name: Adoption\n"
        "walked_by: city\n"
        "steps:\n"
        "  - {id: letter, name: Letter}\n"
        "  - {id: plan, name: Plan}\n"
        "sources: [paper]\n"
    ),
    "data/programmes/pioneers.yaml": "name: Pioneers\nsources: [paper]\n",
    "data/partners/uclg.yaml": "name: UCLG\nlisted_in: [paper]\nsources: [paper]\n",
    "data/regions/north.yaml": (
        "name: North\n"
        "columns: [open-data, dig-once]\n"
        "track: adoption\n"
        "cohorts:\n"
        "  first: {name: First cohort, founding: true}\n"
        "sources: [paper]\n"
    ),
    "data/cities/oslo.yaml": (
        "name: Oslo\n"
        "country: 'NO'\n"
        "regions:\n"
        "  north: {role: member, cohort: first, joined: 2021}\n"
        "policies:\n"
        "  open-data:\n"
        "steps:\n"
        "  letter: completed\n"
        "  plan: {status: in-progress, since: 2022-05, reviewed: {date: 2024-05, role: mayor}}\n"
        "sources: [paper]\n"
    ),
}

OSLO = FILES["data/cities/oslo.yaml"]


def snapshot_of(changes: Mapping[str, str | bytes | None] | None = None) -> InMemory:
    """The small alliance with some files replaced, added, or, where None is given, removed."""
    files = {**FILES, **(changes or {})}
    return InMemory(
        {
            path: content if isinstance(content, bytes) else content.encode()
            for path, content in files.items()
            if content is not None
        }
    )


def checked(changes: Mapping[str, str | bytes | None] | None = None) -> Checked:
    """The small alliance, changed and checked."""
    return check(snapshot_of(changes), TODAY)


def alliance_of(changes: Mapping[str, str | bytes | None] | None = None) -> Alliance:
    """The small alliance, changed and linked."""
    return checked(changes).alliance


def findings(changes: Mapping[str, str | bytes | None]) -> list[str]:
    """What is found once files are changed: `path:line:column code: message`, in order."""
    return [
        f"{finding.location} {finding.code}: {finding.message}"
        for finding in checked(changes).findings
    ]


def hints(changes: Mapping[str, str | bytes | None]) -> list[str]:
    """The cures of what is found once files are changed: `path:line:column code => hint`."""
    return [
        f"{finding.location} {finding.code} => {finding.hint}"
        for finding in checked(changes).findings
    ]


def related(changes: Mapping[str, str | bytes | None]) -> list[list[str]]:
    """The other places of each finding once files are changed: `path:line:column words`."""
    return [
        [f"{each.location} {each.message}" for each in finding.related]
        for finding in checked(changes).findings
    ]
