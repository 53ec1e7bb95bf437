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


def test_each_line_begins_with_its_commit() -> None:
    assert render_blame(RECORD).splitlines()[3:] == [
        "1a2b3c4  2022-06-14  Ana    1  name                Oslo",
        "1a2b3c4  2022-06-14  加賀   2  country             NO",
        "not committed yet          10  policies.open-data",
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
