"""gsca fix: what can be mended without a person, mended."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

from gsca_cli.checking import Checked
from gsca_cli.cli.declared import Argument, Option
from gsca_cli.cli.edits import DryRun, Manner, edit
from gsca_cli.cli.messages import tell
from gsca_cli.cli.options import Root, Today
from gsca_cli.cli.scope import codes_of, paths_of
from gsca_cli.editing.mending import Mended, mended
from gsca_cli.editing.plan import Plan
from gsca_cli.findings import Finding, Severity
from gsca_cli.render.as_findings import counted_words
from gsca_cli.snapshots.worktree import Worktree
from gsca_cli.triage.verdict import chosen, counted

Codes = list[str] | None


def command(
    paths: Annotated[
        list[Path] | None,
        Argument(metavar="[PATH]...", help="Mend only what is found in these."),
    ] = None,
    root: Root = None,
    today: Today = None,
    select: Annotated[
        Codes, Option(metavar="CODE[,...]", help="Mend only findings of these codes.")
    ] = None,
    ignore: Annotated[
        Codes, Option(metavar="CODE[,...]", help="Leave findings of these codes.")
    ] = None,
    dry_run: DryRun = False,
) -> int:
    """Mend every finding whose cure is certain, and change no other byte.

    Such are a typo with one near match, a date or a number in another form, accents and spaces
    that a search trips over, words that need quotes. What was meant must be certain, nothing may
    be lost, and no finding as severe may come of it. The exit code is 1 if an error is left.

    Example: gsca fix --dry-run
    """
    codes, ignored = codes_of("--select", select), codes_of("--ignore", ignore)
    outcome: list[Mended] = []

    def plan(worktree: Worktree, checked: Checked, day: date) -> Plan:
        within = paths_of(paths or [], worktree.root)

        def choose(findings: Sequence[Finding]) -> list[Finding]:
            return chosen(findings, paths=within, select=codes, ignore=ignored)

        made = mended(worktree, checked, choose, day)
        outcome.append(made._replace(rest=choose(made.rest)))
        return Plan(made.changes)

    edit(root, today, plan, Manner(dry_run=dry_run, idle="nothing can be mended"))
    return _told(outcome[-1], dry_run=dry_run)


def _told(made: Mended, *, dry_run: bool) -> int:
    """Say what was mended and what is left; 1 if that is an error, else 0."""
    for finding in made.left:
        tell(f"{finding.location}: {finding.code} is left: to mend it would bring another finding")
    if made.done:
        number = f"{len(made.done):,} finding{'s'[: len(made.done) > 1]}"
        tell(
            f"{number} {'would be' if dry_run else 'were' if len(made.done) > 1 else 'was'} mended"
        )
    if made.more:
        tell("more can be mended: run `gsca fix` again")
    numbers = counted(made.rest)
    if made.rest:
        shows = "" if dry_run else "; `gsca validate` shows what"
        tell(f"left for a person: {counted_words(numbers)}{shows}")
    return int(numbers[Severity.ERROR] > 0)
