"""Rows divided into rows that add up to them."""

from figures import HUNDREDTH_OF_WAN


def split(values: tuple[int, ...], shares: list[int]) -> list[tuple[int, ...]]:
    """Values, the first the sum of the others, in as many parts as there are shares in per mille; the first takes the rest."""
    if len(values) == 1 or values[0] != sum(values[1:]):
        return [values]
    parts = [tuple(v * share // 1000 // HUNDREDTH_OF_WAN * HUNDREDTH_OF_WAN for v in values[1:]) for share in shares[1:]]
    rest = tuple(v - sum(part[i] for part in parts) for i, v in enumerate(values[1:]))
    return [(sum(part), *part) for part in (rest, *parts)]
