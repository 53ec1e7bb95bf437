"""A field has nothing behind its colon.

gsca reads it as if it were not there. Often something should be: a value that was cut off, or one
that begins with `#` and so became a comment.

Wrong: `note: #1 of five cities`
Right: `note: '#1 of five cities'`
To fix it: write the value, in quotes if it begins with `#`, or delete the field.
"""

from collections.abc import Iterator

from gsca_cli.alliance.entry import Entry
from gsca_cli.checks.check import Check, Context, Problem, never
from gsca_cli.findings import Severity, dotted, shown


def look(entry: Entry, _: Context) -> Iterator[Problem]:
    """Every field of the file; an id alone, as under `policies`, says enough."""
    document = entry.document
    if None not in document.words:
        return
    from gsca_cli.alliance.cures.fitting import fields_at  # noqa: PLC0415 (few files need it)

    for route in document.places:
        if (
            route
            and document.value(route) is None
            and route[-1] in fields_at(entry.kind, route[:-1])
        ):
            yield Problem(
                route,
                f"{shown(dotted(route))} has nothing behind its colon",
                "write the value, in quotes if it begins with #, or delete the field",
            )


# What is empty is never read at a glance, but for ids, which say enough.
CHECK = Check("empty-field", Severity.NOTICE, look=look, finds_from=never)
