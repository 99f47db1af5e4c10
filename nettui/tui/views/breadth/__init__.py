"""The Breadth view."""
