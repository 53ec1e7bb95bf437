"""Mistakes that an editor must show where `gsca validate` reports them."""

from collections.abc import Mapping
from typing import Final, NamedTuple

_CITY: Final = "name: Bergen\ncountry: 'NO'\nsources: [paper]\n"
_REGION: Final = "name: South\nsources: [paper]\n"


class Slip(NamedTuple):
    """A file with a mistake in it, which begins where `^` stands."""

    path: str
    marked: str

    @property
    def text(self) -> str:
        """The file itself."""
        return self.marked.replace("^", "", 1)

    @property
    def place(self) -> tuple[int, int]:
        """The line and the column of the mistake, both from 1."""
        before = self.marked.partition("^")[0]
        return before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1


def _city(lines: str) -> Slip:
    return Slip("data/cities/bergen.yaml", _CITY + lines)


def _region(lines: str) -> Slip:
    return Slip("data/regions/south.yaml", _REGION + lines)


SLIPS: Final[Mapping[str, Slip]] = {
    "policy, as a key": _city("policies:\n  ^opn-data:\n"),
    "policy, in a list": _region("columns: [open-data, ^opn-data]\n"),
    "policy, in a map": _region("columns:\n  - policy: ^opn-data\n"),
    "status, bare": _city("steps:\n  letter: ^complete\n"),
    "status, in a map": _city("steps:\n  letter: {status: ^complete, since: 2022}\n"),
    "status of a selection": _city("policies:\n  open-data:\n    status: ^complete\n"),
    "step": _city("steps:\n  ^leter: completed\n"),
    "step of a selection": _city("policies:\n  open-data:\n    steps: {^leter: }\n"),
    "region": _city("regions:\n  ^nort: member\n"),
    "role, bare": _city("regions:\n  north: ^membr\n"),
    "role, in a map": _city("regions:\n  north: {role: ^membr}\n"),
    "cohort": _city("regions:\n  north: {cohort: ^frist}\n"),
    "standing": _city("regions:\n  north: {standing: ^activ}\n"),
    "programme": _city("programmes:\n  ^pioneer:\n"),
    "source": Slip("data/cities/bergen.yaml", "name: A\ncountry: 'NO'\nsources: [^papr]\n"),
    "source with fields": Slip(
        "data/cities/bergen.yaml", "name: A\ncountry: 'NO'\nsources:\n  - {^papr: [name]}\n"
    ),
    "track": _region("track: ^adoptoin\n"),
    "principle": Slip(
        "data/policies/dig-once.yaml", "name: Dig\nprinciple: ^privaci\nsources: [paper]\n"
    ),
    "phase": Slip(
        "data/tracks/other.yaml",
        "name: Other\nwalked_by: city\nsources: [paper]\n"
        "steps: [{id: one, name: One, phase: ^first}]\n",
    ),
    "code of a check": Slip("gsca.yaml", "name: Test\nchecks: {^stale-sate: notice}\n"),
    "severity of a check": Slip("gsca.yaml", "name: Test\nchecks: {stale-state: ^loud}\n"),
    "country": Slip("data/cities/bergen.yaml", "name: A\ncountry: ^XX\nsources: [paper]\n"),
    "field": _city("^polices:\n  open-data:\n"),
    "field of a state": _city("steps:\n  letter: {^stats: completed}\n"),
    "field of a note": _city("notes:\n  - text: Hello\n    ^dat: 2022\n"),
    "no name": Slip("data/cities/bergen.yaml", "^country: 'NO'\nsources: [paper]\n"),
    "empty name": Slip("data/cities/bergen.yaml", "^name:\ncountry: 'NO'\nsources: [paper]\n"),
    "no text in a note": _city("notes:\n  - ^{date: 2022-12}\n"),
    "half a place": _city("^location: {lat: 60.39}\n"),
    "list for a map": _city("programmes: ^[pioneers]\n"),
    "text for a list": _city("notes: ^Hello\n"),
    "text for a number": _city("location: {lat: ^north, lon: 5.32}\n"),
    "text for a count": _city("population: {value: ^many}\n"),
    "flag for a text": _city("notes:\n  - text: ^true\n"),
    "text for a flag": _region("cohorts:\n  late: {name: Late, founding: ^maybe}\n"),
    "month of one digit": _city("steps:\n  letter: {since: ^2022-5}\n"),
    "thirteenth month": _city("steps:\n  letter: {since: ^2022-13}\n"),
    "span without an end": _city("steps:\n  letter: {since: ^2022-05/}\n"),
    "link without its beginning": _city("steps:\n  letter:\n    evidence: [^example.org]\n"),
    "amount in words": _city("claims: [{count: members, value: ^three, sources: [paper]}]\n"),
    "what is counted": _city("claims: [{count: ^member, value: 3, sources: [paper]}]\n"),
    "language": Slip(
        "data/cities/bergen.yaml",
        "name: {en: Bergen, ^norwegian: Bergen}\ncountry: 'NO'\nsources: [paper]\n",
    ),
    "subdivision": _city("subdivision: ^Vestland\n"),
    "choice": _city("steps:\n  letter: {reported_by: ^mayor}\n"),
}

RIGHT: Final[Mapping[str, Slip]] = {
    "bare forms": _city(
        "aliases: [Bjorgvin, {name: 1070}]\n"
        "notes: [Hello, {text: {en: Hello, nb: Hei}, date: 2022}]\n"
        "population: 291940\n"
        "regions: {north: observer}\n"
        "policies: {open-data: in-progress, dig-once: }\n"
        "steps: {letter: completed, plan: }\n"
        "programmes: {pioneers: }\n"
    ),
    "whole forms": _city(
        "population: {value: 291940, as_of: 2023}\n"
        "regions: {north: {role: member, cohort: first, joined: 2021-04, standing: active}}\n"
        "policies: {open-data: {status: in-progress, chosen: unknown, steps: {letter: unknown}}}\n"
        "steps:\n"
        "  letter:\n"
        "    status: completed\n"
        "    since: ../2022-06\n"
        "    as_of: 2021-01/2021-03\n"
        "    evidence: [https://example.org/plan?a=b]\n"
        "    sources: [paper, {paper: [status]}, {source: paper, supports: [since]}]\n"
        "claims: [{count: 'cohort:first', value: '>40', sources: [paper]}]\n"
    ),
    "nothing behind the colons": _city(
        "aliases:\nnotes:\ninferred:\nvariants:\nclaims:\nformer_ids:\nsubdivision:\nlocation:\n"
        "population:\nprogrammes:\nregions:\nsteps:\n"
        "policies: {open-data: {status: , since: , note: , evidence: , sources: , reviewed: }}\n"
    ),
}
