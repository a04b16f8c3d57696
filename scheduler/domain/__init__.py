"""Plain frozen values: the problem, class time, the schedule, findings."""
