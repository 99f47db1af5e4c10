"""Use-cases: what nettui does, without a terminal and without files."""
