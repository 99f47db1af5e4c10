"""Dialogs: each returns data and saves nothing."""
