"""Records of the past in the ids of today."""

from small_alliance import FILES, alliance_of

from gsca_cli.analysis.identity.following import following, new_ids, new_ids_between
from gsca_cli.kinds import Kind
from gsca_cli.records.city import City
from gsca_cli.records.new_ids import NewIds

OPEN_DATA = "data/policies/open-data.yaml"
OPEN = {
    OPEN_DATA: None,
    "data/policies/open.yaml": f"{FILES[OPEN_DATA]}former_ids: [open-data, public-data]\n",
}
IDS = NewIds({(Kind.POLICY, "open-data"): "open", (Kind.POLICY, "public-data"): "open"})


def test_former_ids_lead_to_those_of_today() -> None:
    assert new_ids(alliance_of(OPEN)) == IDS


def test_words_have_former_ids_too() -> None:
    track = FILES["data/tracks/adoption.yaml"]
    new = track.replace("{id: plan, name: Plan}", "{id: draft, name: D, former_ids: [plan]}")
    found = new_ids(alliance_of({"data/tracks/adoption.yaml": new}))
    assert found == NewIds({("step", "plan"): "draft"})


def test_an_id_that_a_record_has_is_its_own_even_where_it_cannot_be_read() -> None:
    for text in (FILES[OPEN_DATA], "name: [\n"):
        found = new_ids(alliance_of({**OPEN, OPEN_DATA: text}))
        assert found == NewIds({(Kind.POLICY, "public-data"): "open"})


def test_what_was_found_out_besides_counts_too() -> None:
    same = alliance_of()
    found = new_ids_between(same, same, {Kind.POLICY: {"open-data": "data"}})
    assert found == NewIds({(Kind.POLICY, "data"): "open-data"})


def test_an_entry_says_the_same_with_the_new_ids() -> None:
    alliance = alliance_of()
    oslo = alliance.entry(alliance.cities["oslo"])
    found = following(oslo, IDS)
    assert isinstance(found.record, City)
    assert (list(found.record.policies), found.document.data["policies"]) == (
        ["open"],
        {"open": None},
    )
    assert (found.id, found.path) == (oslo.id, oslo.path)


def test_an_entry_that_names_nothing_of_the_kind_is_left_alone() -> None:
    alliance = alliance_of()
    source = alliance.entry(alliance.of(Kind.SOURCE)["paper"])
    assert following(source, IDS) is source
