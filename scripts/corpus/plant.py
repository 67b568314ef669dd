"""Plants single errors into sound reports, has both checked, and says how many are found and how many sound reports are accused.

usage: plant.py SEED COUNT [--juesuan PATH] [--keep DIR] [--only d=v,w]… [--kinds a,b] [--jobs N]

SEED COUNT      the reports; in each, one error of every kind is planted that it has a place for, one at a time
--juesuan PATH  the program (default .build/release/juesuan)
--keep DIR      keeps the reports whose error is not found, and those sound ones that are accused, with what was said of them
--only d=v,w    only these values of a dimension; may be given again
--kinds a,b     only these kinds of errors; a beginning stands for all that begin with it
--jobs N        reports at a time (default 1)

Texts that lost their blank cells cannot always be read: an error in a table of one that `extract` reports as unread, in whole
or by its figures, is counted apart.

An error counts as found when a finding of severity error or warning tells of it that the sound report does not have. A
sound report is accused by any finding of severity error, and by any warning but that a table is blank.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import random_document
from dimensions import LOSSY
from faults import Flaw
from fuzz import allowed_values, plan_of
from plantings import KINDS, Kind, Single

NARRATED = {"order": ("before", "after")}
HARMLESS = "tables.blank"


@dataclass
class Checked:
    """What was said of one report and its twins with an error."""

    name: str
    accused: list[str] = field(default_factory=list)
    planted: list[tuple[str, Flaw, list[str]]] = field(default_factory=list)  # kind, error, rules that found it
    unread: int = 0  # errors in texts without blank cells that are reported as unread


def findings(program: str, path: Path) -> list[dict]:
    done = subprocess.run([program, "check", "--quiet", "--format", "json", str(path)], capture_output=True, timeout=60)
    if done.returncode not in (0, 1):
        return [{"rule": "no report", "severity": "error", "message": done.stderr.decode("utf-8", "replace")[:300]}]
    return [f for f in json.loads(done.stdout)["findings"] if f["severity"] in ("error", "warning")]


def is_unread(program: str, path: Path) -> bool:
    done = subprocess.run([program, "extract", "--quiet", str(path)], capture_output=True, timeout=60)
    kinds = {p["kind"] for p in json.loads(done.stdout)["problems"]} if done.returncode == 0 else set()
    return not kinds.isdisjoint({"unreadTable", "strayFigure"})


def flat(value) -> str:
    """All that a finding says, without spaces and thousands separators."""
    if isinstance(value, dict):
        return "|".join(flat(v) for v in value.values())
    if isinstance(value, list):
        return "|".join(flat(v) for v in value)
    return re.sub(r"(?<=\d)[,，](?=\d{3})", "", re.sub(r"[\s　]+", "", "" if value is None else str(value)))


def tells(finding: dict, flaw: Flaw) -> bool:
    text = flat(finding)
    return any(all(re.search(p, text) for p in alternative) for alternative in flaw.patterns)


def said(finding: dict) -> tuple[str, str]:
    return (finding["rule"], finding["message"])


def keep(folder: str | None, path: Path, notes: list[str]) -> None:
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        (Path(folder) / path.name).write_bytes(path.read_bytes())
        (Path(folder) / f"{path.stem}.txt.note").write_text("\n".join(notes) + "\n", encoding="utf-8")


def one(seed: str, number: int, allowed: dict[str, tuple[str, ...]], kinds: list[Kind], program: str, folder: str | None) -> Checked:
    plan = plan_of(seed, number, {}, allowed)
    with tempfile.TemporaryDirectory() as scratch:

        def made(kind: Kind | None) -> tuple[Path, list[Flaw]]:
            planters: list[Single] = []

            def planter_of(plan, department) -> Single:
                planters.append(Single(kind, plan, department))
                return planters[-1]

            name = f"{seed}-{number}-{plan['producer']}-{kind.name if kind else 'sound'}"
            return random_document.make(plan, Path(scratch), name, planter_of=planter_of)[0], planters[0].flaws

        sound, _ = made(None)
        before = findings(program, sound)
        result = Checked(sound.stem)
        result.accused = [f"{f['severity']} {f['rule']}: {f['message']}" for f in before if f["rule"] != HARMLESS]
        if result.accused:
            keep(folder, sound, result.accused)
        known = {said(f) for f in before}
        for kind in kinds:
            path, flaws = made(kind)
            for flaw in flaws[:1]:
                new = [f for f in findings(program, path) if said(f) not in known]
                rules = [f["rule"] for f in new if tells(f, flaw)]
                if not rules and plan["producer"] in LOSSY and is_unread(program, path):
                    result.unread += 1
                    continue
                result.planted.append((kind.name, flaw, rules))
                if not rules:
                    keep(folder, path, [flaw.text, *(f"{f['severity']} {f['rule']}: {f['message']}" for f in new)])
            path.unlink()
    return result


def show(results: list[Checked]) -> bool:
    planted = [p for r in results for p in r.planted]
    found = sum(bool(rules) for _, _, rules in planted)
    accused = [r for r in results if r.accused]
    share = found / len(planted) if planted else 1.0
    print(f"{len(results)} reports, {len(planted)} errors planted, {found} found: {share:.4f}; sound reports accused: {len(accused)}")
    if unread := sum(r.unread for r in results):
        print(f"beside {unread} in texts without blank cells, which are reported as unread")
    kinds: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    by: dict[str, set[str]] = defaultdict(set)
    for kind, _, rules in planted:
        kinds[kind][0] += 1
        kinds[kind][1] += bool(rules)
        by[kind] |= set(rules)
    print("\nkind                       planted found  by")
    for kind, (count, hits) in kinds.items():
        rules = sorted({re.sub(r"^((?:sum|lines|identity)\.\w+).*", r"\1", r) for r in by[kind]})
        print(f"{kind:<28}{count:>6}{hits:>6}  {' '.join(rules)[:140]}")
    for kind in (k.name for k in KINDS if k.name not in kinds):
        print(f"{kind:<28}{0:>6}")
    for result in results:
        for kind, flaw, rules in result.planted:
            if not rules:
                print(f"missed: {result.name.removesuffix('sound')}{kind}: {flaw.text}")
    for result in accused:
        print(f"accused: {result.name}: {len(result.accused)}: {result.accused[0][:200]}")
    return share >= 0.98 and not accused


def main() -> int:
    parser = argparse.ArgumentParser(usage=__doc__.split("usage: ", 1)[1])
    parser.add_argument("seed")
    parser.add_argument("count", type=int)
    parser.add_argument("--juesuan", default=str(Path(__file__).resolve().parents[2] / ".build/release/juesuan"))
    parser.add_argument("--keep")
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--kinds", default="")
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    allowed = NARRATED | allowed_values(options.only, [])
    kinds = [k for k in KINDS if any(k.name.startswith(name) for name in options.kinds.split(","))]
    ask = partial(one, allowed=allowed, kinds=kinds, program=options.juesuan, folder=options.keep)
    numbers = range(options.count)
    if options.jobs > 1:
        with ProcessPoolExecutor(options.jobs) as pool:
            results = list(pool.map(ask, [options.seed] * options.count, numbers))
    else:
        results = [ask(options.seed, n) for n in numbers]
    return 0 if show(results) else 1


if __name__ == "__main__":
    sys.exit(main())
