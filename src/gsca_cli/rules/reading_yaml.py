"""What YAML can say and a record must not."""

from collections.abc import Mapping

from gsca_cli.findings import Severity

YAML: Mapping[str, tuple[Severity, str]] = {
    "alias": (
        Severity.ERROR,
        """
        A YAML alias (`*name`) repeats another value.

        In YAML, `&name` in front of a value gives that value a name, and `*name` in another place
        stands for the same value again. Whoever reads `*name` must search the file to know what
        is said there, and whoever changes the one place changes the other without seeing it.

        A few aliases of aliases also make a small file so large in memory that programs stop. So
        gsca reads none, and a text that merely begins with `*` needs quotes.

        Wrong:
            name: Oslo
            country: 'NO'
            steps:
              letter: &done {status: completed, since: 2022-05}
              plan: *done
        Right:
            name: Oslo
            country: 'NO'
            steps:
              letter: {status: completed, since: 2022-05}
              plan: {status: completed, since: 2022-05}
        To fix it: write the value out; put a text that begins with `*` in quotes.
        """,
    ),
    "anchor": (
        Severity.ERROR,
        """
        A YAML anchor (`&name`) gives a value a name.

        In YAML, `&name` in front of a value gives that value a name, by which `*name` repeats it
        elsewhere. The name itself says nothing about a city, and many tools drop it when they
        save the file. A text that merely begins with `&` loses its first word in the same way.

        Wrong:
            name: Oslo
            country: 'NO'
            steps:
              letter: &first completed
        Right:
            name: Oslo
            country: 'NO'
            steps:
              letter: completed
        To fix it: delete the anchor, and write the value out where it is repeated; put a text
        that begins with `&` in quotes.
        """,
    ),
    "directive": (
        Severity.ERROR,
        """
        A line begins with `%`, which gives an order to the program that reads the file.

        `%YAML 1.1` asks for the rules of an older YAML, in which the country code `NO` means
        "false". Some programs obey such a line and others pass over it, so that they read two
        different records in one file.

        Wrong:
            %YAML 1.1
            ---
            name: Oslo
            country: 'NO'
        Right:
            name: Oslo
            country: 'NO'
        To fix it: delete the line: a record needs none. Indent a line of text that begins so.
        """,
    ),
    "duplicate-key": (
        Severity.ERROR,
        """
        A key stands twice in one map.

        A key can have one value. Most programs keep the last one without a word, some the first:
        a reviewer believes one line, and the report shows the other. It often happens when two
        changes of one file are joined.

        Wrong:
            name: Oslo
            country: 'NO'
            steps:
              letter: to-be-developed
              plan: unknown
              letter: completed
        Right:
            name: Oslo
            country: 'NO'
            steps:
              letter: completed
              plan: unknown
        To fix it: keep one of the two; what another source says can stand under `variants`.
        """,
    ),
    "key-not-text": (
        Severity.ERROR,
        """
        A key is a number, true, false, empty, a list or a map.

        What stands before a colon is the name of a field or an id, and both are words. Programs
        disagree on other keys: `1` and `01` are one key to some of them and two to others, and
        JSON knows none of them.

        Wrong:
            name: Oslo
            country: 'NO'
            steps:
              1: completed
        Right:
            name: Oslo
            country: 'NO'
            steps:
              letter: completed
        To fix it: write the word that is meant, or put the key in quotes if it is one.
        """,
    ),
    "long-key": (
        Severity.ERROR,
        """
        A key has more than 200 letters.

        A key is the name of a field, an id, or some of these joined by dots. Such a long one is a
        text that stands in the wrong place, and every message about what is below it would repeat
        it.

        Wrong: a line of more than 200 letters before the colon
        Right: `notes: [...]` with the text as an item
        To fix it: write the text as the value of a field, such as a note.
        """,
    ),
    "merge-key": (
        Severity.ERROR,
        """
        A YAML merge key (`<<`) copies the entries of another map.

        The merge key belongs to an older YAML: some programs copy the entries, others keep a field
        called `<<`. Where they copy them, nobody sees in this place what the record says.

        Wrong:
            name: Oslo
            country: 'NO'
            steps:
              letter: {status: completed, since: 2022-05}
              plan:
                <<: {status: completed, since: 2022-05}
                note: The council has signed it.
        Right:
            name: Oslo
            country: 'NO'
            steps:
              letter: {status: completed, since: 2022-05}
              plan:
                status: completed
                since: 2022-05
                note: The council has signed it.
        To fix it: write the entries out.
        """,
    ),
    "nested-too-deep": (
        Severity.ERROR,
        """
        Lists and maps stand more than 20 levels deep.

        No field of a record needs more than a few levels. More of them come from a program that
        wrote the file, or from brackets that somebody forgot to close, and can bring programs
        that read them to a stop. gsca reads no further in such a file.

        Wrong:
            name: Oslo
            country: 'NO'
            notes: [[[[[[[[[[[[[[[[[[[[[The plan is public.]]]]]]]]]]]]]]]]]]]]]
        Right:
            name: Oslo
            country: 'NO'
            notes: [The plan is public.]
        To fix it: take away the levels that say nothing, or close the brackets.
        """,
    ),
    "several-documents": (
        Severity.ERROR,
        """
        A line `---` begins a second document in the file, or a line `...` ends the first.

        One file holds one record, and its name is the id of that record. A second document has no
        id, and many programs read the first one alone: what comes after it would be lost.

        Wrong:
            name: Oslo
            country: 'NO'
            ---
            name: Bergen
            country: 'NO'
        Right:
            name: Oslo
            country: 'NO'
        To fix it: move the second record to a file of its own, and delete the line.
        """,
    ),
    "tab": (
        Severity.ERROR,
        """
        A tab stands in the file.

        YAML shows by spaces what belongs to what, and forbids tabs there. A tab looks like
        several spaces, as many as each editor likes, and programs disagree on where else it may
        stand. Spreadsheets and some editors put tabs into what is copied out of them.

        Wrong: `country:`, then a tab, then `NO`
        Right: `country: NO`, with a space
        To fix it: put spaces in the place of the tab; a text in double quotes can say `"\\t"`.
        """,
    ),
    "tag": (
        Severity.ERROR,
        """
        A YAML tag (`!...`) gives a value another type.

        `!!str` or `!name` in front of a value says how a program is to understand it. Some
        programs run code for a tag, others stop, others pass over it. What a field holds is
        settled by its name, so a record needs no tag.

        Wrong:
            name: !!str 1984
            country: 'NO'
        Right:
            name: "1984"
            country: 'NO'
        To fix it: delete the tag; put a text in quotes, also one that begins with `!`.
        """,
    ),
    "too-many-values": (
        Severity.ERROR,
        """
        The file holds more than 10,000 values.

        A record is about one thing and has some dozens of values. A file of so many was made by a
        program, or holds several records; nobody can review it, and gsca reads no further.

        Wrong: a city with 12,000 lines of `notes`
        Right: a city with the notes that readers need, and a source that holds the rest
        To fix it: split the record, or cite a source for what need not stand in it.
        """,
    ),
    "unusable-number": (
        Severity.ERROR,
        """
        A number is infinite, undefined, or too long to be kept exactly.

        Programs keep a number in a fixed room: of one with more than 18 digits some change the
        last ones without a word, `1e999` becomes infinite, and `.nan` ("not a number") is not even
        equal to itself. Such a number is mostly a slip, or an id that looks like a number.

        Wrong:
            name: Oslo
            country: 'NO'
            population: 700000000000000000000
        Right:
            name: Oslo
            country: 'NO'
            population: 700000
        To fix it: correct the number, or put it in quotes if it is a text.
        """,
    ),
    "yaml-syntax": (
        Severity.ERROR,
        """
        The file is not YAML, the notation in which records are written.

        YAML is made of lines such as `name: Oslo`; lines that are indented belong to the line
        above them. Here something does not fit: a quote or a bracket is not closed, a line is
        indented in another way than its neighbours, or a text that holds `: ` or begins with a
        sign such as `@` has no quotes. No program can tell what is meant.

        Wrong:
            name: Oslo
            country: 'NO'
            notes:
              - text: Figure 3: the steps of each city
        Right:
            name: Oslo
            country: 'NO'
            notes:
              - text: "Figure 3: the steps of each city"
        To fix it: look at the place that is named and at the line above it; put a text in quotes.
        """,
    ),
}
"""Code to severity and text: what a value, a key or a line says in a way that records do not."""
