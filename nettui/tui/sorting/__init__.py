"""Sorting out whose level or industry is unknown, one person and one key at a time."""
