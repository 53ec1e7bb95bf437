"""How much room a repository takes."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.growth.stock import git

MIB: Final = 1024 * 1024
LOOSE_MOST: Final = 20_000
"""More loose objects take minutes to write, and say the same."""


def weights(folder: Path, cities: int) -> Mapping[str, float]:
    """MiB of everything that grows with the number of cities."""
    found = {
        "files, their bytes": sum(each.st_size for each in _records(folder)),
        "files, on disk": sum(_room(each) for each in _records(folder)),
        "`.git`, packed": _taken(folder / ".git"),
        "index": (folder / ".git/index").stat().st_size,
        "list of all paths and ids": len(git(folder, "ls-tree", "-r", "-z", "HEAD")),
    }
    if cities <= LOOSE_MOST:
        found["objects, loose"] = _loose(folder)
    return {name: round(size / MIB, 2) for name, size in found.items()}


def object_bytes(folder: Path) -> int:
    """The bytes of all loose objects, on disk as little as they are."""
    return sum(each.stat().st_size for each in _files(folder / ".git/objects") if _is_loose(each))


def _is_loose(entry: os.DirEntry[str]) -> bool:
    return len(Path(entry.path).parent.name) == len("ab")


def _loose(folder: Path) -> int:
    """The room of the same objects, each in a file of its own."""
    (pack,) = (folder / ".git/objects/pack").glob("*.pack")
    with TemporaryDirectory(dir=folder.parent) as scratch, pack.open("rb") as stream:
        git(Path(scratch), "init", "--quiet", "--bare", "--template=")
        git(Path(scratch), "unpack-objects", "-q", stdin=stream)
        return _taken(Path(scratch) / "objects")


def _taken(folder: Path) -> int:
    return sum(_room(each.stat()) for each in _files(folder))


def _room(stat: os.stat_result) -> int:
    return stat.st_blocks * 512


def _records(folder: Path) -> Iterator[os.stat_result]:
    """One by one: who keeps many is large, and so is every process that it measures."""
    return (each.stat() for each in _files(folder / "data"))


def _files(folder: Path) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(Path(entry.path))
            else:
                yield entry
