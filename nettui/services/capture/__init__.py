"""The capture line: what one typed line means."""
