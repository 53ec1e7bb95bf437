import pytest
from small_alliance import FILES, OSLO, findings

ADOPTION = "data/tracks/adoption.yaml"
NORTH = "data/regions/north.yaml"

FORM = "is not made of small letters, digits and single hyphens"
WORD = "is a word that YAML reads as something else"
DEVICE = "is a name that Windows keeps for a device"

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
    ("y", WORD),
    ("on", WORD),
    ("null", WORD),
    ("con", DEVICE),
    ("aux", DEVICE),
    ("com1", DEVICE),
    ("lpt9", DEVICE),
]


@pytest.mark.parametrize(("key", "reason"), MALFORMED)
def test_a_file_name_that_is_no_id_is_reported_at_the_file(key: str, reason: str) -> None:
    path = f"data/cities/{key}.yaml"
    assert findings({path: OSLO, "data/cities/oslo.yaml": None}) == [
        f"{path}:1:1 malformed-id: the file name gives the id `{key}`, which {reason}"
    ]


@pytest.mark.parametrize(("key", "reason"), MALFORMED)
def test_a_step_id_is_held_to_the_same_form(key: str, reason: str) -> None:
    track = FILES[ADOPTION].replace("sources:", f"  - {{id: '{key}', name: Step}}\nsources:")
    assert findings({ADOPTION: track}) == [f"{ADOPTION}:6:10 malformed-id: the id `{key}` {reason}"]


@pytest.mark.parametrize(("key", "reason"), MALFORMED)
def test_a_cohort_id_is_held_to_the_same_form(key: str, reason: str) -> None:
    north = FILES[NORTH].replace("  first:", f"  '{key}': {{name: Cohort}}\n  first:")
    assert findings({NORTH: north}) == [f"{NORTH}:5:3 malformed-id: the id `{key}` {reason}"]


@pytest.mark.parametrize(
    ("name", "more"),
    [("statuses", ", symbol: x, class: active"), ("roles", ""), ("standings", "")],
)
def test_the_words_of_gsca_yaml_are_held_to_the_same_form(name: str, more: str) -> None:
    sane = "{id: unknown, name: U, symbol: x, class: unknown}"
    words = (
        f"{name}:\n  - {sane if more else '{id: fine, name: F}'}\n  - {{id: Odd, name: O{more}}}\n"
    )
    empty = OSLO.split("regions:", maxsplit=1)[0] + "sources: [paper]\n"
    changed = {"gsca.yaml": f"name: Test Alliance\n{words}", "data/cities/oslo.yaml": empty}
    assert findings(changed) == [f"gsca.yaml:4:10 malformed-id: the id `Odd` {FORM}"]


def test_a_phase_id_is_held_to_the_same_form() -> None:
    track = f"{FILES[ADOPTION]}phases:\n  - {{id: Phase_1, name: One}}\n"
    assert findings({ADOPTION: track}) == [f"{ADOPTION}:8:10 malformed-id: the id `Phase_1` {FORM}"]


@pytest.mark.parametrize(
    "key", ["o", "oslo-2", "os-lo-norway", "normal", "console", "com", "lpt10"]
)
def test_what_only_looks_like_a_bad_id_is_fine(key: str) -> None:
    assert findings({f"data/cities/{key}.yaml": OSLO}) == []
