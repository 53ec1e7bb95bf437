import pytest
from small_alliance import OSLO, checked

from gsca_cli.checks.clashing_paths import survey
from gsca_cli.findings import Location


def found(*paths: str) -> list[tuple[str, str, str]]:
    """Where each clash is reported, with which path, and the difference."""
    clashes = []
    for problem in survey(sorted(paths)):
        assert isinstance(problem.at, Location)
        assert str(problem.at).endswith(":1:1")
        ((other, _),) = problem.related
        assert isinstance(other, Location)
        clashes.append((problem.at.path, other.path, problem.message.split(" only in ")[1]))
    return clashes


@pytest.mark.parametrize(
    ("first", "second", "difference"),
    [
        ("data/cities/Oslo.yaml", "data/cities/oslo.yaml", "capitals"),
        ("data/cities/oslo.YAML", "data/cities/oslo.yaml", "capitals"),
        ("data/A.txt", "data/a.txt", "capitals"),
        ("data/É.txt", "data/é.txt", "capitals"),
        ("data/E\u0301.txt", "data/é.txt", "capitals"),
        ("data/e\u0301.txt", "data/é.txt", "how an accent is encoded"),
        ("data/\u1111\u1171\u11b6.txt", "data/퓛.txt", "how an accent is encoded"),
        ("data/ΣΑΣ.txt", "data/σας.txt", "capitals"),
        ("Data/a.txt", "data/b.txt", "capitals"),
        ("data/Cities/a.yaml", "data/cities/b.yaml", "capitals"),
        ("data/CON", "data/con/a.yaml", "capitals"),
    ],
)
def test_two_names_that_a_mac_or_windows_takes_for_one_are_reported_at_the_later(
    first: str, second: str, difference: str
) -> None:
    assert found(second, first) == [(second, first, difference)]


@pytest.mark.parametrize(
    "paths",
    [
        ("data/cities/oslo.yaml", "data/cities/oslo.yml"),
        ("data/cities/oslo.yaml", "data/policies/Oslo.yaml"),
        ("data/cities/oslo.yaml", "data/cities/a/Oslo.yaml"),
        ("data/e.txt", "data/é.txt"),
        ("data/\N{FULLWIDTH LATIN SMALL LETTER A}.txt", "data/a.txt"),
        (),
    ],
)
def test_other_names_are_fine(paths: tuple[str, ...]) -> None:
    assert found(*paths) == []


def test_two_folders_that_clash_are_reported_once_and_not_file_by_file() -> None:
    paths = ["data/Cities/a.yaml", "data/Cities/b.yaml", "data/cities/a.yaml", "data/cities/b.yaml"]
    assert found(*paths) == [("data/cities/a.yaml", "data/Cities/a.yaml", "capitals")]


def test_a_third_name_is_held_against_the_first_too() -> None:
    assert found("data/AB", "data/Ab", "data/ab") == [
        ("data/Ab", "data/AB", "capitals"),
        ("data/ab", "data/AB", "capitals"),
    ]


def test_a_clash_says_what_stands_where() -> None:
    (problem,) = survey(["data/CON", "data/con/a.yaml"])
    assert problem.message == (
        "to a Mac or to Windows `con` is the same name as `CON`: they differ only in capitals"
    )
    assert problem.related == ((Location("data/CON"), "the first name"),)
    assert problem.hint == "rename one of them, or delete it if both are about the same thing"
    (problem,) = survey(["data/\udcffA", "data/\udcffa"])
    assert problem.message == (
        "to a Mac or to Windows `\\udcffa` is the same file as `\\udcffA`: "
        "they differ only in capitals"
    )
    assert problem.related == ((Location("data/\udcffA"), "the first file"),)


def test_the_alliance_is_surveyed() -> None:
    path = "data/cities/OSLO.yaml"
    findings = [
        (str(each.location), each.severity)
        for each in checked({path: OSLO}).findings
        if each.code == "clashing-paths"
    ]
    assert findings == [("data/cities/oslo.yaml:1:1", "error")]


def test_each_clash_is_held_against_its_own_first_name() -> None:
    assert found("data/A.txt", "data/B.txt", "data/a.txt", "data/b.txt") == [
        ("data/a.txt", "data/A.txt", "capitals"),
        ("data/b.txt", "data/B.txt", "capitals"),
    ]
