"""Nobody teaches two sessions at once, or outside Availability, or during an absence."""

CODE = "instructor-free"
