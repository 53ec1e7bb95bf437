"""gsca validate: every finding, with its place."""

import os
from pathlib import Path
from typing import Annotated

from gsca_cli.checking import with_excerpts
from gsca_cli.cli.declared import Argument, Option
from gsca_cli.cli.findings_output import FindingsFormat, give, the_format
from gsca_cli.cli.options import At, Output, Root, TodayThen
from gsca_cli.cli.reading import NoCache
from gsca_cli.cli.scope import codes_of
from gsca_cli.cli.subject import the_subject
from gsca_cli.triage.verdict import Verdict, capped, chosen, counted

Codes = list[str] | None


def command(
    paths: Annotated[
        list[Path] | None,
        Argument(metavar="[PATH]...", help="Report only what is found in these."),
    ] = None,
    root: Root = None,
    at: At = None,
    today: TodayThen = None,
    strict: Annotated[bool, Option(help="Let a warning fail the run too.")] = False,
    select: Annotated[Codes, Option(metavar="CODE[,...]", help="Report only these codes.")] = None,
    ignore: Annotated[Codes, Option(metavar="CODE[,...]", help="Leave these codes out.")] = None,
    max_findings: Annotated[
        int | None,
        Option(metavar="N", min=0, help="Show the N worst (default: 20 a file; 0: all)."),
    ] = None,
    changed_since: Annotated[
        str | None,
        Option(metavar="REV", help="Report only what was not found where REV branched off."),
    ] = None,
    stdin: Annotated[
        bool, Option("--stdin", help="Check what is typed in, in place of the --as file.")
    ] = False,
    as_path: Annotated[
        Path | None, Option("--as", metavar="PATH", help="The file that --stdin stands for.")
    ] = None,
    form: Annotated[
        FindingsFormat | None,
        Option("--format", help="How it is written (default: text; in CI, the host's)."),
    ] = None,
    output: Output = None,
    _no_cache: NoCache = False,
) -> int:
    """Check every record, and say where each mistake is and how to mend it.

    All records are always read; a PATH, a code or a revision only chooses which findings count.

    Example: gsca validate data/cities --ignore stale-state
    """
    subject = the_subject(root, today, at, stdin=stdin, path=as_path)
    checked = subject.checked()
    found = chosen(
        checked.findings,
        paths=subject.paths(paths or []),
        # A record that was copied is found where the other one stands.
        or_about=bool(paths),
        select=codes_of("--select", select),
        ignore=codes_of("--ignore", ignore),
    )
    found = with_excerpts(subject.snapshot, found)
    if changed_since is not None:
        found = subject.brought_in(changed_since, checked, found)
    found = subject.with_mends(checked.alliance, found)
    shown, hidden = capped(found, max_findings)
    verdict = Verdict(
        shown,
        hidden,
        counted(found),
        checked.read,
        checked.files,
        subject.folder,
        sum(finding.mend is not None for finding in found),
    )
    give(verdict, the_format(form, os.environ), output, os.environ, strict=strict)
    return int(verdict.fails(strict=strict))
