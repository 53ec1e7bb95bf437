"""What is wrong with a file as a whole, or with the characters in it."""

from collections.abc import Mapping

from gsca_cli.findings import Severity

FILES: Mapping[str, tuple[Severity, str]] = {
    "control-character": (
        Severity.ERROR,
        r"""
        An invisible character stands in the file, or an escape makes one.

        Some characters cannot be seen, and yet they end a line, hide a text or turn it around on
        the screen: what a reviewer sees is then not what a program reads. They come with texts
        that were copied from a web page, a PDF or a chat. More than 30 accents on one letter are
        refused too: no language has them, and programs take long over them. In double quotes, an
        escape such as `\u202e` stands for such a character.

        Wrong:
            name: "Oslo\u202e"
            country: 'NO'
        Right:
            name: Oslo
            country: 'NO'
        To fix it: delete the character, or type the words anew; end lines with LF or CRLF.
        """,
    ),
    "file-too-large": (
        Severity.ERROR,
        """
        The file is larger than 1 MiB (1,048,576 bytes).

        A record takes a few kilobytes. A larger file holds something else, such as a picture or
        the text of a report; it makes every copy of the repository heavier for good, nobody can
        review it, and gsca does not read it.

        Wrong: a policy that holds its full text, of 2 MiB
        Right: a policy with a short `summary` and a `link` to its full text
        To fix it: split the record, or link to the long text.
        """,
    ),
    "link": (
        Severity.ERROR,
        """
        A symbolic link stands where a record or a template belongs.

        A symbolic link is a file that only points at another one. It may point out of the
        repository, at something that nobody else has or that nobody should publish, and on some
        systems it arrives as a text with the path of its target. So gsca follows none.

        Wrong: `data/cities/oslo.yaml` as a link to `../../drafts/oslo.yaml`
        Right: `data/cities/oslo.yaml` as a file that holds the record
        To fix it: put the record or the template itself there, in place of the link.
        """,
    ),
    "merge-conflict": (
        Severity.ERROR,
        """
        Marker lines of a merge conflict are still in the file.

        Where two people have changed one line, git writes both versions into the file, one below
        the other, between lines of `<<<<<<<`, `=======` and `>>>>>>>`. Somebody has to choose.
        With the markers in it, the file says two things at once.

        Wrong:
            name: Oslo
            country: 'NO'
            steps:
            <<<<<<< HEAD
              plan: in-progress
            =======
              plan: completed
            >>>>>>> new-states
        Right:
            name: Oslo
            country: 'NO'
            steps:
              plan: completed
        To fix it: keep one of the two versions, and delete the marker lines.
        """,
    ),
    "misplaced-file": (
        Severity.ERROR,
        """
        A file stands under `data/`, but in no folder of records.

        The folder says what a record is about: a file in `data/cities/` is a city. Elsewhere under
        `data/` gsca cannot know what it is, and passing over it would mean that a record is missing
        from every report without anybody noticing. For a hidden file, whose name begins with a
        dot, this is only a notice.

        Wrong: `data/oslo.yaml`
        Right: `data/cities/oslo.yaml`
        To fix it: move the file into the folder of its kind, or out of `data/`.
        """,
    ),
    "not-utf-8": (
        Severity.ERROR,
        """
        The file is not written in UTF-8.

        UTF-8 is the way in which letters are kept as bytes almost everywhere; only in it do the
        letters of all languages fit in one file. In another one, such as the Windows-1252 of older
        spreadsheets, `Ålesund` turns into `?lesund` for other readers.

        Wrong: `name: Ålesund`, saved as Windows-1252
        Right: `name: Ålesund`, saved as UTF-8
        To fix it: open the file in the encoding it was saved in, and save it as UTF-8.
        """,
    ),
    "special-file": (
        Severity.ERROR,
        """
        Something that is no file, such as a pipe, stands where a record or a template belongs.

        To read a pipe or a device may never end, or may change something. git keeps neither, so it
        exists on this one computer alone: gsca does not open it.

        Wrong: `data/cities/oslo.yaml` as a named pipe
        Right: `data/cities/oslo.yaml` as a file that holds the record
        To fix it: put a file there, or delete it.
        """,
    ),
    "template-error": (
        Severity.ERROR,
        """
        A template of the repository cannot be used.

        A file under `templates/` replaces the template of that name that comes with gsca, and
        every report of its kind is written by it. Here it is not in the form of a template, names
        a figure that there is not, or runs for too long: no such report can be made.

        Wrong: `{{ region.nmae }}` in `templates/region.md.j2`
        Right: `{{ region.name }}` in `templates/region.md.j2`
        To fix it: compare the line with the template of that name that comes with gsca, or delete
        the file to use that one.
        """,
    ),
    "unused-template": (
        Severity.WARNING,
        """
        A template of the repository is used by no report.

        A report goes by the template of one name, such as `region.md.j2`. A file of any other name
        under `templates/` has no effect, unless a template that is used names it.

        Wrong: `templates/regions.md.j2`
        Right: `templates/region.md.j2`
        To fix it: give it the name of the template that it is to replace, or delete it.
        """,
    ),
    "unreadable-file": (
        Severity.ERROR,
        """
        A file or folder cannot be opened.

        Your user may not read it, the disk is at fault, or the file went away while gsca ran. What
        it holds is missing from whatever gsca says in this run.

        Wrong: `data/cities/oslo.yaml`, which only another user may read
        Right: `data/cities/oslo.yaml`, which everybody may read
        To fix it: see who may read it, and change that (`chmod a+r FILE` on Linux and macOS).
        """,
    ),
    "wrong-extension": (
        Severity.ERROR,
        """
        The name of a file under `data/` does not end in `.yaml` or `.yml`.

        gsca reads files of those two endings only. Passing over the others would mean that a
        record with a slip in its name is missing from every report without anybody noticing. For
        a hidden file, whose name begins with a dot, this is only a notice.

        Wrong: `data/cities/oslo.txt`
        Right: `data/cities/oslo.yaml`
        To fix it: rename the file, or move it out of `data/`.
        """,
    ),
}
"""Code to severity and text: what is wrong before a line of a file is understood."""
