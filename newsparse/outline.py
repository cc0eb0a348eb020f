"""The fourth step: the roles that go together best, for the whole page.

A news page goes through five zones in order: what stands above the headline, what stands between
headline and lead, between lead and body, the body, and the tail. Each role belongs to some of the
zones; a headline leads from the first zone to the second, a lead from the second to the third, so
that a page has one of each at most. Among all labellings that keep to this order, the one with the
greatest sum of evidence, transition weights and zone weights is found (Viterbi's algorithm).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, islice, repeat

from newsparse.article import Role
from newsparse.weights import PRECISION, ROLES, SIGNS, Weights, from_least, roles_of, unpack

TOP, FRONT, AFTER_LEAD, BODY, TAIL = "top", "front", "after_lead", "body", "tail"
ZONES = (TOP, FRONT, AFTER_LEAD, BODY, TAIL)

MATTER = (Role.BOILERPLATE, Role.BYLINE, Role.CAPTION, Role.RELATED, Role.BULLET)
ROLES_OF_ZONE: dict[str, tuple[Role, ...]] = {
    TOP: (Role.BOILERPLATE, Role.KICKER, Role.BYLINE, Role.CAPTION, Role.HEADLINE),
    FRONT: (*MATTER, Role.LEAD),
    AFTER_LEAD: MATTER,
    BODY: (
        Role.PARAGRAPH,
        Role.SECTION_HEADER,
        Role.BULLET,
        Role.CAPTION,
        Role.RELATED,
        Role.BOILERPLATE,
        Role.BYLINE,
        Role.SIGNATURE,
    ),
    TAIL: (Role.BOILERPLATE, Role.RELATED, Role.SIGNATURE, Role.BYLINE, Role.CAPTION),
}
STATES: tuple[tuple[str, Role], ...] = tuple((zone, role) for zone in ZONES for role in ROLES_OF_ZONE[zone])

ROLE_OF = tuple(ROLES.index(role) for _, role in STATES)
"""The number of each state's role."""
ZONE_OF = tuple(ZONES.index(zone) for zone, _ in STATES)
"""The number of each state's zone: states are in the order of their zones, and no way leads back."""
UNREACHED = float("-inf")
"""What a state is worth to which no way has been found yet: less than any that has."""


def may_follow(before: tuple[str, Role], after: tuple[str, Role]) -> bool:
    """Whether a block in state `after` may come right below one in state `before`."""
    (zone, role), (next_zone, next_role) = before, after
    opens = next_zone == BODY and next_role in (Role.PARAGRAPH, Role.SECTION_HEADER)
    if role is Role.HEADLINE:
        return next_zone == FRONT or opens
    if role is Role.LEAD:
        return next_zone == AFTER_LEAD or opens or (next_zone == FRONT and next_role is Role.LEAD)
    if next_zone == zone:
        return True
    if next_zone == BODY:
        # the body opens with a paragraph or, rarely, with a header
        return zone in (TOP, FRONT, AFTER_LEAD) and next_role in (Role.PARAGRAPH, Role.SECTION_HEADER)
    if next_zone == TAIL:
        return zone == BODY
    return next_zone == FRONT and zone == TOP and next_role is Role.LEAD


def may_begin(state: tuple[str, Role]) -> bool:
    """Whether a page may begin with a state."""
    zone, role = state
    return zone == TOP or (zone == FRONT and role is Role.LEAD) or (zone == BODY and role is Role.PARAGRAPH)


Ways = list[list[tuple[int, float]]]
"""For each state, next states and what the step is worth."""
Reach = dict[int, list[float]]
"""For the state that the best labelling so far ends in: how far behind it one that ends in another state may be, and
still have a next state to which it is the better way."""
Reached = list[tuple[float, int]]
"""What the best way to each state that a block may be in is worth, and the state."""


class Outline:
    """Decodes the summed evidence of a page's blocks; made once for a set of weights. It counts in millionths of a nat,
    as the evidence is summed."""

    def __init__(self, weights: Weights) -> None:
        zone_weight = [fixed(weights.zones.get(zone, {}).get(role.value, 0.0)) for zone, role in STATES]
        self._begin = [(zone_weight[i], i) for i, state in enumerate(STATES) if may_begin(state)]
        # for each state: the roles that may come next, each with its state and what the step is worth
        self._steps: list[tuple[tuple[int, tuple[int, float]], ...]] = []
        for before in STATES:
            inside = weights.inside.get(before[1].value, {})
            outside = weights.outside.get(before[1].value, {})
            self._steps.append(
                tuple(
                    (
                        ROLE_OF[j],
                        (
                            j,
                            fixed((inside if BODY in (before[0], after[0]) else outside).get(after[1].value, 0.0))
                            + fixed(
                                weights.moves.get(f"{before[0]} to {after[0]}", 0.0) if before[0] != after[0] else 0
                            )
                            + zone_weight[j],
                        ),
                    )
                    for j, after in enumerate(STATES)
                    if may_follow(before, after)
                )
            )
        # what each state is worth by how likely the article has ended above a block, where that makes a difference
        self._late = {
            level: tuple(fixed(worth.get(zone, 0.0)) for zone, _ in STATES) for level, worth in weights.ended.items()
        }
        self._ways: tuple[dict[int, tuple[list[tuple[int, int]], Ways, Reach]], ...] = tuple({} for _ in ZONES)

    def decode(self, worths: Iterable[int], ended: Iterable[str] = (), *, has_body: bool = True) -> list[int]:
        """The best state of each block (an index into `STATES`), from each block's evidence: what it is worth for each
        of `ROLES`, packed into one number; and from how likely the article has `ended` above each, in the words of
        `LEVEL_NAMES`, where that is known.

        With `has_body` the page ends in its body or tail: a page with prose has a body.
        """
        worths = iter(worths)
        opening = next(worths, None)
        if opening is None:
            return []
        first = unpack(opening)
        live: Reached = [(worth + first[ROLE_OF[i]], i) for worth, i in self._begin]
        steps: list[Sequence[int]] = []
        # a page begins above its end, whatever its first block is
        for worth, level in zip(worths, chain(islice(ended, 1, None), repeat("")), strict=False):
            score = unpack(worth)
            late = self._late.get(level, NEVER)
            following, step = self.advance(live, score, from_least(worth, max(score) - HOPELESS), late)
            if not following:  # where nothing that the block looks like may stand, anything else
                following, step = self.advance(live, score, SIGNS, late)
            live = following
            steps.append(step)
        ends = [reached for reached in live if STATES[reached[1]][0] in (BODY, TAIL)] if has_body else []
        state = max(ends or live)[1]
        path = [state]
        for step in reversed(steps):
            state = step[state]
            path.append(state)
        return path[::-1]

    def advance(
        self, live: Reached, score: Sequence[int], roles: int, late: Sequence[float]
    ) -> tuple[Reached, Sequence[int]]:
        """One step of Viterbi's algorithm, to a block's states of some roles: what the best way to each that may be
        reached is worth, with the block's own `score` for the role, and `late` for the state; and for each state, the
        one before it on that way."""
        zone = ZONE_OF[live[0][1]]
        states, ways, reach = self._ways[zone].get(roles) or self.find_ways(roles, zone)
        most, best = max(live)
        margins = reach.get(best)
        if margins is None:
            margins = reach[best] = [min(BEAMS[i], lead_over(way, ways[best])) for i, way in enumerate(ways)]
        followed = [(value, i) for value, i in live if value + margins[i] >= most]
        if len(followed) == 1:  # nearly half of all steps, within the body most: the best way is the only one
            return [(most + step + score[ROLE_OF[j]] + late[j], j) for j, step in ways[best]], FROM[best]
        worth = [UNREACHED] * len(STATES)
        before = [0] * len(STATES)
        for value, i in followed:
            for j, step in ways[i]:
                total = value + step
                if total > worth[j]:
                    worth[j] = total
                    before[j] = i
        return [(value + score[role] + late[j], j) for j, role in states if (value := worth[j]) != UNREACHED], before

    def find_ways(self, roles: int, zone: int) -> tuple[list[tuple[int, int]], Ways, Reach]:
        """The states from some zone on that have one of some roles, each with the role; for each state, those of them
        that may come next, with what the step is worth; and how far behind the best a state is followed at all.

        Kept for each set of roles that a block has come with: some hundred in practice, 2,048 for each zone at most.
        """
        among = roles_of(roles)
        states = [(j, role) for j, role in enumerate(ROLE_OF) if role in among and ZONE_OF[j] >= zone]
        ways = [[step for role, step in way if role in among] for way in self._steps]
        found = self._ways[zone][roles] = states, ways, {}
        return found


NEVER = (0.0,) * len(STATES)
"""For each state: that it is worth no more and no less by where the article may have ended."""
FROM = tuple((i,) * len(STATES) for i in range(len(STATES)))
"""For each state: that one, for every state that the step from it leads to."""


def lead_over(way: list[tuple[int, float]], other: list[tuple[int, float]]) -> float:
    """By how much the steps from one state are worth more than those from another to the same next state, at most:
    a labelling that is further behind the other's can be on the best way to none of them."""
    known = dict(other)
    return max([step - known.get(j, UNREACHED) for j, step in way], default=UNREACHED)


def fixed(nats: float) -> float:
    """Nats in millionths: a whole number, but a float, which the interpreter adds up and compares faster; the sums of
    such are exact up to nine billion nats."""
    return float(round(nats * PRECISION))


HOPELESS = 7 * PRECISION
"""A role this far behind the one that a block most looks like (seven nats) is not considered for it. Measured: more is
no better; with five, a line that looks like nothing in particular could not be what its neighbours make it."""
BEAM, BEAM_OF_BODY = 7 * PRECISION, 60 * PRECISION
"""Labellings this far behind the best so far (seven and sixty nats) are given up: above the body, and within and below
it. It saves time; above the body a wider beam was measured to be no better: it lets a good headline go for the sake of
lines far below it. The body must outlive boxes and advertisements, whatever speaks for its end there: with twenty, a
live blog of a thousand lines was lost below a long list for want of a few tenths of a nat."""
BEAMS = tuple(BEAM_OF_BODY if zone in (BODY, TAIL) else BEAM for zone, _ in STATES)
