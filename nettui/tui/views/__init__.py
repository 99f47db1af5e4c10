"""The five views of the main screen, a package each."""
