"""The capture line: one line to type, and what is understood of it while it is typed."""
