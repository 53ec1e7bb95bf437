"""Moments on the command line: a date, a meeting of the region at hand, or a git revision."""

import re
from datetime import date
from typing import Final, NamedTuple

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import Brief, CityBrief
from gsca_cli.alliance.lookup import find
from gsca_cli.alliance.nearest import did_you_mean
from gsca_cli.analysis.meetings import meetings_before, region_of
from gsca_cli.cli.options import A_DATE, date_as_it_is_written, the_date
from gsca_cli.errors import CannotRunError, UsageError
from gsca_cli.findings import shown
from gsca_cli.records.when import When

_LAST: Final = "last-meeting"
_MEETING: Final = "meeting:"
_REVISION: Final = "rev:"
_is_date = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}").fullmatch
_is_almost_date = re.compile(r"[0-9]{1,4}[-/.][0-9]{1,2}([-/.][0-9]{1,4})?").fullmatch
_is_number = re.compile(r"[0-9]{1,9}").fullmatch
_is_span = re.compile(r"[0-9.-]+/[0-9.-]+").fullmatch


class MeetingAgo(NamedTuple):
    """A meeting of the region at hand: 0 is the last one, 1 the one before it."""

    number: int


class Named(NamedTuple):
    """What git calls a revision: a commit, a branch, a tag."""

    revision: str


Moment = When | MeetingAgo | Named


def moment_of(option: str, text: str, *, spans: bool = False) -> Moment:
    """The moment that is meant; where `spans`, a date may also be one or a bound.

    Raises:
        UsageError: it looks like a date or a meeting, and is none.
    """
    if text == _LAST:
        return MeetingAgo(0)
    if text.startswith(_MEETING):
        return MeetingAgo(_number(option, text))
    if text.startswith(_REVISION):
        return Named(text.removeprefix(_REVISION))
    if _is_date(text) or (spans and _is_span(text)):
        return the_date(option, text)
    return Named(text)


def perhaps_meant(text: str, *, is_told_enough: bool) -> str:
    """What else somebody may have meant who wrote what git knows nothing of.

    Nothing if that is unlikely and there is advice already.
    """
    written = date_as_it_is_written(text)
    if written != A_DATE or _is_almost_date(text):
        return f"; {written}"
    near = did_you_mean(text, [_LAST])
    return near or ("" if is_told_enough or text.startswith(_REVISION) else f"; {A_DATE}")


def _number(option: str, text: str) -> int:
    number = text.removeprefix(_MEETING)
    if not _is_number(number):
        message = (
            f"{option} {text}: say how many meetings before the last one, "
            f"as in {_MEETING}1; {_LAST} is the last one"
        )
        raise UsageError(message)
    return int(number)


def the_meeting(
    option: str, text: str, ago: MeetingAgo, alliance: Alliance, about: str | None, day: date
) -> When:
    """When a meeting was, counted back from a day, of the region that a command is about.

    Raises:
        UsageError: the command is about no region, or about several.
        CannotRunError: the region has no such meeting on record.
    """
    asked = find(alliance, about).brief if about else None
    brief = region_of(alliance, asked) if asked else None
    if brief is None:
        message = f"{option} {text}: meetings are those of a region{_no_one_region(asked)}"
        raise UsageError(message)
    held = meetings_before(alliance.entry(brief).region, day)
    if ago.number < len(held):
        return held[ago.number]
    cure = f"add one under `meetings`, such as `- date: 2022-06-11`, in {shown(brief.path)}"
    lacking = f"{brief.id} has {_held(len(held))} on record before {day}{_asked(ago, len(held))}"
    message = f"{option} {text}: {lacking}; {cure}"
    raise CannotRunError(message)


def beginning_of(moment: When) -> When:
    """A moment from which on something is to be told.

    Of one that may have begun at any time, it is only known when it was over.
    """
    return moment if moment.earliest else When.parse(str(moment.latest))


def _no_one_region(asked: Brief | None) -> str:
    """Why it is not known whose meetings are meant, and what to do."""
    if asked is None:
        return "; give a date, or name a region if the command takes one"
    if not isinstance(asked, CityBrief):
        return f", and {asked.kind.one} has none; give a date"
    if len(asked.memberships) > 1:
        regions = ", ".join(asked.memberships)
        return f", and {asked.id} is in several ({regions}); give a date, or ask about one of them"
    return f", and {asked.id} is in none that is on record; give a date"


def _held(number: int) -> str:
    return f"only {number} meeting{'s'[: number > 1]}" if number else "no meeting"


def _asked(ago: MeetingAgo, held: int) -> str:
    """Which meeting is asked for, where there are some, but not as many."""
    if not held:
        return ""
    return f", and this is the one {'' if ago.number == 1 else f'{ago.number} '}before the last"
