"""Sorting: who has no level or no industry yet, a guess for each, and answering one at a time."""
