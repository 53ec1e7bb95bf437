"""For each code that `gsca fix` mends: a file of the small alliance with a mistake, and mended."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from small_alliance import OSLO

CITY: Final = "data/cities/oslo.yaml"
_SOURCE: Final = "data/sources/paper.yaml"


class Example(NamedTuple):
    """A file before and after; the path is another one afterwards if the file is renamed."""

    before: str
    after: str
    path: str = CITY
    path_after: str = CITY


def _city(right: str, wrong: str) -> Example:
    assert OSLO.count(right) == 1
    return Example(OSLO.replace(right, wrong), OSLO)


def _note(wrong: str, right: str) -> Example:
    notes = f"{OSLO}notes:\n  - text: "
    return Example(f"{notes}{wrong}\n", f"{notes}{right}\n")


def _more(wrong: str, right: str) -> Example:
    return Example(f"{OSLO}{wrong}\n", f"{OSLO}{right}\n")


def _link(wrong: str, right: str) -> Example:
    source = "title: A paper\nlink: "
    return Example(f"{source}{wrong}\n", f"{source}{right}\n", _SOURCE, _SOURCE)


_SETTINGS: Final = "name: Test Alliance\nchecks:\n  {}: silent\n"

EXAMPLES: Final[Mapping[str, tuple[Example, ...]]] = {
    "control-character": (_city("country: 'NO'", "country: \ufeff'NO'"),),
    "invalid-value": (
        Example(
            OSLO.replace("joined: 2021", "joined: ２０２１-05"),
            OSLO.replace("joined: 2021", "joined: 2021-05"),
        ),
        _city("since: 2022-05", "since: 05/2022"),
        _city("since: 2022-05", "since: 2022-5"),
        _city("country: 'NO'", "country: 'no'"),
        _more("location: {lat: '59,9127', lon: 10.7461}", "location: {lat: 59.9127, lon: 10.7461}"),
        _more("subdivision: no_03", "subdivision: NO-03"),
        Example(
            OSLO.replace("sources: [paper]", "sources: paper"),
            OSLO.replace("sources: [paper]", "sources:\n  - paper"),
        ),
        _more("notes:\n  -A note", "notes:\n  [A note]"),
        _more("notes:\n  \u2013 A note", "notes:\n  [A note]"),
        Example(OSLO.replace("name: Oslo", "name: [Oslo]"), OSLO),
        Example(
            OSLO.replace("name: Oslo", "name: true  # really"),
            OSLO.replace("name: Oslo", "name: 'true'  # really"),
        ),
        _note("{EN: A note}", "{en: A note}"),
        _link("htpts://example.org/paper", "https://example.org/paper"),
        _link("example.org/paper", "https://example.org/paper"),
        _link("<https://example.org/paper>", "https://example.org/paper"),
        _link("(https://example.org/paper).", "https://example.org/paper"),
        _link("'[](https://example.org/paper)'", "'https://example.org/paper'"),
    ),
    "invisible-character": (
        _city("name: Oslo", "name: Os\u200blo"),
        _city("name: Oslo", "name: Os\u200b\u200blo"),
    ),
    "mojibake": (
        _note("BogotÃ¡ is near", "Bogotá is near"),
        _more("inferred: {SÃ£o: a guess}", "inferred: {São: a guess}"),
    ),
    "not-nfc": (_note("Bogota\u0301 and Co\u0301rdoba\u0301", "Bogotá and Córdobá"),),
    "odd-link": (
        _link("https://example.org/paper,", "https://example.org/paper"),
        _link("https://example.org/paper).  # it", "https://example.org/paper  # it"),
        _link("https://example.org/paper/.", "https://example.org/paper/"),
        Example(
            OSLO.replace("since: 2022-05", "evidence: ['https://example.org/a;']"),
            OSLO.replace("since: 2022-05", "evidence: ['https://example.org/a']"),
        ),
    ),
    "odd-spacing": (
        _note('"two  words "', '"two words"'),
        _note("two \u00a0 words", "two words"),
    ),
    "quoted-name": (
        _city("name: Oslo", "name: “Oslo”"),
        Example(
            OSLO.replace("name: Oslo", "name: {en: “Oslo”, es: Oslo}"),
            OSLO.replace("name: Oslo", "name: {en: Oslo, es: Oslo}"),
        ),
        _more("aliases: [Oslo, “Kristiania”]", "aliases: [Oslo, Kristiania]"),
        _more("inferred: {“name”: a guess}", "inferred: {name: a guess}"),
    ),
    "tab": (
        _city("name: Oslo", "name:\tOslo"),
        _city("country: 'NO'\n", "country: 'NO'\t\n"),
    ),
    "unknown-code": (
        Example(
            _SETTINGS.format("stale-sate"),
            _SETTINGS.format("stale-state"),
            "gsca.yaml",
            "gsca.yaml",
        ),
    ),
    "unknown-field": (
        _city("country: 'NO'", "contry: 'NO'"),
        _more(
            "notes:\n  - {text: It's done, with help: yes, date: 2022}  # so",
            "notes:\n  - {text: 'It''s done, with help: yes', date: 2022}  # so",
        ),
        _more("notes:\n  - ? unclear", "notes:\n  - '? unclear'"),
        _more("notes:\n  - We met: few came", "notes:\n  - 'We met: few came'"),
    ),
    "unknown-reference": (
        _city("  open-data:", "  open-dta:"),
        _city("status: in-progress", "status: in_progress"),
        _city("letter: completed", "letter: “completed”"),
        _city("letter: completed", "letter: ●"),
        _city("status: in-progress", "status: ◐"),
        _city("sources: [paper]", "sources: [Paper]"),
    ),
    "unknown-route": (
        _more("inferred:\n  steps.plan.sinse: said so", "inferred:\n  steps.plan.since: said so"),
    ),
    "wrong-extension": (
        Example(
            "title: A letter\n",
            "title: A letter\n",
            "data/sources/letter.YAML",
            "data/sources/letter.yaml",
        ),
        Example(
            "title: A letter\n",
            "title: A letter\n",
            "data/sources/letter.yml.txt",
            "data/sources/letter.yml",
        ),
    ),
    "yaml-syntax": (
        _city("country: 'NO'", "country：'NO'"),
        _city("  letter: completed", "\u00a0\u00a0letter: completed"),
        _note("Figure 3: colours", "'Figure 3: colours'"),
        _city("role: mayor}}\n", "role: mayor}},\n"),
        _note("? unclear", "'? unclear'"),
        _more(
            "notes: [{date: 2022, text: Done: with help}]",
            "notes: [{date: 2022, text: 'Done: with help'}]",
        ),
    ),
    "yaml-trap": (
        Example(OSLO.replace("'NO'", "NO"), OSLO.replace("'NO'", '"NO"')),
        Example(
            OSLO.replace("name: Oslo", "name: {en: Oslo, no: Oslo}"),
            OSLO.replace("name: Oslo", "name: {en: Oslo, 'no': Oslo}"),
        ),
        _more("population: {value: 0700000}", "population: {value: 700000}"),
        _more("location: {lat: -.2299, lon: -78.5249}", "location: {lat: -0.2299, lon: -78.5249}"),
    ),
}
