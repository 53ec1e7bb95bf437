"""An independent reader of Markdown: what a text looks like once it is rendered."""

from html.parser import HTMLParser

from markdown_it import MarkdownIt

RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


class _Tables(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[str]]] = []
        self.tags: set[str] = set()
        self._in_cell = False

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self.tags.add(tag)
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in {"td", "th"}:
            self.tables[-1][-1].append("")
            self._in_cell = True

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th"}:
            self._in_cell = False

    def handle_data(self, data: str) -> None:
        if self._in_cell:
            self.tables[-1][-1][-1] += data


def rendered(text: str) -> _Tables:
    """The tables of a Markdown text, cell by cell as a reader sees them, and all tags used."""
    reader = _Tables()
    reader.feed(RENDERER.render(text))
    return reader


def tables(text: str) -> list[list[list[str]]]:
    """The tables of a Markdown text, rows of cells as a reader sees them."""
    return rendered(text).tables
