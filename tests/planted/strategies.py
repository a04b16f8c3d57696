"""Planted problems for hypothesis: a problem, and a schedule that breaks none of its rules."""

from hypothesis import strategies as st

from planted.tiny import Features, tiny
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule


def planted(features: Features | None = None) -> st.SearchStrategy[tuple[Problem, Schedule]]:
    """Draw a planted problem and its schedule."""
    return st.randoms(use_true_random=False).map(lambda chance: tiny(chance, features))
