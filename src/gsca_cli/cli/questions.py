"""Asks a person on the terminal. Who is not asked is spared typer, which does it."""


def prompted(question: str) -> str:
    """The answer to a question; Ctrl-C, or the end of the input, is none and ends the run."""
    import typer  # noqa: PLC0415

    try:
        answer: str = typer.prompt(question, err=True)
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    return answer


def confirmed(question: str) -> bool:
    """Yes or no; Ctrl-C, or the end of the input, ends the run."""
    import typer  # noqa: PLC0415

    try:
        return typer.confirm(question, err=True)
    except typer.Abort as error:
        raise KeyboardInterrupt from error
