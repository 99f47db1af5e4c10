"""nettui: a terminal journal for a person's professional network."""

__version__ = "0.1.0"
