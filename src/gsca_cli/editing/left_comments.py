"""Comments that stay behind a value that changed, and may speak of the old one."""

from collections.abc import Iterator

from gsca_cli.documents.document import Document
from gsca_cli.documents.rewrite import same
from gsca_cli.documents.rewriting.layout import Layout
from gsca_cli.findings import shown


def left_comments(before: Document, after: Document) -> Iterator[str]:
    """Where such a comment stands, and what it says: a person must see whether it still holds."""
    layout = None
    for route in after.places:
        value = after.value(route)
        if not route or isinstance(value, dict | list) or route not in before.places:
            continue
        if same(before.value(route), value):
            continue
        layout = layout or Layout(after.text)
        end = layout.tree.entry(route).end
        if found := layout.lines.comment_behind(end):
            line = after.locate(route).line
            comment = shown(layout.lines.behind(found[1]).rstrip())
            yield f"{after.path}:{line}: the comment {comment} stays; does it still hold?"
