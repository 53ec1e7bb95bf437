"""Every code of reading is triggered by what its rule shows as wrong, and cured by the right."""

from collections.abc import Mapping, Sequence

import pytest
from small_alliance import FILES, OSLO, TODAY, alliance_of, snapshot_of

from gsca_cli.checking import check
from gsca_cli.cli.reports import tried
from gsca_cli.findings import Finding, Severity
from gsca_cli.own_templates import own_templates
from gsca_cli.rules.catalogue import rules
from gsca_cli.rules.reading import READING
from gsca_cli.snapshots.snapshot import InMemory, Nature, Snapshot, StoredFile
from gsca_cli.triage.verdict import MOST_IN_A_FILE, capped

PATH = "data/cities/example.yaml"
PLACES = ["misplaced-file", "wrong-extension"]
"""What a file is called is the example."""

BYTES: Mapping[str, tuple[bytes, bytes]] = {
    "file-too-large": (b"name: X".ljust((1 << 20) + 1), b"name: X".ljust(1 << 20)),
    "long-key": (
        b"name: Oslo\nsources: [paper]\ncountry: SE\n" + b"k" * 201 + b": 1\n",
        b"name: Oslo\nsources: [paper]\ncountry: SE\n" + b"k" * 200 + b": 1\n",
    ),
    "not-utf-8": ("name: Ålesund\n".encode("cp1252"), "name: Ålesund\n".encode()),
    "tab": (b"name: Oslo\ncountry:\tNO\n", b"name: Oslo\ncountry: NO\n"),
    "too-many-values": (
        b"notes: [" + b"a," * 9_999 + b"]\n",
        b"notes: [" + b"a," * 9_998 + b"]\n",
    ),
    "more-findings": (
        b"".join(b"x%d: 1\n" % number for number in range(MOST_IN_A_FILE)),
        b"".join(b"x%d: 1\n" % number for number in range(MOST_IN_A_FILE - 2)),
    ),
}
"""What no line of an example can show: a wrong file and a right one, as small as can be."""

NATURES = {
    "link": Nature.LINK,
    "special-file": Nature.SPECIAL,
    "unreadable-file": Nature.UNREADABLE,
}
"""What no file can show."""

TEMPLATES = ["template-error"]
"""What a line of a template shows."""

NAMES = ["unused-template"]
"""What the name of a template shows."""

LINES = sorted(READING.keys() - {*PLACES, *BYTES, *NATURES, *TEMPLATES, *NAMES})


class WithNature(InMemory):
    """The small alliance, with something at a path that is no file."""

    def __init__(self, path: str, nature: Nature) -> None:
        super().__init__({name: text.encode() for name, text in FILES.items()})
        self._file = StoredFile(path, nature)

    def files(self) -> Sequence[StoredFile]:
        return [*super().files(), self._file]


def found(snapshot: Snapshot) -> list[Finding]:
    """What reading reports of a whole alliance, as it is shown."""
    shown, _ = capped(check(snapshot, TODAY).findings)
    return [finding for finding in shown if finding.code in READING]


def codes(content: str | bytes, path: str = PATH) -> list[str]:
    """What reading reports of one file."""
    return [finding.code for finding in found(snapshot_of({path: content}))]


@pytest.mark.parametrize("code", LINES)
def test_the_wrong_lines_are_found_and_the_right_ones_are_not(code: str) -> None:
    rule = rules()[code]
    also = ["anchor"] if code == "alias" else []
    assert codes(rule.wrong) == sorted([code, *also], reverse=True)
    assert codes(rule.right) == []


@pytest.mark.parametrize("code", LINES)
def test_the_wrong_lines_are_found_as_severe_as_the_rule_says(code: str) -> None:
    rule = rules()[code]
    (finding,) = (each for each in found(snapshot_of({PATH: rule.wrong})) if each.code == code)
    assert finding.severity is rule.severity


@pytest.mark.parametrize("code", PLACES)
def test_the_wrong_name_is_found_and_the_right_one_is_not(code: str) -> None:
    rule = rules()[code]
    wrong, right = rule.wrong.strip("`"), rule.right.strip("`")
    assert codes(OSLO, wrong) == [code]
    assert codes(OSLO, right) == []


@pytest.mark.parametrize("path", ["data/cities/.oslo", "data/.oslo.yaml"])
def test_a_hidden_file_in_a_wrong_place_is_only_a_notice(path: str) -> None:
    (finding,) = found(snapshot_of({path: OSLO}))
    assert finding.severity is Severity.NOTICE
    assert "only a notice" in " ".join(rules()[finding.code].why)


@pytest.mark.parametrize("code", BYTES)
def test_what_lines_cannot_show_is_found_in_bytes(code: str) -> None:
    wrong, right = BYTES[code]
    assert code in codes(wrong)
    assert code not in codes(right)


@pytest.mark.parametrize("code", NATURES)
def test_what_is_no_file_is_found_where_it_stands(code: str) -> None:
    (finding,) = found(WithNature(PATH, NATURES[code]))
    assert (finding.code, finding.location.path) == (code, PATH)
    assert finding.severity is rules()[code].severity


@pytest.mark.parametrize("code", TEMPLATES)
def test_the_wrong_line_of_a_template_is_found_and_the_right_one_is_not(code: str) -> None:
    def found_in(example: str) -> list[tuple[str, str]]:
        _, line, _, path, _ = example.split("`")
        snapshot = snapshot_of({path: line})
        own, refused = own_templates(snapshot, snapshot.files())
        findings = refused + tried(own, alliance_of(), TODAY)
        return [(each.code, str(each.location)) for each in findings]

    assert found_in(rules()[code].wrong) == [(code, "templates/region.md.j2:1:1")]
    assert found_in(rules()[code].right) == []


@pytest.mark.parametrize("code", NAMES)
def test_the_wrong_name_of_a_template_is_found_and_the_right_one_is_not(code: str) -> None:
    def found_in(path: str) -> list[tuple[str, str, Severity]]:
        snapshot = snapshot_of({path: "Hello"})
        own, _ = own_templates(snapshot, snapshot.files())
        found = tried(own, alliance_of(), TODAY)
        return [(each.code, str(each.location), each.severity) for each in found]

    rule = rules()[code]
    wrong, right = rule.wrong.strip("`"), rule.right.strip("`")
    assert found_in(wrong) == [(code, f"{wrong}:1:1", rule.severity)]
    assert found_in(right) == []


def test_the_small_alliance_has_nothing_to_report() -> None:
    assert found(snapshot_of()) == []


def test_the_codes_stand_in_the_order_of_the_alphabet() -> None:
    assert list(READING) == sorted(READING)


@pytest.mark.parametrize("code", READING)
def test_only_what_lines_cannot_show_is_told_in_words(code: str) -> None:
    rule = rules()[code]
    assert [text.endswith("\n") for text in (rule.wrong, rule.right)] == [code in LINES] * 2
