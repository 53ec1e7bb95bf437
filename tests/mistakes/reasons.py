"""Why a mistake is missed: every miss has a reason, and no reason outlives its misses."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final


@dataclass(frozen=True)
class Reason:
    """Why some kinds of mistake are missed in some fields; `*` in a name stands for anything."""

    text: str
    mistakes: tuple[str, ...]
    fields: tuple[str, ...]

    @cached_property
    def _patterns(self) -> Sequence[re.Pattern[str]]:
        return [re.compile(".*".join(map(re.escape, each.split("*")))) for each in self.fields]

    def explains(self, mistake: str, field: str) -> bool:
        """Is this why a mistake in a field is missed?"""
        return mistake in self.mistakes and any(each.fullmatch(field) for each in self._patterns)

    def stale(self, misses: Iterable[tuple[str, str]]) -> Sequence[str]:
        """The mistakes and the fields that are missed no more, and need no reason."""
        misses = list(misses)
        explained = [miss for miss in misses if self.explains(*miss)]
        gone = [each for each in self.mistakes if each not in {miss[0] for miss in explained}]
        fields = {miss[1] for miss in explained}
        for field, pattern in zip(self.fields, self._patterns, strict=True):
            if not any(map(pattern.fullmatch, fields)):
                gone.append(field)
        return gone


REASONS: Final = (
    Reason(
        "Nothing refers to this record, so nothing misses it, and any other name is right too.",
        ("dropped", "typo in the key"),
        ("city (the file)", "policy (the file)", "partner (the file)"),
    ),
    Reason(
        "What need not be there, and is left out, cannot be told from what nobody knows. It is "
        "noticed only where something else speaks of it.",
        ("dropped",),
        ("*",),
    ),
    Reason(
        "A step without a state is one of which nothing is known: that is right.",
        ("emptied",),
        ("city steps.<id>",),
    ),
    Reason(
        "A field with nothing behind its colon is as if it were not there.",
        ("emptied",),
        ("*",),
    ),
    Reason(
        "Any word is right here: the data says nowhere which kinds and roles there are.",
        ("typo in the value", "capitals"),
        (
            "any record claims[].without[]",
            "city *.reviewed.role",
            "region *.reviewed.role",
            "region meetings[].kind",
            "partner kind",
            "source kind",
        ),
    ),
    Reason(
        "An id that nothing has any longer can be any: nothing refers to it.",
        ("typo in the value", "capitals", "full-width"),
        (
            "any record former_ids[]",
            "track steps[].former_ids[]",
            "alliance statuses[].former_ids[]",
            "alliance roles[].former_ids[]",
            "alliance standings[].former_ids[]",
        ),
    ),
    Reason(
        "This is where an id is given, and no shipped record uses this one.",
        ("typo in the value",),
        ("alliance statuses[].id", "alliance standings[].id"),
    ),
    Reason(
        "A code of two letters that another language has is taken for that language.",
        ("typo in the value",),
        ("region languages[]",),
    ),
    Reason(
        "Any text is taken for a colour.",
        ("typo in the value", "out of range", "full-width", "curly quotes"),
        ("alliance statuses[].colour",),
    ),
    Reason(
        "The form of a subdivision and its country are checked; gsca has no list of subdivisions.",
        ("out of range",),
        ("city subdivision",),
    ),
    Reason(
        "No check says that a percentage ends at 100.",
        ("out of range",),
        ("policy benchmarks.<id>.figures[].percent",),
    ),
    Reason(
        "Both are texts of one's own, and each text would be right in either place.",
        ("swapped",),
        (
            "any record aliases[].name",
            "any record aliases[].note",
            "region secretariat",
            "region seat",
            "region cohorts.<id>.name",
            "region cohorts.<id>.note",
            "region meetings[].title",
            "region meetings[].note",
            "policy name",
            "policy summary",
            "policy benchmarks.<id>.figures[].wording",
            "policy benchmarks.<id>.figures[].base",
            "principle name",
            "principle short_name",
            "track steps[].name",
            "track steps[].description",
            "programme name",
            "programme summary",
            "partner name",
            "partner kind",
            "source title",
            "source publisher",
            "source kind",
            "source read",
            "alliance name",
            "alliance summary",
            "alliance statuses[].symbol",
            "alliance statuses[].colour",
        ),
    ),
)


def reason_for(mistake: str, field: str) -> int | None:
    """The number of the reason for a miss, from 1; None if there is none."""
    for number, reason in enumerate(REASONS, 1):
        if reason.explains(mistake, field):
            return number
    return None
