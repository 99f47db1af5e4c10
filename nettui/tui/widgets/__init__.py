"""Widgets that know nothing of people: they take rows and give messages."""
