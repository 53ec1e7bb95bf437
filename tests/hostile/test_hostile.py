"""Whatever a stranger sends ends in findings with a place, soon, and in little memory."""

import json
import os
import socket
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from hostile.bounded import MEBIBYTE, SECONDS, Ran, run_bounded
from hostile.inputs import CITY, SMALL, Files, X, city, many
from hostile.large import LARGE, MANY, QUICK, Maker
from hostile.names import NAMES
from hostile.promise import broken_promises
from small_alliance import FILES, TODAY, snapshot_of

from gsca_cli.checking import Checked, check
from gsca_cli.cli.findings_output import FindingsFormat
from gsca_cli.documents.document import Document
from gsca_cli.documents.events import libyaml_reader, ruamel_reader
from gsca_cli.documents.parse import parse
from gsca_cli.findings import Finding, Location, Related, Severity

MOST_MEBIBYTES = 200


def parameters(names: Iterable[str], values: Iterable[object]) -> list[Any]:
    return [pytest.param(value, id=name) for name, value in zip(names, values, strict=True)]


POSIX = pytest.mark.skipif(os.name == "nt", reason="limits, links and pipes need POSIX")
NOT_ROOT = pytest.mark.skipif(
    hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything"
)


@pytest.mark.parametrize("path", [X, "gsca.yaml"])
@pytest.mark.parametrize("name", SMALL)
def test_any_content_is_read_or_refused_at_a_place(name: str, path: str) -> None:
    checked, broken = tried({path: SMALL[name]})
    assert broken == []
    read = any(brief.path == path for brief in checked.alliance.everything())
    assert read or any(finding.location.path == path for finding in checked.findings)


@pytest.mark.parametrize("name", SMALL)
def test_both_readers_read_the_same_or_refuse(name: str) -> None:
    text = SMALL[name]
    content = text if isinstance(text, bytes) else text.encode()
    fast, slow = parse(X, content, libyaml_reader()), parse(X, content, ruamel_reader())
    assert isinstance(fast, Document) == isinstance(slow, Document)
    if isinstance(fast, Document):
        assert fast == slow


@POSIX
@pytest.mark.parametrize("first", range(0, len(QUICK), 5))
def test_five_large_files_take_little_time_and_memory(first: int, tmp_path: Path) -> None:
    makers = list(QUICK.values())[first : first + 5]
    files = {f"data/cities/c{n}.yaml": make()[X] for n, make in enumerate(makers)}
    write(tmp_path, files)
    ran = validated(tmp_path)
    assert_the_promise_is_kept(ran, files)
    assert ran.mebibytes <= MOST_MEBIBYTES
    read = json.loads(ran.out.splitlines()[-1])["read"]
    assert read["cities"] + read["left_out"] == len(files) + 1


@POSIX
@pytest.mark.parametrize("make", parameters(LARGE.keys(), LARGE.values()))
def test_one_file_takes_little_time_and_memory(make: Maker, tmp_path: Path) -> None:
    files = make()
    write(tmp_path, files)
    ran = validated(tmp_path)
    assert_the_promise_is_kept(ran, files)
    assert ran.mebibytes <= MOST_MEBIBYTES


def write(root: Path, files: Files) -> None:
    """The small alliance on disk, some of its files replaced or added."""
    alliance = {path: text.encode() for path, text in FILES.items()}
    for path, content in {**alliance, **files}.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def validated(root: Path, *words: str, seconds: int = SECONDS) -> Ran:
    """What `gsca validate` says and takes, in a process of its own."""
    day = TODAY.isoformat()
    command = [sys.executable, "-m", "gsca_cli", "validate", "--root", str(root), "--today", day]
    return run_bounded([*command, "--format", "jsonl", *words], seconds)


def assert_the_promise_is_kept(ran: Ran, files: Mapping[str, bytes]) -> None:
    assert ran.code in {0, 1}, ran.err[-2000:]
    assert b"Traceback" not in ran.err
    *found, summary = map(json.loads, ran.out.splitlines())
    assert summary["type"] == "summary"
    alliance = {path: text.encode() for path, text in FILES.items()}
    findings = [finding_of(each) for each in found]
    assert broken_promises(findings, {**alliance, **files}) == []
    assert bool(ran.code) == summary["failed"] == any(each.severity == "error" for each in findings)
    assert findings or not summary["read"]["left_out"]


def finding_of(told: Mapping[str, Any]) -> Finding:
    """A finding as it was before it became JSON."""
    related = tuple(Related(location_of(each), each["message"]) for each in told["related"])
    severity = Severity(told["severity"])
    words = told["message"], told["hint"]
    return Finding(told["code"], severity, location_of(told), *words, related)


def location_of(told: Mapping[str, Any]) -> Location:
    return Location(told["path"], told["line"], told["column"], told["end_column"])


@POSIX
@pytest.mark.parametrize("make", parameters(MANY.keys(), MANY.values()))
def test_many_files_take_no_more_than_so_many_good_ones(make: Maker, tmp_path: Path) -> None:
    files = make()
    write(tmp_path, files)
    ran = validated(tmp_path)
    assert_the_promise_is_kept(ran, files)
    assert ran.mebibytes <= MOST_MEBIBYTES


@POSIX
@pytest.mark.parametrize("form", parameters(FindingsFormat, FindingsFormat))
def test_no_format_repeats_a_long_line_for_each_finding(form: str, tmp_path: Path) -> None:
    write(tmp_path, city(f"policies: {{{many(3_000, 'p{0}: ')}}}  # {'x' * 900_000}"))
    # Less than elsewhere: without the long line it takes less than one second.
    ran = validated(tmp_path, "--format", form, "--max-findings", "0", seconds=6)
    assert ran.code == 1, ran.err[-2000:]
    assert len(ran.out) < 20 * MEBIBYTE
    assert ran.mebibytes <= MOST_MEBIBYTES


@pytest.mark.parametrize("folder", ["data/cities", "data/regions", "data", "data/cities/x.yaml"])
def test_a_file_of_any_name_is_read_or_refused_at_its_place(folder: str) -> None:
    record = b"name: X\nsources: [paper]\n" if folder == "data/regions" else CITY.encode()
    for name in NAMES:
        path = f"{folder}/{os.fsdecode(name)}"
        checked, broken = tried({path: record})
        assert broken == []
        read = any(brief.path == path for brief in checked.alliance.everything())
        assert read or any(each.location.path == path for each in checked.findings), path


def test_a_record_of_any_name_can_be_spoken_of() -> None:
    for name in NAMES:
        region = os.fsdecode(name).removesuffix(".yaml")
        text = f"{CITY}regions: {{{quoted(region)}: {{cohort: x}}}}\n"
        files = {
            f"data/regions/{region}.yaml": b"name: X\ntrack: adoption\nsources: [paper]\n",
            X: text.encode("utf-8", errors="replace"),
        }
        assert tried(files)[1] == []


def tried(files: Mapping[str, str | bytes]) -> tuple[Checked, list[str]]:
    """The small alliance with some files more, checked, and the promises that are broken."""
    snapshot = snapshot_of(files)
    contents = {file.path: snapshot.read(file.path) for file in snapshot.files()}
    checked = check(snapshot, TODAY)
    return checked, broken_promises(checked.findings, contents)


def quoted(text: str) -> str:
    """A text as YAML, its controls written as escapes."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\x7f")


@POSIX
def test_what_is_no_file_is_neither_opened_nor_followed(tmp_path: Path) -> None:
    write(tmp_path, {})
    cities = tmp_path / "data" / "cities"
    os.mkfifo(cities / "pipe.yaml")
    for name, target in LINKS.items():
        (cities / name).symlink_to(target)
    with socket_in(cities, "socket.yaml"):
        ran = validated(tmp_path)
    found = {each["path"].rpartition("/")[2]: each["code"] for each in told_by(ran)}
    special = dict.fromkeys(("pipe.yaml", "socket.yaml"), "special-file")
    assert found == {**dict.fromkeys(LINKS, "link"), **special}


LINKS = {
    "passwd.yaml": "/etc/passwd",
    "zero.yaml": "/dev/zero",
    "nowhere.yaml": "nowhere",
    "itself.yaml": "itself.yaml",
    "up": "../..",
    "process": "/proc/self",
}


@POSIX
@pytest.mark.parametrize("made", ["pipe", "link"])
@pytest.mark.parametrize("places", [["data"], ["data/cities", "gsca.yaml", "templates"]])
def test_what_is_no_folder_in_place_of_one_is_a_finding(
    places: list[str], made: str, tmp_path: Path
) -> None:
    write(tmp_path, {"templates/x.md.j2": b""})
    for place in places:
        (tmp_path / place).rename(tmp_path / f"{place}-elsewhere")
        if made == "pipe":
            os.mkfifo(tmp_path / place)
        else:
            (tmp_path / place).symlink_to(f"{place}-elsewhere")
    ran = validated(tmp_path)
    assert ran.code == 1
    code = "special-file" if made == "pipe" else "link"
    found = {(each["path"], each["line"], each["code"]) for each in told_by(ran)}
    assert found >= {(place, 1, code) for place in places}


def told_by(ran: Ran) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ran.out.splitlines()[:-1]]


@contextmanager
def socket_in(folder: Path, name: str) -> Iterator[None]:
    """A socket; its whole path may be longer than the system takes."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(name)
            yield
    finally:
        os.chdir(before)


@POSIX
def test_a_sparse_file_of_500_mb_is_not_read(tmp_path: Path) -> None:
    write(tmp_path, {X: b"name: X\n"})
    os.truncate(tmp_path / X, 500_000_000)
    ran = validated(tmp_path)
    assert [(each["path"], each["code"]) for each in told_by(ran)] == [(X, "file-too-large")]
    assert ran.mebibytes <= MOST_MEBIBYTES


@POSIX
@NOT_ROOT
@pytest.mark.parametrize("place", [X, "data", "data/cities", "gsca.yaml", "templates/x.md.j2"])
def test_what_may_not_be_read_is_a_finding(place: str, tmp_path: Path) -> None:
    write(tmp_path, {X: CITY.encode(), "templates/x.md.j2": b""})
    mode = (tmp_path / place).stat().st_mode
    (tmp_path / place).chmod(0)
    ran = validated(tmp_path)
    (tmp_path / place).chmod(mode)
    assert ran.code == 1
    assert (place, "unreadable-file") in [(each["path"], each["code"]) for each in told_by(ran)]


@POSIX
def test_a_path_too_long_to_be_opened_is_a_finding(tmp_path: Path) -> None:
    write(tmp_path, {})
    at = os.open(tmp_path / "data" / "cities", os.O_RDONLY)
    for _ in range(17):
        os.mkdir("a" * 250, dir_fd=at)
        below = os.open("a" * 250, os.O_RDONLY, dir_fd=at)
        os.close(at)
        at = below
    os.close(os.open("x.yaml", os.O_CREAT, dir_fd=at))
    os.close(at)
    ran = validated(tmp_path)
    assert ran.code == 1
    assert {each["code"] for each in told_by(ran)} >= {"unreadable-file", "unportable-path"}


@POSIX
def test_folders_that_are_1000_deep_are_walked(tmp_path: Path) -> None:
    write(tmp_path, {})
    cities = tmp_path / "data" / "cities"
    (cities / "a").mkdir()
    (cities / "a" / "x.yaml").touch()
    for _ in range(999):
        (cities / "a").rename(cities / "b")
        (cities / "a").mkdir()
        (cities / "b").rename(cities / "a" / "a")
    ran = validated(tmp_path)
    for _ in range(999):
        # pytest cannot delete as deep a folder.
        (cities / "a").rename(cities / "b")
        (cities / "b" / "a").rename(cities / "a")
        (cities / "b").rmdir()
    path = f"data/cities{'/a' * 1000}/x.yaml"
    assert (path, "not-a-record") in [(each["path"], each["code"]) for each in told_by(ran)]


@POSIX
def test_names_and_words_of_all_kinds_are_found_on_disk(tmp_path: Path) -> None:
    write(tmp_path, {})
    for name in NAMES:
        with suppress(OSError):
            # Some systems take no name that is no UTF-8.
            Path(os.fsdecode(bytes(tmp_path / "data" / "cities") + b"/" + name)).write_bytes(b"a")
    ran = validated(tmp_path)
    assert ran.code == 1
    assert b"Traceback" not in ran.err
    assert len({each["path"] for each in told_by(ran)}) >= len(
        [*(tmp_path / "data/cities").iterdir()]
    )


@POSIX
def test_a_template_neither_reads_files_nor_runs_on_nor_stays_silent(tmp_path: Path) -> None:
    files = {f"templates/{name}.md.j2": text.encode("latin-1") for name, text in TEMPLATES.items()}
    write(tmp_path, files)
    ran = validated(tmp_path)
    assert_the_promise_is_kept(ran, files)
    assert {each["path"]: each["code"] for each in told_by(ran)} == {
        **dict.fromkeys(files, "template-error"),
        "templates/bytes.md.j2": "not-utf-8",
    }
    assert b"root:" not in ran.out + ran.err


TEMPLATES = {
    "alliance": "{% include '/etc/passwd' %}",
    "city": "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "policy": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "region": "{{ 'x' * 10 ** 10 }}",
    "track": f"{{{{ {'(' * 50_000} }}}}",
    "bytes": "\xff",
}
