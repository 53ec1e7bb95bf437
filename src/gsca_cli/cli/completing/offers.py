"""What a repository offers for each thing that a word may name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from gsca_cli.cli.completing.repository import Repository

_IN_FILES: Final = ("status", "role", "standing", "language", "step", "track", "phase", "cohort")
"""What stands inside of files, so that an index is needed."""

Pairs = Iterable[tuple[str, str]]


class Offers:
    """The ids of a repository, and what they are called as far as that costs nothing."""

    def __init__(self, table: Mapping[str, Any], repository: Repository) -> None:
        self._table = table
        self._repository = repository

    def of(self, target: str, trail: Sequence[str] = (), kind: str = "city") -> Pairs:
        """What a reference may name; `trail` are the names that lead to it, in a record of a kind.

        A cohort is one of the region on the trail, a step one that records of this kind walk.
        """
        if target in self._table["layout"]["folders"] and target not in _IN_FILES:
            return ((key, "") for key in self._repository.ids(target))
        if target == "cohort":
            target = f"cohort/{trail[-1] if trail else ''}"
        elif target == "step":
            target = f"step/{'region' if kind == 'region' else 'city'}"
        return self._indexed(target)

    def keys(self, text: str, kinds: Sequence[str] = ()) -> Iterator[tuple[str, str]]:
        """The records that a text may mean, by the shortest words that name one each.

        Raises:
            KeyError: a kind is none.
        """
        folders: Mapping[str, str] = self._table["layout"]["folders"]
        head, slash, _ = text.rpartition("/")
        if slash:
            named = [kind for kind, folder in folders.items() if head in {kind, folder}]
            return ((f"{head}/{key}", "") for kind in named for key in self._repository.ids(kind))
        return self._bare(self._by_kind(), kinds or list(folders))

    def kinds_of(self, text: str) -> Iterator[str]:
        """The kinds of which there is a record with this id."""
        head, slash, key = text.rpartition("/")
        for kind, keys in self._by_kind().items():
            folder = self._table["layout"]["folders"].get(kind)
            if key in keys and (not slash or head in {kind, folder}):
                yield kind

    def _bare(
        self, ids: Mapping[str, Sequence[str]], kinds: Sequence[str]
    ) -> Iterator[tuple[str, str]]:
        """Each id, and before one that several kinds have, the kind."""
        seen: dict[str, int] = {}
        for keys in ids.values():
            for key in keys:
                seen[key] = seen.get(key, 0) + 1
        for kind in kinds:
            for key in ids[kind]:
                yield (key if seen[key] == 1 else f"{kind}/{key}"), kind

    def _by_kind(self) -> Mapping[str, Sequence[str]]:
        layout = self._table["layout"]
        found = {kind: list(self._repository.ids(kind)) for kind in layout["folders"]}
        marker = layout["marker"].rpartition(".")[0]
        return {**found, layout["shared"]: [marker]}

    def _indexed(self, target: str) -> Pairs:
        # Hashes and paths of git folders are of use only here.
        from gsca_cli.cli.completing.index import indexed  # noqa: PLC0415

        return indexed(self._repository).get(target, {}).items()
