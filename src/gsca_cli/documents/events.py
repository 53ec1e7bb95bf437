"""The events and tokens of a YAML text: the only door to the libraries that read it."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from gsca_cli.documents.document import Span, Spot


class EventKinds(NamedTuple):
    """The classes that a reader uses for its events."""

    document_start: type
    mapping_start: type
    mapping_end: type
    sequence_end: type
    scalar: type
    alias: type


class Reader(NamedTuple):
    """A library that turns text into events, and what it raises when it cannot.

    Its errors may carry `problem`, `problem_mark` and `context_mark`. The name says its version.
    """

    name: str
    kinds: EventKinds
    events: Callable[[str], Iterator[Any]]
    errors: tuple[type[Exception], ...]


def _kinds(events: Any) -> EventKinds:
    return EventKinds(
        events.DocumentStartEvent,
        events.MappingStartEvent,
        events.MappingEndEvent,
        events.SequenceEndEvent,
        events.ScalarEvent,
        events.AliasEvent,
    )


def libyaml_reader() -> Reader:
    """The fast reader.

    Raises:
        ImportError: PyYAML was built without libyaml.
    """
    import yaml  # noqa: PLC0415 (loaded by the first file that is read)
    from yaml._yaml import CParser  # noqa: PLC0415 (its loaders are made of it)

    def events(text: str) -> Iterator[Any]:
        return iter(CParser(text).get_event, None)

    return Reader(f"libyaml {yaml.__version__}", _kinds(yaml.events), events, (yaml.YAMLError,))


def ruamel_reader() -> Reader:
    """The reference reader, in plain Python."""
    from ruamel.yaml import YAML, __version__, events  # noqa: PLC0415 (loaded where libyaml is missing)
    from ruamel.yaml.error import YAMLError  # noqa: PLC0415

    return Reader(
        f"ruamel.yaml {__version__}",
        _kinds(events),
        lambda text: iter(YAML(typ="safe", pure=True).parse(text)),
        (YAMLError,),
    )


def best_reader() -> Reader:
    """The one of libyaml where that is there, of ruamel.yaml elsewhere."""
    try:
        return libyaml_reader()
    except ImportError:
        return ruamel_reader()


def tokens(text: str) -> Iterator[Any]:
    """The tokens of a text that was read before: every indicator, key and value, with its marks.

    They come from libyaml, or from PyYAML itself where that was built without it.

    Raises:
        ValueError: the text is no YAML after all.
    """
    import yaml  # noqa: PLC0415 (loaded by the first file that is edited)

    try:
        from yaml._yaml import CParser  # noqa: PLC0415 (its loaders are made of it)
    except ImportError:
        found = yaml.scan(text, Loader=yaml.SafeLoader)
    else:
        found = iter(CParser(text).get_token, None)
    try:
        yield from found
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error


def span_of(event: Any) -> Span:
    """Where an event stands."""
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def spot_of(event: Any) -> Spot:
    """Where an event begins, and how far it goes on that line; one column at least."""
    start, end = event.start_mark, event.end_mark
    line, column, end_column = start.line, start.column + 1, end.column + 1
    if end.line != line or end_column <= column:
        end_column = column + 1
    return line + 1, column, end_column


def end_of(event: Any) -> Span:
    """Where an event ends."""
    end = event.end_mark
    return Span(end.line + 1, end.column + 1, end.line + 1, end.column + 1)


def is_nothing(event: Any) -> bool:
    """Does an event stand for nothing that is written?"""
    return bool(event.start_mark.index == event.end_mark.index)
