"""The reports that gsca makes, written by its own templates or by the repository's."""

from collections.abc import Iterator, Mapping
from datetime import date
from importlib import import_module
from typing import Any

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import Brief
from gsca_cli.alliance.suggestions import suggestion
from gsca_cli.analysis.edition import Edition, Wish
from gsca_cli.errors import CannotRunError
from gsca_cli.findings import Finding, Location, Severity, printable
from gsca_cli.kinds import Kind
from gsca_cli.own_templates import own_templates
from gsca_cli.records.when import When
from gsca_cli.render.as_document import markdown_pieces, render_markdown
from gsca_cli.render.built_in import built_in_templates
from gsca_cli.render.templates import TemplateProblem
from gsca_cli.snapshots.repository import template_path
from gsca_cli.snapshots.snapshot import Snapshot

_LONGEST = 300
"""Letters of a template's own complaint, which it may make as long as it likes."""
_LONG_AGO = When.parse("1000")
"""All that has a date is new since then."""
REPORTS = {
    Kind.REGION: ("gsca_cli.analysis.region", "region_report"),
    Kind.CITY: ("gsca_cli.analysis.city", "city_report"),
    Kind.POLICY: ("gsca_cli.analysis.policy", "policy_report"),
    Kind.TRACK: ("gsca_cli.analysis.track", "track_report"),
    Kind.ALLIANCE: ("gsca_cli.analysis.overview", "overview"),
}


def figures_of(edition: Edition, kind: Kind, brief: Brief | None = None) -> Any:
    """The figures of the report on a record; only the module that is asked for is loaded."""
    module, name = REPORTS[kind]
    make = getattr(import_module(module), name)
    return make(edition) if kind is Kind.ALLIANCE else make(edition, brief)


def document(snapshot: Snapshot, kind: Kind, figures: Any) -> Iterator[str]:
    """A report as Markdown, piece by piece.

    Raises:
        CannotRunError: a template of the repository cannot be used.
    """
    own, findings = own_templates(snapshot, snapshot.files())
    if findings:
        raise CannotRunError(_told(findings[0]))
    try:
        yield from markdown_pieces(kind, figures, own)
    except TemplateProblem as problem:
        if problem.name not in own:
            raise
        raise CannotRunError(_told(_finding(problem))) from problem


def tried(own: Mapping[str, str], alliance: Alliance, today: date) -> list[Finding]:
    """What is wrong with the repository's templates: each report is tried on one record."""
    findings = _unused(own)
    # What is new since some day has parts of its own.
    editions = [
        Edition(alliance, Wish(alliance.settings.language, today, since))
        for since in (None, _LONG_AGO)
    ]
    for kind in REPORTS:
        for brief in list(alliance.of(kind).values())[:1]:
            try:
                for edition in editions:
                    render_markdown(kind, figures_of(edition, kind, brief), own)
            except TemplateProblem as problem:
                # One that does not end need not be waited for a second time.
                findings.append(_finding(problem))
    return list(dict.fromkeys(findings))


def _unused(own: Mapping[str, str]) -> list[Finding]:
    """The templates that no report goes by, and no other template names."""
    names = built_in_templates()
    return [
        Finding(
            "unused-template",
            Severity.WARNING,
            Location(template_path(name)),
            "no report uses this template",
            suggestion(name, names).before(f"a report goes by one of {', '.join(names)}"),
        )
        for name in own
        if name not in names and not any(name in text for text in own.values())
    ]


def _finding(problem: TemplateProblem) -> Finding:
    place = Location(template_path(problem.name), problem.line)
    hint = "compare it with the template of this name that comes with gsca"
    message = printable(problem.message[:_LONGEST])
    return Finding("template-error", Severity.ERROR, place, message, hint)


def _told(finding: Finding) -> str:
    return f"{finding.location}: {finding.message}"
