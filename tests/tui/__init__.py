"""The app through Pilot, and on a real terminal."""
