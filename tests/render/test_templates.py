"""Templates may come from a stranger's pull request: tests that try to escape."""

import sys
from pathlib import Path

import pytest
from jinja2.sandbox import ImmutableSandboxedEnvironment

from gsca_cli.render import confined
from gsca_cli.render.confined import render_confined
from gsca_cli.render.templates import LARGEST_OUTPUT, TemplateProblem, _Sandbox, render_template

FIGURES = {"name": "a | b", "rows": [{"city": "<b>"}], "none": None}


@pytest.mark.parametrize(
    "attribute", ["city", "items", "none", "gone", "__class__", "clear", "update"]
)
def test_in_a_map_the_same_is_found_as_by_the_sandbox_of_jinja2(attribute: str) -> None:
    figures = {"city": 5, "items": 6, "none": None, "__class__": 7}
    ours, theirs = _Sandbox(), ImmutableSandboxedEnvironment()
    found, expected = (each.getattr(figures, attribute) for each in (ours, theirs))
    assert (type(found), str(found)[:12]) == (type(expected), str(expected)[:12])


def render(text: str, **others: str) -> str:
    return render_template({"x.md.j2": text, **others}, "x.md.j2", FIGURES)


def problem_of(text: str) -> str:
    with pytest.raises(TemplateProblem) as caught:
        render(text)
    assert caught.value.name == "x.md.j2"
    return f"{caught.value.line}: {caught.value.message}"


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("{{ name }}", "a \\| b"),
        ("{% for row in rows %}{{ row.city }}{% endfor %}", "\\<b>"),
        ("{% macro m(x) %}[{{ x }}]{% endmacro %}{{ m(name) }}", "[a \\| b]"),
        ("{% set x %}{{ name }}{% endset %}{{ x }}", "a \\| b"),
        ('{{ name ~ "!" }}', "a \\| b!"),
        ('{{ [name, name] | join(", ") }}', "a \\| b, a \\| b"),
        ("{{ name | upper }}", "A \\| B"),
        ("{{ 3 }}", "3"),
    ],
)
def test_every_value_is_escaped_and_only_once(text: str, result: str) -> None:
    assert render(text) == result


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__ }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ name.__init__.__globals__ }}",
        "{{ rows.append(1) }}",
        "{{ '{0.__class__}'.format(name) }}",
        "{{ ''|attr('__class__') }}",
        "{{ ('{0.__cl' ~ 'ass__}')|format(name) }}",
        "{{ [('{0.__class__}').format]|map('call', name)|list }}",
        "{{ self.__init__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ range.__self__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ lipsum.__globals__ }}",
        "{{ config }}",
        "{% include '/etc/passwd' %}",
        "{% include '../gsca.yaml' %}",
        "{% include 'gsca.yaml' %}",
        "{% import 'os' as os %}",
        "{% extends '/etc/passwd' %}",
        "{{ name | random }}",
        "{{ unknown }}",
        "{{ rows[0].unknown }}",
        "{{ range(1000000) }}",
        "{% for x in range(10 ** 10) %}{% endfor %}",
        "{{ 1 // 0 }}",
        "{{ name + 1 }}",
        "{% raw",
        "{{",
        "{% endfor %}",
        "{{ name",
        "{% set x = %}",
        "{{ '\\ud800'.encode('utf-8') }}",
    ],
)
def test_nothing_leads_out_of_a_template(text: str) -> None:
    with pytest.raises(TemplateProblem) as caught:
        render(text)
    assert caught.value.line >= 1
    assert caught.value.message


def test_what_is_not_looked_up_is_not_shown() -> None:
    assert "class" not in render("{{ rows | map(attribute='__class__') | list }}")


def test_a_mistake_is_placed_at_its_line() -> None:
    assert problem_of("a\nb\n{{ unknown }}\n") == "3: 'unknown' is undefined"
    assert problem_of("a\n{% if %}\n").startswith("2: ")


def test_a_mistake_in_an_included_template_is_placed_there() -> None:
    with pytest.raises(TemplateProblem) as caught:
        render('{% include "y.md.j2" %}', **{"y.md.j2": "\n{{ unknown }}"})
    assert (caught.value.name, caught.value.line) == ("y.md.j2", 2)


def test_what_is_written_is_bounded() -> None:
    text = "{% for a in range(9999) %}{% for b in range(9999) %}0123456789{% endfor %}{% endfor %}"
    assert problem_of(text) == f"1: it writes more than {LARGEST_OUTPUT:,} characters"


CONFINED = pytest.mark.skipif(sys.platform == "win32", reason="no memory limit on Windows")


@pytest.mark.parametrize(
    "text",
    [
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        pytest.param("{{ 'x' * 10000000000 }}", marks=CONFINED),
        pytest.param("{{ 'x' | center(10000000000) }}", marks=CONFINED),
        pytest.param("{{ '%9999999999d' % 1 }}", marks=CONFINED),
        pytest.param("{{ 9 ** (9 ** (9 ** 9)) }}", marks=CONFINED),
    ],
)
def test_a_template_of_the_repository_cannot_hold_up_the_run(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confined, "SECONDS", 1)
    with pytest.raises(TemplateProblem) as caught:
        render_confined({"x.md.j2": text}, "x.md.j2", FIGURES)
    assert caught.value.name == "x.md.j2"


def test_a_confined_template_writes_the_same() -> None:
    assert render_confined({"x.md.j2": "{{ name }} é"}, "x.md.j2", FIGURES) == "a \\| b é"


def test_a_confined_template_is_placed_too() -> None:
    with pytest.raises(TemplateProblem) as caught:
        render_confined({"x.md.j2": "\n\n{{ unknown }}"}, "x.md.j2", FIGURES)
    assert (caught.value.line, caught.value.message) == (3, "'unknown' is undefined")


def test_no_template_is_found_by_its_path(tmp_path: Path) -> None:
    secret = tmp_path / "secret.md.j2"
    secret.write_text("secret")
    with pytest.raises(TemplateProblem):
        render(f"{{% include '{secret}' %}}")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit there")
def test_a_system_that_takes_no_limit_of_memory_still_writes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = []

    def refused(what: int, limits: tuple[int, int]) -> None:
        asked.append((what, limits))
        message = "current limit exceeds maximum limit"
        raise ValueError(message)

    monkeypatch.setattr("resource.setrlimit", refused)
    confined._limit_memory()  # noqa: SLF001 (a process of its own would not be seen to ask)
    assert len(asked) == 2
