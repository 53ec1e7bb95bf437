"""The right form of a value that does not fit, at the beginning of the hint."""

import pytest
from small_alliance import OSLO, hints

PATH = "data/cities/oslo.yaml"
DATES = (
    "write a year (2022), a month (2022-06), a day (2022-06-11), a span (2021-01/2021-03) "
    "or a bound (../2022-06)"
)


def hint_of(line: str, path: str = PATH, text: str = OSLO) -> str:
    """The hint on a line that is added to a record, its field's own meaning left out."""
    found = [hint.partition(" => ")[2] for hint in hints({path: f"{text}{line}\n"})]
    assert len(found) == 1
    cure = found[0].rpartition(" (`")[0]
    return "" if cure == "write what fits here" else cure


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ("location: {lat: '59,9', lon: 10.7}", "write `59.9`"),
        ("location: {lat: '59.9', lon: 10.7}", "write `59.9`"),
        ("location: {lat: north, lon: 10.7}", ""),
        ("location: {lat: [1], lon: 10.7}", ""),
        ("population: {value: '1,234,567'}", "write `1234567`"),
        ("population: {value: '700000'}", "write `700000`"),
        ("population: {value: many}", ""),
        ("subdivision: no-03", "write `NO-03`"),
        ("subdivision: NO_03", "write `NO-03`"),
        ("subdivision: Oslo", ""),
        ("notes: [{text: {EN: A note}}]", "write `en`"),
        ("notes: [{text: {en_GB: A note, en: x}}]", "write `en-GB`"),
        ("notes: [{text: {English: A note}}]", ""),
        ("notes: [{text: x, date: 2022-5}]", "write `2022-05`"),
        ("notes: [{text: x, date: 05/2022}]", "write `2022-05`"),
        ("notes: [{text: x, date: 2022-13}]", DATES),
        ("notes: [{text: true}]", "write `'true'`"),
        (
            "programmes: pioneers",
            "write `programmes:` alone, and each below it, indented, as in `  pioneers:`",
        ),
        (
            "programmes: [pioneers]",
            "write `programmes:` alone, and each below it, indented, as in `  pioneers:`",
        ),
        ("programmes: [1]", ""),
        ("programmes: []", ""),
        ("notes: A note", "write `notes: [A note]`"),
        ("notes: 1", ""),
    ],
)
def test_a_city_gets_its_values_in_the_right_form(line: str, cure: str) -> None:
    assert hint_of(line) == cure


@pytest.mark.parametrize(
    ("old", "new", "cure"),
    [
        ("country: 'NO'", "country: 'no'", "write `NO`"),
        ("country: 'NO'", "country: UK", "write `GB`"),
        ("country: 'NO'", "country: ' se '", "write `SE`"),
        ("country: 'NO'", "country: Norway", ""),
        ("  open-data:\n", "  open-data: {chosen: yess}\n", "write `yes`"),
        (
            "  open-data:\n",
            "  open-data: {evidence: [www.oslo.no]}\n",
            "write `https://www.oslo.no`",
        ),
        ("sources: [paper]", "sources: paper", "write `sources: [paper]`"),
        ("joined: 2021", "joined: 2021.5", "write `2021-05`"),
    ],
)
def test_a_value_in_place_of_another_is_cured(old: str, new: str, cure: str) -> None:
    assert OSLO.count(old) == 1
    assert hint_of("", text=OSLO.replace(old, new)) == cure


@pytest.mark.parametrize(
    ("flag", "cure"),
    [("yes", "write `true`"), ("'no'", "write `false`"), ("1", "write `true`"), ("maybe", "")],
)
def test_a_flag_is_true_or_false(flag: str, cure: str) -> None:
    text = "name: Open Data\nsources: [paper]\n"
    assert hint_of(f"foundational: {flag}", "data/policies/open-data.yaml", text) == cure


@pytest.mark.parametrize(
    ("percent", "cure"), [("'17,5'", "write `17.5`"), ("17%", ""), ("[17]", "")]
)
def test_a_quantity_is_a_number(percent: str, cure: str) -> None:
    text = "name: Open Data\nsources: [paper]\n"
    line = f"benchmarks: {{a: {{text: x, figures: [{{wording: x, percent: {percent}}}]}}}}"
    assert hint_of(line, "data/policies/open-data.yaml", text) == cure


def test_what_hides_in_a_cure_is_shown() -> None:
    assert hint_of('notes: "a\\u200bb"') == "write `notes: [a\\u200bb]`"
