"""What is remembered of the words that stand inside of files: statuses, steps, cohorts.

It is made anew whenever one of the few files that it was made from is another. Without it, or where
it cannot be kept, an answer takes longer and says the same.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from importlib import import_module
from typing import Any

from gsca_cli import __version__
from gsca_cli.cli.completing.repository import Repository
from gsca_cli.cli.kept_file import read_kept, write_kept
from gsca_cli.snapshots.backstage import Backstage, backstage_of
from gsca_cli.snapshots.stamps import file_stamp

Words = Mapping[str, Mapping[str, str]]
"""For each target of a reference: the ids that it may name, and the name of each."""


def indexed(repository: Repository) -> Words:
    """The words that stand inside of the files of a repository."""
    paths = [repository.layout["marker"], *sorted(_sources(repository))]
    stamps = {path: file_stamp(str(repository.root / path)) for path in paths}
    stamp = [__version__, stamps]
    backstage = backstage_of(repository.root)
    match read_kept(str(backstage.index)):
        case [kept, dict(words)] if kept == stamp:
            return words
    made: Words = import_module("gsca_cli.cli.completing.indexing").words_of(repository.root, paths)
    if None not in stamps.values():
        # A folder that may not be written to is no reason to say nothing.
        with suppress(OSError):
            _keep(backstage, [stamp, made])
    return made


def _sources(repository: Repository) -> Iterator[str]:
    for kind in ("track", "region"):
        yield from repository.files(kind)


def _keep(backstage: Backstage, content: Any) -> None:
    """Put the file in place whole, where git does not look for anything.

    Raises:
        OSError: it cannot be written.
    """
    place = backstage.index
    place.parent.mkdir(exist_ok=True)
    if backstage.folder == backstage.own:
        if backstage.own.is_symlink():
            message = "a link leads to a folder that is not ours"
            raise OSError(message)
        (backstage.own / ".gitignore").write_text("*\n")
    write_kept(str(place), content)
