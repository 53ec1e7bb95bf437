"""Where the files went, be they readable or not."""

import pytest
from analysis.changes.told import Files
from small_alliance import FILES, alliance_of

from gsca_cli.analysis.identity.moved_files import moved_and_unread, moved_files, unread_files

OSLO, ONCE = "data/cities/oslo.yaml", "data/policies/dig-once.yaml"
INNER, BERGEN = "data/cities/no/oslo.yaml", "data/cities/bergen.yaml"
TEXT = FILES[OSLO]
NAMED, UNFIT, BROKEN = "former_ids: [oslo]\n", "nope: 1\n", "x: [\n"
OTHER = TEXT.replace("Oslo", "Bergen")


def paths(before: Files, after: Files) -> dict[str, str]:
    found = moved_files(alliance_of(before), alliance_of(after))
    return {was.path: now.path for was, now in found.items()}


MOVES: dict[str, tuple[str, dict[str, str], dict[str, str]]] = {
    "nothing": (TEXT, {OSLO: TEXT + UNFIT}, {}),
    "another folder": (TEXT, {INNER: TEXT}, {OSLO: INNER}),
    "another folder, unfit": (TEXT, {INNER: TEXT + UNFIT}, {OSLO: INNER}),
    "another folder, broken": (TEXT, {INNER: BROKEN}, {OSLO: INNER}),
    "another id that is told": (TEXT, {BERGEN: OTHER + NAMED}, {OSLO: BERGEN}),
    "another id that is told, unfit": (TEXT, {BERGEN: OTHER + NAMED + UNFIT}, {OSLO: BERGEN}),
    "another id, unfit": (TEXT, {BERGEN: TEXT + UNFIT}, {OSLO: BERGEN}),
    "another id, broken": (TEXT, {BERGEN: TEXT + BROKEN}, {OSLO: BERGEN}),
    "another id, no longer broken": (TEXT + BROKEN, {BERGEN: TEXT}, {OSLO: BERGEN}),
    "another id, broken before and now": (TEXT + BROKEN, {BERGEN: TEXT + BROKEN}, {OSLO: BERGEN}),
    "deleted": (TEXT, {}, {}),
    "deleted, and another one is new": (TEXT, {BERGEN: OTHER}, {}),
    "deleted, and another one is new and unfit": (TEXT, {BERGEN: OTHER + UNFIT}, {}),
    "deleted, and another one is new and broken": (TEXT, {BERGEN: OTHER + BROKEN}, {}),
    "deleted, and one that names it is new and broken": (
        TEXT,
        {BERGEN: "name: Bergen\ncountry: 'NO'\nnotes: [Beside Oslo]\n" + BROKEN},
        {},
    ),
    "a copy that is new": (TEXT, {OSLO: TEXT, INNER: TEXT}, {}),
}


@pytest.mark.parametrize(("before", "after", "expected"), MOVES.values(), ids=MOVES)
def test_a_file_is_known_at_another_place(
    before: str, after: dict[str, str], expected: dict[str, str]
) -> None:
    assert paths({OSLO: before}, {OSLO: None, **after}) == expected


def test_records_of_each_kind_move_by_themselves() -> None:
    once = FILES[ONCE]
    after: Files = {OSLO: None, INNER: TEXT, ONCE: None, "data/policies/a/dig-once.yaml": once}
    assert paths({}, after) == {OSLO: INNER, ONCE: "data/policies/a/dig-once.yaml"}
    assert paths({ONCE: once + UNFIT}, {ONCE: None, "data/programmes/dig-once.yaml": once}) == {}


def test_what_cannot_be_read_is_unknown_at_both_of_its_places() -> None:
    after: Files = {OSLO: None, INNER: TEXT + UNFIT, ONCE: None}
    assert unread_files(alliance_of(), alliance_of(after)) == {OSLO, INNER}
    assert unread_files(alliance_of({OSLO: BROKEN}), alliance_of()) == {OSLO}
    assert unread_files(alliance_of(), alliance_of({OSLO: None, INNER: TEXT})) == set()


def test_only_another_id_is_another_name_to_go_by() -> None:
    dig = "data/policies/dig.yaml"
    after: Files = {OSLO: None, INNER: TEXT + UNFIT, ONCE: None, dig: FILES[ONCE] + UNFIT}
    found = moved_and_unread(alliance_of(), alliance_of(after))
    assert {key: place.path for key, place in found.items()} == {("policy", "dig-once"): dig}
