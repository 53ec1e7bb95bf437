"""What changed between two versions of the small alliance, in sentences."""

from collections.abc import Mapping

from small_alliance import TODAY, alliance_of

from gsca_cli.analysis.changes.comparison import Comparison, compared
from gsca_cli.analysis.changes.sides import Sides
from gsca_cli.analysis.edition import Edition, Wish
from gsca_cli.render.as_changes import sentences

Files = Mapping[str, str | bytes | None]


def sides_of(before: Files, after: Files, language: str = "en") -> Sides:
    """The small alliance with some files, and with others."""
    wish = Wish(language, TODAY)
    return Sides(*(Edition(alliance_of(files), wish) for files in (before, after)))


def comparison(before: Files, after: Files) -> Comparison:
    """What changed between the small alliance with some files, and with others."""
    return compared(sides_of(before, after))


def told(before: Files, after: Files) -> list[str]:
    """The same in sentences, each with the name of its record and its risks."""
    return [
        f"{record.name}: {text}{f' (!) {risks}' if risks else ''}"
        for record in comparison(before, after).records
        for text, risks in sentences(record)
    ]
