from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from documents.yaml_texts import records, written
from hypothesis import example, given
from hypothesis import strategies as st
from small_alliance import FILES, OSLO, TODAY, checked, findings, snapshot_of

from gsca_cli.checking import check, unchecked, with_excerpts
from gsca_cli.errors import CannotRunError
from gsca_cli.findings import Finding, Location, Severity
from gsca_cli.kinds import Kind
from gsca_cli.snapshots.repository import RecordPath
from gsca_cli.snapshots.snapshot import InMemory, Nature, StoredFile
from gsca_cli.snapshots.worktree import Worktree

X = "data/cities/x.yaml"
MISTAKES: Mapping[str, str | bytes] = {
    "data/cities/bergen.yaml": OSLO.replace("Oslo", "Bergen").replace("open-data:", "opn-data:"),
    "data/policies/dig-once.yaml": "name: Dig Once\n",
    "data/sources/report.yaml": "tilte: A report\n",
    "data/towns/rome.yaml": "name: Rome\n",
}
"""Files that are wrong, beside which another one is read."""


class Shuffled(InMemory):
    """A snapshot whose files come in an order of their own, some of them unreadable or gone."""

    def __init__(
        self,
        contents: Mapping[str, bytes],
        *,
        order: Sequence[str] | None = None,
        natures: Mapping[str, Nature] | None = None,
        unreadable: Mapping[str, OSError] | None = None,
    ) -> None:
        super().__init__(contents)
        self._order = order or sorted(contents)
        self._natures = natures or {}
        self._unreadable = unreadable or {}
        self.reads: list[str] = []

    def files(self) -> Sequence[StoredFile]:
        return [StoredFile(path, self._natures.get(path, Nature.FILE)) for path in self._order]

    def read(self, path: str) -> bytes:
        self.reads.append(path)
        if path in self._unreadable:
            raise self._unreadable[path]
        return super().read(path)


def contents(changes: Mapping[str, str | bytes] | None = None) -> dict[str, bytes]:
    """The small alliance, changed, as bytes."""
    snapshot = snapshot_of(changes)
    return {file.path: snapshot.read(file.path) for file in snapshot.files()}


def codes_of(path: str, found: Sequence[Finding]) -> list[str]:
    return [finding.code for finding in found if finding.location.path == path]


def test_the_small_alliance_is_without_findings() -> None:
    assert findings({}) == []


@pytest.mark.parametrize("broken", [b"name: [\n", b"\xff", b"", b"- a\n", b"nme: X\n", b"\x00"])
@pytest.mark.parametrize(
    "path", ["gsca.yaml", "data/cities/oslo.yaml", "data/tracks/adoption.yaml", X]
)
def test_one_broken_file_hides_no_other(path: str, broken: bytes) -> None:
    wrong = {key: text for key, text in MISTAKES.items() if key != path}
    before = checked(wrong).findings
    after = checked({**wrong, path: broken}).findings
    assert codes_of(path, after)
    for other in ("data/policies/dig-once.yaml", "data/sources/report.yaml"):
        assert codes_of(other, before)
        assert codes_of(other, after) == codes_of(other, before)
    assert [place.path for place in checked({path: broken}).alliance.left_out] == [path]


def test_a_broken_file_can_still_be_referred_to() -> None:
    found = checked({"data/policies/open-data.yaml": "nme: Open Data\n"}).findings
    assert {finding.location.path for finding in found} == {"data/policies/open-data.yaml"}


def test_the_settings_are_read_first_wherever_they_stand() -> None:
    settings = (
        "name: {eo: Test}\nlanguage: eo\nstatuses:\n"
        "  - {id: completed, name: Completed, symbol: x, class: done}\n"
        "  - {id: in-progress, name: In progress, symbol: o, class: active}\n"
        "  - {id: unknown, name: Unknown, symbol: '?', class: unknown}\n"
    )
    files = contents(
        {"gsca.yaml": settings, "data/cities/oslo.yaml": OSLO + "notes: [{text: {en: Note}}]\n"}
    )
    for order in (sorted(files), sorted(files, reverse=True)):
        snapshot = Shuffled(files, order=order)
        found = check(snapshot, TODAY)
        assert snapshot.reads[0] == "gsca.yaml"
        assert found.alliance.settings.language == "eo"
        assert [finding.code for finding in found.findings] == ["missing-language"]


def test_while_the_settings_are_broken_nobody_is_told_what_follows_from_that() -> None:
    text = OSLO.replace("completed", "of-the-own-list") + "notes: [{text: {'no': Norsk}}]\n"
    found = findings({"gsca.yaml": "nme: X\n", "data/cities/oslo.yaml": text})
    assert found
    assert all(each.startswith("gsca.yaml:") for each in found)


@pytest.mark.parametrize(
    "files", [{}, {"gsca.yaml": b"name: X\n"}, {"README.md": b"", "src/x": b""}]
)
def test_without_data_there_is_nothing_to_check(files: Mapping[str, bytes]) -> None:
    with pytest.raises(CannotRunError, match="there is no data: no file stands under data/"):
        check(InMemory(files), TODAY)


def test_data_that_cannot_be_used_is_no_lack_of_data() -> None:
    found = check(InMemory({"gsca.yaml": b"name: X\n", "data/README.md": b""}), TODAY)
    assert [finding.code for finding in found.findings] == ["wrong-extension"]


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(13, "Permission denied"), "Permission denied"),
        (OSError("it is no regular file"), "it is no regular file"),
        (FileNotFoundError(2, "No such file or directory", "x"), "No such file or directory"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_finding(error: OSError, reason: str) -> None:
    path = "data/cities/oslo.yaml"
    found = check(Shuffled(contents(), unreadable={path: error}), TODAY)
    assert [(str(each.location), each.code, each.message) for each in found.findings] == [
        (f"{path}:1:1", "unreadable-file", f"the file cannot be read: {reason}")
    ]
    assert found.alliance.left_out == (RecordPath(path, Kind.CITY, "oslo"),)


@pytest.mark.parametrize(
    ("nature", "code"), [(Nature.LINK, "link"), (Nature.SPECIAL, "special-file")]
)
def test_what_is_no_regular_file_is_a_finding_and_is_not_read(nature: Nature, code: str) -> None:
    path = "data/cities/notes"
    snapshot = Shuffled(contents({path: ""}), natures={path: nature})
    (finding,) = check(snapshot, TODAY).findings
    assert (str(finding.location), finding.code) == (f"{path}:1:1", code)
    assert str(nature) in finding.message
    assert path not in snapshot.reads


@pytest.mark.parametrize(
    ("path", "severity"),
    [
        ("data/README.md", Severity.ERROR),
        ("data/.gitkeep", Severity.NOTICE),
        ("data/cities/.DS_Store", Severity.NOTICE),
        ("data/cities/oslo.yaml.orig", Severity.ERROR),
        ("data/.hidden/x.txt", Severity.ERROR),
    ],
)
def test_a_hidden_stray_file_is_worth_a_notice_only(path: str, severity: Severity) -> None:
    (finding,) = checked({path: "anything"}).findings
    assert (finding.location, finding.severity) == (Location(path), severity)


def test_files_outside_the_data_are_not_looked_at() -> None:
    files = contents({"templates/region.md.j2": "{{ nonsense", "other/x.yaml": "- a"})
    snapshot = Shuffled(files)
    assert list(check(snapshot, TODAY).findings) == []
    assert sorted(snapshot.reads) == sorted(FILES)


def test_what_stands_beside_the_records_is_named_for_whoever_reads_it() -> None:
    found = check(snapshot_of({"templates/region.md.j2": "Hello", "README.md": "x"}), TODAY)
    assert [each.path for each in found.others] == ["README.md", "templates/region.md.j2"]
    assert not {*found.files} & {each.path for each in found.others}


@given(order=st.permutations(sorted({**FILES, **MISTAKES})))
def test_findings_are_sorted_by_place_whatever_the_order_of_the_files(order: list[str]) -> None:
    found = check(Shuffled(contents(MISTAKES), order=order), TODAY)
    assert found.findings == checked(MISTAKES).findings
    assert [each.rank for each in found.findings] == sorted(each.rank for each in found.findings)
    assert len({each.location.path for each in found.findings}) == len(MISTAKES)


def test_every_file_is_read_once_to_be_checked() -> None:
    snapshot = Shuffled(contents(MISTAKES))
    check(snapshot, TODAY)
    assert max(Counter(snapshot.reads).values()) == 1


def at(line: int, path: str = X) -> Finding:
    return Finding("some-code", Severity.ERROR, Location(path, line), "wrong")


def excerpts(content: bytes, lines: Sequence[int]) -> list[str]:
    shown = with_excerpts(InMemory({X: content}), [at(line) for line in lines])
    return [finding.excerpt for finding in shown]


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (b"one\ntwo\n", ["one", "two", ""]),
        (b"one\r\ntwo\r\n", ["one", "two", ""]),
        (b"one\r\ntwo\nthree", ["one", "two", "three"]),
        (b"\xef\xbb\xbfone\ntwo", ["one", "two"]),
        (b"", [""]),
        (b"one", ["one", "", ""]),
        ("Å 加\n👍".encode(), ["Å 加", "👍"]),
        (b"a\xffb\ntwo", ["a\ufffdb", "two"]),
        ("a\u2028b\x85c\x0bd\ntwo".encode(), ["a\u2028b\x85c\x0bd", "two"]),
    ],
)
def test_an_excerpt_is_the_line_without_its_end(content: bytes, lines: list[str]) -> None:
    assert excerpts(content, range(1, len(lines) + 1)) == lines


def test_a_file_is_read_once_for_all_its_excerpts() -> None:
    snapshot = Shuffled({X: b"one\ntwo\n", "gsca.yaml": b"three\n"})
    found = with_excerpts(snapshot, [at(1), at(2), at(1), at(1, "gsca.yaml")])
    assert [finding.excerpt for finding in found] == ["one", "two", "one", "three"]
    assert sorted(snapshot.reads) == [X, "gsca.yaml"]


@pytest.mark.parametrize("mistakes", [{}, MISTAKES], ids=["right", "wrong"])
def test_an_alliance_that_is_only_read_is_the_one_that_is_checked(
    mistakes: Mapping[str, str | bytes],
) -> None:
    snapshot = snapshot_of(mistakes)
    assert unchecked(snapshot, TODAY) == check(snapshot, TODAY).alliance


def test_who_watches_is_told_before_each_file_and_after_the_last_how_many_are_done() -> None:
    told: list[tuple[int, int]] = []
    check(snapshot_of(), TODAY, watch=lambda *counts: told.append(counts))
    assert told == [(done, len(FILES)) for done in range(len(FILES) + 1)]
    again: list[tuple[int, int]] = []
    unchecked(snapshot_of(), TODAY, watch=lambda *counts: again.append(counts))
    assert again == told


def test_where_there_is_no_data_nothing_is_read_either() -> None:
    with pytest.raises(CannotRunError, match="there is no data"):
        unchecked(InMemory({}), TODAY)


def test_what_many_files_mention_is_kept_once() -> None:
    snapshot = snapshot_of({"data/cities/bergen.yaml": OSLO.replace("Oslo", "Bergen")})
    cities = check(snapshot, TODAY).alliance.cities
    oslo, bergen = cities["oslo"].references, cities["bergen"].references
    assert oslo.on_lines
    assert all(a is b for a, b in zip(oslo.on_lines, bergen.on_lines, strict=True))
    assert {each.location.path for each in bergen} == {"data/cities/bergen.yaml"}


def test_an_excerpt_changes_nothing_else_in_a_finding() -> None:
    finding = Finding("some-code", Severity.NOTICE, Location(X, 1, 2, 3), "wrong", "do this")
    (shown,) = with_excerpts(InMemory({X: b"one"}), [finding])
    assert shown == finding._replace(excerpt="one")


def test_a_file_that_has_vanished_has_no_excerpt(tmp_path: Path) -> None:
    assert with_excerpts(InMemory({}), [at(1), at(2)]) == [at(1), at(2)]
    assert with_excerpts(Worktree(tmp_path), [at(1), at(1, "data")]) == [at(1), at(1, "data")]


TOKENS = [
    *OSLO.replace("\n", " \n ").split(" "),
    *("- ", "? ", ": ", "&a ", "*a ", "!!int ", "<<: ", "--- ", "...", "%YAML", "|", ">-", "#"),
    *('"', "'", "{", "}", "[", "]", ",", "\t", "\r\n", "\n", "\n  ", "  ", "\ufeff", "\x00"),
    *("x: ", "~", "null", "0x1F", "1e999", ".nan", "9" * 30, "2022-13", "../2022", "\\ud800"),
    *("<<<<<<< ours\n", "=======\n", ">>>>>>> theirs\n", "sources: ", "inferred: ", "variants: "),
    *("claims: ", "at: ", "value: ", "count: ", "location: ", "lat: ", "lon: ", "加賀市", "👍"),
]
TOKEN_SOUP = st.lists(st.sampled_from(TOKENS), max_size=40).map("".join)
REPLACED = st.tuples(
    st.integers(0, len(OSLO)), st.integers(0, 6), st.sampled_from(TOKENS) | st.text(max_size=5)
).map(lambda cut: OSLO[: cut[0]] + cut[2] + OSLO[cut[0] + cut[1] :])
FIELDS = st.dictionaries(
    st.sampled_from(["name", "country", "regions", "policies", "steps", "notes", "location"]),
    records() | st.text(max_size=8) | st.none(),
    min_size=1,
).flatmap(written)
ANY_BYTES = st.binary(max_size=80) | (TOKEN_SOUP | REPLACED | FIELDS).map(
    lambda text: text.encode("utf-8", errors="surrogatepass")
)


@given(ANY_BYTES)
@example(OSLO.encode())
@example(b"\xef\xbb\xbfname: X\r\ncountry: \xff")
@example(b"name: X\ncountry: 'NO'\nsteps: {letter: nope}\nregions: {n: }\npolicies: {x: }\n")
@example(b"name:\n  - [[[[{a: b}]]]]\n")
@example(b"name: X\ncountry:")
def test_any_bytes_end_in_findings_that_point_into_the_file(content: bytes) -> None:
    lines = content.decode("utf-8", errors="replace").removeprefix("\ufeff").split("\n")
    before = checked(MISTAKES).findings
    found = checked({**MISTAKES, X: content})
    for finding in found.findings:
        if finding.location.path != X:
            continue
        assert 1 <= finding.location.line <= len(lines), finding
        length = len(lines[finding.location.line - 1].removesuffix("\r"))
        assert 1 <= finding.location.column <= length + 1, finding
        assert finding.location.end_column >= finding.location.column, finding
        assert finding.message, finding
        assert finding.message.isprintable(), finding
        assert finding.hint, finding
        assert finding.hint.isprintable(), finding
    assert [each for each in found.findings if each.location.path != X] == before
    read = "x" in found.alliance.cities
    assert read or codes_of(X, found.findings), "neither read nor refused"


def test_the_last_month_of_the_calendar_ends_in_no_traceback() -> None:
    checked({X: OSLO.replace("2021", "9999-12")})


@pytest.mark.parametrize("line", ["%a\u202eb", "<<<<<<< a\u202eb"])
def test_a_message_that_quotes_a_line_is_printable(line: str) -> None:
    (finding,) = checked({X: f"name: X\n{line}\n"}).findings
    assert finding.message.isprintable()


def test_a_file_that_cannot_be_read_comes_with_a_hint() -> None:
    unreadable = {"data/cities/oslo.yaml": PermissionError(13, "Permission denied")}
    (finding,) = check(Shuffled(contents(), unreadable=unreadable), TODAY).findings
    assert finding.hint
