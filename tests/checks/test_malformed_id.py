from collections.abc import Mapping

import pytest
from small_alliance import FILES, OSLO, checked

ADOPTION = "data/tracks/adoption.yaml"
NORTH = "data/regions/north.yaml"

FORM = "is not made of small letters, digits and single hyphens"
WORD = "is a word that YAML reads as something else"
DEVICE = "is a name that Windows keeps for a device"
WIDE = "is written with full-width letters or digits"
LOOKS = "holds `%s`, a %s letter that only looks like a Latin one"

MALFORMED = [
    ("Oslo", FORM),
    ("os_lo", FORM),
    ("os lo", FORM),
    ("os--lo", FORM),
    ("oslo-", FORM),
    ("-oslo", FORM),
    ("1oslo", FORM),
    ("são-paulo", FORM),
    ("os.lo", FORM),
    ("no", WORD),
    ("n", WORD),
    ("yes", WORD),
    ("y", WORD),
    ("off", WORD),
    ("true", WORD),
    ("false", WORD),
    ("on", WORD),
    ("null", WORD),
    ("con", DEVICE),
    ("aux", DEVICE),
    ("com1", DEVICE),
    ("lpt9", DEVICE),
    ("ｏｓｌｏ", WIDE),
    ("oslo２", WIDE),
    ("оslo", LOOKS % ("о", "Cyrillic")),
    ("oslο", LOOKS % ("ο", "Greek")),
    ("осло", FORM),
    ("東京", FORM),
]


def found(changes: Mapping[str, str | None]) -> list[str]:
    """What is found about ids."""
    return [
        f"{each.location} {each.code}: {each.message}"
        for each in checked(changes).findings
        if each.code == "malformed-id"
    ]


def hints(changes: Mapping[str, str | None]) -> list[str]:
    """The cures for what is found about ids."""
    return [each.hint for each in checked(changes).findings if each.code == "malformed-id"]


@pytest.mark.parametrize(("key", "reason"), MALFORMED)
def test_a_file_name_that_is_no_id_is_reported_at_the_file(key: str, reason: str) -> None:
    path = f"data/cities/{key}.yaml"
    assert found({path: OSLO, "data/cities/oslo.yaml": None}) == [
        f"{path}:1:1 malformed-id: the file name gives the id `{key}`, which {reason}"
    ]


@pytest.mark.parametrize(("key", "reason"), MALFORMED)
def test_a_step_id_is_held_to_the_same_form(key: str, reason: str) -> None:
    track = FILES[ADOPTION].replace("sources:", f"  - {{id: '{key}', name: Step}}\nsources:")
    assert found({ADOPTION: track}) == [f"{ADOPTION}:6:10 malformed-id: the id `{key}` {reason}"]


@pytest.mark.parametrize(("key", "reason"), MALFORMED)
def test_a_cohort_id_is_held_to_the_same_form(key: str, reason: str) -> None:
    north = FILES[NORTH].replace("  first:", f"  '{key}': {{name: Cohort}}\n  first:")
    assert found({NORTH: north}) == [f"{NORTH}:5:3 malformed-id: the id `{key}` {reason}"]


@pytest.mark.parametrize(
    ("name", "more"),
    [("statuses", ", symbol: x, class: active"), ("roles", ""), ("standings", "")],
)
def test_the_words_of_gsca_yaml_are_held_to_the_same_form(name: str, more: str) -> None:
    sane = "{id: unknown, name: U, symbol: u, class: unknown}"
    words = (
        f"{name}:\n  - {sane if more else '{id: fine, name: F}'}\n  - {{id: Odd, name: O{more}}}\n"
    )
    empty = OSLO.split("regions:", maxsplit=1)[0] + "sources: [paper]\n"
    changed = {"gsca.yaml": f"name: Test Alliance\n{words}", "data/cities/oslo.yaml": empty}
    assert found(changed) == [f"gsca.yaml:4:10 malformed-id: the id `Odd` {FORM}"]


def test_a_phase_id_is_held_to_the_same_form() -> None:
    track = f"{FILES[ADOPTION]}phases:\n  - {{id: Phase_1, name: One}}\n"
    assert found({ADOPTION: track}) == [f"{ADOPTION}:8:10 malformed-id: the id `Phase_1` {FORM}"]


CURES = [
    ("New York", "`new-york`"),
    ("São_Paulo", "`sao-paulo`"),
    ("ｏｓｌｏ２", "`oslo2`"),
    ("\N{CYRILLIC SMALL LETTER O}slo", "`oslo`"),
    ("Ørsted", "`orsted`"),
]
PLAIN = "use small letters, digits and single hyphens, as in `new-york`"
WORDY = "add a word to it, as in `new-york`"
NO_CURES = [
    ("1oslo", PLAIN),
    ("東京", PLAIN),
    ("No", PLAIN),
    ("Con", PLAIN),
    ("no", WORDY),
    ("con", WORDY),
]


@pytest.mark.parametrize(("key", "plain"), CURES)
def test_a_file_is_to_be_renamed_to_the_same_id_in_plain_letters(key: str, plain: str) -> None:
    path = f"data/cities/{key}.yaml"
    assert hints({path: OSLO, "data/cities/oslo.yaml": None}) == [f"rename it to {plain}"]


@pytest.mark.parametrize(("key", "plain"), CURES)
def test_a_step_is_to_be_written_in_plain_letters(key: str, plain: str) -> None:
    track = FILES[ADOPTION].replace("sources:", f"  - {{id: '{key}', name: Step}}\nsources:")
    assert hints({ADOPTION: track}) == [f"write {plain}"]


@pytest.mark.parametrize(("key", "hint"), NO_CURES)
def test_where_there_is_no_such_id_the_hint_says_how_to_make_one(key: str, hint: str) -> None:
    path = f"data/cities/{key}.yaml"
    assert hints({path: OSLO, "data/cities/oslo.yaml": None}) == [hint]


def test_an_id_that_is_not_printable_or_endless_is_shown_safely() -> None:
    track = FILES[ADOPTION].replace("sources:", f"  - {{id: {'A' * 99}, name: S}}\nsources:")
    assert f"the id `{'A' * 60}…` {FORM}" in str(found({ADOPTION: track}))
    path = "data/cities/a\udcff.yaml"
    changes = {path: OSLO, "data/cities/oslo.yaml": None}
    assert f"the file name gives the id `a\\udcff`, which {FORM}" in found(changes)[0]


@pytest.mark.parametrize(
    "key", ["o", "oslo-2", "os-lo-norway", "normal", "console", "com", "lpt10"]
)
def test_what_only_looks_like_a_bad_id_is_fine(key: str) -> None:
    assert found({f"data/cities/{key}.yaml": OSLO, "data/cities/oslo.yaml": None}) == []
