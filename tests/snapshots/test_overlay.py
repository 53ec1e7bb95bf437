import pytest

from gsca_cli.snapshots.overlay import Overlay
from gsca_cli.snapshots.snapshot import MOST_BYTES, InMemory, Nature, StoredFile

BELOW = {"data/b.yaml": b"b", "data/d.yaml": b"d", "gsca.yaml": b"g"}


class WithLink(InMemory):
    """Files in memory beside a link and a pipe, which nobody can read."""

    def files(self) -> list[StoredFile]:
        return [
            StoredFile("data/b.yaml"),
            StoredFile("data/link.yaml", Nature.LINK),
            StoredFile("data/pipe.yaml", Nature.SPECIAL),
        ]


def test_a_file_has_its_other_content() -> None:
    overlay = Overlay(InMemory(BELOW), {"data/b.yaml": b"new"})
    assert overlay.read("data/b.yaml") == b"new"
    assert [file.path for file in overlay.files()] == sorted(BELOW)


def test_what_has_no_other_content_is_as_it_was() -> None:
    overlay = Overlay(InMemory(BELOW), {"data/b.yaml": b"new"})
    assert [overlay.read(path) for path in ("data/d.yaml", "gsca.yaml")] == [b"d", b"g"]


def test_an_empty_content_is_a_content() -> None:
    assert Overlay(InMemory(BELOW), {"data/b.yaml": b""}).read("data/b.yaml") == b""


def test_an_added_file_stands_in_its_order() -> None:
    overlay = Overlay(InMemory(BELOW), {"data/c.yaml": b"c", "data/a.yaml": b"a", "z": b"z"})
    paths = ["data/a.yaml", "data/b.yaml", "data/c.yaml", "data/d.yaml", "gsca.yaml", "z"]
    assert overlay.files() == [StoredFile(path) for path in paths]
    assert overlay.read("data/c.yaml") == b"c"


def test_without_changes_it_is_what_is_below() -> None:
    below = WithLink(BELOW)
    assert Overlay(below, {}).files() == below.files()


def test_a_link_with_a_content_of_its_own_is_a_regular_file() -> None:
    overlay = Overlay(WithLink(BELOW), {"data/link.yaml": b"x", "data/pipe.yaml": b"y"})
    assert [(file.path, file.nature) for file in overlay.files()] == [
        ("data/b.yaml", Nature.FILE),
        ("data/link.yaml", Nature.FILE),
        ("data/pipe.yaml", Nature.FILE),
    ]
    assert overlay.read("data/link.yaml") == b"x"


def test_other_links_stay_links() -> None:
    overlay = Overlay(WithLink(BELOW), {"data/link.yaml": b"x"})
    assert StoredFile("data/pipe.yaml", Nature.SPECIAL) in overlay.files()


@pytest.mark.parametrize("size", [MOST_BYTES - 1, MOST_BYTES, MOST_BYTES + 1])
def test_reading_is_bounded(size: int) -> None:
    overlay = Overlay(InMemory({}), {"gsca.yaml": b"x" * size})
    assert overlay.read("gsca.yaml") == b"x" * min(size, MOST_BYTES)


def test_it_does_not_change_with_what_it_was_made_of() -> None:
    contents = {"gsca.yaml": b"new"}
    overlay = Overlay(InMemory(BELOW), contents)
    contents.clear()
    assert overlay.read("gsca.yaml") == b"new"


def test_an_overlay_may_lie_over_another() -> None:
    inner = Overlay(InMemory(BELOW), {"data/b.yaml": b"inner", "data/d.yaml": b"inner"})
    outer = Overlay(inner, {"data/b.yaml": b"outer"})
    assert [outer.read(path) for path in sorted(BELOW)] == [b"outer", b"inner", b"g"]


def test_what_is_nowhere_is_an_error_of_the_system() -> None:
    with pytest.raises(FileNotFoundError, match=r"data/a\.yaml"):
        Overlay(InMemory(BELOW), {}).read("data/a.yaml")


def test_a_file_can_be_gone() -> None:
    overlay = Overlay(InMemory({"data/a.yaml": b"a", "data/b.yaml": b"b"}), {"data/a.yaml": None})
    assert [file.path for file in overlay.files()] == ["data/b.yaml"]
    with pytest.raises(FileNotFoundError):
        overlay.read("data/a.yaml")
