import pytest

from gsca_cli.snapshots.snapshot import MOST_BYTES, InMemory, Nature, StoredFile


def test_files_in_memory_are_sorted_and_regular() -> None:
    snapshot = InMemory({"gsca.yaml": b"", "data/b.yaml": b"", "data/a.yaml": b""})
    assert snapshot.files() == [
        StoredFile(path, Nature.FILE) for path in ("data/a.yaml", "data/b.yaml", "gsca.yaml")
    ]


def test_files_in_memory_do_not_change_with_what_they_were_made_of() -> None:
    contents = {"gsca.yaml": b"old"}
    snapshot = InMemory(contents)
    contents["gsca.yaml"] = b"new"
    contents["data/a.yaml"] = b""
    assert snapshot.read("gsca.yaml") == b"old"
    assert [file.path for file in snapshot.files()] == ["gsca.yaml"]


@pytest.mark.parametrize("size", [0, 1, MOST_BYTES - 1, MOST_BYTES, MOST_BYTES + 1])
def test_reading_from_memory_is_bounded_like_reading_from_disk(size: int) -> None:
    read = InMemory({"gsca.yaml": b"x" * size}).read("gsca.yaml")
    assert read == b"x" * min(size, MOST_BYTES)


def test_reading_what_is_not_in_memory_is_an_error_of_the_system() -> None:
    with pytest.raises(FileNotFoundError, match=r"data/a\.yaml"):
        InMemory({"gsca.yaml": b""}).read("data/a.yaml")


def test_natures_are_words_for_a_message() -> None:
    assert [str(nature) for nature in Nature] == [
        "file",
        "symbolic link",
        "special file",
        "folder that cannot be read",
    ]
