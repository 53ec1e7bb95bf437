"""gsca fix, as somebody meets it who has made mistakes."""

import json

import pytest
from conftest import Golden
from gsca import Gsca
from small_alliance import OSLO

CITY = "data/cities/oslo.yaml"
MISTAKES = """\
name: “Oslo”   # the capital
contry: no
location: {lat: "59,9127", lon: 10.7461}
regions:
  north: {role: Member, cohort: frist, joined: 05/2021}
policies:
  open-dta:
  dig-onse-more:
steps:
  leter: completed
  plan: {status: in_progress, since: 2024-05}
notes:
  - {date: 2022.06.11, text: "Near  BogotÃ¡ and Co\u0301rdoba "}
sources: [papr]
"""
"""Three of them nobody can mend but a person.

No policy is near `dig-onse-more`; and no other record uses the step and the cohort that `leter` and
`frist` nearly are, so these may be what is misspelt.
"""


def put(small: Gsca, path: str, text: str) -> None:
    (small.root / path).write_bytes(text.encode())


def contents(small: Gsca) -> dict[str, bytes]:
    return {
        file.relative_to(small.root).as_posix(): file.read_bytes()
        for file in small.root.rglob("*")
        if file.is_file() and ".gsca" not in file.parts
    }


def test_many_mistakes_are_mended_in_one_run(small: Gsca, golden: Golden) -> None:
    put(small, CITY, MISTAKES)
    put(small, "data/sources/letter.YML", "title:\tA letter\n")
    ran = small("fix")
    assert ran.code == 1
    golden("fix.txt", f"{ran.out}{ran.err}")
    assert small("fix").err == (
        "gsca: nothing can be mended\n"
        "gsca: left for a person: 3 errors, 1 notice; `gsca validate` shows what\n"
    )


def test_all_is_well_once_all_is_mended(small: Gsca) -> None:
    put(small, CITY, OSLO.replace("open-data", "open-dta"))
    ran = small("fix")
    assert (ran.code, ran.err) == (0, "gsca: 1 file changed\ngsca: 1 finding was mended\n")
    assert contents(small)[CITY] == OSLO.encode()
    assert "No findings" in small.out("validate")


def test_a_dry_run_shows_the_same_and_writes_nothing(small: Gsca) -> None:
    put(small, CITY, MISTAKES)
    before = contents(small)
    dry = small("fix", "--dry-run")
    assert contents(small) == before
    assert "nothing is written (--dry-run)" in dry.err
    assert "findings would be mended" in dry.err
    real = small("fix")
    assert (dry.code, dry.out) == (real.code, real.out) == (1, real.out)


def test_a_warning_that_is_left_is_no_failure(small: Gsca) -> None:
    twice = f"{OSLO}aliases: [Kristiania, Kristiania]\n"
    put(small, CITY, twice.replace("open-data", "open-dta"))
    ran = small("fix")
    assert ran.code == 0
    assert "left for a person: 1 warning;" in ran.err


def test_a_right_alliance_has_nothing_to_mend(small: Gsca) -> None:
    before = contents(small)
    ran = small("fix")
    assert (ran.code, ran.out, ran.err) == (0, "", "gsca: nothing can be mended\n")
    assert contents(small) == before


@pytest.mark.parametrize(
    ("words", "mended"),
    [
        (["--select", "yaml-trap"], [False, True]),
        (["--ignore", "yaml-trap"], [True, False]),
        (["--select", "yaml-trap,unknown-reference"], [True, True]),
        (["--select", "odd-spacing"], [False, False]),
    ],
)
def test_codes_choose_what_is_mended(small: Gsca, words: list[str], mended: list[bool]) -> None:
    put(small, CITY, OSLO.replace("open-data", "open-dta").replace("'NO'", "NO"))
    small("fix", *words)
    text = contents(small)[CITY].decode()
    assert ["open-data" in text, '"NO"' in text] == mended


def test_a_path_chooses_what_is_mended_and_what_can_fail(small: Gsca) -> None:
    put(small, CITY, OSLO.replace("open-data", "zzz"))
    put(small, "data/cities/bergen.yaml", OSLO.replace("Oslo", "Bergen").replace("'NO'", "'no'"))
    ran = small("fix", str(small.root / "data/cities/bergen.yaml"))
    assert (ran.code, ran.err) == (0, "gsca: 1 file changed\ngsca: 1 finding was mended\n")


@pytest.mark.parametrize("words", [["--select", "odd-spacin"], ["nowhere"]])
def test_wrong_usage_changes_nothing(small: Gsca, words: list[str]) -> None:
    put(small, CITY, MISTAKES)
    before = contents(small)
    assert small("fix", *words).code == 2
    assert contents(small) == before


def test_a_file_with_a_wrong_ending_is_renamed(small: Gsca) -> None:
    put(small, "data/sources/letter.yaml.txt", "title: A letter\n")
    ran = small("fix")
    assert ran.code == 0
    after = contents(small)
    assert after["data/sources/letter.yaml"] == b"title: A letter\n"
    assert "data/sources/letter.yaml.txt" not in after


def test_a_mend_that_is_left_out_is_told(small: Gsca) -> None:
    twice = f"{OSLO}aliases: [Kristianiá, Kristiania\u0301]\n"
    put(small, CITY, twice)
    ran = small("fix")
    assert ran.code == 0
    assert ran.err == (
        "gsca: nothing can be mended\n"
        "gsca: data/cities/oslo.yaml:11:32: not-nfc is left: to mend it would bring another "
        "finding\n"
        "gsca: left for a person: 1 warning; `gsca validate` shows what\n"
    )


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (OSLO.replace("open-data", "open-dta"), "1 error. It can be mended by `gsca fix`."),
        (
            OSLO.replace("open-data", "open-dta").replace("'NO'", "NO"),
            "1 error, 1 notice. All of them can be mended by `gsca fix`.",
        ),
        (
            OSLO.replace("open-data", "open-dta").replace("letter:", "zzz:"),
            "2 errors. 1 of them can be mended by `gsca fix`.",
        ),
        (OSLO.replace("letter:", "zzz:"), "1 error."),
    ],
)
def test_validate_says_how_many_can_be_mended(small: Gsca, wrong: str, said: str) -> None:
    put(small, CITY, wrong)
    assert small("validate").out.splitlines()[-1] == said


def test_validate_says_in_json_which_can_be_mended(small: Gsca) -> None:
    put(small, CITY, OSLO.replace("open-data", "open-dta").replace("letter:", "zzz:"))
    found = json.loads(small("validate", "--format", "json").out)["findings"]
    assert {each["message"]: each["fixable"] for each in found} == {
        "no policy `open-dta`": True,
        "no step `zzz`": False,
    }


def test_what_would_not_go_well_in_its_file_is_not_promised(small: Gsca) -> None:
    there = OSLO.replace("  open-data:\n", "  open-data:\n  open-dta:\n")
    put(small, CITY, there)
    assert small("validate").out.splitlines()[-1] == "1 error."
    assert small("fix").err.startswith("gsca: nothing can be mended\n")
    assert contents(small)[CITY] == there.encode()
