"""Sessions lie inside the blocks of the one pattern chosen for the cohort, on open days, between Plan from and Plan to. A module with a Track uses blocks of that Track or without one; a module without a Track uses any block."""  # noqa: E501

CODE = "cohort-time"
