"""LinkedIn's "Get a copy of your data": its files, in all the layouts they had, as neutral records."""
