"""The fits are those of the models, as they are."""

from scripts.fits import text

from gsca_cli.alliance.at_a_glance.fits import FITS


def test_the_description_is_that_of_the_models() -> None:
    assert FITS.read_text("utf-8") == text(), "scripts/fits.py writes it anew"
