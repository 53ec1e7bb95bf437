import pytest
from checks.notes import only
from small_alliance import FILES, OSLO, checked, findings

found, _, _ = only("quoted-name")


def quoted(place: str, name: str) -> str:
    return f"{place} quoted-name: the quotation marks are a part of `{name}`"


WRAPPED = [
    ("'\"Oslo\"'", '"Oslo"'),
    ("\"'Oslo'\"", "'Oslo'"),
    ("'`Oslo`'", "`Oslo`"),
    ("\u201cOslo\u201d", "\u201cOslo\u201d"),
    ("\u201dOslo\u201d", "\u201dOslo\u201d"),
    ("\u201eOslo\u201c", "\u201eOslo\u201c"),
    ("\u201eOslo\u201d", "\u201eOslo\u201d"),
    ("\u2018Oslo\u2019", "\u2018Oslo\u2019"),
    ("\u201aOslo\u2018", "\u201aOslo\u2018"),
    ("\u201aOslo\u2019", "\u201aOslo\u2019"),
    ("\u00abOslo\u00bb", "\u00abOslo\u00bb"),
    ("\u00bbOslo\u00ab", "\u00bbOslo\u00ab"),
    ("\u2039Oslo\u203a", "\u2039Oslo\u203a"),
    ("\u203aOslo\u2039", "\u203aOslo\u2039"),
    ("\u300cOslo\u300d", "\u300cOslo\u300d"),
    ("\u300eOslo\u300f", "\u300eOslo\u300f"),
    ("\uff02Oslo\uff02", "\uff02Oslo\uff02"),
]


@pytest.mark.parametrize(("written", "name"), WRAPPED)
def test_a_name_in_quotation_marks_is_reported(written: str, name: str) -> None:
    changed = {"data/cities/oslo.yaml": OSLO.replace("name: Oslo", f"name: {written}")}
    (finding,) = checked(changed).findings
    at = finding.location
    assert f"{at.line}:{at.column}-{at.end_column} {finding.code}: {finding.message}" == quoted(
        f"1:7-{7 + len(written)}", name
    )
    assert finding.hint == "write `Oslo`"


@pytest.mark.parametrize(
    "written",
    [
        "Oslo",
        "'Oslo'",
        '"Oslo"',
        '\'"Os" and "lo"\'',
        "\u201cOs\u201d lo",
        "Os \u201clo\u201d",
        "\u201cOs\u201d and \u201clo\u201d",
        "\u201cOslo\u2019",
        "\u2019Oslo\u201c",
        "'\"Oslo'",
        "'Oslo\"'",
        "'\"'",
        "'\"\"'",
        "'\" \"'",
        "it's",
    ],
)
def test_quotation_marks_around_a_part_or_that_do_not_match_are_fine(written: str) -> None:
    assert findings({"data/cities/oslo.yaml": OSLO.replace("name: Oslo", f"name: {written}")}) == []


NORTH, ADOPTION = "data/regions/north.yaml", "data/tracks/adoption.yaml"
PAPER, PRIVACY = "data/sources/paper.yaml", "data/principles/privacy.yaml"
DIG_ONCE = "data/policies/dig-once.yaml"
Q = "\u00abQ\u00bb"


@pytest.mark.parametrize(
    ("path", "old", "new", "place"),
    [
        (NORTH, "name: North", f"name: {Q}", "1:7"),
        (NORTH, "name: North", f"name: {{en: North, nb: {Q}}}", "1:23"),
        (NORTH, "First cohort", Q, "5:17"),
        (NORTH, "sources:", f"secretariat: {Q}\nsources:", "6:14"),
        (NORTH, "sources:", f"seat: {Q}\nsources:", "6:7"),
        (NORTH, "sources:", f"supporters: [A, {Q}]\nsources:", "6:17"),
        (NORTH, "sources:", f"supporters: [{{en: A, es: {Q}}}]\nsources:", "6:26"),
        (NORTH, "sources:", f"meetings: [{{date: 2020, title: {Q}}}]\nsources:", "6:32"),
        (PRIVACY, "sources:", f"short_name: {Q}\nsources:", "2:13"),
        (PAPER, "title: A paper", f"title: {Q}", "1:8"),
        (PAPER, "title: A paper", f"title: A paper\npublisher: {Q}", "2:12"),
        (DIG_ONCE, "sources:", f"contents: [A, {Q}]\nsources:", "2:15"),
        (DIG_ONCE, "sources:", f"aliases: [A, {Q}]\nsources:", "2:14"),
        (DIG_ONCE, "sources:", f"aliases: [{{name: {Q}, note: A}}]\nsources:", "2:18"),
        (DIG_ONCE, "sources:", f"former_ids: [a, {Q}]\nsources:", "2:17"),
    ],
)
def test_every_name_and_title_is_looked_at(path: str, old: str, new: str, place: str) -> None:
    changed = {path: FILES[path].replace(old, new)}
    assert quoted(f"{path}:{place}", Q) in findings(changed)


def test_the_id_of_a_step_is_looked_at() -> None:
    track = FILES[ADOPTION].replace("sources:", f"  - {{id: {Q}, name: Step}}\nsources:")
    assert quoted(f"{ADOPTION}:6:10", Q) in findings({ADOPTION: track})


def test_a_key_is_looked_at() -> None:
    text = f"{OSLO}inferred: {{{Q}: a guess}}\n"
    assert quoted("11:12-15", Q) in found(text)
    hints = [each.hint for each in checked({"data/cities/oslo.yaml": text}).findings]
    assert f"write `{Q[1:-1]}`" in hints


@pytest.mark.parametrize(
    "more",
    [
        f"notes: [{Q}, {{text: {Q}}}, {{text: {{en: {Q}}}}}]\n",
        f"inferred: {{name: {Q}, country: {{en: {Q}}}}}\n",
        f"variants: [{{at: name, value: {Q}, note: {Q}}}]\n",
        f"aliases: [{{name: A, note: {Q}}}]\n",
        f"population: {{value: 1, sources: [paper]}}\nprogrammes: {{pioneers: {{note: {Q}}}}}\n",
    ],
)
def test_what_somebody_said_may_be_a_quotation(more: str) -> None:
    assert found(OSLO + more) == []


def test_the_wording_of_a_source_may_be_a_quotation() -> None:
    policy = FILES[DIG_ONCE] + f"summary: {Q}\nbenchmarks: {{name: {{text: {Q}}}}}\n"
    assert findings({DIG_ONCE: policy}) == []
