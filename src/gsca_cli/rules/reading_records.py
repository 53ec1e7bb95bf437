"""What is wrong with a record that can be read as YAML, and with the comments in it."""

from collections.abc import Mapping

from gsca_cli.findings import Severity

RECORDS: Mapping[str, tuple[Severity, str]] = {
    "invalid-value": (
        Severity.ERROR,
        """
        A value is not of the kind that its field needs.

        Each field holds one kind of value: a date, a number, a country code, a web address, a list.
        From a value of another kind gsca could only guess, and a guess in a report looks like a
        fact. The finding says what the field needs.

        Wrong:
            name: Oslo
            country: Norway
        Right:
            name: Oslo
            country: 'NO'
        To fix it: write the value as the finding says.
        """,
    ),
    "malformed-allowance": (
        Severity.WARNING,
        """
        A comment speaks to gsca, but gsca does not understand it, or it gives no reason.

        A comment that begins with `# gsca:` can allow one finding, in the words `# gsca: allow CODE
        because ...`. The reason is for the next reader, who must be able to see whether it still
        holds. A comment that is written in another way allows nothing.

        Wrong:
            name: Oslo  # gsca: allow missing-source
            country: 'NO'
        Right:
            name: Oslo  # gsca: allow missing-source because the letter is not public
            country: 'NO'
        To fix it: write `# gsca: allow CODE because ...`, with the code of the finding and a
        reason.
        """,
    ),
    "missing-field": (
        Severity.ERROR,
        """
        A field that every such record needs is not there, or has nothing behind its colon.

        A city needs a `name` and a `country`, a source a `title`; some parts of a record need
        fields of their own. Without them there is nothing to show in the row of a report, so the
        whole record is left out.

        Wrong:
            name: Oslo
            steps: {plan: completed}
        Right:
            name: Oslo
            country: 'NO'
            steps: {plan: completed}
        To fix it: add the field; the finding says what it holds.
        """,
    ),
    "more-findings": (
        Severity.ERROR,
        """
        One file has more findings than are shown; this one stands for the rest.

        A single slip, such as a line that is indented too far, can make many findings. Of each
        file the first 20 are shown if nobody asks for another number, so that they do not bury
        those of other files. This one is as severe as the worst that is hidden: an error, a
        warning or a notice.

        Wrong: a file with 25 findings, of which 20 are shown
        Right: the same file once the first ones are mended
        To fix it: mend the first findings and look again.
        """,
    ),
    "not-a-record": (
        Severity.ERROR,
        """
        The file is empty, or does not hold `key: value` lines; or there is no `gsca.yaml`.

        A record is a map: each of its lines begins with the name of a field and a colon. A list or
        a bare text says nothing about which field is meant. `gsca.yaml` is such a record too: it
        marks the root of the repository and holds what all records share.

        Wrong:
            - Oslo
            - NO
        Right:
            name: Oslo
            country: 'NO'
        To fix it: begin with a line such as `name: Oslo`, or delete the file.
        """,
    ),
    "unknown-field": (
        Severity.ERROR,
        """
        A field is not one that such a record has.

        Mostly it is a slip of the pen, or a field that stands one level too deep. To pass over it
        would lose what it says: a city whose `polices` are not read has selected nothing.

        Wrong:
            name: Oslo
            country: 'NO'
            stesp: {plan: completed}
        Right:
            name: Oslo
            country: 'NO'
            steps: {plan: completed}
        To fix it: take the name that is suggested, or delete the field; a remark can stand under
        `notes`.
        """,
    ),
    "unused-allowance": (
        Severity.NOTICE,
        """
        A comment allows a finding that is not there.

        `# gsca: allow CODE because ...` allows one finding of that code: on its own line, or in the
        text that begins there. Where it stands alone, that is the next line; at the top of the
        file, it is the file as a whole too. Once the finding is gone the comment says something
        untrue, and it would hide a new finding in that place. A code with a slip in it allows
        nothing either.

        Wrong:
            name: Oslo  # gsca: allow missing-source because the letter is not public
            country: 'NO'
            sources: [letter-2022]
        Right:
            name: Oslo
            country: 'NO'
            sources: [letter-2022]
        To fix it: delete the comment, or correct its code; `gsca explain` lists the codes.
        """,
    ),
}
"""Code to severity and text: what reading reports of a record once it is understood as YAML."""
