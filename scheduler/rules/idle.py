"""Between the first and the last session of a track no class time is missed, except up to Max idle days whole class days, and except what Max hours/day or Min days of the module in progress leave over on a day."""  # noqa: E501

CODE = "idle"
