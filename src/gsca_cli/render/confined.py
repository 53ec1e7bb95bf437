"""A template of the repository's own, in a process of its own: bounded in time and memory.

Run as a module it reads templates and figures from standard input and writes the text, or what
is wrong with the template, to standard output.
"""

import json
import subprocess
import sys
from collections.abc import Collection, Mapping
from contextlib import suppress
from typing import Any, Final

from gsca_cli.render.templates import TemplateProblem, render_template

SECONDS: Final = 5
_MOST_MEMORY: Final = 192 * 1024 * 1024


def render_confined(
    templates: Mapping[str, str],
    name: str,
    figures: Mapping[str, Any],
    own: Collection[str] = (),
) -> str:
    """The text that a template makes of figures, as `render_template`, but bounded.

    Raises:
        TemplateProblem: the template is wrong, takes too long, or needs too much memory.
    """
    wish = json.dumps(
        {"templates": templates, "name": name, "figures": figures, "own": sorted(own)}
    )
    command = [sys.executable, "-P", "-m", __name__]
    try:
        done = subprocess.run(
            command, input=wish.encode(), capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise TemplateProblem(name, 1, f"it takes longer than {SECONDS} seconds") from None
    if done.returncode:
        raise TemplateProblem(name, 1, "it was stopped: it needs too much memory, or never ends")
    answer = json.loads(done.stdout)
    if "problem" in answer:
        raise TemplateProblem(*answer["problem"])
    text: str = answer["text"]
    return text


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415 (not on Windows)
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_AS, _MOST_MEMORY), (resource.RLIMIT_CORE, 0)):
        # macOS takes no limit of memory; that of time holds there too.
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))


def main() -> None:
    """Render what standard input asks for."""
    _limit_memory()
    wish = json.load(sys.stdin)
    answer: dict[str, Any]
    try:
        answer = {"text": render_template(**wish)}
    except TemplateProblem as problem:
        answer = {"problem": [problem.name, problem.line, problem.message]}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
