"""Where the findings go, and in which format."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from importlib import import_module
from pathlib import Path

from gsca_cli.cli.messages import tell
from gsca_cli.cli.options import wants_colour, write
from gsca_cli.cli.voice import ERR, say
from gsca_cli.render.as_findings import render_findings, render_summary
from gsca_cli.triage.verdict import Verdict


class FindingsFormat(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"
    JUNIT = "junit"


_HOSTS = (("GITHUB_ACTIONS", FindingsFormat.GITHUB), ("GITLAB_CI", FindingsFormat.GITLAB))
"""What a code host sets where it runs jobs, and the format that it reads."""


def the_format(asked: FindingsFormat | None, environment: Mapping[str, str]) -> FindingsFormat:
    """The format that is asked for, else that of the code host we run on, else text."""
    if asked:
        return asked
    hosts = (form for name, form in _HOSTS if environment.get(name) == "true")
    return next(hosts, FindingsFormat.TEXT)


def give(
    verdict: Verdict,
    form: FindingsFormat,
    output: str | None,
    environment: Mapping[str, str],
    *,
    strict: bool,
) -> None:
    """Write the findings where they are wanted; what was read is always said.

    Raises:
        CannotRunError: the file cannot be written.
    """
    if form is FindingsFormat.TEXT:
        text = render_findings(verdict.findings, colour=wants_colour() and not output)
        write(text + render_summary(verdict), output, pages=True)
        return
    write(_rendered(verdict, form, strict=strict), output, pages=True)
    say(ERR, render_summary(verdict))
    summary = environment.get("GITHUB_STEP_SUMMARY")
    if form is FindingsFormat.GITHUB and summary:
        _append_summary(verdict, Path(summary))


def _rendered(verdict: Verdict, form: FindingsFormat, *, strict: bool) -> str:
    # Only the format that is asked for is loaded.
    module, name = _RENDERERS[form]
    render: Callable[..., str] = getattr(import_module(f"gsca_cli.render.{module}"), name)
    return render(verdict, strict=strict) if form in _TELL_FAILURE else render(verdict)


_RENDERERS = {
    FindingsFormat.JSON: ("as_findings_json", "render_findings_json"),
    FindingsFormat.JSONL: ("as_findings_json", "render_findings_jsonl"),
    FindingsFormat.GITHUB: ("as_github", "render_github"),
    FindingsFormat.GITLAB: ("as_gitlab", "render_gitlab"),
    FindingsFormat.SARIF: ("as_sarif", "render_sarif"),
    FindingsFormat.JUNIT: ("as_junit", "render_junit"),
}
_TELL_FAILURE = {FindingsFormat.JSON, FindingsFormat.JSONL, FindingsFormat.JUNIT}


def _append_summary(verdict: Verdict, path: Path) -> None:
    """Add a table to the page that GitHub shows for the job; without it, the run goes on."""
    from gsca_cli.render.as_github import render_step_summary  # noqa: PLC0415 (only there)

    try:
        with path.open("a", encoding="utf-8", errors="backslashreplace") as page:
            page.write(render_step_summary(verdict))
    except OSError as error:
        tell(f"the summary cannot be written to {path}: {error.strerror or error}")
