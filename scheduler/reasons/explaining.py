"""Why hours are missing or dates are missed: the causes, one after the other."""

from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from scheduler.checking import judge
from scheduler.domain.ids import CohortId, ModuleId, ResourceId
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule, Session
from scheduler.goals import unplaced_hours, unstaffed_hours
from scheduler.reasons.asking import Answer, Asking
from scheduler.reasons.causes import Cause, wishing
from scheduler.reasons.facts import all_facts, joint_facts
from scheduler.reasons.premises import Premise, Rank, without
from scheduler.reasons.question import Need, narrowed
from scheduler.reasons.smallest import Found, shrunk, smallest
from scheduler.rules import where_it_may_be, who_may_teach

MOST_FACTS = 8
"""More facts than these about several cohorts explain nothing, unless it is proven that they do."""

MOST_CAUSES = 4
"""So many causes are looked for of one thing that cannot be had."""


def causes(problem: Problem, schedule: Schedule, ask: Asking) -> tuple[Cause, ...]:
    """Give why a schedule lacks hours, finishes late or breaks rules, as far as there is time to find out.

    First for each cohort by itself, as if it had everybody to itself, then for those that want the same
    people and rooms. Of each cause the fact to blame is given up before the next one is looked for.
    """
    explaining = _Explaining(problem, schedule, ask)
    lacking = _lacking(problem, schedule)
    for cohort, modules in lacking.items():
        explaining.alone(cohort, modules)
    for cohort, modules in lacking.items():
        explaining.together(cohort, modules)
    return tuple(explaining.causes)


def _lacking(problem: Problem, schedule: Schedule) -> dict[CohortId, list[ModuleId]]:
    """Give the cohorts that have anything wrong, each with the modules that lack hours."""
    found: dict[CohortId, list[ModuleId]] = {}
    for finding in judge(problem, schedule):
        concerned = dict.fromkeys((session.cohort, session.module) for session in finding.sessions)
        for cohort_id, module_id in concerned:
            found.setdefault(cohort_id, []).append(module_id)
    for cohort in problem.cohorts.values():
        sessions = schedule.by_cohort.get(cohort.id, ())
        late = cohort.finish_by and sessions and sessions[-1].date > cohort.finish_by
        short = [
            module.id
            for module in problem.program_of(cohort.id).modules
            if unplaced_hours.missing(schedule, cohort, module)
            or any(
                unstaffed_hours.missing(problem, s)
                for s in schedule.by_placement.get((cohort.id, module.id), ())
            )
        ]
        if late or short:
            found[cohort.id] = short or found.get(cohort.id, [])
    return {cohort: [*dict.fromkeys(found[cohort])] for cohort in problem.cohorts if cohort in found}


class _Explaining:
    """What has been explained so far is given up: it is asked about no more."""

    def __init__(self, problem: Problem, schedule: Schedule, ask: Asking) -> None:
        self._problem = problem
        self._schedule = schedule
        self._ask = ask
        self._known: dict[CohortId, list[Premise]] = {}
        self.causes: list[Cause] = []

    def alone(self, cohort: CohortId, modules: Sequence[ModuleId]) -> None:
        """Find why a cohort lacks something even if it had everybody to itself."""
        missing = [(cohort, module) for module in modules]
        every = [(cohort, module.id) for module in self._problem.program_of(cohort).modules]
        self._explain([cohort], [], [need for need in missing if self._unplaced(need)])
        for group in self._alike(cohort, modules):
            self._explain([cohort], group, group)
            if not {need for cause in self.causes for need in cause.missing} & {*group}:
                self._held_up(cohort, group)
        self._explain([cohort], every, missing)

    def _unplaced(self, need: Need) -> int:
        cohort, module = self._problem.cohorts[need[0]], self._problem.module(*need)
        return unplaced_hours.missing(self._schedule, cohort, module)

    def together(self, cohort: CohortId, modules: Sequence[ModuleId]) -> None:
        """Find why a cohort lacks something that it could have if others did not want it, too."""
        told = {need for cause in self.causes for need in cause.missing}
        for group in self._alike(cohort, [module for module in modules if (cohort, module) not in told]):
            if not self._ask.is_over():
                self._compete(cohort, group)

    def _compete(self, cohort: CohortId, group: Sequence[Need]) -> None:
        """Take in the cohorts that want the same, those that have most of it first, until it is too much."""
        rows = [row for need in group for row in self._schedule.by_placement.get(need, ())]
        wanted = self._wanted(group, rows)
        cohorts, needs = [cohort], self._wanting(cohort, wanted)
        rivals = self._rivals(cohort, wanted, {row.date for row in rows})
        while rivals and self._asked(cohorts, needs) is Answer.YES and not self._ask.is_over():
            cohorts.append(rivals[0])
            needs += self._wanting(rivals.pop(0), wanted)
        for rival in cohorts[1:-1]:
            fewer = [other for other in cohorts if other != rival]
            less = [need for need in needs if need[0] != rival]
            if self._asked(fewer, less) is not Answer.YES:
                cohorts, needs = fewer, less
        if len(cohorts) > 1:
            self._explain(cohorts, needs, group)

    def _wanted(self, group: Iterable[Need], rows: Sequence[Session]) -> set[ResourceId]:
        """Give the people, or the rooms, that could serve what is missing; both if neither is at all."""
        serving = {who for need in group for who in self._serving(need)}
        people = any(unstaffed_hours.missing_instructors(self._problem, row) for row in rows)
        rooms = any(unstaffed_hours.missing_rooms(self._problem, row) for row in rows)
        if people is rooms:
            return serving
        return {who for who in serving if (who in self._problem.rooms) is rooms}

    def _rivals(
        self, cohort: CohortId, wanted: AbstractSet[ResourceId], dates: AbstractSet[date]
    ) -> list[CohortId]:
        """Give the other cohorts that want some people or rooms, those first that have most of them then."""

        def held(other: CohortId) -> tuple[int, int]:
            sessions = self._schedule.by_cohort.get(other, ())
            theirs = [s for s in sessions if not wanted.isdisjoint((*s.instructors, *s.rooms))]
            return sum(s.length for s in theirs if s.date in dates), sum(s.length for s in theirs)

        others = (other for other in self._problem.cohorts if other != cohort)
        return sorted((other for other in others if self._wanting(other, wanted)), key=held, reverse=True)

    def _wanting(self, cohort: CohortId, wanted: AbstractSet[ResourceId]) -> list[Need]:
        """Give the modules of a cohort that some people or rooms can serve."""
        every = ((cohort, module.id) for module in self._problem.program_of(cohort).modules)
        return [need for need in every if not self._serving(need).isdisjoint(wanted)]

    def _serving(self, need: Need) -> set[ResourceId]:
        cohort, module = self._problem.cohorts[need[0]], self._problem.module(*need)
        people = who_may_teach(self._problem, cohort, module) if module.instructors else ()
        return {*people, *where_it_may_be(self._problem, cohort, module)}

    def _alike(self, cohort: CohortId, modules: Sequence[ModuleId]) -> Iterable[list[Need]]:
        """Give modules in groups that need the same people and the same types of rooms."""
        groups: dict[object, list[Need]] = {}
        for key in modules:
            module = self._problem.module(cohort, key)
            may = who_may_teach(self._problem, self._problem.cohorts[cohort], module)
            groups.setdefault((may, module.instructors, module.room_types), []).append((cohort, key))
        return groups.values()

    def _asked(self, cohorts: Sequence[CohortId], needs: Collection[Need], *more: Premise) -> Answer:
        return self._ask(without(self._question(cohorts, needs), more))

    def _question(self, cohorts: Sequence[CohortId], needs: Collection[Need]) -> Problem:
        known = (premise for cohort in cohorts for premise in self._known.get(cohort, ()))
        return without(narrowed(self._problem, cohorts, needs), known)

    def _explain(self, cohorts: Sequence[CohortId], needs: Sequence[Need], missing: Sequence[Need]) -> None:
        """Find causes for as long as these cohorts cannot have what they need."""
        for _ in range(MOST_CAUSES):
            before = Answer.YES if self._ask.is_over() else self._asked(cohorts, needs)
            if before is Answer.YES:
                return
            former = self._former(cohorts, needs, missing)
            if former is None:
                found, answer = self._smallest(cohorts, needs, missing)
                if self._is_nothing(found, answer, joint=len(cohorts) > 1):
                    return
                enough = [one for one in found if self._asked(cohorts, needs, one) is Answer.YES]
                first = not any(self._known.get(cohort) for cohort in cohorts)
                cause = Cause(
                    premises=found,
                    proven=answer is Answer.NO,
                    is_each=first and len(enough) == len(found),
                    common=max(enough, key=lambda premise: premise.rank, default=None),
                )
                self.causes.append(cause)
                blamed = cause.culprit
                cause.also(cohorts, missing, wishing(found))
            else:
                cause, blamed = former
                cause.proven = cause.proven and before is Answer.NO
                cause.merge(cohorts, missing, wishing(self._wishes(blamed, cohorts, needs, missing)))
            for cohort in cohorts:
                self._known.setdefault(cohort, []).append(blamed)

    def _held_up(self, cohort: CohortId, group: Sequence[Need]) -> None:
        """Add modules to the causes known of their cohort that hold them up, too."""
        known = self._known.get(cohort, [])
        for cause in self.causes:
            needs = any(premise.rank is Rank.NEEDS for premise in cause.premises)
            if needs and cause.culprit in known and not self._ask.is_over():
                self._known[cohort] = [one for one in known if one != cause.culprit]
                if self._asked([cohort], group) is not Answer.YES:
                    found = self._wishes(cause.culprit, [cohort], group, group)
                    cause.merge([cohort], group, wishing(found))
                self._known[cohort] = known

    def _is_nothing(self, found: Collection[Premise], answer: Answer, *, joint: bool) -> bool:
        """Whether facts explain nothing: none, too many, or there was no time to ask about all of them."""
        many = joint and answer is not Answer.NO and len(found) > MOST_FACTS
        return not found or self._ask.is_over() or many

    def _former(
        self, cohorts: Sequence[CohortId], needs: Sequence[Need], missing: Sequence[Need]
    ) -> tuple[Cause, Premise] | None:
        """Give a cause found before, and a fact of it that stands in the way here, too."""
        known = self._known.get(cohorts[0], ())
        question = self._question(cohorts, needs)
        own = all_facts(self._problem, cohorts[0], needs, missing) if self.causes else ()
        for cause in self.causes:
            for blamed in (one for one in cause.suspects(own) if one not in known):
                freed = blamed.drop(question)
                if freed is not question and self._ask(freed) is Answer.YES:
                    if blamed in cause.premises:
                        cause.common = blamed
                    return cause, blamed
        return None

    def _wishes(
        self, blamed: Premise, cohorts: Sequence[CohortId], needs: Sequence[Need], missing: Sequence[Need]
    ) -> tuple[Premise, ...]:
        """Give the needs without which all would be well, and what the fact to blame means to these."""
        facts = all_facts(self._problem, cohorts[0], needs, missing)
        return tuple(
            fact
            for fact in facts
            if fact.fact == blamed.fact
            or (fact.rank is Rank.NEEDS and self._asked(cohorts, needs, fact) is Answer.YES)
        )

    def _smallest(self, cohorts: Sequence[CohortId], needs: Sequence[Need], missing: Sequence[Need]) -> Found:
        question = self._question(cohorts, needs)
        if len(cohorts) == 1:
            return smallest(question, all_facts(self._problem, cohorts[0], needs, missing), self._ask)
        found, answer = shrunk(question, joint_facts(self._problem, cohorts, needs, missing), self._ask)
        fewer = [cohort for cohort in cohorts if any(premise.about == cohort for premise in found)]
        less = [need for need in needs if need[0] in fewer]
        if not 1 < len(fewer) < len(cohorts) or self._asked(fewer, less) is Answer.YES:
            return found, answer
        return self._smallest(fewer, less, missing)
