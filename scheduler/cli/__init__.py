"""The command line: one of the front doors, and the one that reads the clock."""
