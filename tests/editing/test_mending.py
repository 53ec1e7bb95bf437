"""What `gsca fix` mends in a whole alliance, and what it leaves to a person."""

from collections.abc import Mapping, Sequence

import pytest
from editing.examples import CITY, EXAMPLES, Example
from small_alliance import FILES, OSLO, TODAY, snapshot_of

from gsca_cli.checking import check
from gsca_cli.editing.mending import Mended, mended
from gsca_cli.editing.trial import Choice, proven
from gsca_cli.findings import Finding
from gsca_cli.rules.fixable import FIXABLE

CASES = [
    pytest.param(code, example, id=f"{code}-{number}")
    for code, examples in EXAMPLES.items()
    for number, example in enumerate(examples)
]
BERGEN = "data/cities/bergen.yaml"


def fixed(
    changes: Mapping[str, str | bytes | None], wanted: Choice = list
) -> tuple[Mended, dict[str, str | None]]:
    """What is made of the small alliance with some files changed, and the files that differ."""
    snapshot = snapshot_of(changes)
    made = mended(snapshot, check(snapshot, TODAY), wanted, TODAY)
    texts = {
        change.path: None if change.after is None else change.after.decode()
        for change in made.changes
    }
    return made, texts


def promised(changes: Mapping[str, str | bytes | None]) -> list[str]:
    """The codes of the findings that `gsca validate` says can be mended."""
    snapshot = snapshot_of(changes)
    checked = check(snapshot, TODAY)
    found = proven(snapshot, checked.alliance, checked.findings)
    return [finding.code for finding in found if finding.mend]


@pytest.mark.parametrize(("code", "example"), CASES)
def test_each_code_is_mended_where_it_is_certain(code: str, example: Example) -> None:
    changes = {example.path: example.before}
    assert code in promised(changes)
    made, texts = fixed(changes)
    assert texts.pop(example.path_after) == example.after
    assert all(text is None for text in texts.values())
    assert code in [finding.code for finding in made.done]
    assert code not in [finding.code for finding in made.rest]
    assert not made.left


@pytest.mark.parametrize(("code", "example"), CASES)
def test_what_was_mended_is_not_mended_again(code: str, example: Example) -> None:
    gone = {} if example.path == example.path_after else {example.path: None}
    made, texts = fixed({**gone, example.path_after: example.after})
    assert (texts, made.done) == ({}, []), code


def test_every_code_that_can_be_mended_has_an_example() -> None:
    assert EXAMPLES.keys() == FIXABLE


UNSURE = {
    "two slips": OSLO.replace("  open-data:", "  opn-dta:"),
    "a date that may lack a digit": OSLO.replace("2022-05", "2022-1"),
    "a day that may lack a digit": OSLO.replace("2022-05", "2022-05-2"),
    "a date of two readings": OSLO.replace("2022-05,", "03/04/2022,"),
    "a time": OSLO.replace("2022-05,", "'2022-05-11T10:30',"),
    "thousands or a fraction": f"{OSLO}location: {{lat: '1,234', lon: 10.7461}}\n",
    "several items": OSLO.replace("[paper]", "paper, letter"),
    "a number for an id": OSLO.replace("plan: {status: in-progress", "plan: {status: 12"),
    "a list for a status": OSLO.replace("letter: completed", "letter: [completed]"),
    "a tab in a text": f"{OSLO}notes:\n  - text: one\ttwo\n",
    "tabs among spaces": OSLO.replace("  letter", "\t letter"),
    "a letter that is lost": f"{OSLO}notes:\n  - text: Bogot\ufffd BogotÃ¡\n",
    "letters misread in two ways": f"{OSLO}notes:\n  - text: BogotÃ¡ and S√£o\n",
    "a key that is there": OSLO.replace("sources: [paper]", "sources: [paper]\nsource: [paper]"),
    "a route with another id": f"{OSLO}inferred: {{steps.pln.since: said}}\n",
    "a route that is like no other": f"{OSLO}inferred: {{elevation: said}}\n",
    "a route with two slips": f"{OSLO}inferred: {{Steps.plan.Since: said}}\n",
    "a route of fewer parts": f"{OSLO}inferred: {{sources-paper: said}}\n",
    "a sign that may join letters": OSLO.replace("name: Oslo", "name: Os\u200clo"),
    "a sign that steers the text": OSLO.replace("name: Oslo", 'name: "Os\u200flo"'),
    "a subdivision without its country": f"{OSLO}subdivision: TOL\n",
    "a subdivision of another country": f"{OSLO}subdivision: to-l\n",
    "a name of two countries": OSLO.replace("'NO'", "Congo"),
    "a name that is near": OSLO.replace("'NO'", "Nrway"),
    "another notation": f"{OSLO}location: {{lat: 5.99127e1, lon: 10.7461}}\n",
}


@pytest.mark.parametrize("text", UNSURE.values(), ids=UNSURE.keys())
def test_nothing_is_guessed(text: str) -> None:
    made, texts = fixed({CITY: text})
    assert made.rest
    assert (texts, promised({CITY: text})) == ({}, [])


@pytest.mark.parametrize("line", ["published: 2022", "publishr: 2022", "publishr: 03/04/2022"])
def test_a_date_is_not_made_a_name(line: str) -> None:
    paper = {"data/sources/paper.yaml": f"title: A paper\n{line}\n"}
    assert (promised(paper), fixed(paper)[1]) == ([], {})


def test_a_code_that_is_like_no_other_is_left_to_a_person() -> None:
    settings = {"gsca.yaml": f"{FILES['gsca.yaml']}checks: {{weather: silent}}\n"}
    assert promised(settings) == []
    assert [finding.code for finding in fixed(settings)[0].rest] == ["unknown-code"]


def test_a_name_is_not_changed_to_that_of_a_misspelt_file() -> None:
    changes = {
        "data/policies/open-data.yaml": None,
        "data/policies/open-dta.yaml": FILES["data/policies/open-data.yaml"],
    }
    made, texts = fixed(changes)
    assert {finding.code for finding in made.rest} == {"unknown-reference"}
    assert texts == {}


def test_a_name_that_others_use_or_that_is_spelt_like_its_record_is_right() -> None:
    unused = OSLO.replace("letter: completed", "leter: completed")
    assert fixed({CITY: unused})[1] == {}
    bergen = OSLO.replace("Oslo", "Bergen")
    assert fixed({CITY: unused, BERGEN: bergen})[1] == {CITY: OSLO}
    named = OSLO.replace("  open-data:", "  open-data:\n  dig-onc:")
    assert fixed({CITY: named})[1] == {CITY: named.replace("dig-onc", "dig-once")}


def test_a_former_id_becomes_the_one_of_today() -> None:
    policy = FILES["data/policies/dig-once.yaml"] + "former_ids: [one-dig]\n"
    changes = {
        "data/policies/dig-once.yaml": policy,
        CITY: OSLO.replace("  open-data:", "  one-dig:"),
    }
    assert fixed(changes)[1] == {CITY: OSLO.replace("  open-data:", "  dig-once:")}


def test_a_file_is_not_renamed_to_one_that_is_there() -> None:
    letter = {"data/sources/paper.YAML": "title: Another paper\n"}
    assert fixed(letter)[1] == {}
    assert fixed({"data/sources/sub/paper.yaml.txt": "title: Another paper\n"})[1] == {}


def test_of_two_files_with_one_right_name_none_is_lost() -> None:
    letters = {
        "data/sources/letter.YAML": "title: A letter\n",
        "data/sources/letter.yaml.txt": "title: Another letter\n",
        "data/sources/letter.yml.txt": "title: A third one\n",
    }
    assert promised(letters) == ["wrong-extension"]
    made, texts = fixed(letters)
    assert len(made.done) == 1
    assert [text for text in texts.values() if text] == ["title: A letter\n"]
    assert [path for path, text in texts.items() if text is None] == ["data/sources/letter.YAML"]


def test_what_a_mistake_has_hidden_is_mended_too() -> None:
    text = OSLO.replace("name: Oslo", "nmae:\t“Oslo”").replace("open-data", "open-dta")
    made, texts = fixed({CITY: text})
    assert texts == {CITY: OSLO}
    codes = sorted(finding.code for finding in made.done)
    assert codes == ["quoted-name", "tab", "unknown-field", "unknown-reference"]


def test_a_mend_that_brings_another_finding_as_severe_is_left_out() -> None:
    twice = f"{OSLO}aliases: [Kristiania, Kristiania\u0301, Kristianiá]\n"
    made, texts = fixed({CITY: twice})
    assert [finding.code for finding in made.left] == ["not-nfc"]
    assert texts == {}


def test_one_that_is_left_out_does_not_keep_others_from_being_mended() -> None:
    twice = f"{OSLO}aliases: [Kristiania, Kristiania\u0301, Kristianiá]\n"
    bergen = OSLO.replace("Oslo", "Bergen")
    made, texts = fixed({CITY: twice, BERGEN: bergen.replace("Bergen", "Be\u0301rgen")})
    assert len(made.left) == 1
    assert texts == {BERGEN: bergen.replace("Bergen", "Bérgen")}


def test_a_status_that_is_known_now_may_be_stale() -> None:
    made, texts = fixed(
        {CITY: OSLO.replace("in-progress", "in_progress").replace("2024-05", "2022")}
    )
    assert list(texts) == [CITY]
    assert [finding.code for finding in made.rest] == ["stale-state"]


def test_only_what_is_wanted_is_mended() -> None:
    def wanted(findings: Sequence[Finding]) -> list[Finding]:
        return [finding for finding in findings if finding.code == "yaml-trap"]

    text = OSLO.replace("'NO'", "NO").replace("open-data", "open-dta")
    _, texts = fixed({CITY: text}, wanted)
    assert texts == {CITY: text.replace("NO", '"NO"')}


def test_what_a_comment_allows_is_not_mended() -> None:
    text = OSLO.replace("country: 'NO'", "country: NO  # gsca: allow yaml-trap because it is old")
    assert fixed({CITY: text})[1] == {}


def test_each_of_several_alike_on_one_line_is_mended_at_its_own_place() -> None:
    spaces = f"{OSLO}notes:\n  - text: It was all  signed  there\n"
    assert promised({CITY: spaces}) == ["odd-spacing", "odd-spacing"]


def test_line_ends_and_a_byte_order_mark_stay() -> None:
    text = "\ufeff" + OSLO.replace("\n", "\r\n")
    _, texts = fixed({CITY: text.replace("open-data", "open-dta").replace("name: ", "name:\t")})
    assert texts == {CITY: text}


def test_a_file_of_many_mistakes_of_one_kind_is_mended_in_one_run() -> None:
    lines = "".join(f"  - text:\tnumber {number}\n" for number in range(300))
    made, texts = fixed({CITY: f"{OSLO}notes:\n{lines}"})
    assert texts == {CITY: f"{OSLO}notes:\n{lines}".replace("\t", " ")}
    assert not made.more
