"""gsca list: the records of a kind that match."""

from enum import StrEnum
from functools import partial
from typing import Annotated

from gsca_cli.alliance.records_only import records_only
from gsca_cli.analysis.query import NO_REGION, Filters, Listing, listing, matching
from gsca_cli.cli.declared import Argument, Option
from gsca_cli.cli.filters import Country, Policy, Programme, Region, Selected, Step, pairs
from gsca_cli.cli.languages import language_of
from gsca_cli.cli.limits import Limit, tell_hidden
from gsca_cli.cli.meant import ids_then
from gsca_cli.cli.opening import open_at, tell_errors
from gsca_cli.cli.options import (
    At,
    Language,
    Output,
    Root,
    TodayThen,
    terminal_width,
    the_kind,
    wants_colour,
    write,
)
from gsca_cli.cli.reading import NoCache
from gsca_cli.kinds import Kind
from gsca_cli.render.as_csv import cell, render_csv
from gsca_cli.render.as_json import render_json


class Format(StrEnum):
    """How a list is written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def command(
    kind: Annotated[str, Argument(metavar="KIND", help="cities, policies, regions ...")],
    root: Root = None,
    at: At = None,
    today: TodayThen = None,
    region: Region = None,
    country: Country = None,
    policy: Policy = None,
    selected: Selected = None,
    step: Step = None,
    programme: Programme = None,
    columns: Annotated[
        str | None,
        Option(metavar="A,B,...", help="What to show: fields such as name,country."),
    ] = None,
    limit: Limit = None,
    lang: Language = None,
    form: Annotated[Format, Option("--format", help="How it is written.")] = Format.TEXT,
    output: Output = None,
    _no_cache: NoCache = False,
) -> int:
    """List the records of a kind; of several filters, a city must fulfil each.

    Given twice, --country means either of the two; the others mean both.

    Example: gsca list cities --region north --step plan=unknown
    """
    one = region[0] if region and set(region) == {region[0]} != {NO_REGION} else None
    about = f"{Kind.REGION}/{one}" if one else None
    opened = open_at(root, today, at, about, findings=False)
    if at is not None:
        tell_errors(opened)
    alliance = records_only(opened.checked.alliance)
    then = partial(ids_then, alliance, past=opened.past)
    filters = Filters(
        regions=then(Kind.REGION, region or ()),
        countries=country or (),
        policies=then(Kind.POLICY, policy or ()),
        programmes=then(Kind.PROGRAMME, programme or ()),
        selected=pairs(selected),
        steps=pairs(step),
    )
    wanted = the_kind(kind)
    briefs = matching(alliance, wanted, filters)
    fields = [name.strip() for name in columns.split(",")] if columns else ()
    language = language_of(alliance, lang)
    found = listing(alliance, wanted, briefs[:limit], fields, language)
    write(_rendered(found, wanted, form, colour=wants_colour() and not output), output, pages=True)
    tell_hidden(len(found.rows), len(briefs))
    return 0


def _rendered(found: Listing, kind: Kind, form: Format, *, colour: bool) -> str:
    if form is Format.JSON:
        rows = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
        return render_json(kind.plural, rows)
    rows_of_cells = [[cell(value) for value in row] for row in found.rows]
    if form is Format.CSV:
        return render_csv(found.columns, rows_of_cells)
    if not found.rows:
        return f"No {kind.plural} match.\n"
    # rich is loaded only by who asks for it.
    from gsca_cli.render.as_terminal import render_table  # noqa: PLC0415

    return render_table(found.columns, rows_of_cells, terminal_width(), colour=colour)
