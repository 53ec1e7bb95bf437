from editions import LABEL, NORTH, OSLO, between, city, north, oslo, since, told
from small_alliance import FILES, TODAY, alliance_of

from gsca_cli.analysis.edition import Edition, Wish
from gsca_cli.analysis.moved.lines import WhatMoved
from gsca_cli.analysis.moved.lists import (
    alliance_list,
    city_list,
    missing,
    policy_list,
    region_list,
)
from gsca_cli.analysis.rows import sorted_places
from gsca_cli.analysis.steps import walked_tracks

BERGEN = "data/cities/bergen.yaml"
ROME = "data/cities/rome.yaml"
LAZIO = "name: Rome\ncountry: IT\nsources: [paper]\n"

THEN = {
    OSLO: city("policies: {open-data: to-be-developed, dig-once: }\nsteps: {plan: completed}\n"),
    "data/cities/gone.yaml": city("policies: {open-data: }\n", "Gone"),
    ROME: LAZIO.replace("country", "regions: {north: }\ncountry"),
}
NOW = {
    OSLO: city(
        "policies: {dig-once: {until: 2024-05}, open-data: in-progress}\n"
        "steps: {plan: in-progress}\nprogrammes: {pioneers: {joined: 2024}}\n"
    ),
    BERGEN: city("policies: {third: , open-data: completed}\n", "Bergen", "observer"),
    ROME: LAZIO,
    NORTH: "name: North\ncolumns: [open-data, dig-once, third]\ntrack: adoption\n",
    "data/policies/third.yaml": "name: Third\nsources: [paper]\n",
    "data/partners/uclg.yaml": None,
}

GONE = "Gone: deleted, and with it 1 selection (Open Data) and its place in North"


def region(edition: Edition) -> WhatMoved | None:
    cities = [each for each, _ in sorted_places(edition, north(edition))]
    return region_list(edition, north(edition), cities)


def test_a_region_tells_of_itself_then_of_each_city_in_the_order_of_the_table() -> None:
    edition = between(THEN, NOW)
    moved = region(edition)
    assert told(moved) == [
        "North: tracks Third",
        "Bergen: new city",
        "Bergen: joined North as observer",
        "Bergen: selected Open Data, completed",
        "Bergen: selected Third",
        "Oslo: Open Data, to be developed -> in progress",
        "Oslo: withdrew Dig Once (2024-05)",
        "Oslo: Plan, completed -> in progress",
        GONE,
        "Rome: no longer listed in North",
    ]
    assert moved
    assert (moved.since, moved.unread) == (LABEL, ())
    assert [each.name for each in missing(edition, north(edition))] == ["Gone", "Rome"]


def test_a_city_tells_of_its_regions_policies_steps_and_programmes() -> None:
    edition = between(THEN, NOW)
    moved = city_list(edition, oslo(edition), walked_tracks(edition, oslo(edition)))
    assert told(moved) == [
        "Oslo: withdrew Dig Once (2024-05)",
        "Oslo: Open Data, to be developed -> in progress",
        "Oslo: Plan, completed -> in progress",
        "Oslo: joined Pioneers (2024)",
    ]
    rome = edition.alliance.cities["rome"]
    assert told(city_list(edition, rome, ())) == ["Rome: no longer listed in North"]


def test_a_policy_tells_which_regions_track_it_and_what_each_city_did() -> None:
    edition = between(THEN, NOW)
    policies = edition.alliance.policies
    assert told(policy_list(edition, policies["third"])) == [
        "Third: new policy",
        "North: tracks Third",
        "Bergen: selected Third",
    ]
    assert told(policy_list(edition, policies["open-data"])) == [
        "Bergen: selected Open Data, completed",
        "Oslo: Open Data, to be developed -> in progress",
        GONE,
    ]


def test_the_alliance_tells_of_everything() -> None:
    assert told(alliance_list(between(THEN, NOW))) == [
        "North: tracks Third",
        "Bergen: new city",
        "Bergen: joined North as observer",
        "Bergen: selected Third",
        "Bergen: selected Open Data, completed",
        "Oslo: withdrew Dig Once (2024-05)",
        "Oslo: Open Data, to be developed -> in progress",
        "Oslo: Plan, completed -> in progress",
        "Oslo: joined Pioneers (2024)",
        "Rome: no longer listed in North",
        GONE,
        "Third: new policy",
        "UCLG: deleted",
    ]


def test_a_city_that_a_region_lists_no_more_takes_its_selections_along() -> None:
    then = {
        OSLO: city("policies: {open-data: , dig-once: {until: 2021}}\nsteps: {plan: completed}\n")
    }
    now = {
        OSLO: "name: Oslo\ncountry: 'NO'\nsources: [paper]\npolicies: {dig-once: {until: 2021}}\n"
    }
    assert told(region(between(then, now))) == [
        "Oslo: no longer listed in North",
        "Oslo: Open Data is no longer on record",
    ]


def test_a_region_that_is_new_says_so_and_one_that_is_gone_too() -> None:
    there = {NORTH: FILES[NORTH], "data/regions/south.yaml": None}
    then = {NORTH: None, "data/regions/south.yaml": "name: South\ncadence: often\n", OSLO: None}
    edition = between(then, {**there, OSLO: None})
    lines = ["North: new region", "North: tracks Open Data", "North: tracks Dig Once"]
    assert told(region(edition)) == lines
    assert told(alliance_list(edition)) == [*lines, "South: deleted"]


def test_by_dates_the_list_is_made_of_what_the_records_say() -> None:
    text = city(
        "policies: {open-data: {since: 2024-05}, dig-once: {since: 2020, until: 2024}}\n"
        "steps: {letter: {since: 2024-06}, plan: {status: completed, since: 2024-05-02}}\n",
        place="{joined: 2024-05}",
    )
    columns = "name: North\ntrack: adoption\ncolumns: [{policy: dig-once, added: 2024-05-01}]\n"
    moved = region(since("2024-05", {OSLO: text, NORTH: columns}))
    assert told(moved) == [
        "North: tracks Dig Once (2024-05-01)",
        "Oslo: joined North (2024-05)",
        "Oslo: withdrew Dig Once (2024), perhaps before",
        "Oslo: selected Open Data (2024-05)",
        "Oslo: Letter moved, status: unknown (2024-06)",
        "Oslo: Plan moved, status: completed (2024-05-02)",
    ]
    assert moved
    assert moved.since == "2024-05"


def test_nothing_moved_between_two_snapshots_that_say_the_same() -> None:
    edition = between(NOW, NOW)
    assert told(region(edition)) == told(alliance_list(edition)) == []
    assert missing(edition, north(edition)) == ()


def test_the_files_that_could_not_be_read_are_named_and_nothing_is_said_of_them() -> None:
    moved = region(between({OSLO: "name: [\n"}, {}))
    assert told(moved) == []
    assert moved
    assert moved.unread == (OSLO,)


def test_where_nobody_asks_there_is_no_list() -> None:
    edition = Edition(alliance_of(), Wish("en", TODAY))
    assert region(edition) is None
    assert city_list(edition, oslo(edition), ()) is None
    assert policy_list(edition, edition.alliance.policies["open-data"]) is None
    assert alliance_list(edition) is None
