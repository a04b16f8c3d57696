"""Plan, check and repair 600-hour training programs over real dates."""
