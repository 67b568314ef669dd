"""Makes fresh documents, has them read, scores what was read, and says which layouts are read badly.

usage: fuzz.py SEED COUNT [--juesuan PATH] [--keep DIR] [--producers a,b] [--only dimension=value[,value]]… [--all] [--jobs N]

SEED COUNT         the documents; the same seed and count give the same ones
--juesuan PATH     the program (default .build/release/juesuan)
--keep DIR         keeps documents that are not read perfectly, with truth, what was read, and what differs
--producers a,b    only these producers; without, cheap ones come often and costly ones seldom
--only d=v,w       only these values of a dimension; may be given again
--without d=v,w    not these values of a dimension; may be given again
--one-at-a-time    COUNT documents for every value of every dimension, all other dimensions at their plainest
--all              prints all values, not only those that are read worse than the whole
--jobs N           documents at a time (default 1)
"""

import argparse
import json
import signal
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import random_document
from dimensions import BY_NAME, DIMENSIONS, LOSSY, PLAINEST, TOGETHER
from plan import Impossible, Plan, draw, fits, idle, value_of
from score import Score, score


@dataclass
class Outcome:
    plan: Plan
    name: str
    score: Score | None
    trouble: str
    making: float
    reading: float


def read(program: str, path: Path) -> tuple[dict | None, str]:
    try:
        done = subprocess.run([program, "extract", str(path)], capture_output=True, timeout=60)
    except subprocess.TimeoutExpired:
        return None, "took over 60 s"
    if done.returncode != 0:
        return None, f"exit {done.returncode}: {done.stderr.decode('utf-8', 'replace').strip()[:300]}"
    try:
        return json.loads(done.stdout), ""
    except ValueError as error:
        return None, f"no JSON: {error}"


def one(
    seed: str, number: int, fixed: dict[str, str], allowed: dict[str, tuple[str, ...]], program: str, keep: str | None
) -> Outcome:
    plan = plan_of(seed, number, fixed, allowed)
    name = f"{seed}-{number}-{plan['producer']}"
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        path, truth = random_document.make(plan, Path(folder), name)
        made = time.perf_counter()
        got, trouble = read(program, path)
        done = time.perf_counter()
        result = score(truth, got if got is not None else {})
        if got is not None and plan["producer"] in LOSSY:
            result = result.forgiving(got)
        if keep and (got is None or not result.perfect):
            target = Path(keep)
            target.mkdir(parents=True, exist_ok=True)
            (target / path.name).write_bytes(path.read_bytes())
            random_document.write_truth(truth, target / f"{name}.truth.json")
            if got is not None:
                (target / f"{name}.read.json").write_text(json.dumps(got, ensure_ascii=False, indent=1), encoding="utf-8")
            (target / f"{name}.differences.txt").write_text(
                "\n".join([*([trouble] if trouble else []), *result.complaints]) + "\n", encoding="utf-8"
            )
    return Outcome(plan, name, result, trouble, made - begun, done - made)


def plan_of(seed: str, number: int, fixed: dict[str, str], allowed: dict[str, tuple[str, ...]]) -> Plan:
    for attempt in range(50):
        try:
            return draw(f"{seed}-{number}" + (f"-{attempt}" if attempt else ""), fixed, allowed)
        except Impossible as error:
            last = error
    raise last


def single_values(seed: str, count: int, allowed: dict[str, tuple[str, ...]]) -> list[tuple[str, int, dict[str, str]]]:
    """(seed, number, fixed values) of documents in which one dimension at a time leaves its plainest value."""
    base = PLAINEST | {d: names[0] for d, names in allowed.items() if PLAINEST[d] not in names}
    jobs = []
    for dimension in DIMENSIONS:
        for value in dimension.values:
            if value.name not in allowed.get(dimension.name, (value.name,)) or value.weight == 0:
                continue
            fixed = (
                base
                | TOGETHER.get((dimension.name, value.name), {})
                | {d: v[0] for d, v in value.where.items() if base[d] not in v}
            )
            fixed[dimension.name] = value.name
            # What cannot go with the value is left to be drawn.
            fixed = {
                d: v for d, v in fixed.items() if d == dimension.name or fits(d, value_of(d, v), {dimension.name: value.name})
            }
            if value.name != base[dimension.name] and not idle(dimension.name, fixed):
                jobs += [(f"{seed}-{dimension.name}={value.name}".replace("/", ""), n, fixed) for n in range(count)]
    return jobs


def show_single(outcomes: list[Outcome]) -> None:
    """One line a value, the worst first."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        groups[outcome.name.rsplit("-", 2)[0].split("-", 1)[1]].append(outcome)
    rows = []
    for value, made in groups.items():
        total = sum((o.score for o in made), Score())
        rows.append(
            (
                ratio(total.found, total.wanted),
                ratio(total.found, total.claimed),
                value,
                sum(o.score.perfect for o in made),
                len(made),
                total,
            )
        )
    print("value                                        perfect  recall precision   wrong wrong-yuan")
    for recall, precision, value, good, count, total in sorted(rows, key=lambda r: (r[3] == r[4], r[0], r[1], r[2])):
        print(f"{value:<44}{good:>4}/{count:<3}{recall:>8.3f}{precision:>9.3f}{total.wrong:>8}{total.wrong_yuan:>8}")


def per_value(outcomes: list[Outcome]) -> dict[tuple[str, str], tuple[int, ...]]:
    """(documents, perfect, wanted, found, claimed, wrong) by value of each dimension."""
    sums: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0] * 6)
    for outcome in outcomes:
        s = outcome.score
        for pair in outcome.plan.active.items():
            for i, amount in enumerate((1, int(s.perfect), s.wanted, s.found, s.claimed, s.wrong)):
                sums[pair][i] += amount
    return {pair: tuple(row) for pair, row in sums.items()}


def ratio(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def show(outcomes: list[Outcome], everything: bool) -> None:
    total = sum((o.score for o in outcomes), Score())
    recall, precision = ratio(total.found, total.wanted), ratio(total.found, total.claimed)
    perfect = sum(o.score.perfect for o in outcomes)
    making, reading = (sum(getattr(o, n) for o in outcomes) / len(outcomes) for n in ("making", "reading"))
    print(
        f"{len(outcomes)} documents, {perfect} perfect; tables {total.tables_found}/{total.tables}; cells {total.found}/{total.wanted}: "
        f"recall {recall:.4f}, precision {precision:.4f}, wrong {total.wrong}, wrong yuan {total.wrong_yuan}; narrative {total.narrative_found}/{total.narrative}"
    )
    print(f"per document: made in {making:.2f} s, read in {reading * 1000:.0f} ms")
    troubles = [o for o in outcomes if o.trouble]
    for outcome in troubles[:10]:
        print(f"  {outcome.name}: {outcome.trouble}")
    print("\nvalue                                       documents perfect recall precision   wrong")
    rows = per_value(outcomes)
    for dimension in BY_NAME.values():
        lines = []
        for value in dimension.values:
            if (dimension.name, value.name) not in rows:
                continue
            documents, good, wanted, found, claimed, wrong = rows[dimension.name, value.name]
            line = f"{dimension.name + '=' + value.name:<44}{documents:>8}{good:>8}{ratio(found, wanted):>8.3f}{ratio(found, claimed):>9.3f}{wrong:>8}"
            if everything or ratio(found, wanted) < recall - 0.01 or ratio(found, claimed) < precision - 0.01:
                lines.append(line)
        if lines:
            print("\n".join(lines))
    missing: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for outcome in outcomes:
        for title, wanted, found, _ in outcome.score.by_table:
            missing[title][0] += wanted
            missing[title][1] += found
    print("\ntables with the most cells that were not found")
    for title, (wanted, found) in sorted(missing.items(), key=lambda item: item[1][1] - item[1][0])[:15]:
        if wanted > found:
            print(f"  {wanted - found:>6} of {wanted:<7} {title}")


def allowed_values(only: list[str], without: list[str]) -> dict[str, tuple[str, ...]]:
    """The values that plans may take, by dimension. A beginning stands for all values that begin with it: set=final."""
    allowed: dict[str, tuple[str, ...]] = {}
    for choices, wanted in ((only, True), (without, False)):
        for choice in choices:
            dimension, _, values = choice.partition("=")
            names = values.split(",")
            known = allowed.get(dimension) or tuple(v.name for v in BY_NAME[dimension].values) if dimension in BY_NAME else ()
            hits = [k for k in known if any(k == n or k.startswith(n + "-") for n in names)]
            if not hits:
                sys.exit(f"no such value: {choice}")
            allowed[dimension] = tuple(k for k in known if (k in hits) == wanted)
    return allowed


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(usage=__doc__.split("usage: ", 1)[1])
    parser.add_argument("seed")
    parser.add_argument("count", type=int)
    parser.add_argument("--juesuan", default=str(Path(__file__).resolve().parents[2] / ".build/release/juesuan"))
    parser.add_argument("--keep")
    parser.add_argument("--producers")
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--without", action="append", default=[])
    parser.add_argument("--one-at-a-time", action="store_true")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--jobs", type=int, default=1)
    return parser.parse_args()


def main() -> int:
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    options = arguments()
    allowed = allowed_values([*options.only, *([f"producer={options.producers}"] if options.producers else [])], options.without)
    if options.one_at_a_time:
        jobs = [
            (seed, n, fixed, {}, options.juesuan, options.keep)
            for seed, n, fixed in single_values(options.seed, options.count, allowed)
        ]
    else:
        jobs = [(options.seed, n, {}, allowed, options.juesuan, options.keep) for n in range(options.count)]
    if options.jobs > 1:
        with ProcessPoolExecutor(options.jobs) as pool:
            outcomes = list(pool.map(one, *zip(*jobs), chunksize=4))
    else:
        outcomes = [one(*job) for job in jobs]
    if not outcomes:
        return 0
    if options.one_at_a_time:
        show_single(outcomes)
    else:
        show(outcomes, options.all)
    return 0 if all(o.score.perfect and not o.trouble for o in outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
