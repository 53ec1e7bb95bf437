"""Run gsca as `python -m gsca_cli`."""

import sys

from gsca_cli.cli.start import main

if __name__ == "__main__":
    sys.exit(main())
