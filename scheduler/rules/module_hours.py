"""No module of a cohort is held for more than its hours, counted in whole quarter-hours (missing hours are the goal `unplaced hours`)."""  # noqa: E501

CODE = "module-hours"
