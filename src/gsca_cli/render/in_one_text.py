"""A finding for formats that have one text for all that it says."""

from gsca_cli.findings import Finding, printable


def in_one_text(finding: Finding) -> str:
    """What is wrong, and how to mend it."""
    message = printable(finding.message)
    return f"{message}. Cure: {printable(finding.hint)}" if finding.hint else message
