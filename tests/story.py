"""A repository with a story: cities join, choose, advance and fall back, and files move."""

from collections.abc import Mapping
from pathlib import Path

from git_repository import GitRepository
from small_alliance import FILES

NORTH = "data/regions/north.yaml"
OSLO, TURKU, ABO, BODO = (f"data/cities/{name}.yaml" for name in ("oslo", "turku", "abo", "bodo"))
MEETINGS = ("meetings:\n  - {date: 2022-02-01, title: First}\n", "  - {date: 2022-05-10}\n")
JOINED = "regions:\n  north: {joined: 2021}\nsources: [paper]\n"


def oslo(letter: str, more: str = "  open-data:\n") -> str:
    """Oslo, where it stands on its letter, and what it selected."""
    return (
        "name: Oslo\ncountry: 'NO'\nregions:\n  north: {joined: 2021, cohort: first}\n"
        f"policies:\n{more}steps:\n  letter: {letter}\nsources: [paper]\n"
    )


BEGUN = "{status: in-progress, since: 2021-11}"
DONE = "{status: completed, since: 2022-02, evidence: ['https://example.org/letter']}"
BODO_JOINED = (
    "name: Bodø\ncountry: 'NO'\nregions:\n  north: {joined: 2022-03}\n"
    "policies:\n  dig-once: {status: in-progress, since: 2022-03}\nsources: [paper]\n"
)

Files = Mapping[str, str | bytes | None]

STORY: tuple[tuple[str, str, Files], ...] = (
    (
        "2022-01-10",
        "Begin the records",
        {**FILES, OSLO: oslo(BEGUN), TURKU: f"name: Turku\ncountry: FI\n{JOINED}"},
    ),
    ("2022-02-01", "Hold the first meeting", {NORTH: FILES[NORTH] + MEETINGS[0]}),
    ("2022-02-14", "Complete the letter of Oslo", {OSLO: oslo(DONE)}),
    ("2022-03-05", "Welcome Bodø", {BODO: BODO_JOINED}),
    ("2022-03-20", "Explain a selection", {OSLO: oslo(DONE, "  open-data: # 2020?\n")}),
    ("2022-05-10", "Hold the second meeting", {NORTH: FILES[NORTH] + "".join(MEETINGS)}),
    ("2022-06-02", "Begin the letter anew", {OSLO: oslo("to-be-developed", "  dig-once:\n")}),
    (
        "2022-06-20",
        "Call Turku by its other name",
        {TURKU: None, ABO: f"name: Åbo\ncountry: FI\nformer_ids: [turku]\n{JOINED}"},
    ),
    ("2022-07-01", "Let Bodø go", {BODO: None}),
)
"""Days, subjects, and the files that are written; None removes one."""

FIRST_MEETING, SECOND_MEETING = "first-meeting", "second-meeting"
"""Tags of the commits that were shown at the meetings."""


def tell(path: Path, *options: str) -> GitRepository:
    """The repository of the story, told to its end."""
    made = GitRepository(path, *options)
    for day, subject, files in STORY:
        made.write(files)
        made.commit(subject, f"{day}T09:00:00+00:00")
        for tag, word in ((FIRST_MEETING, "first"), (SECOND_MEETING, "second")):
            if f"the {word} meeting" in subject:
                made.run("tag", tag)
    return made
