"""Templates and plain figures to text, in a sandbox: the only user of jinja2.

A template may come from a stranger's pull request. It reaches no Python, no file and no other
template than those it is given; what it writes of a record is escaped.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from typing import Any, Final

from jinja2 import FunctionLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from gsca_cli.render.markdown import amount, at_latest, brackets, linked, markdown, when

LARGEST_OUTPUT: Final = 5_000_000
_OF_MAPS: Final = frozenset(dir(dict))
_MODULE: Final = "jinja2.environment.TemplateModule"


class TemplateProblem(Exception):  # noqa: N818 (it becomes a message at a place)
    """A template that cannot be used: which one, on which line, and why."""

    def __init__(self, name: str, line: int, message: str) -> None:
        super().__init__(message)
        self.name = name
        self.line = line
        self.message = message


def render_template(
    templates: Mapping[str, str],
    name: str,
    figures: Mapping[str, Any],
    own: Collection[str] = (),
) -> str:
    """The text that a template makes of figures; mistakes are looked for in those of `own` first.

    Raises:
        TemplateProblem: the template is wrong, or writes too much.
    """
    return "".join(_bounded(name, render_pieces(templates, name, figures, own)))


def render_pieces(
    templates: Mapping[str, str],
    name: str,
    figures: Mapping[str, Any],
    own: Collection[str] = (),
) -> Iterator[str]:
    """The same text piece by piece, as long as the figures make it.

    Raises:
        TemplateProblem: the template is wrong.
    """
    environment = _environment(templates)
    try:
        yield from environment.get_template(name).generate(**figures)
    except TemplateSyntaxError as error:
        raise TemplateProblem(error.name or name, error.lineno, str(error.message)) from error
    except TemplateProblem:
        raise
    except TemplateNotFound as error:
        where, line = _place_of(error, name, templates, own)
        raise TemplateProblem(where, line, f"there is no template `{error}`") from error
    except RecursionError as error:
        raise TemplateProblem(name, 1, "it calls itself without an end") from error
    except MemoryError as error:
        raise TemplateProblem(name, 1, "it needs too much memory") from error
    except Exception as error:
        # Whatever a stranger's template can raise is a mistake in that template.
        where, line = _place_of(error, name, templates, own)
        raise TemplateProblem(where, line, _told(error)) from error


def _told(error: Exception) -> str:
    """What went wrong, in the words of whoever writes templates."""
    text = str(error) or type(error).__name__
    return text.replace(f"'{_MODULE} object' has no attribute", "the template has no macro")


class _Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox, which looks for a value of a map in the map before anything else.

    It gives the same: no map has an attribute with the name of such a value. But it would first
    let Python fail to find one, some hundred thousand times in a long table.
    """

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) is dict and attribute in obj and attribute not in _OF_MAPS:
            return obj[attribute]
        return super().getattr(obj, attribute)


def _environment(templates: Mapping[str, str]) -> ImmutableSandboxedEnvironment:
    environment = _Sandbox(
        loader=FunctionLoader(partial(_source, templates)),
        undefined=StrictUndefined,
        # Every value is escaped as Markdown by `finalize`; what comes out is marked as safe, so
        # that the HTML escape which follows leaves it alone.
        autoescape=True,
        finalize=markdown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    # What a report does not need: no chance, and nothing that shows how Python sees a value.
    environment.globals = {"range": environment.globals["range"]}
    for name in ("random", "pprint", "xmlattr"):
        del environment.filters[name]
    environment.filters |= {
        "amount": amount,
        "at_latest": at_latest,
        "brackets": brackets,
        "linked": linked,
        "when": when,
    }
    return environment


def _source(templates: Mapping[str, str], name: str) -> tuple[str, str, Callable[[], bool]] | None:
    """A template by its name; the name stands for its file, so that tracebacks tell it."""
    return (templates[name], name, lambda: True) if name in templates else None


def _bounded(name: str, chunks: Iterator[str]) -> Iterator[str]:
    written = 0
    for chunk in chunks:
        written += len(chunk)
        if written > LARGEST_OUTPUT:
            raise TemplateProblem(name, 1, f"it writes more than {LARGEST_OUTPUT:,} characters")
        yield chunk


def _place_of(
    error: Exception, name: str, templates: Collection[str], own: Collection[str]
) -> tuple[str, int]:
    """The innermost line on the way to an error, of a template of somebody's own if there is one.

    Jinja2 puts them in the traceback.
    """
    frames = [(name, 1)]
    trace = error.__traceback__
    while trace:
        frames.append((trace.tb_frame.f_code.co_filename, trace.tb_lineno))
        trace = trace.tb_next
    theirs = [frame for frame in frames if frame[0] in own]
    return theirs[-1] if theirs else [frame for frame in frames if frame[0] in templates][-1]
