"""A cohort's sessions never overlap, and on each track a module ends before the next begins."""

CODE = "one-module-at-a-time"
