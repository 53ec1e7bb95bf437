"""What a record says, with the ids of today; test_mentions.py has the forms in which it may."""

from gsca_cli.kinds import Kind
from gsca_cli.records.new_ids import NewIds
from gsca_cli.records.shape import shape_of

CITY = shape_of(Kind.CITY)
IDS = NewIds({(Kind.POLICY, "old"): "new", (Kind.POLICY, "older"): "new"})


def test_every_id_that_a_record_had_leads_to_it() -> None:
    assert IDS.in_route(CITY, "policies.old.since") == "policies.new.since"
    assert IDS.in_route(CITY, "policies.older") == "policies.new"
    assert IDS.in_route(CITY, "regions.old") == "regions.old"


def test_a_map_that_has_both_ids_keeps_both() -> None:
    data = {"policies": {"old": None, "new": "completed"}}
    assert IDS.in_record(CITY, data) == data


def test_what_is_no_record_at_all_stays_as_it_is() -> None:
    for data in (None, "old", ["old"], {"sources": [5, {"old": 5}], "nothing": "old"}):
        assert IDS.in_record(CITY, data) == data


def test_no_new_ids_are_nothing() -> None:
    assert IDS
    assert not NewIds()
