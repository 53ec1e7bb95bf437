"""Generated records: plain data, and the same as YAML in any style a person might use."""

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

TRAPS = ["NO", "on", "yes", "1:30", "2022-06", "2022-06-11", "1_000", "=", "0x", "1e", "é 加 👍"]
_LETTERS = st.characters(
    codec="utf-8",
    exclude_characters="\x7f\u2028\u2029\ufeff\ufffe\uffff",
    exclude_categories=("Cc", "Cs"),
)
_WORDS = st.text(_LETTERS, min_size=1, max_size=12)
SCALARS = (
    st.sampled_from(TRAPS)
    | st.integers(-(10**17), 10**17)
    | st.booleans()
    | st.none()
    | _WORDS
    | st.sampled_from([0.5, -74.0818, 1e-7, 12.0])
)
_NAMES = st.from_regex(r"[a-zé加][a-z-]{0,8}[a-z]", fullmatch=True).filter(
    lambda name: name not in {"null", "true", "false"}
)


def records(scalars: st.SearchStrategy[Any] = SCALARS) -> st.SearchStrategy[dict[str, Any]]:
    """A map of names to scalars, lists and maps, five levels deep at most."""
    values = st.recursive(
        scalars,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_NAMES, inner, max_size=3),
        max_leaves=8,
    )
    return st.dictionaries(_NAMES, values, min_size=1, max_size=4)


@st.composite
def written(draw: st.DrawFn, data: dict[str, Any]) -> str:
    """The data as YAML, with comments, blank lines, flow and block style, and any quotes."""
    lines: list[str] = []
    _block(draw, data, 0, lines)
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    return draw(st.sampled_from(["", "\ufeff"])) + newline.join(lines) + newline


def _block(draw: st.DrawFn, data: Any, indent: int, lines: list[str]) -> None:
    pad = " " * indent
    deeper = indent + draw(st.sampled_from([1, 2, 4]))
    entries = data.items() if isinstance(data, dict) else (("-", value) for value in data)
    for key, value in entries:
        lines.extend(draw(st.sampled_from([[], [], [""], [f"{pad}# é: [a comment"]])))
        head = f"{pad}-" if key == "-" else f"{pad}{draw(_quoted(key))}:"
        if isinstance(value, dict | list) and value and draw(st.booleans()):
            lines.append(head)
            _block(draw, value, deeper, lines)
        else:
            tail = draw(st.sampled_from(["", "", "  # it is so"]))
            lines.append(f"{head} {_flow(draw, value)}{tail}")


def _flow(draw: st.DrawFn, value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_flow(draw, item) for item in value) + "]"
    if isinstance(value, dict):
        items = [f"{draw(_quoted(key))}: {_flow(draw, item)}" for key, item in value.items()]
        return "{" + ", ".join(items) + "}"
    if value is None:
        return draw(st.sampled_from(["~", "null"]))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return draw(_quoted(value, plain=value in TRAPS))
    return repr(value)


def _quoted(text: str, *, plain: bool | None = None) -> st.SearchStrategy[str]:
    styles: list[Callable[[str], str]] = [
        lambda each: "'" + each.replace("'", "''") + "'",
        lambda each: '"' + each.replace("\\", "\\\\").replace('"', '\\"') + '"',
    ]
    if plain is None or plain:
        styles.append(lambda each: each)
    return st.sampled_from(styles).map(lambda style: style(text))
