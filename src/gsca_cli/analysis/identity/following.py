"""A record of the past in the ids of today, so that another id alone is no difference."""

from collections.abc import Mapping
from dataclasses import replace

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.mentions import mentions
from gsca_cli.alliance.words import former_words
from gsca_cli.analysis.identity.words import new_words
from gsca_cli.kinds import Kind
from gsca_cli.records.catalogue import MODELS
from gsca_cli.records.new_ids import NewIds
from gsca_cli.records.shape import shape_of


def new_ids(alliance: Alliance) -> NewIds:
    """The ids that records and words have now that were called otherwise, by what files say.

    An id that another one has now is its own.
    """
    taken = {(place.kind, place.id) for place in alliance.left_out}
    found = dict(former_words(alliance))
    for brief in alliance.everything():
        for key in brief.former_ids:
            if key not in alliance.of(brief.kind) and (brief.kind, key) not in taken:
                found.setdefault((brief.kind, key), brief.id)
    return NewIds(found)


def new_ids_between(
    before: Alliance, after: Alliance, former: Mapping[Kind, Mapping[str, str]]
) -> NewIds:
    """All ids that are new in the later of two alliances, those of words such as statuses too.

    `former` are the ids before that records are known to have had: by kind, and by the id now.
    """
    found = {**new_ids(after).now, **new_words(before, after, former.get(Kind.TRACK, {}))}
    for kind, ids in former.items():
        found |= {(kind, key): now for now, key in ids.items()}
    return NewIds(found)


def following(entry: Entry, ids: NewIds) -> Entry:
    """A record that names others by the ids that they have now."""
    if not ids or all(mention[:2] not in ids.now for mention in mentions(entry.record)):
        return entry
    data = ids.in_record(shape_of(entry.kind), entry.document.data)
    record = MODELS[entry.kind].model_validate(data)
    return replace(entry, document=replace(entry.document, data=data), record=record)
