"""The steps of a track, line by line: where a record stands on each, and what moved."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from gsca_cli.alliance.brief import TrackBrief
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.states import StepState
from gsca_cli.analysis.edition import Edition, Named
from gsca_cli.analysis.moved.moved import Moved, mark
from gsca_cli.analysis.remarks import StateLine, state_line
from gsca_cli.analysis.steps import step_name
from gsca_cli.kinds import Kind
from gsca_cli.records.record import State


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step of a track, and where the record stands on it."""

    step: Named
    state: StateLine


@dataclass(frozen=True, slots=True)
class TrackLines:
    """The steps of one track."""

    track: Named
    steps: tuple[StepLine, ...]


def track_lines(
    edition: Edition,
    entry: Entry,
    track: TrackBrief,
    steps: dict[str, State],
    state_of: Callable[[str], tuple[StepState, Moved | None]],
) -> TrackLines:
    """Every step of a track; `steps` are the states that the record gives."""
    return TrackLines(
        edition.named(Kind.TRACK, track.id),
        tuple(
            StepLine(
                step_name(edition, step),
                _step_state(edition, entry, (step, steps.get(step, State())), *state_of(step)),
            )
            for step in track.steps
        ),
    )


def _step_state(
    edition: Edition,
    entry: Entry,
    given: tuple[str, State],
    state: StepState,
    moved: Moved | None,
) -> StateLine:
    words = (state.status.id, state.status.symbol, edition.text(state.status.name))
    if state.withdrawn:
        # What it was is still worth telling; the symbol says that it holds no more.
        key, _, word = _given_words(edition, given[1])
        words = (key, state.status.symbol, word)
    line = state_line(edition, entry, f"steps.{given[0]}", given[1], words)
    return replace(line, derived=state.derived, newness=mark(moved))


def selection_state(
    edition: Edition, entry: Entry, at: str, state: State, moved: Moved | None
) -> StateLine:
    """The state of a selection, or of a step of one; no words where no status is given."""
    line = state_line(edition, entry, at, state, _given_words(edition, state))
    return replace(line, newness=mark(moved))


def _given_words(edition: Edition, state: State) -> tuple[str, str, str]:
    if state.status is None:
        return "", "", ""
    status = next(
        (each for each in edition.alliance.settings.statuses if each.id == state.status), None
    )
    symbol, word = (status.symbol, edition.text(status.name)) if status else ("", state.status)
    return state.status, symbol, word
