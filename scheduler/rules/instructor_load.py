"""Max hours/day and Max hours/week (Monday to Sunday) hold."""

CODE = "instructor-load"
