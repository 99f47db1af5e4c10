"""What the screens and lists show: frozen rows computed from the network, printed by the app and the command line alike."""
