"""The language that somebody asks for, and whether anything is told in it."""

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.cli.messages import tell
from gsca_cli.cli.options import the_language


def language_of(alliance: Alliance, tag: str | None) -> str:
    """The language that is asked for, or else that of the alliance; one that no name has is told.

    Raises:
        UsageError: it is no tag of BCP 47.
    """
    asked, usual = the_language(tag), alliance.settings.language
    if asked and asked != usual and not _is_spoken(alliance, asked):
        tell(f"--lang {asked}: no record has a name in it; names are shown in {usual}")
    return asked or usual


def _is_spoken(alliance: Alliance, tag: str) -> bool:
    """Has any record a name in a language, or in a wider form of it?"""
    tags = {tag, tag.split("-", maxsplit=1)[0]}
    return any(not tags.isdisjoint(brief.names) for brief in alliance.everything())
