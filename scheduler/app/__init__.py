"""What can be done: plan a term, check a file, list and compare versions, make a blank workbook.

Each use case is one module. It reads, asks the layers below, certifies every schedule before
it is written, and knows neither the terminal nor the clock: both are handed in by a front door.
The solver takes seconds to load, so only planning loads it, when it starts.
"""
