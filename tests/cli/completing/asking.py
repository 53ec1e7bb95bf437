"""The words that gsca offers, as a shell that shows descriptions is told them."""

from gsca_cli.cli.completing.answer import lines


def offered(*words: str) -> dict[str, str]:
    """What may stand in place of the last word, and what is said of each."""
    pairs = (line.partition("\t") for line in lines("fish", *words))
    return {word: about for word, _, about in pairs}
