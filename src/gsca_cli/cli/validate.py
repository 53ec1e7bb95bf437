"""gsca validate: every finding, with its place."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.checking import with_excerpts
from gsca_cli.cli.options import Root, Today, open_checked, write
from gsca_cli.errors import UsageError
from gsca_cli.findings import Finding, Severity
from gsca_cli.kinds import Kind
from gsca_cli.render.as_findings import render_findings, render_summary


def command(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]...", help="Report only what is found in these."),
    ] = None,
    root: Root = None,
    today: Today = None,
    strict: Annotated[bool, typer.Option(help="Let a warning fail the run too.")] = False,
) -> int:
    """Check every record, and say where each mistake is and how to mend it.

    All records are always read; a PATH only chooses which findings are shown.
    """
    worktree, checked = open_checked(root, today)
    wanted = _relative(paths or [], worktree.root)
    shown = [finding for finding in checked.findings if _within(finding, wanted)]
    write(render_findings(with_excerpts(worktree, shown)))
    write(render_summary(_read(checked.alliance), shown))
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return int(any(finding.severity in failing for finding in shown))


def _read(alliance: Alliance) -> dict[str, int]:
    """How many records of each kind were read, and how many could not be."""
    counts = {
        kind if len(briefs) == 1 else kind.plural: len(briefs)
        for kind, briefs in alliance.briefs.items()
        if kind is not Kind.ALLIANCE
    }
    return {**counts, "left out": len(alliance.left_out)}


def _relative(paths: Sequence[Path], root: Path) -> list[str]:
    """The paths as findings name them.

    Raises:
        UsageError: a path does not exist, or lies outside the repository.
    """
    relative = []
    for path in paths:
        if not path.exists() and not path.is_symlink():
            message = f"no such file or folder: {path}"
            raise UsageError(message)
        try:
            # Not resolved: a link is a finding of its own.
            inside = path.absolute().relative_to(root)
        except ValueError:
            message = f"{path} is not in the repository {root}"
            raise UsageError(message) from None
        relative.append(inside.as_posix())
    return relative


def _within(finding: Finding, paths: Sequence[str]) -> bool:
    where = finding.location.path
    return not paths or any(path in {".", where} or where.startswith(f"{path}/") for path in paths)
