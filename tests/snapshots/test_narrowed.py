import pytest

from gsca_cli.snapshots.narrowed import Narrowed
from gsca_cli.snapshots.snapshot import InMemory, StoredFile


def test_some_files_stand_for_all() -> None:
    whole = InMemory({"data/a.yaml": b"a", "data/b.yaml": b"b"})
    some = Narrowed(whole, {"data/b.yaml", "data/c.yaml"})
    assert some.files() == [StoredFile("data/b.yaml")]
    assert some.read("data/b.yaml") == b"b"
    for path in ("data/a.yaml", "data/c.yaml"):
        with pytest.raises(FileNotFoundError):
            some.read(path)
