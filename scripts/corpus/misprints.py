"""How a figure comes to be misprinted: digits swapped, struck twice, missed or wrong."""

import random
from decimal import Decimal

from printing import with_separators


def misprinted(text: str, least: str, rng: random.Random) -> str | None:
    """A figure as a slip of the pen leaves it, at least so far from the right one; None where no slip goes so far."""
    digits = text.replace(",", "")
    slips = [s for s in {*swapped(digits), *doubled(digits), *missed(digits), *wrong(digits, rng)} if is_figure(s)]
    far = sorted(s for s in slips if abs(Decimal(s) - Decimal(digits)) >= Decimal(least))
    if not far:
        return None
    slip = rng.choice(far)
    return with_separators(slip) if "," in text else slip


def is_figure(text: str) -> bool:
    whole = text.partition(".")[0]
    return whole.isdigit() and (whole == "0" or not whole.startswith("0"))


def swapped(digits: str) -> list[str]:
    return [
        digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]
        for i in range(len(digits) - 1)
        if digits[i] != digits[i + 1] and "." not in digits[i : i + 2]
    ]


def doubled(digits: str) -> list[str]:
    return [digits[: i + 1] + digits[i:] for i in range(len(digits.partition(".")[0]))]


def missed(digits: str) -> list[str]:
    whole = digits.partition(".")[0]
    return [digits[:i] + digits[i + 1 :] for i in range(len(whole)) if len(whole) > 1]


def wrong(digits: str, rng: random.Random) -> list[str]:
    return [digits[:i] + rng.choice([d for d in "123456789" if d != c]) + digits[i + 1 :] for i, c in enumerate(digits) if c != "."]
