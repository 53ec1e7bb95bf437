import pytest

from gsca_cli.analysis.changes.change import Lost, What
from gsca_cli.analysis.moved.lines import MovedLine, WhatMoved
from gsca_cli.kinds import Kind
from gsca_cli.render.told import sentence_of, told

AT = "steps.plan"


def line(what: What, at: str = AT, part: str = "Plan", **more: str | bool) -> MovedLine:
    return MovedLine(Kind.CITY, "oslo", "Oslo", what, at, part, **more)  # type: ignore[arg-type]


SENTENCES = [
    (line(What.ADDED, "", ""), "new city"),
    (line(What.REMOVED, "", ""), "deleted"),
    (line(What.ADDED, "columns", "Open Data", when="2024"), "tracks Open Data (2024)"),
    (line(What.REMOVED, "columns", "Open Data"), "no longer tracks Open Data"),
    (line(What.ADVANCED, before="started", after="done"), "Plan, started -> done"),
    (line(What.KNOWN, before="", after="done"), "Plan, no status -> done"),
    (
        line(What.BACK, within="Open Data", before="done", after="started"),
        "Plan for Open Data, done -> started",
    ),
    (line(What.DATED, after="done", when="2024-05"), "Plan moved, status: done (2024-05)"),
    (line(What.DATED, within="Open Data"), "Plan for Open Data moved, status: none"),
    (line(What.JOINED, when="../2024-05"), "joined Plan (by 2024-05)"),
    (
        line(What.SELECTED, when="2023-11/2024-03", perhaps=True),
        "selected Plan (2023-11 to 2024-03), perhaps new",
    ),
    (
        line(What.ADVANCED, before="open", after="done", derived=True),
        "Plan, open -> done, as follows from its selections",
    ),
    (line(What.UNLISTED, "regions.north", "North"), "no longer listed in North"),
    (line(What.UNLISTED, "programmes.first", "First"), "no longer listed in First"),
    (line(What.UNLISTED), "Plan is no longer on record"),
    (line(What.WITHDRAWN, when="2024"), "withdrew Plan (2024)"),
    (MovedLine(Kind.TRACK, "t", "T", What.ADDED, AT, "Plan"), "has the new step Plan"),
    (MovedLine(Kind.TRACK, "t", "T", What.REMOVED, AT, "Plan"), "no longer has the step Plan"),
    (
        MovedLine(Kind.REGION, "n", "N", What.REMOVED, "track", "Adoption"),
        "no longer follows the track Adoption",
    ),
    (
        MovedLine(Kind.REGION, "n", "N", What.ADDED, "track", "Adoption"),
        "follows the track Adoption",
    ),
    (
        MovedLine(*(Kind.REGION, "n", "N", What.MOVED, "track", "New"), before="Old", after="New"),
        "follows the track New now, before: Old",
    ),
    (
        MovedLine(Kind.CITY, "a", "A", What.REMOVED, lost=Lost(("Open Data",), places=("North",))),
        "deleted, and with it 1 selection (Open Data) and its place in North",
    ),
]


@pytest.mark.parametrize(("moved", "sentence"), SENTENCES)
def test_each_line_has_its_sentence(moved: MovedLine, sentence: str) -> None:
    assert sentence_of(moved) == sentence


def test_a_template_gets_every_line_with_its_sentence() -> None:
    moved = WhatMoved("2024", (line(What.SELECTED),), ("data/cities/bergen.yaml",))
    assert told(moved) == {
        "since": "2024",
        "unread": ["data/cities/bergen.yaml"],
        "lines": [
            {
                "kind": "city",
                "id": "oslo",
                "name": "Oslo",
                "what": "selected",
                "at": AT,
                "part": "Plan",
                "within": "",
                "before": "",
                "after": "",
                "when": "",
                "perhaps": False,
                "derived": False,
                "lost": None,
                "sentence": "selected Plan",
            }
        ],
    }
