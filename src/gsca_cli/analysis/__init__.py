"""An alliance to figures: frozen values of numbers and names, without formatting."""
