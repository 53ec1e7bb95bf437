"""The small alliance through three commits: the same ids on every machine."""

import re
from pathlib import Path
from typing import Final

from git_repository import GitRepository
from gsca import Ran
from small_alliance import FILES, OSLO

BEGIN: Final = "Begin the alliance"
PLAN: Final = "Add the plan of Oslo"
LAST: Final = "Add Bergen"
"""What the commits say of themselves, in their order."""

OSLO_FILE: Final = "data/cities/oslo.yaml"
BERGEN_FILE: Final = "data/cities/bergen.yaml"
NORTH_FILE: Final = "data/regions/north.yaml"

PLANNED_OSLO: Final = OSLO.replace(", reviewed: {date: 2024-05, role: mayor}", "")
FIRST_OSLO: Final = OSLO[: OSLO.index("steps:")] + "steps:\n  letter: completed\nsources: [paper]\n"
BERGEN: Final = (
    "name: Bergen\ncountry: 'NO'\nregions:\n  north: {joined: 2022-12}\nsources: [paper]\n"
)
MEETINGS: Final = "meetings: [date: 2022-05-17, date: 2022-12, date: 2023-02-20]\n"
"""The last meeting is later than the last commit."""


def scripted_history(path: Path, *options: str, folder: str = "") -> GitRepository:
    """A repository with three commits, `HEAD~2` of 2022-05-01, `HEAD~1` of 2022-06-10, and HEAD.

    HEAD is of the last second of 2022 in UTC, which was next year's in Oslo. The tag `paper` is
    the first commit.
    """
    made = GitRepository(path, *options)

    def write(name: str, text: str) -> None:
        made.write({f"{folder}{name}": text})

    for name, text in FILES.items():
        write(name, text)
    write(OSLO_FILE, FIRST_OSLO)
    made.commit(BEGIN, "2022-05-01T09:00:00+00:00")
    made.run("tag", "paper")
    write(OSLO_FILE, PLANNED_OSLO)
    made.commit(PLAN, "2022-06-10T09:00:00+02:00")
    write(BERGEN_FILE, BERGEN)
    write(NORTH_FILE, FILES[NORTH_FILE] + MEETINGS)
    made.commit(LAST, "2023-01-01T00:59:59+01:00")
    return made


def subject(ran: Ran) -> str:
    """The first line of the commit that the data of a run is of; all that it said, if of none."""
    told = r"^gsca: as recorded in [0-9a-f]{8} \(\d{4}-\d\d-\d\d, (.*)\)$"
    found = re.search(told, ran.err, re.MULTILINE)
    return found[1] if found else ran.err
