from itertools import permutations

import pytest
from small_alliance import OSLO, alliance_of, checked, snapshot_of

from gsca_cli.alliance.brief import Brief
from gsca_cli.alliance.link import link
from gsca_cli.checking import NO_SETTINGS
from gsca_cli.errors import CannotRunError
from gsca_cli.kinds import Kind
from gsca_cli.snapshots.repository import RecordPath
from gsca_cli.snapshots.snapshot import InMemory


def brief(kind: Kind, key: str, path: str = "") -> Brief:
    return Brief(
        kind=kind, id=key, path=path or f"data/{kind.plural}/{key}.yaml", names={"und": key}
    )


FIRST = brief(Kind.SOURCE, "paper", "data/sources/a/paper.yaml")
SECOND = brief(Kind.SOURCE, "paper", "data/sources/b/paper.yaml")
THIRD = brief(Kind.SOURCE, "paper", "data/sources/paper.yml")
OTHER = brief(Kind.PROGRAMME, "paper")


@pytest.mark.parametrize("briefs", [*permutations([FIRST, SECOND, THIRD, OTHER])])
def test_of_several_records_with_one_id_the_first_by_path_has_it(
    briefs: tuple[Brief, ...],
) -> None:
    linked = link(InMemory({}), NO_SETTINGS, briefs)
    assert linked.of(Kind.SOURCE) == {"paper": FIRST}
    assert linked.of(Kind.PROGRAMME) == {"paper": OTHER}
    assert linked.doubles == ((SECOND, FIRST), (THIRD, FIRST))
    assert [each.path for each in linked.everything() if each.kind is Kind.SOURCE] == [
        FIRST.path,
        SECOND.path,
        THIRD.path,
    ]


def test_records_are_linked_by_id_in_order() -> None:
    keys = ["b", "a-b", "a", "c"]
    linked = link(InMemory({}), NO_SETTINGS, [brief(Kind.SOURCE, key) for key in keys])
    assert list(linked.of(Kind.SOURCE)) == sorted(keys)


def test_nothing_links_to_an_empty_alliance() -> None:
    linked = link(InMemory({}), NO_SETTINGS, [])
    assert list(linked.everything()) == []
    assert all(linked.of(kind) == {} for kind in Kind)
    assert (linked.cities, linked.regions, linked.tracks, linked.partners) == ({}, {}, {}, {})
    assert linked.members("north") == ()
    assert linked.selectors("open-data") == ()
    assert linked.participants("pioneers") == []
    assert linked.referrers("source", "paper") == ()


def test_what_is_left_out_is_kept_in_mind() -> None:
    place = RecordPath("data/cities/x.yaml", Kind.CITY, "x")
    assert link(InMemory({}), NO_SETTINGS, [], [place]).left_out == (place,)


def test_a_linked_alliance_answers_both_ways() -> None:
    alliance = alliance_of(
        {
            "data/cities/bergen.yaml": OSLO.replace(
                "regions:", "programmes: {pioneers: }\nregions:"
            ),
            "data/cities/rome.yaml": "name: Rome\ncountry: IT\nsources: [paper]\n",
        }
    )
    assert [city.id for city, _ in alliance.members("north")] == ["bergen", "oslo"]
    assert [city.id for city, _ in alliance.selectors("open-data")] == ["bergen", "oslo"]
    assert [city.id for city in alliance.participants("pioneers")] == ["bergen"]
    assert [
        (each.key, reference.route) for each, reference in alliance.referrers("step", "plan")
    ] == [
        ("city/bergen", ("steps", "plan")),
        ("city/oslo", ("steps", "plan")),
    ]
    assert [each.key for each, _ in alliance.referrers("principle", "privacy")] == [
        "policy/open-data"
    ]


def test_a_city_in_two_regions_is_a_member_of_both() -> None:
    text = OSLO.replace("regions:\n", "regions:\n  south: observer\n")
    alliance = alliance_of(
        {"data/cities/oslo.yaml": text, "data/regions/south.yaml": "name: S\nsources: [paper]\n"}
    )
    ((_, north),) = alliance.members("north")
    ((_, south),) = alliance.members("south")
    assert (alliance.counts(north), alliance.counts(south)) == (True, False)


@pytest.mark.parametrize(
    ("place", "counts"),
    [
        ("", True),
        ("member", True),
        ("observer", False),
        ("{standing: active}", True),
        ("{standing: reactivation}", True),
        ("{standing: paused}", True),
        ("{standing: left}", False),
        ("{left: 2023}", False),
        ("{role: observer, standing: active}", False),
        ("{role: member, standing: paused, left: ../2023}", False),
    ],
)
def test_observers_and_those_who_left_are_no_members(place: str, *, counts: bool) -> None:
    text = f"name: Oslo\ncountry: 'NO'\nregions: {{north: {place}}}\nsources: [paper]\n"
    alliance = alliance_of({"data/cities/oslo.yaml": text})
    ((_, membership),) = alliance.members("north")
    assert alliance.counts(membership) is counts


def test_an_entry_is_read_once_more_and_kept() -> None:
    alliance = alliance_of()
    oslo = alliance.cities["oslo"]
    assert alliance.entry(oslo) is alliance.entry(oslo)
    assert alliance.entry(oslo).document.data["country"] == "NO"


def test_a_record_that_is_broken_meanwhile_stops_the_run() -> None:
    alliance = checked().alliance
    later = link(snapshot_of({"data/cities/oslo.yaml": "name: ["}), alliance.settings, [])
    with pytest.raises(CannotRunError, match=r"oslo\.yaml changed while it was read; try again"):
        later.entry(alliance.cities["oslo"])


def test_a_record_that_is_deleted_meanwhile_stops_the_run() -> None:
    alliance = checked().alliance
    later = link(snapshot_of({"data/cities/oslo.yaml": None}), alliance.settings, [])
    with pytest.raises(CannotRunError, match=r"oslo\.yaml"):
        later.entry(alliance.cities["oslo"])


def test_of_whole_records_no_more_than_some_are_held_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("gsca_cli.alliance.alliance._MOST_ENTRIES", 2)
    alliance = alliance_of()
    oslo = alliance.cities["oslo"]
    first = alliance.entry(oslo)
    assert alliance.entry(oslo) is first
    for region in alliance.regions.values():
        alliance.entry(region)
    for source in alliance.of(Kind.SOURCE).values():
        alliance.entry(source)
    again = alliance.entry(oslo)
    assert again is not first
    assert again == first
