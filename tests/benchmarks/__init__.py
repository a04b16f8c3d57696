"""Planted instances whose best score is known, the sample workbooks, and an independent oracle."""
