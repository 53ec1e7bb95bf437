"""A record of each kind that gives all that is read at a glance."""

from collections.abc import Mapping

from gsca_cli.kinds import Kind
from gsca_cli.snapshots.repository import RecordPath

PLACES: Mapping[Kind, RecordPath] = {
    kind: RecordPath(path, kind, name)
    for kind, path, name in (
        (Kind.CITY, "data/cities/oslo.yaml", "oslo"),
        (Kind.REGION, "data/regions/north.yaml", "north"),
        (Kind.POLICY, "data/policies/dig-once.yaml", "dig-once"),
        (Kind.PRINCIPLE, "data/principles/privacy.yaml", "privacy"),
        (Kind.TRACK, "data/tracks/adoption.yaml", "adoption"),
        (Kind.PROGRAMME, "data/programmes/pioneers.yaml", "pioneers"),
        (Kind.PARTNER, "data/partners/uclg.yaml", "uclg"),
        (Kind.SOURCE, "data/sources/paper.yaml", "paper"),
        (Kind.ALLIANCE, "gsca.yaml", "gsca"),
    )
}

FULL: Mapping[Kind, str] = {
    Kind.CITY: """\
# Kept by the secretariat.
name:
  en: Oslo
  nb: Ósló
country: 'NO'  # Norway
subdivision: NO-03
location: {lat: 59.9139, lon: 10.7522}
population: {value: 709037, as_of: 2023, sources: [paper]}
aliases:
  - Christiania
  - name: Kristiania
    sources: [paper]
former_ids: [christiania]
programmes:
  pioneers: {joined: 2020-11}
  schools:
regions:
  north: {role: member, cohort: first, joined: 2021}
policies:
  open-data:
  dig-once: completed
  clean-air:
    status: in-progress
    since: 2024-01
    due: 2025
    evidence: [https://example.org/plan.pdf]
    steps:
      letter: {status: completed, since: 2023-05, sources: [paper]}
      plan:
        status: in-progress
        note: The first review found gaps.
steps:
  letter: completed
  plan: {status: in-progress, since: 2022-05, reviewed: {date: 2024-05, role: mayor}}
notes:
  - It is so.
  - date: 2021-04
    text:
      en: Adopted with 34 votes to 11.
      nb: Vedtatt.
  - >-
    The minutes say "as soon as it can be", and
    name no day: it is not known.
  - text: >-
      A draft of the plan
      is out for comments, #12 of them by June.
    sources: [paper]
sources:
  - paper
  - minutes: [policies, steps]
inferred:
  country: the source prints no country
  location.lat: we looked it up
  name.nb: our own spelling
  regions.north.cohort: a city of 2021 is taken to be in the first cohort
  steps.plan.since: >-
    the paper says "as of
    May 2022"
  policies.clean-air.steps.letter.since: it is so
""",
    Kind.REGION: """\
name: North
secretariat: The office
supporters: [Deloitte, The bank]
seat:
  en: Oslo
  nb: Ósló
announced: 2020
launched: 2021-04-07
languages: [en, nb]
cadence: Twice a year
track: adoption
columns:
  - open-data
  - {policy: dig-once, added: 2022}
steps:
  letter: completed
  plan:
    status: in-progress
    since: 2024-01
cohorts:
  first: {name: First cohort, since: 2021, founding: true}
  second:
    name:
      en: Second cohort
    founding: false
    sources: [paper]
meetings:
  - {date: 2022-05-17, kind: community, title: First meeting}
  - date: 2023-05
    sources: [minutes]
sources:
  - paper: [announced, cohorts]
inferred:
  languages: that one of them is Bokmål is general knowledge
  steps.letter: it is so
""",
    Kind.POLICY: """\
name: Dig Once
principle: privacy
summary: >-
  Open the street a single time,
  and lay all pipes.
foundational: true
releases:
  - {version: "1.0", date: 2020-11, sources: [paper]}
  - version: "2"
contents:
  - Purpose and scope
benchmarks:
  one-permit:
    text: There is one permit for all works
    figures:
      - {wording: most cities have none, percent: "<50", base: 36 cities, sources: [paper]}
      - wording: a third
        percent: 33
    sources: [paper]
related: [open-data]
link: https://example.org/dig-once
sources: [paper]
""",
    Kind.PRINCIPLE: """\
name: Privacy and trust
short_name: Privacy
notes:
  - It is so.
sources: [paper]
""",
    Kind.TRACK: """\
name: Adoption
walked_by: city
phases:
  - {id: early, name: Early}
  - {id: late, name: Late}
steps:
  - {id: letter, name: Letter, phase: early, former_ids: [note]}
  - id: plan
    name: Plan
    phase: late
    description: A plan for the works
    sources: [paper]
statuses: [completed, in-progress, unknown]
sources: [paper]
""",
    Kind.PROGRAMME: """\
name: Pioneers
summary: The first of all
started: 2020
link: https://example.org/pioneers
former_ids: [pilots]
sources: [paper]
""",
    Kind.PARTNER: """\
name: UCLG
kind: network
listed_in: [paper, minutes]
aliases: [United Cities]
sources: [paper]
""",
    Kind.SOURCE: """\
title: A paper
publisher: The office
date: 2022-06-11
link: https://example.org/paper.pdf
kind: primary
read: The whole of it
""",
    Kind.ALLIANCE: """\
name: Test Alliance
summary: Cities that help each other.
link: https://example.org
language: en
statuses:
  - id: done
    name: Done
    symbol: "●"
    class: done
    colour: '#2e7d32'
    former_ids: [ready]
  - {id: open, name: Open, symbol: "-", class: active}
  - {id: unclear, name: Unclear, symbol: x, class: unknown}
roles:
  - {id: member, name: Member}
  - {id: observer, name: Observer, counts: false}
standings:
  - id: active
    name: Active
events:
  - {date: 2020-05, text: It began., sources: [paper]}
checks:
  stale-state: silent
  future-date: warning
sources: [paper]
""",
}
