"""The proof that a merge lost no comment."""

from collections import Counter

from gsca_cli.documents.document import Document
from gsca_cli.documents.merging.versions import Versions
from gsca_cli.documents.reformat import comment_lines
from gsca_cli.documents.rewriting.layout import Layout

Comments = Counter[str]


def comments_in(document: Document) -> Comments:
    """The comments of a document, line by line, each with how often it stands there.

    Raises:
        ValueError: its layout cannot be made out.
    """
    # The version before all others may hold nothing at all.
    return Counter(comment_lines(Layout(document.text))) if document.data else Counter()


def comments_to_keep(documents: Versions) -> Comments:
    """The comments that a merge must hold: all of both sides, but for those that one took away.

    Raises:
        ValueError: the layout of a document cannot be made out.
    """
    base, ours, theirs = (comments_in(each) for each in documents)
    return Counter({each: _wanted(base[each], ours[each], theirs[each]) for each in ours | theirs})


def _wanted(base: int, ours: int, theirs: int) -> int:
    """How often a comment must stand there, by how often it stands in three versions."""
    if theirs == base:
        return ours
    if ours == base:
        return theirs
    return max(ours, theirs) if max(ours, theirs) > base else min(ours, theirs)
