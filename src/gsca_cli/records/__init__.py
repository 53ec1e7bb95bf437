"""What the data means: frozen models, one for each kind of record."""

import os

# No other package has a say in what our models do. To look for such a plugin, pydantic would read
# what all packages that are installed say of themselves, at every start.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
