"""Tiny planted problems: a schedule first, the problem around it, so "no schedule" is a failure."""
