"""The words of an alliance: the statuses, roles and standings of `gsca.yaml`, the steps of tracks.

Records name them by their ids, as they name other records, and they too may get another one.
"""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from gsca_cli.alliance.alliance import Alliance, Target
from gsca_cli.alliance.brief import Brief
from gsca_cli.alliance.nearest import choose_from
from gsca_cli.errors import UsageError
from gsca_cli.findings import Route, shown
from gsca_cli.kinds import Kind

_LISTS: Final = {"status": "statuses", "role": "roles", "standing": "standings"}
"""What holds the words of `gsca.yaml`, by what references call them."""


class Word(NamedTuple):
    """A word, and where it is given: in a record, at a route.

    A word of the lists that hold where `gsca.yaml` has none is given nowhere.
    """

    target: str
    id: str
    former_ids: tuple[str, ...]
    owner: Brief | None
    route: Route

    @property
    def key(self) -> str:
        """What names the word on the command line."""
        return f"{self.target}/{self.id}"


def words(alliance: Alliance) -> Iterator[Word]:
    """All words of an alliance."""
    settings = alliance.settings
    root = next(iter(alliance.of(Kind.ALLIANCE).values()), None)
    for target, name in _LISTS.items():
        owner = root if name in settings.given else None
        for index, each in enumerate(getattr(settings, name)):
            yield Word(target, each.id, each.former_ids, owner, (name, index))
    for track in alliance.tracks.values():
        for index, step in enumerate(track.steps):
            former = track.former_steps.get(step, ())
            yield Word("step", step, former, track, ("steps", index))


def former_words(alliance: Alliance) -> Mapping[Target, str]:
    """The ids that words have now, by what they are and by an id that they once had.

    An id that another word has now is its own.
    """
    every = list(words(alliance))
    taken = {(word.target, word.id) for word in every}
    found: dict[Target, str] = {}
    for word in every:
        for key in word.former_ids:
            if (word.target, key) not in taken:
                found.setdefault((word.target, key), word.id)
    return found


def find_word(alliance: Alliance, text: str) -> Word | None:
    """The word of an id, or of `step/id` and the like; None if there is none.

    Raises:
        UsageError: there are several, or none of that sort.
    """
    target, slash, key = text.rpartition("/")
    among = [word for word in words(alliance) if not slash or word.target == target]
    found = [word for word in among if word.id == key] or [
        word for word in among if key in word.former_ids
    ]
    keys = list(dict.fromkeys(word.key for word in found))
    if len(keys) > 1:
        message = f"`{key}` is the id of {len(keys)} words: write {' or '.join(keys)}"
        raise UsageError(message)
    if not found and slash and among:
        message = f"no {target} {shown(key)}{choose_from(key, [word.id for word in among])}"
        raise UsageError(message)
    return found[0] if found else None
