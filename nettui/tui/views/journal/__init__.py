"""The Journal view."""
