"""What moved, with a sentence for each line: plain text, to be escaped for where it is shown."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from gsca_cli.analysis.changes.change import Change, RecordChanges, What
from gsca_cli.analysis.moved.lines import MovedLine, WhatMoved
from gsca_cli.kinds import Kind
from gsca_cli.render.markdown import when
from gsca_cli.render.plain import plain
from gsca_cli.render.sentences import headline, sentence


def told(moved: WhatMoved) -> Mapping[str, Any]:
    """The list as templates get it."""
    lines = [{**plain(line), "sentence": sentence_of(line)} for line in moved.lines]
    return {**plain(replace(moved, lines=())), "lines": lines}


def sentence_of(line: MovedLine) -> str:
    """What happened, in the words in which every change is told."""
    if not line.at:
        whole = RecordChanges(line.what, line.kind, line.id, line.name, path="", lost=line.lost)
        return headline(whole)
    if line.kind is Kind.TRACK:
        new = line.what is What.ADDED
        return f"{'has the new step' if new else 'no longer has the step'} {line.part}"
    if line.kind is Kind.REGION and line.at == "track":
        return _followed(line)
    change = Change(
        what=line.what,
        at=line.at,
        part=line.part,
        within=line.within,
        before=line.before,
        after=line.after,
        when=when(line.when),
    )
    ended = line.what in {What.WITHDRAWN, What.LEFT}
    perhaps = f", perhaps {'before' if ended else 'new'}" if line.perhaps else ""
    derived = ", as follows from its selections" if line.derived else ""
    return f"{sentence(change)}{perhaps}{derived}"


def _followed(line: MovedLine) -> str:
    """Which track a region follows now, or does so no more."""
    match line.what:
        case What.ADDED:
            return f"follows the track {line.part}"
        case What.REMOVED:
            return f"no longer follows the track {line.part}"
    return f"follows the track {line.after} now, before: {line.before}"
