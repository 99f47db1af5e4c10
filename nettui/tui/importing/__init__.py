"""Importing in the app: asking for a file, showing the plan, applying it."""
