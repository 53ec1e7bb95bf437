import pytest
from small_alliance import checked

from gsca_cli.findings import Finding

STATUS = "{{id: {}, name: {}, symbol: {}, class: {}}}"
UNKNOWN = STATUS.format("unknown", "Unknown", "'?'", "unknown")


def found(**files: str) -> list[Finding]:
    """What the check finds in the small alliance with some files in place of its own."""
    places = {"alliance": "gsca.yaml", "track": "data/tracks/adoption.yaml"}
    places["region"] = "data/regions/north.yaml"
    changes = {places[key]: text for key, text in files.items()}
    return [each for each in checked(changes).findings if each.code == "same-word"]


def told(finding: Finding) -> str:
    at = finding.location
    return f"{at.line}:{at.column}-{at.end_column} {finding.message}"


def statuses(*lines: str) -> str:
    return "name: T\nstatuses:\n" + "".join(f"  - {line}\n" for line in (*lines, UNKNOWN))


DONE = STATUS.format("done", "Done", "X", "done")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            STATUS.format("gone", "Gone", "X", "excluded"),
            ["4:36-37 another status, `done`, has the symbol `X` too"],
        ),
        (
            STATUS.format("gone", "dóne", "Y", "excluded"),
            ["4:22-26 another status, `done`, has the name `dóne` too"],
        ),
        (
            STATUS.format("gone", "{en: Done, de: Weg}", "Y", "excluded"),
            ["4:22-23 another status, `done`, has the name `Done` too"],
        ),
        # In one language alone they read alike.
        (
            STATUS.format("gone", "{en: Gone, de: Done}", "Y", "excluded"),
            ["4:22-23 another status, `done`, has the name `Done` too"],
        ),
        (STATUS.format("gone", "Gone", "Y", "excluded"), []),
        # The name of one may be the symbol of another.
        (STATUS.format("gone", "X", "Y", "excluded"), []),
    ],
)
def test_two_statuses_that_look_the_same_are_told(line: str, expected: list[str]) -> None:
    findings = found(alliance=statuses(DONE, line))
    assert [told(each) for each in findings] == expected


def test_what_stands_in_for_a_language_may_look_the_same_in_it() -> None:
    done = STATUS.format("done", "{es: Hecho, en: Done}", "X", "done")
    gone = STATUS.format("gone", "{en: Gone, de: Done}", "Y", "excluded")
    assert [told(each) for each in found(alliance=statuses(done, gone))] == [
        "4:22-23 another status, `done`, has the name `Done` too"
    ]


def test_the_cure_and_the_other_one_are_named() -> None:
    (finding,) = found(alliance=statuses(DONE, STATUS.format("gone", "Gone", "X", "excluded")))
    assert finding.hint == "give one of the two another symbol"
    ((place, words),) = [(each.location, each.message) for each in finding.related]
    assert (place.path, place.line, words) == ("gsca.yaml", 3, "the other one")
    assert finding.severity == "warning"


@pytest.mark.parametrize(("field", "called"), [("roles", "role"), ("standings", "standing")])
def test_roles_and_standings_are_told_apart_too(field: str, called: str) -> None:
    text = f"name: T\n{field}:\n  - {{id: a, name: One}}\n  - {{id: b, name: one}}\n"
    (finding,) = found(alliance=text)
    assert told(finding) == f"4:19-22 another {called}, `a`, has the name `one` too"


def test_steps_phases_and_cohorts_are_told_apart_too() -> None:
    track = (
        "name: A\nwalked_by: city\nphases:\n  - {id: p, name: P}\n  - {id: q, name: p}\n"
        "steps:\n  - {id: letter, name: Same}\n  - {id: plan, name: same}\nsources: [paper]\n"
    )
    assert [told(each) for each in found(track=track)] == [
        "5:19-20 another phase, `p`, has the name `p` too",
        "8:22-26 another step, `letter`, has the name `same` too",
    ]
    region = "name: N\ncohorts:\n  a: {name: First}\n  b: {name: first}\nsources: [paper]\n"
    assert [told(each) for each in found(region=region)] == [
        "4:13-18 another cohort, `a`, has the name `first` too"
    ]


def test_three_of_a_kind_are_two_findings() -> None:
    lines = [STATUS.format(key, key, "X", "active") for key in ("a", "b", "c")]
    assert [each.location.line for each in found(alliance=statuses(*lines))] == [4, 5]


def test_the_words_that_are_built_in_differ() -> None:
    assert found(alliance="name: T\n") == []
