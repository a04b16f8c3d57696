"""`fixed`: modules run in Sequence order (on each track). `prerequisites`: a module starts only after all its prerequisites have ended."""  # noqa: E501

from collections.abc import Mapping

from scheduler.domain.ids import ModuleId
from scheduler.domain.problem import Module, Order, Pattern, Program

CODE = "module-order"


def tracks(module: Module, pattern: Pattern) -> tuple[str, ...]:
    """Give the tracks a module is on: its own, every track if it has none, ``""`` where there are none."""
    return (module.track,) if module.track and pattern.tracks != ("",) else pattern.tracks


def share_a_track(one: Module, other: Module, pattern: Pattern) -> bool:
    """Whether two modules are on one track, so that one has to end before the other begins."""
    return pattern.tracks == ("",) or "" in (one.track, other.track) or one.track == other.track


def predecessors(program: Program, pattern: Pattern) -> Mapping[ModuleId, frozenset[ModuleId]]:
    """Give for each module those that must have ended before it starts."""
    if program.order is Order.PREREQUISITES:
        return {module.id: frozenset(module.prerequisites) for module in program.modules}
    return {
        module.id: frozenset(
            earlier.id for earlier in program.modules[:place] if share_a_track(earlier, module, pattern)
        )
        for place, module in enumerate(program.modules)
    }
