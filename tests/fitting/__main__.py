"""The command line of the fit: see the package's docstring."""

from __future__ import annotations

import argparse
import collections
import pickle
import time
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import attrs

from newsparse import parser as parser_module
from newsparse.parser import Parser
from newsparse.rules import RULE_CLASSES, FittedRule
from newsparse.weights import Weights
from tests.fitting.bench import Partition, dev_pages, group_of, scorer
from tests.fitting.choices import end_choices, lead_choices, title_choices
from tests.fitting.choosing import PENALTY_OF_TITLES, Choice, fit_choice, ready_to_find, sure_of_numbers, sure_of_titles
from tests.fitting.crf import Crf
from tests.fitting.data import INPUTS, Choosers, Example, choosing, dev_examples, known_examples
from tests.fitting.further import further_examples
from tests.fitting.inserted import inserted_examples
from tests.fitting.known import OWN
from tests.fitting.renderings import renderings_of

WEIGHTS = Path(parser_module.__file__).with_name("weights.toml")


def parser_with(weights: Mapping[str, Any]) -> Parser:
    """A parser of the built-in rules with other weights."""
    table = Weights(**weights)
    rules = [rule() for rule in RULE_CLASSES]
    for rule in rules:
        if isinstance(rule, FittedRule):
            rule.__dict__["_table"] = table.of_rule(rule.name)
    return Parser(rules, weights=table)


def examples(choosers: Choosers) -> list[Example]:
    """All examples."""
    return [
        *dev_examples(dev_pages(), choosers),
        *further_examples(choosers),
        *inserted_examples(choosers),
        *known_examples(choosers),
    ]


def fit_fold(job: tuple[list[Example], float, int, int]) -> dict[str, Any]:
    """The weights fitted to some examples."""
    data, penalty, rarest, steps = job
    return Crf(data, penalty=penalty, rarest=rarest).fit(steps=steps, verbose=True)


def cross_fitted(parts: Partition) -> list[Weights]:
    """For each fold, weights that choose headline, lead and end and have not seen its publishers."""
    titles = [fit_choice(chosen, penalty=PENALTY_OF_TITLES) for chosen in left_out(title_choices(), parts)]
    leads = [fit_choice(c) for c in left_out(lead_choices(lambda group: titles[parts.fold_of(group)]), parts)]
    fronts = [choosing(title, lead) for title, lead in zip(titles, leads, strict=True)]
    ends = [fit_choice(chosen) for chosen in left_out(end_choices(lambda group: fronts[parts.fold_of(group)]), parts)]
    return [choosing(*chosen) for chosen in zip(titles, leads, ends, strict=True)]


def cross_validate(args: argparse.Namespace) -> None:
    """Fit on all folds but one, score on that one, sum up."""
    score = scorer()
    parts = Partition(args.folds, args.partition)
    choosers = cross_fitted(parts)
    data = examples(lambda group: choosers[parts.fold_of(group)])
    start = time.time()
    jobs = [(without(data, fold, parts), args.penalty, args.rarest, args.steps) for fold in range(args.folds)]
    with ProcessPoolExecutor(2) as pool:
        fitted = [
            {
                **weights,
                "title": sure_of_titles(sure_of_numbers(chooser.title)),
                "lead": ready_to_find(chooser.lead),
                "end": chooser.end,
            }
            for weights, chooser in zip(pool.map(fit_fold, jobs), choosers, strict=True)
        ]
    print(f"fitted in {time.time() - start:.0f} s")
    if args.keep:
        Path(args.keep).write_bytes(pickle.dumps(fitted))
    report(score, [parser_with(weights) for weights in fitted], parts)


def left_out(offered: Iterable[Choice], parts: Partition) -> list[list[Choice]]:
    """For each fold the choices of all others."""
    every = list(offered)
    return [without(every, fold, parts) for fold in range(parts.folds)]


One = TypeVar("One", Choice, Example)


def without(every: Sequence[One], fold: int, parts: Partition) -> list[One]:
    """All examples but those of a fold. The project's own cases belong to none: they count as much less as there are
    fewer others, so that the mixture is the one that the shipped weights are fitted to."""
    share = 1 - 1 / parts.folds
    return [
        attrs.evolve(one, weight=share * one.weight) if one.group == OWN else one
        for one in every
        if one.group == OWN or parts.fold_of(one.group) != fold
    ]


def report(score: Any, parsers: list[Parser], parts: Partition) -> None:
    """Print the scores of each input, and by language, each page parsed by the parser that did not see it."""
    pages = dev_pages()
    print(f"{'':24}{'n':>4}" + "".join(f"{c:>9}" for c in score.COLUMNS))
    for source in INPUTS:
        total: collections.Counter[str] = collections.Counter()
        groups: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
        for page in pages:
            parser = parsers[parts.fold_of(group_of(page["url"]))]
            text = page["text"].get(source) or renderings_of(page["id"]).get(source, "")
            # what of the article is in a text in Markdown is told by the text of the same page without marks
            within = source if source in page["text"] else "trafilatura" if source == "extracted" else "full"
            counts = score.compare(page, score.from_article(parser.parse(text)), within)
            counts["pages"] = 1
            total += counts
            groups[page["language"] if page["language"] in ("de", "en") else "other"] += counts
        for name, counts in [(source, total), *sorted(groups.items())]:
            row = score.row(counts)
            print(f"{name:24}{counts['pages']:4}" + "".join(f"{row[c]:9.3f}" for c in score.COLUMNS), flush=True)


def write(weights: Mapping[str, Any]) -> None:
    """Write `weights.toml`."""
    lines = [
        "# The weights of the built-in rules, in nats. Written by `python -m tests.fitting fit`.",
        "# [evidence.<rule>]: what the rule sees, and what that is worth for each role.",
        "# [inside.<role>], [outside.<role>]: what a step to another role is worth, in or outside the body.",
        "# [zones.<zone>]: what it is worth that a block of a role stands in that zone of the page.",
        "# [ended.<how likely>]: what it is worth that a block stands in a zone where the article has ended above it so"
        " likely.",
        "# [moves]: what the step from one zone to the next is worth.",
        "# [title]: what each trait of a line is worth in choosing the headline of the whole page.",
        "# [lead]: the same for the lead, and for the page to have none.",
        "# [end]: the same for the article's last paragraph.",
        "",
    ]
    for table in ("title", "lead", "end"):
        lines += [f"[{table}]", *(f"{key_of(key)} = {value}" for key, value in weights[table].items()), ""]
    for table in ("evidence", "inside", "outside", "zones", "ended"):
        for name, rows in weights[table].items():
            lines += [f"[{table}.{name}]", *(f"{key_of(key)} = {value_of(value)}" for key, value in rows.items()), ""]
    lines += ["[moves]", *(f"{key_of(key)} = {value}" for key, value in weights["moves"].items()), ""]
    WEIGHTS.write_text("\n".join(lines), encoding="utf-8")


def key_of(key: str) -> str:
    """A key as TOML has it: quoted where it is more than a word."""
    return key if key.isidentifier() else f'"{key}"'


def value_of(value: float | Mapping[str, float]) -> str:
    """A number, or an inline table of numbers."""
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{role} = {weight}" for role, weight in value.items()) + " }"
    return str(value)


def main() -> None:
    """Parse the arguments and run."""
    parser = argparse.ArgumentParser(prog="python -m tests.fitting", description=__doc__)
    parser.add_argument("command", choices=["cv", "fit"])
    parser.add_argument("--penalty", type=float, default=2.0, help="strength of the L2 penalty")
    parser.add_argument("--rarest", type=int, default=8, help="pages on which an observation must be made")
    parser.add_argument("--steps", type=int, default=150, help="steps of L-BFGS at most")
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--partition", default="", help="with cv: any word; publishers are parted otherwise for each")
    parser.add_argument("--keep", default="", help="with cv: a file for the fitted weights of each fold")
    args = parser.parse_args()
    if args.command == "cv":
        cross_validate(args)
    else:
        title = fit_choice(list(title_choices()), penalty=PENALTY_OF_TITLES)
        lead = fit_choice(list(lead_choices(lambda group: title)))
        end = fit_choice(list(end_choices(lambda group: choosing(title, lead))))
        # what the rules learn is how far such choices can be trusted on publishers that they have not seen
        parts = Partition(args.folds)
        choosers = cross_fitted(parts)
        data = examples(lambda group: choosers[parts.fold_of(group)])
        crf = Crf(data, penalty=args.penalty, rarest=args.rarest)
        fitted = crf.fit(steps=args.steps, verbose=True)
        write({**fitted, "title": sure_of_titles(sure_of_numbers(title)), "lead": ready_to_find(lead), "end": end})


if __name__ == "__main__":
    main()
