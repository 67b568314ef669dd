"""Plans: one value from each dimension, drawn from a seed, and sets of plans that cover every value."""

import random
from collections import Counter
from dataclasses import dataclass

from dimensions import BUDGET, BY_NAME, DIMENSIONS, IDLE, OFFICE, TEXTS, Value


class Impossible(ValueError):
    """No value of a dimension fits what is already chosen."""


@dataclass(frozen=True)
class Plan:
    seed: str
    values: dict[str, str]

    def __getitem__(self, dimension: str) -> str:
        return self.values[dimension]

    def get(self, dimension: str) -> str | None:
        return self.values.get(dimension)

    def habit(self, dimension: str) -> bool:
        """Whether the document has a habit of real reports."""
        return not silent(dimension, self.values[dimension]) and not idle(dimension, self.values)

    @property
    def budget(self) -> bool:
        return self.values["set"] in BUDGET

    @property
    def text(self) -> bool:
        return self.values["producer"] in TEXTS

    @property
    def office(self) -> bool:
        return self.values["producer"] in OFFICE

    @property
    def active(self) -> dict[str, str]:
        """The values that show in the document."""
        return {name: value for name, value in self.values.items() if not idle(name, self.values) and not silent(name, value)}

    def random(self, purpose: str) -> random.Random:
        return random.Random(f"{self.seed} {purpose}")


def idle(dimension: str, chosen: dict[str, str]) -> bool:
    return any(chosen.get(other) in values for other, values in IDLE.get(dimension, {}).items())


def silent(dimension: str, value: str) -> bool:
    """Whether this is a habit that the document does not have."""
    return BY_NAME[dimension].habit and BY_NAME[dimension].values[0].name == value


def value_of(dimension: str, name: str) -> Value:
    return next(v for v in BY_NAME[dimension].values if v.name == name)


def fits(dimension: str, value: Value, chosen: dict[str, str]) -> bool:
    """Whether a value agrees with what is chosen, both ways."""
    if any(other in chosen and chosen[other] not in allowed for other, allowed in value.where.items()):
        return False
    for other, name in chosen.items():
        where = value_of(other, name).where
        if dimension in where and value.name not in where[dimension]:
            return False
    return True


def draw(seed: str, fixed: dict[str, str] | None = None, allowed: dict[str, tuple[str, ...]] | None = None) -> Plan:
    """A plan with the fixed values, the others drawn by weight from those allowed."""
    rng = random.Random(f"plan {seed}")
    allowed = allowed or {}
    chosen = dict(fixed or {})
    for name, value in chosen.items():
        rest = {k: v for k, v in chosen.items() if k != name}
        if not fits(name, value_of(name, value), rest):
            raise Impossible(f"{name}={value}")
    # Habits come last; one that is asked for is known to all that is drawn before it.
    asked = {name: names[0] for name, names in allowed.items() if BY_NAME[name].habit and len(names) == 1}
    for dimension in DIMENSIONS:
        if dimension.name in chosen:
            continue
        names = allowed.get(dimension.name)
        known = {name: value for name, value in asked.items() if name != dimension.name} | chosen
        # What has no weight is made only where it is asked for.
        open_values = [
            v for v in dimension.values if (v.weight > 0 if names is None else v.name in names) and fits(dimension.name, v, known)
        ]
        if any(v.weight > 0 for v in open_values):
            open_values = [v for v in open_values if v.weight > 0]
        if not open_values:
            raise Impossible(dimension.name)
        stream = random.Random(f"habit {dimension.name} {seed}") if dimension.habit else rng
        chosen[dimension.name] = stream.choices(open_values, [v.weight or 1 for v in open_values])[0].name
    return Plan(seed, {dimension.name: chosen[dimension.name] for dimension in DIMENSIONS})


def counts(plans) -> Counter:
    """How many plans show each value."""
    return Counter(pair for plan in plans for pair in plan.active.items())


def cover(seed: str, least: int, producers: dict[str, int], tries: int = 60) -> list[Plan]:
    """Plans that between them show every value at least `least` times; `producers` says how many documents each makes.

    Greedy: each next plan is the one, of several drawn, that shows most of what is still wanting; half of the drawn plans
    are made to hold the value that is wanting most.
    """
    wanting = Counter({(d.name, v.name): least for d in DIMENSIONS for v in d.values if not d.fresh})
    plain = {d.name: d.values[0].name for d in DIMENSIONS if d.fresh}
    plans: list[Plan] = []
    order = [name for name, count in producers.items() for _ in range(count)]
    random.Random(seed).shuffle(order)
    for number, producer in enumerate(order):
        best, best_gain = None, -1.0
        for attempt in range(tries):
            fixed = {"producer": producer, **plain}
            rarest = sorted((p for p, n in wanting.items() if n > 0 and p[0] != "producer"), key=lambda p: (-wanting[p], p))
            rng = random.Random(f"{seed} {number} {attempt}")
            for dimension, value in rng.sample(rarest, min(len(rarest), rng.randint(0, 6))):
                fixed.setdefault(dimension, value)
            try:
                plan = draw(f"{seed}-{number}-{attempt}", fixed)
            except Impossible:
                continue
            gain = sum(min(1, max(0, wanting[pair])) for pair in plan.active.items())
            if gain > best_gain:
                best, best_gain = plan, gain
        assert best is not None, f"no plan for {producer}"
        plans.append(best)
        for pair in best.active.items():
            wanting[pair] -= 1
    return plans
