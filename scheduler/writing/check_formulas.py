"""The formulas of the hidden sheet: who is taken twice, what is missing, and each cohort's running hours.

Comparing every row with every other would take minutes for thousands of rows. So the rows are
first put in the order of their dates, by a number that holds the date and the row; then each
row is compared only with the rows of its own day, found by bisection. A second order, by
cohort and date, gives the running clock hours of each cohort. Rows are looked up by number, so
that sorting, moving, inserting and deleting rows of the sheet Schedule breaks nothing.

In a formula ``{name}`` stands for the cell of that column in the same row, ``{name_all}`` for
the column's rows and ``{name_above}`` for the cell above.
"""

from scheduler.tables import SCHEDULE
from scheduler.writing.clashes import AT_ONCE, BETWEEN, MISSING_ONE, TWICE

ROWS = 100_000
"""More rows than a schedule has: keeps date and row apart in one number."""

COHORTS = 10_000_000_000
"""More than any number made of date and row: keeps the cohort apart from them."""

END = 9_000_000_000_000_000
"""Stands behind the last row in an order: greater than every number made of cohort, date and row."""

EARLY = "Ends before it starts"
NO_TIME = "Date or time missing"


def formulas(people: int, rooms: int) -> dict[str, str]:
    """Give the formula of each column of one row, without the equals sign.

    Parameters
    ----------
    people, rooms
        How many of them are looked at in one cell.
    """
    tokens = [f"p{n}" for n in range(1, people + 1)] + [f"r{n}" for n in range(1, rooms + 1)]
    return {
        **_own(),
        **_by_day(),
        **{token: _token(token) for token in tokens},
        **{f"busy_{token}": _busy(token) for token in tokens},
        "busy": _together(f"({_stretch('by_cohort')}={{cohort}})"),
        "place": 'IFERROR(MATCH({cohort}&"|"&{module},PlacementKey,0),0)',
        "words": _words(tokens),
        **_by_cohort(),
    }


def cohort_formulas() -> dict[str, str]:
    """Give the formulas of one row a cohort: where it stands in the order, its hours, first and last day."""
    found = f"IFERROR(MATCH((ROW()-1)*{COHORTS}{{extra}},{{{{order_all}}}},1),0)"
    return {
        "from": found.format(extra="") + "+1",
        "to": found.format(extra=f"+{COHORTS - 1}"),
        "planned": "IF({to}<{from},0,INDEX({running_all},{to}))",
        "begins": f'IF({{to}}<{{from}},"",{date_at("INDEX({order_all},{from})")})',
        "ends": f'IF({{to}}<{{from}},"",{date_at("INDEX({order_all},{to})")})',
    }


def date_at(number: str) -> str:
    """Give the formula for the date held in a number of the order by cohort."""
    return f"INT(MOD({number},{COHORTS})/{ROWS})"


def cell(column: str) -> str:
    """Give the formula that reads a column of the sheet Schedule in the formula's own row."""
    letter = SCHEDULE.letter(column)
    return f"INDEX(Schedule!${letter}:${letter},ROW())"


def _own() -> dict[str, str]:
    """Read what the row itself says; times become whole minutes, so that equal times are equal."""
    start, end = (f"ROUND({cell(column)}*1440,0)" for column in ("Start", "End"))
    complete = f"COUNT({cell('Date')},{cell('Start')},{cell('End')})=3"
    return {
        "key": f'IF({complete},INT({cell("Date")})*{ROWS}+ROW(),"")',
        "start": f'IF({{key}}="","",{start})',
        "end": f'IF({{key}}="","",{end}+1440*({end}=0))',
        "people": f'"+"&UPPER(SUBSTITUTE({cell("Instructor")}," ",""))&"+"',
        "rooms": f'"+"&UPPER(SUBSTITUTE({cell("Room")}," ",""))&"+"',
        "cohort": f'{cell("Cohort")}&""',
        "module": f'{cell("Module")}&""',
    }


def _by_day() -> dict[str, str]:
    """List the rows in the order of their dates, and say from where to where each row's day goes there."""
    copied = {
        f"by_{name}": f'IF({{at}}=0,"",INDEX({{{name}_all}},{{at}}))'
        for name in ("start", "end", "people", "rooms", "cohort")
    }
    midnight = f"INT({{key}}/{ROWS})*{ROWS}"
    return {
        "sorted": f"IFERROR(SMALL({{key_all}},ROW()-1),{END})",
        "at": f"IF({{sorted}}<{END},MOD({{sorted}},{ROWS})-1,0)",
        **copied,
        "first": f'IF({{key}}="",0,IFERROR(MATCH({midnight},{{sorted_all}},1),0)+1)',
        "last": f'IF({{key}}="",0,MATCH({midnight}+{ROWS - 1},{{sorted_all}},1))',
    }


def _stretch(name: str) -> str:
    return f"INDEX({{{name}_all}},{{first}}):INDEX({{{name}_all}},{{last}})"


def _together(condition: str) -> str:
    """Count the rows of the same day that overlap this one and meet a condition; this row counts too."""
    overlap = f"({_stretch('by_start')}<{{end}})*({_stretch('by_end')}>{{start}})"
    return f'IF({{key}}="",0,SUMPRODUCT({overlap}*{condition}))'


def _token(token: str) -> str:
    """Give the n-th of the IDs of a cell: the second of ``SIM-1 + ML-2`` is ``ML-2``."""
    column, place = ("Instructor" if token[0] == "p" else "Room"), int(token[1:])
    return f'TRIM(MID(SUBSTITUTE({cell(column)},"+",REPT(" ",99)),{99 * (place - 1) + 1},99))'


def _busy(token: str) -> str:
    name = "by_people" if token[0] == "p" else "by_rooms"
    sought = f'"+"&UPPER(SUBSTITUTE({{{token}}}," ",""))&"+"'
    counted = _together(f"ISNUMBER(FIND({sought},{_stretch(name)}))")
    return f'IF(OR({{{token}}}="",{{{token}}}="?"),0,{counted})'


def _words(tokens: list[str]) -> str:
    twice = [f'IF({{busy_{token}}}>1,"{BETWEEN}"&{{{token}}}&"{TWICE}","")' for token in tokens]
    early = f'IF({{end}}<={{start}},"{BETWEEN}{EARLY}","")'
    cohort = f'IF({{busy}}>1,"{BETWEEN}"&{{cohort}}&"{AT_ONCE}","")'
    missing = [
        f'IF({_present(tokens, kind)}<INDEX({needed},{{place}}),"{BETWEEN}{words}","")'
        for kind, needed, words in (
            ("p", "PlacementInstructors", MISSING_ONE["instructor"]),
            ("r", "PlacementRooms", MISSING_ONE["room"]),
        )
    ]
    known = f'IF({{place}}=0,"{BETWEEN}"&{{cohort}}&" has no module "&{{module}},{"&".join(missing)})'
    said = f"MID({'&'.join([early, *twice, cohort, known])},{len(BETWEEN) + 1},999)"
    return f'IF({{key}}="",IF({{cohort}}&{{module}}="","","{NO_TIME}"),{said})'


def _present(tokens: list[str], kind: str) -> str:
    return "+".join(f'({{{token}}}<>"")*({{{token}}}<>"?")' for token in tokens if token[0] == kind)


def _by_cohort() -> dict[str, str]:
    """List the rows in the order of cohort and date, with the cohort's hours up to each."""
    same = f"INT({{order}}/{COHORTS})=INT(N({{order_above}})/{COHORTS})"
    length = "ROUND((INDEX({end_all},{place_of})-INDEX({start_all},{place_of}))/15,0)/4"
    return {
        "number": "IFERROR(MATCH({cohort},CohortList,0),0)",
        "cohort_key": f'IF(OR({{key}}="",{{number}}=0),"",{{number}}*{COHORTS}+{{key}})',
        "order": f"IFERROR(SMALL({{cohort_key_all}},ROW()-1),{END})",
        "place_of": f"IF({{order}}<{END},MOD({{order}},{ROWS})-1,0)",
        "running": f'IF({{place_of}}=0,"",{length}+IF({same},N({{running_above}}),0))',
    }
