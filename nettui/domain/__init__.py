"""The records of a network and what can be computed from them: pure, without clock and without files."""
