"""Figures and a template to a document: the repository's own template first, then ours."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from gsca_cli.findings import UNSEEN
from gsca_cli.render.built_in import built_in_templates
from gsca_cli.render.plain import plain
from gsca_cli.render.templates import TemplateProblem, render_pieces
from gsca_cli.render.told import told

# A template can write what no record may hold: nothing may steer a terminal.
# A carriage return hides what stands before it on its line.
CONTROL = re.compile(rf"[{UNSEEN}\r]")

PIECE: Final = 1 << 16
"""About as many letters of a document are written together."""


def render_markdown(name: str, figure: Any, own: Mapping[str, str]) -> str:
    """A report as Markdown.

    `own` are the repository's templates by name; where one differs from ours, they may be a
    stranger's, and are run in a process of their own.

    Raises:
        TemplateProblem: a template cannot be used.
    """
    return "".join(markdown_pieces(name, figure, own))


def markdown_pieces(name: str, figure: Any, own: Mapping[str, str]) -> Iterator[str]:
    """The same piece by piece: a table may have thousands of rows.

    Raises:
        TemplateProblem: a template cannot be used.
    """
    built_in = built_in_templates()
    figures = plain(figure)
    if figures.get("moved"):
        figures["moved"] = told(figure.moved)
    templates = {**built_in, **own}
    if own.items() <= built_in.items():
        return tidied(render_pieces(templates, f"{name}.md.j2", figures))
    # The machinery of processes is loaded only by who needs it.
    from gsca_cli.render.confined import render_confined  # noqa: PLC0415

    theirs = sorted(key for key, text in own.items() if built_in.get(key) != text)
    try:
        return tidied([render_confined(templates, f"{name}.md.j2", figures, theirs)])
    except TemplateProblem as problem:
        if problem.name in theirs:
            raise
        # Ours works with ours: so what is wrong is one of theirs that it goes by.
        place = f"{problem.name}:{problem.line} of gsca"
        raise TemplateProblem(theirs[0], 1, f"{problem.message}, in {place}") from problem


def tidied(pieces: Iterable[str]) -> Iterator[str]:
    """A document without what a template leaves behind: nothing before it, one line end after it.

    Conditions in templates leave empty lines too; in Markdown, one says as much as three.
    """
    # Nobody knows how many line ends there are until something else follows.
    open_end = ""
    begun = False
    for piece in _larger(pieces):
        text = CONTROL.sub(lambda found: f"U+{ord(found[0]):04X}", open_end + piece)
        said = text.rstrip()
        open_end = text[len(said) :]
        said = re.sub(r"\n{3,}", "\n\n", said if begun else said.lstrip())
        begun = begun or bool(said)
        yield said
    yield "\n"


def _larger(pieces: Iterable[str]) -> Iterator[str]:
    """The pieces, joined to larger ones."""
    joined: list[str] = []
    letters = 0
    for piece in pieces:
        joined.append(piece)
        letters += len(piece)
        if letters >= PIECE:
            yield "".join(joined)
            joined.clear()
            letters = 0
    yield "".join(joined)
