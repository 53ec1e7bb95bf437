"""A model policy that cities may adopt."""

from pydantic import Field

from gsca_cli.records.record import Record
from gsca_cli.records.values import (
    Amount,
    Citations,
    Date,
    Flag,
    Link,
    LocalText,
    Model,
    PolicyId,
    PrincipleId,
    Text,
)


class Release(Model):
    """A published version of the policy."""

    version: Text | None = Field(default=None, description="The version, as published.")
    date: Date | None = Field(default=None, description="When it was published.")
    note: LocalText | None = Field(default=None, description="A remark.")
    sources: Citations = Field(default=(), description="The sources of the release.")


class Figure(Model):
    """A benchmark figure as one publication gives it."""

    wording: LocalText = Field(description="The figure in the words of the source.")
    percent: Amount | None = Field(default=None, description="The figure in percent: 17, '<25'.")
    base: LocalText | None = Field(default=None, description="Who was asked.")
    sources: Citations = Field(default=(), description="Who published it.")


class Benchmark(Model):
    """One thing the policy asks for, and how many cities were found to do it."""

    text: LocalText = Field(description="What the policy asks for.")
    figures: tuple[Figure, ...] = Field(default=(), description="Each figure as published.")
    sources: Citations = Field(default=(), description="Where the element itself is named.")


class Policy(Record):
    """A model policy."""

    name: LocalText = Field(description="The title of the policy.")
    principle: PrincipleId | None = Field(
        default=None, description="The id of its guiding principle."
    )
    summary: LocalText | None = Field(default=None, description="Its purpose, in our own words.")
    foundational: Flag | None = Field(default=None, description="Is it one of the first set?")
    releases: tuple[Release, ...] | None = Field(
        default=None, description="Published versions. Absent: not known. Empty: unreleased."
    )
    contents: tuple[LocalText, ...] = Field(default=(), description="Its sections.")
    benchmarks: dict[Text, Benchmark] = Field(
        default_factory=dict, description="What it asks for, and the figures published on that."
    )
    related: tuple[PolicyId, ...] = Field(default=(), description="Ids of related policies.")
    link: Link | None = Field(default=None, description="Where it can be read.")
