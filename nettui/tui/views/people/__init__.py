"""The People view."""
