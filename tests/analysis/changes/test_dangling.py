"""What a change took away though records still name it."""

import pytest
from analysis.changes.told import Files, sides_of
from small_alliance import FILES, checked

from gsca_cli.analysis.changes.comparison import compared
from gsca_cli.analysis.changes.dangling import Dangling, dangling, with_cures
from gsca_cli.analysis.identity.moved_files import moved_files

OSLO, NORTH = "data/cities/oslo.yaml", "data/regions/north.yaml"
PAPER, ONCE = "data/sources/paper.yaml", "data/policies/dig-once.yaml"
TRACK = "data/tracks/adoption.yaml"


def found(before: Files, after: Files) -> tuple[list[Dangling], list[str]]:
    """What dangles since a change, and the messages of all else that is found then."""
    sides = sides_of(before, after)
    lost, rest = dangling(sides, compared(sides).records, checked(after).findings)
    return list(lost), [finding.message for finding in rest]


GONE = {
    "a policy": (
        {ONCE: None},
        [("policy", "dig-once", "", ("region/north",))],
        "bring back `data/policies/dig-once.yaml`, or change or remove what names it",
    ),
    "a source": (
        {"data/sources/atlas.yaml": None},
        [("source", "atlas", "", ("city/oslo", "region/north"))],
        "bring back `data/sources/atlas.yaml`, or change or remove these citations",
    ),
    "a region, and its cohorts with it": (
        {NORTH: None},
        [("region", "north", "", ("city/oslo",))],
        "bring back `data/regions/north.yaml`, or change or remove what names it",
    ),
    "a step of a track that is still there": (
        {TRACK: FILES[TRACK].replace("  - {id: letter, name: Letter}\n", "")},
        [("step", "letter", "", ("city/oslo",))],
        "bring it back, or change or remove what names it",
    ),
    "an id that is another one now, without a word": (
        {ONCE: None, "data/policies/dig.yaml": FILES[ONCE]},
        [("policy", "dig-once", "dig", ("region/north",))],
        (
            "add `former_ids: [dig-once]` to `data/policies/dig.yaml`, and let `gsca fix` write"
            " `dig` in its place"
        ),
    ),
    "an id that is another one now, in a file that cannot be read": (
        {
            ONCE: None,
            "data/policies/dig.yaml": FILES[ONCE] + "former_ids: [dig-once]\nnope: 1\n",
        },
        [("policy", "dig-once", "dig", ("region/north",))],
        "mend `data/policies/dig.yaml`, and write `dig` in its place",
    ),
    "an id that is another one now": (
        {ONCE: None, "data/policies/dig.yaml": FILES[ONCE] + "former_ids: [dig-once]\n"},
        [("policy", "dig-once", "dig", ("region/north",))],
        "let `gsca fix` write `dig` in its place",
    ),
}
CITING: Files = {
    "data/sources/atlas.yaml": "title: An atlas\n",
    OSLO: FILES[OSLO].replace("[paper]", "[paper, atlas]"),
    NORTH: FILES[NORTH] + "seat: Oslo\nlaunched: 2020\nclaims:\n"
    "  - {count: members, value: 1, sources: [atlas]}\n",
}


@pytest.mark.parametrize(("change", "expected", "cure"), GONE.values(), ids=GONE)
def test_what_is_gone_is_told_once(
    change: Files, expected: list[tuple[str, str, str, tuple[str, ...]]], cure: str
) -> None:
    lost, _ = found(CITING, {**CITING, **change})
    assert [(each.target, each.id, each.now, each.records) for each in lost] == expected
    assert [each.cure for each in lost] == [cure]
    hints = {(finding.hint, finding.mend) for each in lost for finding in each.findings}
    assert hints == {(cure, None)}


def test_a_track_takes_its_steps_with_it() -> None:
    lost, _ = found({}, {TRACK: None})
    assert [(each.target, each.id) for each in lost] == [
        ("step", "letter"),
        ("step", "plan"),
        ("track", "adoption"),
    ]


def test_what_was_never_there_is_a_mistake_like_any_other() -> None:
    wrong = {OSLO: FILES[OSLO].replace("[paper]", "[papre]"), ONCE: None}
    lost, rest = found({}, wrong)
    assert [each.id for each in lost] == ["dig-once"]
    assert rest == ["no source `papre`"]
    assert found({}, {OSLO: wrong[OSLO]})[0] == []


CURES = {
    "a record that was deleted": (
        {ONCE: None},
        f"it was deleted: bring back `{ONCE}`, or change or remove what names it",
    ),
    "one that is called otherwise": (
        {ONCE: None, "data/policies/dig.yaml": FILES[ONCE] + "former_ids: [dig-once]\n"},
        "it is called `dig` now",
    ),
    "one that is called otherwise without a word": (
        {ONCE: None, "data/policies/dig.yaml": FILES[ONCE]},
        (
            "it is called `dig` now: add `former_ids: [dig-once]` to `data/policies/dig.yaml`, and "
            "let `gsca fix` write `dig` in its place"
        ),
    ),
    "one that is called otherwise, and cannot be read": (
        {ONCE: None, "data/policies/dig.yaml": FILES[ONCE] + "nope: 1\n"},
        "it is called `dig` now: mend `data/policies/dig.yaml`, and write `dig` in its place",
    ),
    "a word": (
        {TRACK: FILES[TRACK].replace("  - {id: letter, name: Letter}\n", "")},
        "it was deleted: bring it back, or change or remove what names it",
    ),
    "what was never there": (
        {OSLO: FILES[OSLO].replace("[paper]", "[papre]")},
        "did you mean `paper`? there are: paper",
    ),
}


@pytest.mark.parametrize(("after", "cure"), CURES.values(), ids=CURES)
def test_at_its_place_a_finding_says_that_the_record_was_deleted(after: Files, cure: str) -> None:
    before, now = checked({}), checked(after)
    new = [finding for finding in now.findings if finding.code == "unknown-reference"]
    moved = moved_files(before.alliance, now.alliance)
    found = with_cures(before.alliance, now.alliance, moved, new)
    assert {finding.hint for finding in found} == {cure}
    is_for_people = cure.startswith(("it was deleted", "it is called `dig` now:"))
    assert all((each.mend is None) == is_for_people for each in found)
