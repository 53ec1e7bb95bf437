"""Answer again what was answered before, and remember what was not."""

from collections.abc import Callable, Sequence

from gsca_cli.cli.remembering.answers import Answer, find, keep
from gsca_cli.cli.remembering.question import question_of
from gsca_cli.cli.voice import listening, say, set_up
from gsca_cli.errors import CannotRunError

_REMEMBERED = (0, 1)
"""Exit codes that depend on nothing but the question."""


def recalled(words: Sequence[str], run: Callable[[], int]) -> int:
    """The exit code of a run, which is spared if it said before what it would say now."""
    question = question_of(words)
    if question is None:
        return run()
    known = find(question)
    if known:
        return _said_again(known)
    with listening() as heard:
        code = run()
    if code in _REMEMBERED:
        # What changed while the answer was made is a new question.
        now = question_of(words)
        if now and now.key == question.key:
            keep(question, Answer(code, heard))
    return code


def _said_again(known: Answer) -> int:
    set_up()
    try:
        for stream, text in known.said:
            say(stream, text)
    except CannotRunError as error:
        from gsca_cli.cli.messages import tell  # noqa: PLC0415 (most answers need none)

        tell(str(error))
        return error.exit_code
    return known.code
