import pytest
from editions import NORTH, OSLO, Changes
from small_alliance import FILES, alliance_of

from gsca_cli.analysis.earlier import Earlier
from gsca_cli.kinds import Kind

TEXT = FILES[OSLO]
BERGEN = "data/cities/bergen.yaml"


def earlier(then: Changes, now: Changes) -> Earlier:
    return Earlier(alliance_of(dict(then)), alliance_of(dict(now)))


MOVED: Changes = {OSLO: None, BERGEN: TEXT + "former_ids: [oslo]\n"}


def test_a_record_with_another_id_is_found_under_the_one_that_it_had() -> None:
    seen = earlier({}, MOVED)
    assert seen.former(Kind.CITY, "bergen") == "oslo"
    found = seen.city("bergen")
    assert found is not None
    assert found.id == "oslo"
    assert seen.gone(Kind.CITY) == []
    assert seen.former(Kind.CITY, "nobody") == "nobody"


def test_what_a_city_said_of_a_policy_is_found() -> None:
    seen = earlier({}, MOVED)
    assert seen.selection("bergen", "open-data") is not None
    assert seen.selection("bergen", "dig-once") is None
    assert seen.selection("nobody", "open-data") is None


@pytest.mark.parametrize(
    ("then", "now", "gone"),
    [
        ({}, {}, []),
        ({}, {OSLO: None}, ["oslo"]),
        ({BERGEN: TEXT}, {OSLO: None, BERGEN: TEXT}, ["oslo"]),
        # What cannot be read now is not gone.
        ({}, {OSLO: "name: [\n"}, []),
        ({OSLO: "name: [\n"}, {OSLO: None}, []),
        ({}, {OSLO: None, BERGEN: f"{TEXT}former_ids: [oslo]\nnope: 1\n"}, []),
        ({}, {OSLO: None, BERGEN: f"{TEXT}former_ids: [oslo]\nx: [\n"}, []),
        ({}, {OSLO: None, BERGEN: "name: Bergen\nnope: [\n"}, ["oslo"]),
    ],
)
def test_only_what_is_under_no_id_any_more_is_gone(
    then: Changes, now: Changes, gone: list[str]
) -> None:
    assert [brief.id for brief in earlier(then, now).gone(Kind.CITY)] == gone


@pytest.mark.parametrize(
    ("then", "now", "lacks"),
    [
        ({}, {}, False),
        ({OSLO: None}, {}, True),
        ({OSLO: "name: [\n"}, {}, False),
        ({}, MOVED, False),
        # The file that could not be read may be the one that has another id now.
        ({OSLO: "name: [\n"}, MOVED, False),
        # Nobody says that it is the one, and it says the same.
        ({OSLO: f"{TEXT}x: [\n"}, {OSLO: None, BERGEN: TEXT}, False),
    ],
)
def test_only_what_was_certainly_not_there_is_new(
    then: Changes, now: Changes, *, lacks: bool
) -> None:
    alliance = alliance_of(dict(now))
    seen = Earlier(alliance_of(dict(then)), alliance)
    assert {seen.lacks(city) for city in alliance.cities.values()} == {lacks}


def test_it_tells_which_files_could_not_be_read() -> None:
    seen = earlier({OSLO: "name: [\n", NORTH: "- x\n"}, {})
    assert seen.unread == (OSLO, NORTH)


def test_the_ids_that_stand_for_none_of_today_are_dropped() -> None:
    seen = earlier({}, MOVED)
    assert seen.dropped(Kind.CITY, ["oslo", "rome"], ["bergen"]) == ["rome"]
