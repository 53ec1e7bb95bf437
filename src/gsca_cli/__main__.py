"""Run gsca as `python -m gsca_cli`."""

from gsca_cli.cli.start import run

if __name__ == "__main__":
    run()
