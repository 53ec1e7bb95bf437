import pytest
from small_alliance import FILES, OSLO, findings


def test_a_text_without_the_default_language_is_reported_at_its_key() -> None:
    oslo = OSLO.replace("name: Oslo", "name: {nb: Oslo, se: Oslove}")
    assert findings({"data/cities/oslo.yaml": oslo}) == [
        "data/cities/oslo.yaml:1:1 missing-language: the text is given in nb, se, but not in en"
    ]


def test_texts_deep_in_a_record_are_read_too() -> None:
    north = FILES["data/regions/north.yaml"].replace(
        "name: First cohort", "name: First cohort, note: {nb: Merknad}"
    )
    notes = "notes:\n  - text:\n      nb: Merknad\n"
    assert findings({"data/regions/north.yaml": north + notes}) == [
        "data/regions/north.yaml:5:31 missing-language: the text is given in nb, but not in en",
        "data/regions/north.yaml:8:5 missing-language: the text is given in nb, but not in en",
    ]


def test_a_text_in_a_list_is_reported_at_itself() -> None:
    north = FILES["data/regions/north.yaml"] + "supporters: [{nb: Stiftelsen}]\n"
    assert findings({"data/regions/north.yaml": north}) == [
        "data/regions/north.yaml:7:14 missing-language: the text is given in nb, but not in en"
    ]


@pytest.mark.parametrize("name", ["Oslo", "{en: Oslo}", "{nb: Oslo, en: Oslo}", "{und: Oslo}"])
def test_the_default_language_or_a_text_for_every_language_is_enough(name: str) -> None:
    assert findings({"data/cities/oslo.yaml": OSLO.replace("name: Oslo", f"name: {name}")}) == []


def test_the_default_language_is_the_one_of_gsca_yaml() -> None:
    changed = {
        "gsca.yaml": "name: Alliansen\nlanguage: nb\n",
        "data/cities/oslo.yaml": OSLO.replace("name: Oslo", "name: {nb: Oslo}"),
        "data/sources/paper.yaml": "title: {en: A paper}\n",
    }
    assert findings(changed) == [
        "data/sources/paper.yaml:1:1 missing-language: the text is given in en, but not in nb"
    ]


def test_no_language_is_missed_while_gsca_yaml_cannot_be_read() -> None:
    changed = {
        "gsca.yaml": "name: Alliansen\nlanguage: nb\ncolour: red\n",
        "data/cities/oslo.yaml": OSLO.replace("name: Oslo", "name: {nb: Oslo}"),
    }
    assert [each for each in findings(changed) if "missing-language" in each] == []
