import pytest
from small_alliance import OSLO, alliance_of

from gsca_cli.alliance.lookup import find, left_out
from gsca_cli.errors import CannotRunError, UsageError

NORTH = OSLO.replace("name: Oslo", "name: North City")
ROME = OSLO.replace(
    "name: Oslo", "name: {en: Rome, it: Roma Città, ja: ローマ}\naliases: [Urbs Aeterna]"
)
CHANGES: dict[str, str | bytes | None] = {
    "data/cities/oslo.yaml": OSLO + "former_ids: [christiania, kristiania]\n",
    "data/cities/north.yaml": NORTH + "former_ids: [privacy, old-north]\n",
    "data/cities/rome.yaml": ROME + "former_ids: [old-north]\n",
    "data/sources/broken.yaml": "nme: X\n",
    "data/policies/broken-too.yaml": "nme: X\n",
}
ALLIANCE = alliance_of(CHANGES)


@pytest.mark.parametrize(
    ("text", "key", "former"),
    [
        ("oslo", "city/oslo", False),
        ("city/oslo", "city/oslo", False),
        ("cities/oslo", "city/oslo", False),
        ("open-data", "policy/open-data", False),
        ("policies/open-data", "policy/open-data", False),
        ("region/north", "region/north", False),
        ("city/north", "city/north", False),
        ("gsca", "alliance/gsca", False),
        ("alliance/gsca", "alliance/gsca", False),
        ("christiania", "city/oslo", True),
        ("cities/kristiania", "city/oslo", True),
        ("privacy", "principle/privacy", False),
        ("city/privacy", "city/north", True),
    ],
)
def test_what_is_typed_leads_to_one_record(text: str, key: str, *, former: bool) -> None:
    found = find(ALLIANCE, text)
    assert (found.brief.key, found.former) == (key, former)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("north", "`north` is the id of 2 records: write `city/north` or `region/north`"),
        ("olso", "no record `olso`; did you mean `oslo`?"),
        ("OSLO", "no record `OSLO`; did you mean `oslo`?"),
        ("Roma citta", "no record `Roma citta`; did you mean `rome`?"),
        ("ローマ", "no record `ローマ`; did you mean `rome`?"),
        ("urbs aeterna", "no record `urbs aeterna`; did you mean `rome`?"),
        ("city/North City", "no record `city/North City`; did you mean `north`?"),
        ("policy/oslo", "no record `policy/oslo`; `gsca list policies` shows what there is"),
        ("policy/opn-data", "no record `policy/opn-data`; did you mean `open-data`?"),
        ("town/oslo", "no record `town/oslo`; `gsca list KIND` shows what there is"),
        ("data/cities/oslo", "no record `data/cities/oslo`; `gsca list KIND` shows what there is"),
        ("/oslo", "no record `/oslo`; `gsca list KIND` shows what there is"),
        ("city/", "no record `city/`; `gsca list cities` shows what there is"),
        ("", "no record ``; `gsca list KIND` shows what there is"),
        ("old-north", "no record `old-north`; did you mean `north`?"),
        (
            "policy/christiania",
            "no record `policy/christiania`; `gsca list policies` shows what there is",
        ),
        ("zzzzzz", "no record `zzzzzz`; `gsca list KIND` shows what there is"),
    ],
)
def test_what_leads_nowhere_says_why(text: str, message: str) -> None:
    with pytest.raises(UsageError) as raised:
        find(ALLIANCE, text)
    assert str(raised.value) == message


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("broken", "data/sources/broken.yaml"),
        ("source/broken", "data/sources/broken.yaml"),
        ("sources/broken", "data/sources/broken.yaml"),
        ("broken-too", "data/policies/broken-too.yaml"),
    ],
)
def test_a_record_that_could_not_be_read_is_not_called_missing(text: str, path: str) -> None:
    with pytest.raises(CannotRunError) as raised:
        find(ALLIANCE, text)
    assert str(raised.value) == f"{path} could not be read; `gsca validate` says why"
    assert left_out(ALLIANCE, text) in ALLIANCE.left_out


def test_a_broken_record_of_another_kind_is_not_the_one_that_is_meant() -> None:
    with pytest.raises(UsageError, match="no record `city/broken`"):
        find(ALLIANCE, "city/broken")
