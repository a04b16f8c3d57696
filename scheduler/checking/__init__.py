"""The checker: what is wrong with a problem or a schedule, found without any search or solver.

`arithmetic` finds what cannot be had before anything is planned, `judge` what is wrong with a
schedule, `certify` lets no schedule pass that breaks a rule the engine did not own up to; `told`
says what somebody edited, `accepted` what of that is wanted so, `disputed` where several people did
not agree; `compared` says where two schedules differ, `counted` what one comes to, `bottlenecks` where
a term is tight.
"""

from scheduler.checking import arithmetic
from scheduler.checking.accepted import accepted, is_sound
from scheduler.checking.bottlenecks import bottlenecks
from scheduler.checking.certificate import Uncertified, certify
from scheduler.checking.comparison import Side, compared, counted
from scheduler.checking.edits_told import gone, told
from scheduler.checking.judging import WANTED, excuses, judge
from scheduler.checking.merging_told import disputed
from scheduler.checking.shortfalls import NOTHING, Gone

__all__ = [
    "NOTHING",
    "WANTED",
    "Gone",
    "Side",
    "Uncertified",
    "accepted",
    "arithmetic",
    "bottlenecks",
    "certify",
    "compared",
    "counted",
    "disputed",
    "excuses",
    "gone",
    "is_sound",
    "judge",
    "told",
]
