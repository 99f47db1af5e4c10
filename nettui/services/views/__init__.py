"""What the screens and lists show: frozen rows that the app and the command line both print."""
