"""A record as text and CSV, each value with its commit."""

from dataclasses import replace

from gsca_cli.analysis.life.blame import BlamedRecord, BlamedValue
from gsca_cli.analysis.life.figures import Committed
from gsca_cli.render.as_blame import blame_csv, blame_json, render_blame

ANA = Committed("1a2b3c4d" * 5, "2022-06-14", "Ana", "=1+1")
KAGA = replace(ANA, author="加賀")
VALUES = (
    BlamedValue("name", "Oslo", 1, 7, ANA),
    BlamedValue("country", "NO", 2, 10, KAGA),
    BlamedValue("policies.open-data", None, 10, 3, None),
)
RECORD = BlamedRecord("city", "oslo", "data/cities/oslo.yaml", VALUES, (), ())


def test_each_line_stands_below_its_commit_the_newest_first() -> None:
    late = BlamedValue("notes.0", "x", 11, 5, replace(KAGA, id="9", date="2022-06-15", subject=""))
    again = BlamedValue("sources.0", "paper", 12, 5, ANA)
    record = replace(RECORD, values=(*VALUES, late, again))
    assert render_blame(record).splitlines()[2:] == [
        *("", "not committed yet"),
        "  10  policies.open-data",
        *("", "2022-06-15  9  加賀"),
        "  11  notes.0             x",
        *("", "2022-06-14  1a2b3c4  Ana  =1+1"),
        "   1  name                Oslo",
        "  12  sources.0           paper",
        *("", "2022-06-14  1a2b3c4  加賀  =1+1"),
        "   2  country             NO",
    ]


def test_a_clone_that_ends_says_so_below() -> None:
    *_, empty, ending = render_blame(replace(RECORD, oldest=(ANA.id,))).splitlines()
    assert empty == ""
    assert ending.startswith("This clone is shallow: it ends at 1a2b3c4, ")


def test_csv_runs_no_formula_that_a_stranger_wrote() -> None:
    rows = blame_csv(RECORD).splitlines()
    assert rows[1] == f"data/cities/oslo.yaml,1,7,name,Oslo,{ANA.id},2022-06-14,Ana,'=1+1"
    assert rows[3] == "data/cities/oslo.yaml,10,3,policies.open-data,,,,,"


def test_json_holds_no_half_of_a_letter() -> None:
    text = blame_json(replace(RECORD, values=(replace(VALUES[0], value="\udcff\x9b"),)))
    assert text.isascii()
    text.encode()
