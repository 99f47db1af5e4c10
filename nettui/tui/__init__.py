"""The full-screen app: one main screen with five views, dialogs over it, one registry of commands."""
