import pytest
from small_alliance import OSLO, checked

from gsca_cli.checks.unportable_path import survey
from gsca_cli.findings import Location

DEVICE = "is one that Windows keeps for a device"
ACCENT = "encodes an accent apart from its letter"


def found(*paths: str) -> list[str]:
    """What is said of some paths, each at the beginning of the file."""
    problems = list(survey(paths))
    assert all(
        isinstance(each.at, Location) and (each.at.line, each.at.column) == (1, 1)
        for each in problems
    )
    return [f"{getattr(each.at, 'path', '')}: {each.message}" for each in problems]


@pytest.mark.parametrize(
    ("name", "shown", "reason"),
    [
        *((name, name, DEVICE) for name in ("con", "PRN", "aux", "nul", "com0", "com9", "lpt1")),
        *((name, name, DEVICE) for name in ("con.txt", "aux.tar.gz", "Nul .txt", "com¹", "LPT³.x")),
        *((name, name, DEVICE) for name in ("conin$", "CONOUT$.txt", "com2", "lpt²")),
        *((f"a{x}b", f"a{x}b", f"holds `{x}`, which Windows does not take") for x in '<>:"|?*\\'),
        ("a\x07b", "a\\u0007b", "holds an invisible character, \\u0007"),
        ("a\x7fb", "a\\u007fb", "holds an invisible character, \\u007f"),
        ("a\x9fb", "a\\u009fb", "holds an invisible character, \\u009f"),
        ("a\x1fb", "a\\u001fb", "holds an invisible character, \\u001f"),
        ("a\x00b", "a\\u0000b", "holds an invisible character, \\u0000"),
        ("a.", "a.", "ends in a dot, which Windows drops"),
        ("a ", "a ", "ends in a space, which Windows drops"),
        ("e\u0301", "e\u0301", ACCENT),
        ("a\udcff", "a\\udcff", "is not written in UTF-8"),
        ("a\ud800", "a\\ud800", "is not written in UTF-8"),
    ],
)
def test_a_name_that_some_machine_cannot_hold_is_reported(
    name: str, shown: str, reason: str
) -> None:
    file, folder = f"templates/{name}", f"templates/{name}/a.md"
    assert found(file) == [f"{file}: the name of the file, `{shown}`, {reason}"]
    assert found(folder) == [f"{folder}: the name of the folder, `{shown}`, {reason}"]


@pytest.mark.parametrize(
    "path",
    [
        "gsca.yaml",
        "data/cities/oslo.yaml",
        "data/.hidden/.gitkeep",
        "data/é/a.yaml",
        "data/東京/a.yaml",
        "templates/city.md.j2",
        "templates/console.md",
        "templates/com10.md",
        "templates/com.md",
        "templates/aux-1.md",
        "templates/a con.md",
        "templates/ a.md",
        "templates/a..b c~'$%&@!#+,;=[]{}().md",
    ],
)
def test_other_names_are_fine(path: str) -> None:
    assert found(path) == []


def test_a_folder_is_reported_once_at_its_first_path() -> None:
    paths = ["data/aux/a.yaml", "data/aux/b.yaml", "data/con/aux/a.yaml"]
    assert found(*paths) == [
        f"data/aux/a.yaml: the name of the folder, `aux`, {DEVICE}",
        f"data/con/aux/a.yaml: the name of the folder, `con`, {DEVICE}",
        f"data/con/aux/a.yaml: the name of the folder, `aux`, {DEVICE}",
    ]


@pytest.mark.parametrize("name", ["con", "a:b", "e\u0301", "a\udcff"])
def test_of_the_name_of_a_record_only_the_check_of_ids_speaks(name: str) -> None:
    assert found(f"data/cities/{name}.yaml", f"data/cities/{name}.yml") == []
    assert len(found(f"data/{name}.yaml")) == 1
    assert len(found(f"data/cities/{name}.txt")) == 1


def test_a_name_may_have_255_bytes_of_utf_8() -> None:
    reason = "is longer than the 255 bytes that a name may have"
    fits, other = "a" * 255, "é" * 127
    assert not any(reason in each for each in found(fits, other))
    assert found(f"{fits}a") == [f"{fits}a: the name of the file, `{'a' * 60}…`, {reason}"]
    assert found(f"{other}é") == [f"{other}é: the name of the file, `{'é' * 60}…`, {reason}"]


def test_a_record_with_a_fine_but_endless_id_is_reported() -> None:
    path = f"data/cities/{'a' * 251}.yaml"
    assert " is longer than the 255 bytes " in found(path)[0]


@pytest.mark.parametrize(("letter", "units"), [("a", 1), ("é", 1), ("𝒶", 2)])
def test_a_path_may_have_240_characters_as_windows_counts(letter: str, units: int) -> None:
    folder = f"data/{letter * (100 // units)}/{letter * (100 // units)}/"
    fits = folder + "x" * (240 - 207)
    assert found(fits) == []
    assert found(f"{fits}x") == [
        (
            f"{fits}x: the path is 241 characters long; Windows opens none over 260, "
            "the folder above the repository included"
        )
    ]


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("templates/a. .", "rename it to `a`"),
        ("templates/e\u0301", "rename it to `é`, in Unicode NFC"),
        ("templates/a?", "rename it without that"),
        ("templates/a\x07", "rename it without that"),
        ("templates/aux", "add a word to it, or give it another"),
        ("templates/\udcff", "rename it, best with small letters, digits and hyphens"),
        ("templates/" + "a" * 256, "shorten it"),
        (
            "templates/" + "a" * 120 + "/" + "a" * 120,
            "use shorter names, or fewer folders: 240 characters are safe",
        ),
    ],
)
def test_each_has_its_cure(path: str, hint: str) -> None:
    assert [problem.hint for problem in survey([path])] == [hint]


def test_the_alliance_is_surveyed() -> None:
    path = "data/cities/aux/bergen.yaml"
    findings = [
        (str(each.location), each.severity, each.message)
        for each in checked({path: OSLO.replace("Oslo", "Bergen")}).findings
        if each.code == "unportable-path"
    ]
    assert findings == [(f"{path}:1:1", "error", f"the name of the folder, `aux`, {DEVICE}")]
