"""A linear-chain conditional random field over the outline's states, fitted to pages whose roles are partly known.

The likelihood of a page is that of all labellings its reference allows, given all labellings the outline
allows (Lafferty et al. 2001; with partial labels, Tsuboi et al. 2008). Maximised with L-BFGS, under an L2 penalty.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from newsparse.article import Role
from newsparse.outline import BODY, STATES, TAIL, ZONES, may_begin, may_follow
from newsparse.rules.boilerplate import ABOUT_AUTHOR, ALONE, FOLLOW, OPENS
from newsparse.rules.bullet import BELOW_CALL, POINT
from newsparse.rules.caption import (
    ABOVE_CREDIT,
    AGENCY_ALONE,
    AGENCY_AT_END,
    BELOW_LABEL,
    CLOSE,
    CREDIT_ALONE,
    CREDIT_AT_END,
    LABEL,
    LABELLED,
    NOT_APART,
    PLACES,
    SHORT_ABOVE_CREDIT,
    TWICE,
)
from newsparse.rules.headline import CHOSEN, NOT_CHOSEN
from newsparse.rules.lead import LIKELIEST
from newsparse.rules.lead import NOT_CHOSEN as NO_LEAD
from newsparse.rules.place import ABOVE_END
from newsparse.rules.related import ALONE as CALL_ALONE
from newsparse.rules.related import BOX_ABOVE_PROSE
from newsparse.rules.section_header import CONTENTS, ENTRY, LISTED, LIVE
from newsparse.rules.shape import ROW
from newsparse.rules.signature import AGENCIES
from newsparse.rules.turns import FIRST, HEADED, SAID, SPEAKER
from newsparse.survey.choice import LEVEL_NAMES
from tests.fitting.data import Example

Array = npt.NDArray[np.float64]
ROLES = tuple(Role)
S, R, Z = len(STATES), len(ROLES), len(ZONES)
ROLE_OF = np.array([ROLES.index(role) for _, role in STATES])
ZONE_OF = np.array([ZONES.index(zone) for zone, _ in STATES])
FOLLOWS = np.array([[may_follow(a, b) for b in STATES] for a in STATES], dtype=float)
IN_BODY = np.array([[BODY in (a, b) for b, _ in STATES] for a, _ in STATES])
BEGINS = np.array([may_begin(state) for state in STATES], dtype=float)
ONEHOT = np.eye(R)[ROLE_OF]
NO_POINT = (Role.SECTION_HEADER, Role.CAPTION, Role.RELATED)
FIXED = {
    (("HeadlineForm", NOT_CHOSEN), Role.HEADLINE): -8.0,
    (("RelatedCue", BOX_ABOVE_PROSE), Role.RELATED): 0.0,
    (("RelatedCue", BOX_ABOVE_PROSE), Role.SECTION_HEADER): 0.0,
    (("LeadChoice", NO_LEAD), Role.LEAD): -8.0,
    (("KeyPoints", POINT), Role.BULLET): 3.0,
    **{(("KeyPoints", POINT), role): -6.0 for role in (*NO_POINT, Role.LEAD, Role.HEADLINE)},
    (("BoilerplateCue", FOLLOW), Role.BOILERPLATE): 3.0,
    (("HeaderShape", LIVE), Role.SECTION_HEADER): 4.0,
    (("Speakers", SPEAKER), Role.PARAGRAPH): 9.0,
    **{(("Speakers", SPEAKER), role): -8.0 for role in (Role.SECTION_HEADER, Role.LEAD, Role.HEADLINE)},
    **{(("Speakers", SPEAKER), role): -6.0 for role in (Role.BOILERPLATE, Role.RELATED)},
    **{(("Speakers", SPEAKER), role): -4.0 for role in (Role.BYLINE, Role.CAPTION)},
    (("Speakers", FIRST), Role.PARAGRAPH): 7.0,
    **{(("Speakers", FIRST), role): -4.0 for role in (Role.LEAD, Role.HEADLINE)},
    **{(("Speakers", FIRST), role): -3.0 for role in (Role.BOILERPLATE, Role.RELATED, Role.CAPTION)},
    (("Speakers", FIRST), Role.SECTION_HEADER): -2.0,
    (("Speakers", SAID), Role.PARAGRAPH): 2.0,
    (("Speakers", HEADED), Role.SECTION_HEADER): 4.0,
}
"""Weights that are set, not fitted: the headline is the line chosen for the whole page, or none; a list item on
the article's subject above its body is a key point; a line on it above prose may be a header even below a box's
heading; what opens with a time in a live blog heads a post; in an interview, the lines that say who speaks are
paragraphs, as is what stands below them."""
TRUST = {
    (("HeadlineForm", CHOSEN), Role.HEADLINE): 3.0,
    (("LeadChoice", LIKELIEST), Role.LEAD): 3.0,
    (("PlainProse", ABOVE_END), Role.PARAGRAPH): 1.0,
    (("CaptionCredit", CREDIT_AT_END), Role.CAPTION): 4.0,
    (("CaptionCredit", AGENCY_AT_END), Role.CAPTION): 3.0,
    (("CaptionCredit", ABOVE_CREDIT), Role.CAPTION): 2.0,
    (("CaptionCredit", CLOSE), Role.CAPTION): 3.0,
    (("CaptionCredit", SHORT_ABOVE_CREDIT), Role.CAPTION): 3.0,
    (("CaptionForm", PLACES), Role.CAPTION): 3.0,
    (("CaptionForm", LABEL), Role.BOILERPLATE): 2.0,
    (("CaptionForm", LABELLED), Role.CAPTION): 5.0,
    (("CaptionForm", BELOW_LABEL), Role.CAPTION): 3.0,
    (("CaptionForm", NOT_APART), Role.PARAGRAPH): -2.0,
    (("CaptionForm", TWICE), Role.CAPTION): 1.5,
    (("CaptionCredit", CREDIT_ALONE), Role.SECTION_HEADER): -3.0,
    (("CaptionCredit", AGENCY_ALONE), Role.SECTION_HEADER): -3.0,
    (("SignOff", AGENCIES), Role.SIGNATURE): 2.0,
    (("BoilerplateCue", ALONE), Role.BOILERPLATE): 1.5,
    (("BoilerplateCue", OPENS), Role.PARAGRAPH): -1.0,
    (("Biography", ABOUT_AUTHOR), Role.BOILERPLATE): 2.0,
    (("Ending", ROW), Role.BOILERPLATE): 2.0,
    (("RelatedCue", CALL_ALONE), Role.RELATED): 1.5,
    (("TableOfContents", CONTENTS), Role.BOILERPLATE): 5.0,
    (("TableOfContents", LISTED), Role.SECTION_HEADER): 3.0,
    (("RelatedCue", BOX_ABOVE_PROSE), Role.SECTION_HEADER): 1.8,
    (("LiveEntry", ENTRY), Role.SECTION_HEADER): 3.0,
    (("KeyPoints", BELOW_CALL), Role.BULLET): -2.0,
}
"""What is added to the fitted weights of what is chosen for the whole page: headline, lead, and all plain prose above
the last paragraph; and to those of what only captions, furniture, tables (of contents, too) and biographies have,
of which the fit sees few. By itself it trusts them less than they deserve, and makes up for more trust elsewhere if it
knows of it: measured with publishers left out; that in tables of contents and live blogs is set, as there are too few
to measure it, and that in a header below a box's heading by the user's example, which has one."""
SHIFT = {
    (BODY, Role.PARAGRAPH): -0.5,
    (BODY, Role.SECTION_HEADER): -0.1,
    (BODY, Role.BULLET): 0.2,
    **{(zone, Role.CAPTION): 0.5 for zone in ZONES},
}
"""What is added to the fitted weights of roles in some zones: where the fit is in doubt, furniture is taken for
paragraphs more often than paragraphs for furniture, one header too many misplaces all that stands below it, and list
items and captions are lost rather than made up. Measured with publishers left out, on reference pages and further ones
alike."""
ENDED = {LEVEL_NAMES[0]: {TAIL: -30.0}, LEVEL_NAMES[-1]: {BODY: -0.5}}
"""What is set for the zones by how likely the article has ended above a block. The tail does not begin where it hardly
has, whatever a long box in the middle of the article looks like; where it surely has, the body goes on at a price. The
fit, to which such lines are as many as all lines of the box, learns next to nothing of it (fitted, it made the body of
whole pages worse: 0.954 to 0.950); set, it is 0.958, with publishers left out."""
MISTAKEN = 1e-4
"""How likely it is that the reference is mistaken about a block; keeps every page possible."""


@attrs.define
class Batch:
    """Pages of about the same length: each block's row in the design matrix (-1: none), and what is allowed."""

    rows: npt.NDArray[np.int64]
    allowed: Array
    weight: Array


class Crf:
    """Features, batches and the objective of one fit."""

    def __init__(self, examples: Sequence[Example], *, penalty: float, rarest: int) -> None:
        pages: Counter[tuple[str, str]] = Counter()
        for example in examples:
            pages.update({key for block in example.seen for key in block})
        set_by_hand = {key for key, _ in (*FIXED, *TRUST)}
        self.keys = sorted({key for key, count in pages.items() if count >= rarest} | set_by_hand)
        index = {key: i for i, key in enumerate(self.keys)}
        self.penalty = penalty
        columns: list[int] = []
        pointers = [0]
        self.batches: list[Batch] = []
        starts = []
        for example in examples:
            starts.append(len(pointers) - 1)
            for block in example.seen:
                columns.extend(index[key] for key in block if key in index)
                pointers.append(len(columns))
        self.x = csr_matrix((np.ones(len(columns)), columns, pointers), shape=(len(pointers) - 1, len(self.keys)))
        order = sorted(range(len(examples)), key=lambda i: len(examples[i].seen))
        for low in range(0, len(order), 48):
            self.batches.append(self.batch([(examples[i], starts[i]) for i in order[low : low + 48]]))
        self.fixed = np.zeros((self.x.shape[0], R))
        self.free = np.ones((len(self.keys), R))
        for (key, role), weight in FIXED.items():
            if key in index:
                self.free[index[key], ROLES.index(role)] = 0.0
                self.fixed[:, ROLES.index(role)] += weight * self.x[:, index[key]].toarray().ravel()
        self.sizes = (len(self.keys) * R, R * R, R * R, S, Z * Z)

    @staticmethod
    def batch(pages: list[tuple[Example, int]]) -> Batch:
        """Pages padded to the longest."""
        longest = max(len(example.seen) for example, _ in pages)
        rows = np.full((longest, len(pages)), -1)
        allowed = np.ones((longest, len(pages), S))
        for b, (example, start) in enumerate(pages):
            for t, roles in enumerate(example.allowed):
                rows[t, b] = start + t
                allowed[t, b] = [1.0 if STATES[s][1] in roles else MISTAKEN for s in range(S)]
        return Batch(rows, allowed, np.array([example.weight for example, _ in pages]))

    def unpack(self, theta: Array) -> tuple[Array, Array, Array, Array, Array]:
        """Evidence (feature, role), steps inside and outside the body (role, role), zones (state), moves."""
        a, b, c, d, _ = np.cumsum(self.sizes)
        square = (R, R)
        return (
            theta[:a].reshape(-1, R),
            theta[a:b].reshape(square),
            theta[b:c].reshape(square),
            theta[c:d],
            theta[d:].reshape(Z, Z),
        )

    def objective(self, theta: Array) -> tuple[float, Array]:
        """Penalised negative log-likelihood and its gradient."""
        evidence, inside, outside, zones, moves = self.unpack(theta)
        emission = self.x @ evidence + self.fixed
        change = ZONE_OF[:, None] != ZONE_OF[None, :]
        roles = np.ix_(ROLE_OF, ROLE_OF)
        step = (
            np.where(IN_BODY, inside[roles], outside[roles]) + zones[None, :] + moves[np.ix_(ZONE_OF, ZONE_OF)] * change
        )
        matrix = np.exp(step) * FOLLOWS
        begin = np.exp(zones) * BEGINS
        loss = 0.5 * self.penalty * float(theta @ theta)
        by_block = np.zeros((self.x.shape[0], R))
        by_step = np.zeros((S, S))
        by_zone = np.zeros(S)
        for batch in self.batches:
            there = batch.rows >= 0
            score = emission[np.maximum(batch.rows, 0)][:, :, ROLE_OF]
            top = score.max(axis=2, keepdims=True)
            local = np.where(there[:, :, None], np.exp(score - top), 1.0)
            log_z, gamma_z, xi_z, first_z = self.forward_backward(local, matrix, begin, there, batch.weight)
            constrained = local * np.where(there[:, :, None], batch.allowed, 1.0)
            log_n, gamma_n, xi_n, first_n = self.forward_backward(constrained, matrix, begin, there, batch.weight)
            possible = np.isfinite(log_n) & np.isfinite(log_z)
            loss += float(((log_z - log_n) * batch.weight)[possible].sum())
            gamma = (gamma_z - gamma_n) * (there & possible[None, :])[:, :, None] * batch.weight[None, :, None]
            np.add.at(by_block, batch.rows[there], (gamma @ ONEHOT)[there])
            by_step += xi_z - xi_n
            by_zone += first_z - first_n
        by_zone = by_zone + by_step.sum(axis=0)
        by_inside, by_outside = np.zeros((R, R)), np.zeros((R, R))
        np.add.at(by_inside, (ROLE_OF[:, None], ROLE_OF[None, :]), by_step * IN_BODY)
        np.add.at(by_outside, (ROLE_OF[:, None], ROLE_OF[None, :]), by_step * ~IN_BODY)
        by_move = np.zeros((Z, Z))
        np.add.at(by_move, (ZONE_OF[:, None], ZONE_OF[None, :]), by_step * change)
        gradient = np.concatenate(
            [(self.x.T @ by_block * self.free).ravel(), by_inside.ravel(), by_outside.ravel(), by_zone, by_move.ravel()]
        )
        return loss, gradient + self.penalty * theta

    @staticmethod
    def forward_backward(
        local: Array, matrix: Array, begin: Array, there: npt.NDArray[np.bool_], weight: Array
    ) -> tuple[Array, Array, Array, Array]:
        """Log-likelihood of each page, state marginals, expected steps and first states; pages may be impossible."""
        length, size, _ = local.shape
        alpha = np.zeros_like(local)
        scale = np.ones((length, size))
        alpha[0] = begin * local[0]
        scale[0] = alpha[0].sum(axis=1)
        alpha[0] /= np.maximum(scale[0], 1e-300)[:, None]
        for t in range(1, length):
            on = there[t][:, None]
            ahead = np.where(on, (alpha[t - 1] @ matrix) * local[t], alpha[t - 1])
            total = ahead.sum(axis=1)
            scale[t] = np.where(there[t], total, 1.0)
            alpha[t] = ahead / np.maximum(np.where(there[t], total, 1.0), 1e-300)[:, None]
        beta = np.ones_like(local)
        for t in range(length - 2, -1, -1):
            on = there[t + 1][:, None]
            back = ((local[t + 1] * beta[t + 1]) @ matrix.T) / np.maximum(scale[t + 1], 1e-300)[:, None]
            beta[t] = np.where(on, back, beta[t + 1])
        with np.errstate(divide="ignore"):
            log = np.log(scale).sum(axis=0)
        fine = np.isfinite(log)
        gamma = np.where(fine[None, :, None], alpha * beta, 0.0)
        ahead_mass = local[1:] * beta[1:] / np.maximum(scale[1:], 1e-300)[:, :, None]
        use = (there[1:] & fine[None, :]) * weight[None, :]
        xi = np.einsum("tbi,tbj->ij", alpha[:-1] * use[:, :, None], ahead_mass, optimize=True) * matrix
        first = (gamma[0] * weight[:, None]).sum(axis=0)
        return log, gamma, xi, first

    def fit(self, *, steps: int = 250, verbose: bool = False) -> dict[str, Any]:
        """The best weights, in the form of `weights.toml`."""
        theta = np.zeros(sum(self.sizes))
        found = minimize(self.objective, theta, jac=True, method="L-BFGS-B", options={"maxiter": steps, "maxcor": 12})
        if verbose:
            print(f"{len(self.keys)} observations, {found.nit} steps, loss {found.fun:.0f}")
        return self.readable(found.x)

    def readable(self, theta: Array, *, least: float = 0.03) -> dict[str, Any]:
        """The weights as nested dicts; those that hardly matter are left out."""
        evidence, inside, outside, zones, moves = self.unpack(theta)
        evidence = evidence - np.median(evidence, axis=1, keepdims=True)
        for (key, role), weight in (*FIXED.items(), *TRUST.items()):
            if key in self.keys:
                evidence[self.keys.index(key), ROLES.index(role)] += weight
        table: dict[str, Any] = {}
        for (rule, reason), row in zip(self.keys, evidence, strict=True):
            roles = {ROLES[r].value: round(float(w), 2) for r, w in enumerate(row) if abs(w) >= least}
            if roles:
                table.setdefault(rule, {})[reason] = roles
        places: dict[str, dict[str, float]] = {zone: {} for zone in ZONES}
        for (zone, role), weight in zip(STATES, zones, strict=True):
            places[zone][role.value] = round(float(weight) + SHIFT.get((zone, role), 0.0), 2)
        return {
            "evidence": table,
            "inside": steps(inside, least),
            "outside": steps(outside, least),
            "zones": places,
            "moves": {
                f"{ZONES[a]} to {ZONES[b]}": round(float(moves[a, b]), 2)
                for a in range(Z)
                for b in range(Z)
                if abs(moves[a, b]) >= least
            },
            "ended": ENDED,
        }


def steps(matrix: Array, least: float) -> dict[str, dict[str, float]]:
    """A matrix of steps from role to role as nested dicts."""
    return {
        ROLES[a].value: {ROLES[b].value: round(float(matrix[a, b]), 2) for b in range(R) if abs(matrix[a, b]) >= least}
        for a in range(R)
    }
