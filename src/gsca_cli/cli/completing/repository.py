"""The files of the repository at hand: their names alone, since reading takes time."""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

PLAIN: Final = re.compile(r"[\w.-]+")
"""What no shell takes for anything else."""


class Repository(NamedTuple):
    """A folder with an alliance in it, and how such folders are laid out."""

    root: Path
    layout: Mapping[str, Any]

    def ids(self, kind: str) -> Iterator[str]:
        """The ids of the records of a kind, sorted, by the names of their files."""
        found = {self._id(path) for path in self.files(kind)}
        return iter(sorted(key for key in found if PLAIN.fullmatch(key)))

    def files(self, kind: str) -> Iterator[str]:
        """The paths of the records of a kind, from the root."""
        folder = self.layout["folders"].get(kind)
        return self._walk(f"{self.layout['data']}/{folder}") if folder else iter(())

    def _id(self, path: str) -> str:
        return path.rpartition("/")[2].rpartition(".")[0]

    def _walk(self, folder: str) -> Iterator[str]:
        """Files below a folder; links are not followed, and what cannot be read holds none."""
        folders = [folder]
        while folders:
            here = folders.pop()
            try:
                with os.scandir(self.root / here) as entries:
                    listed = list(entries)
            except OSError:
                continue
            for entry in listed:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(f"{here}/{entry.name}")
                elif entry.name.endswith(tuple(self.layout["extensions"])):
                    yield f"{here}/{entry.name}"


def open_repository(table: Mapping[str, Any], root: str | None) -> Repository | None:
    """The repository that is meant: the nearest, from here or from `root` upwards."""
    start = Path(os.path.abspath(Path(root).expanduser() if root else "."))  # noqa: PTH100 (`..`)
    layout = table["layout"]
    for folder in (start, *start.parents):
        if os.path.lexists(folder / layout["marker"]):
            return Repository(folder, layout)
    return None
