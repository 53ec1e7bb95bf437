"""A text is given in some languages, but not in the default one.

Reports fall back to the default language where a translation is missing; without it there is
nothing to fall back to. A text without a map is the same in every language and needs none.

Wrong: `name: {ja: 東京}`
Right: `name: {en: Tokyo, ja: 東京}`
To fix it: add the text in the language that `gsca.yaml` names as `language`.
"""

from collections.abc import Iterator
from datetime import date

from gsca_cli.alliance.at_a_glance.seen import Seen
from gsca_cli.alliance.entry import Entry
from gsca_cli.checks.check import ANY_DAY, NEVER, Check, Context, Problem
from gsca_cli.findings import Severity
from gsca_cli.records.texts import ANY_LANGUAGE, Texts


def look(entry: Entry, context: Context) -> Iterator[Problem]:
    """Every text of the record, once the default language is known."""
    if not context.settings_known:
        return
    default = context.settings.language
    for route, text in entry.parts:
        if not isinstance(text, Texts):
            continue
        if default not in text and ANY_LANGUAGE not in text:
            typo = next((tag for tag in text if sorted(tag) == sorted(default)), None)
            yield Problem(
                (*route, typo) if typo else route,
                f"the text is given in {', '.join(text)}, but not in {default}",
                f"did you mean `{default}`?"
                if typo
                else f"add `{default}: ...`, the default language",
                key=True,
            )


def finds_in(seen: Seen, context: Context) -> date:
    """Every text is given in the default language, or is the same in all."""
    default = context.settings.language
    for texts in seen.texts:
        if default not in texts and ANY_LANGUAGE not in texts:
            return ANY_DAY
    return NEVER


CHECK = Check("missing-language", Severity.ERROR, look=look, finds_in=finds_in)
