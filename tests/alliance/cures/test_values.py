"""The right form of a value that does not fit, at the beginning of the hint."""

import pytest
from small_alliance import OSLO, hints

from gsca_cli.alliance.cures.forms import form_of
from gsca_cli.kinds import Kind
from gsca_cli.records.shape import shape_of

PATH = "data/cities/oslo.yaml"
POLICY = "data/policies/open-data.yaml"
NAMED = "name: Open Data\nsources: [paper]\n"
DATES = (
    "write a year (2022), a month (2022-06), a day (2022-06-11), a span (2021-01/2021-03) "
    "or a bound (../2022-06)"
)

DEGREES = "write a number in digits, such as `59.91`"
COUNT = "write a whole number in digits, such as `250000`"
AMOUNT = "write a number such as `17`; or one with a sign, in quotes: '<25', '>80', '~33'"
COUNTRY = "write the code of the country in two letters, such as `CO` or `JP`"
SUBDIVISION = "write its code of ISO 3166-2, which begins with `NO-`"
FLAG = "write `true` or `false`"
LANGUAGE = "write the tag of the language, such as `en`, `es` or `ja`"
LEAVE_OUT = "delete the line: what is not known is left out"
POINT = "its fields are lat, lon"
CLAIM = "its fields are count, value, as_of, without, sources, note"
STATUS = (
    "write `{{id: {}, name: ..., symbol: ..., class: {}}}`; "
    "its fields are id, name, symbol, colour, class, former_ids"
)
REPORTED = "write `city`, `secretariat` or `publication`"


def hint_of(line: str, path: str = PATH, text: str = OSLO) -> str:
    """The hint on a line that is added to a record, its field's own meaning left out."""
    found = [hint.partition(" => ")[2] for hint in hints({path: f"{text}{line}\n"})]
    assert len(found) == 1
    return found[0].rpartition(" (`")[0]


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ("location: {lat: '59,9', lon: 10.7}", "write `59.9`"),
        ("location: {lat: '59.9', lon: 10.7}", "write `59.9`"),
        ("location: {lat: 59.9N, lon: 10.7}", "write `59.9`"),
        ("location: {lat: 59, lon: 10\u00b030'W}", "write `-10.5`"),
        ("location: {lat: north, lon: 10.7}", DEGREES),
        ("location: {lat: [1], lon: 10.7}", DEGREES),
        ("location: 59.9, 10.7", f"write `location: {{lat: 59.9, lon: 10.7}}`; {POINT}"),
        ("location: [59.9, 10.7]", f"write `location: {{lat: 59.9, lon: 10.7}}`; {POINT}"),
        ("location: Oslo", f"write `location: {{lat: ..., lon: ...}}`; {POINT}"),
        ("population: {value: '1,234,567'}", "write `1234567`"),
        ("population: {value: '700000'}", "write `700000`"),
        ("population: 700.000", "write `700000`"),
        ("population: 1.2 million", "write `1200000`"),
        ("population: about 5000", "write `5000`"),
        ("population: {value: many}", COUNT),
        ("population: 15%", COUNT),
        ("population: [5]", COUNT),
        ("population: true", COUNT),
        ("population: -5", "write a number from 0 on"),
        ("population: unknown", LEAVE_OUT),
        ("population: TBD", LEAVE_OUT),
        ("subdivision: no-03", "write `NO-03`"),
        ("subdivision: NO_03", "write `NO-03`"),
        ("subdivision: NO03", "write `NO-03`"),
        ("subdivision: no 03", "write `NO-03`"),
        ("subdivision: Oslo", SUBDIVISION),
        ("subdivision: XX1", SUBDIVISION),
        ("subdivision: TOL", SUBDIVISION),
        ("subdivision: to-l", SUBDIVISION),
        ("subdivision: unknown", LEAVE_OUT),
        ("notes: [{text: {EN: A note}}]", "write `en`"),
        ("notes: [{text: {en_GB: A note, en: x}}]", "write `en-GB`"),
        ("notes: [{text: {English: A note}}]", "write `en`"),
        ("notes: [{text: {espa\u00f1ol: Una nota}}]", "write `es`"),
        ("notes: [{text: {Klingon: A note}}]", LANGUAGE),
        ("notes: [{text: x, date: 2022-5}]", "write `2022-05`"),
        ("notes: [{text: x, date: 05/2022}]", "write `2022-05`"),
        ("notes: [{text: x, date: 2022-13}]", DATES),
        ("notes: [{text: x, date: May 2022}]", "write `2022-05`"),
        ("notes: [{text: x, date: soon}]", LEAVE_OUT),
        ("notes: [{text: true}]", "write `'true'`"),
        (
            "programmes: pioneers",
            "write `programmes:` alone, and each below it, indented, as in `  pioneers:`",
        ),
        (
            "programmes: [pioneers]",
            "write `programmes:` alone, and each below it, indented, as in `  pioneers:`",
        ),
        ("programmes: unknown", LEAVE_OUT),
        (
            "programmes: [1]",
            "write `programmes:` alone, and below it, indented, lines of `id: ...`",
        ),
        ("programmes: []", "write `programmes:` alone, and below it, indented, lines of `id: ...`"),
        (
            "programmes: {pioneers: 2020}",
            "write `pioneers: {joined: 2020}`; its fields are joined, policy, note, sources",
        ),
        (
            "programmes:\n  - pioneers: {joined: 2020}",
            "write each without its dash, as in `  pioneers: ...`",
        ),
        ("notes: A note", "write `notes: [A note]`"),
        ("notes: 1", "write `notes: [1]`"),
        ("notes:\n  -A note", "write `notes: [A note]`"),
        ("notes:\n  --A note", "write `notes: [A note]`"),
        ("notes:\n  \u2013 A note", "write `notes: [A note]`"),
        ("notes:\n  \u2014A note", "write `notes: [A note]`"),
        ("notes:\n  \u2022 5 notes", "write `notes: [5 notes]`"),
        ("notes:\n  \u30fb\u4e00", "write `notes: [\u4e00]`"),
        ("notes:\n  -5 degrees", "write `notes: ['-5 degrees']`"),
        (
            "notes: {text: A note}",
            "begin its first line with `- `, and indent the others like the first key",
        ),
        ("notes:\n  -text: A note", "a space is missing behind the dash: write `- text: A note`"),
        ("notes:\n  \u2013 text: A note", "this sign is no dash: write `- text: A note`"),
        (
            "programmes:\n  \u2013 pioneers",
            "write `programmes:` alone, and each below it, indented, as in `  pioneers:`",
        ),
        ("aliases: {a: b}", "write each below `aliases:`, indented, behind a dash and a space"),
        ("claims: [5]", f"write `{{count: ..., value: 5}}`; {CLAIM}"),
        ("claims: [{count: members, value: '< 5'}]", "write `'<5'`"),
        ("claims: [{count: members, value: about 5}]", "write `'~5'`"),
        ("claims: [{count: members, value: 5%}]", AMOUNT),
        ("claims: [{count: membres, value: 5}]", "write `members`"),
        ("claims: [{count: people, value: 5}]", "write one of these"),
        ("former_ids: [[x]]", "write one value alone"),
        (
            "variants: [{at: [name], value: 5}]",
            "write `at: name`",
        ),
        (
            "variants: [{at: [name, country], value: 5}]",
            "write the route of one field: its keys joined by dots, such as `name.en`",
        ),
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
        ("country: 'NO'", "country: Norway", "write `NO`"),
        ("country: 'NO'", "country: Noruega", "write `NO`"),
        ("country: 'NO'", "country: NOR", "write `NO`"),
        ("country: 'NO'", "country: Nrway", "write `NO` (Norway)"),
        (
            "country: 'NO'",
            "country: Congo",
            "write `CD` (Congo - Kinshasa) or `CG` (Congo - Brazzaville)",
        ),
        ("country: 'NO'", "country: GER", COUNTRY),
        ("country: 'NO'", "country: America", COUNTRY),
        ("country: 'NO'", "country: Macau", "write `MO`"),
        ("country: 'NO'", "country: Holland", "write `NL`"),
        ("country: 'NO'", "country: Atlantis", COUNTRY),
        ("country: 'NO'", "country: 47", COUNTRY),
        ("country: 'NO'", "country: ''", "write its value; a field that is not known is left out"),
        ("letter: completed", "letter: true", "write the id of one status"),
        ("letter: completed", "letter: {reported_by: me}", REPORTED),
        ("letter: completed", "letter: {reported_by: unknown}", f"{REPORTED}, or {LEAVE_OUT}"),
        ("letter: completed", "letter: {sources: {paper: }}", "write `sources: [paper]`"),
        (
            "letter: completed",
            "letter: {reviewed: 2024}",
            "write `reviewed: {date: 2024, role: ...}`; its fields are date, role",
        ),
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
    [("yes", "write `true`"), ("'no'", "write `false`"), ("1", "write `true`"), ("maybe", FLAG)],
)
def test_a_flag_is_true_or_false(flag: str, cure: str) -> None:
    assert hint_of(f"foundational: {flag}", POLICY, NAMED) == cure


@pytest.mark.parametrize(
    ("percent", "cure"), [("'17,5'", "write `17.5`"), ("17%", "write `17`"), ("[17]", AMOUNT)]
)
def test_a_quantity_is_a_number(percent: str, cure: str) -> None:
    line = f"benchmarks: {{a: {{text: x, figures: [{{wording: x, percent: {percent}}}]}}}}"
    assert hint_of(line, POLICY, NAMED) == cure


def test_what_hides_in_a_cure_is_shown() -> None:
    assert hint_of('notes: "a\\u200bb"') == """write `notes: ["a\\u200bb"]`"""


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ("language: spanish", "write `es`"),
        ("language: jp", "JP is a country; if its language is meant, write `ja`"),
        ("language: JP", "JP is a country; if its language is meant, write `ja`"),
        ("language: cz", "CZ is a country; if its language is meant, write `cs`"),
        ("language: sp", LANGUAGE),
        ("checks: {overdue: off}", "write `silent`"),
        ("checks: {overdue: info}", "write `notice`"),
        ("checks: {overdue: loud}", "write `error`, `warning`, `notice` or `silent`"),
        ("roles: []", "write at least one, or delete the line"),
        (
            "roles: [member]",
            "write `{id: member, name: ...}`; its fields are id, name, counts, former_ids",
        ),
        ("roles: [tbd]", LEAVE_OUT),
        ("statuses: [unknown]", STATUS.format("unknown", "unknown")),
        ("statuses: [Unknown]", STATUS.format("unknown", "unknown")),
        ("statuses: [pending]", STATUS.format("pending", "pending")),
        ("statuses: [done]", STATUS.format("done", "done")),
        ("statuses: [begun]", STATUS.format("begun", "...")),
        ("statuses: ['?']", LEAVE_OUT),
        (
            "events: [2022]",
            "write `{date: 2022, text: ...}`; its fields are date, text, note, sources",
        ),
        ("link: see there", "write one web address, without spaces: `%20` stands for one"),
        ("link: {a: b}", "write an address such as `https://example.org/plan`"),
    ],
)
def test_the_settings_get_their_values_in_the_right_form(line: str, cure: str) -> None:
    assert hint_of(line, "gsca.yaml", "name: Test Alliance\n") == cure


def test_the_status_that_every_alliance_has_is_written_as_the_cure_says() -> None:
    bare = "name: Test Alliance\nstatuses: [unknown]\n"
    cure = hints({"gsca.yaml": bare})[0].split("`")[1]
    for sign in ("Not known", "'?'"):
        cure = cure.replace("...", sign, 1)
    found = hints({"gsca.yaml": bare.replace("unknown", cure)})
    assert not [each for each in found if each.startswith("gsca.yaml")]


@pytest.mark.parametrize(
    ("track", "cure"),
    [
        ("{adoption: }", "write `track: adoption`"),
        ("true", "write the id of one track"),
        ("{a: , b: }", "write the id of one track"),
    ],
)
def test_a_reference_is_an_id(track: str, cure: str) -> None:
    text = "name: North\nsources: [paper]\n"
    hints_of = hint_of(f"track: {track}", "data/regions/north.yaml", text)
    assert hints_of == cure


def test_no_cure_is_without_words() -> None:
    """A wrong value of every sort, in every field of every kind: each is told what fits there."""
    for kind in Kind:
        for name in shape_of(kind).names():
            for value in WRONG:
                shape = shape_of(kind).at(name)
                assert form_of(shape, (name,), value).strip()


WRONG = ["x", "", 5, 5.5, True, None, [], ["x"], {}, {"a": "b"}, {"-a": "b"}, {"a": None}, [["x"]]]
