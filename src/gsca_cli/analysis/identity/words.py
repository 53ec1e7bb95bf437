"""Words of an alliance, such as its statuses, that have another id now and say the same."""

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.settings import Settings
from gsca_cli.records.track import Track

Says = Mapping[str, Hashable]
"""What words say to readers and for totals, by their ids."""


def new_words(
    before: Alliance, after: Alliance, former_tracks: Mapping[str, str]
) -> Mapping[tuple[str, str], str]:
    """The ids that words have now, by what they are and by the id before.

    A status is known by its class and name, a role and a standing by name, a step by its name in a
    track; `former_tracks` are the ids before of tracks, by those now.
    """
    old, new = _of_settings(before.settings), _of_settings(after.settings)
    found = {(what, key): now for what in old for key, now in _renamed(old[what], new[what])}
    taken = {step for track in after.tracks.values() for step in track.steps}
    taken_before = {step for track in before.tracks.values() for step in track.steps}
    for track, was in _changed_tracks(before, after, former_tracks):
        for key, now in _renamed(_steps(was), _steps(track)):
            if key not in taken and now not in taken_before:
                found["step", key] = now
    return found


def _of_settings(settings: Settings) -> Mapping[str, Says]:
    return {
        "status": {each.id: (each.cls, _plain(each.name)) for each in settings.statuses},
        "role": {each.id: (each.counts, _plain(each.name)) for each in settings.roles},
        "standing": {each.id: (each.counts, _plain(each.name)) for each in settings.standings},
    }


def _plain(texts: Mapping[str, str]) -> Hashable:
    return tuple(sorted(texts.items()))


def _changed_tracks(
    before: Alliance, after: Alliance, former: Mapping[str, str]
) -> Iterator[tuple[Track, Track]]:
    """The tracks that have other steps now, each with what it was."""
    for key, brief in after.tracks.items():
        was = before.tracks.get(former.get(key, key))
        if was and set(was.steps) != set(brief.steps):
            records = after.entry(brief).record, before.entry(was).record
            if isinstance(records[0], Track) and isinstance(records[1], Track):
                yield records[0], records[1]


def _steps(track: Track) -> Says:
    return {step.id: _plain(step.name) for step in track.steps}


def _renamed(old: Says, new: Says) -> Iterator[tuple[str, str]]:
    """What is there no more, and what has come instead: the only two that say the same."""
    gone = {key: says for key, says in old.items() if key not in new}
    come = {key: says for key, says in new.items() if key not in old}
    times = Counter(gone.values()), Counter(come.values())
    by_word = {says: key for key, says in come.items()}
    for key, says in gone.items():
        if times[0][says] == times[1][says] == 1:
            yield key, by_word[says]
