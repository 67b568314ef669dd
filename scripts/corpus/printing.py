"""How amounts are printed: unit, decimals, separators, what stands for nothing, signs, full-width digits."""

from dataclasses import dataclass

from amounts import half_up
from plan import Plan

FEN = {"wan": 1_000_000, "yuan": 100}
UNIT_NAMES = {"wan": "万元", "yuan": "元"}
NARROW_FORMAT = "number-format"  # the dimension of how many digits a cell's format shows
FULL_WIDTH = str.maketrans("0123456789.,-", "０１２３４５６７８９．，－")


@dataclass(frozen=True)
class Count:
    """A number that is no amount: pieces, persons. Printed without decimals."""

    number: int


@dataclass(frozen=True)
class Shown:
    """What stands in a cell, and the digits that a reader must find there (None for nothing)."""

    text: str
    digits: str | None


def plain_digits(fen: int, unit: str, decimals: str) -> str:
    places = 2 if decimals == "trimmed" else int(decimals)
    scaled = half_up(fen * 10**places, FEN[unit])
    sign, scaled = ("-" if scaled < 0 else ""), abs(scaled)
    if places == 0:
        return f"{sign}{scaled}"
    text = f"{sign}{scaled // 10**places}.{scaled % 10**places:0{places}d}"
    return text.rstrip("0").rstrip(".") if decimals == "trimmed" else text


def with_separators(digits: str) -> str:
    whole, _, rest = digits.partition(".")
    sign, whole = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    return sign + f"{int(whole):,}" + ("." + rest if rest else "")


@dataclass
class Printer:
    """Prints the amounts of one table."""

    plan: Plan
    unit: str  # wan, yuan
    nothing: str
    decimals: str
    printed: int = 0

    def digits(self, fen: int) -> str:
        """The digits of an amount; a place that prints no more than so many drops decimals of great amounts."""
        digits = plain_digits(fen, self.unit, self.decimals)
        if self.plan[NARROW_FORMAT] == "nine-digits" and "." in digits:
            places = len(digits) - digits.index(".") - 1
            while places and sum(c.isdigit() for c in digits) > 9:
                places -= 1
                digits = plain_digits(fen, self.unit, str(places))
            digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
        return digits

    @property
    def unit_name(self) -> str:
        return UNIT_NAMES[self.unit]

    def show(self, value: int | Count | str | None) -> Shown:
        """A cell's text. None is a cell that the form leaves empty; 0 is nothing, as this place prints it."""
        self.printed += 1
        if value is None:
            return Shown("", None)
        if isinstance(value, str):
            return Shown(value, None)
        if isinstance(value, Count):
            return Shown(str(value.number), str(value.number))
        if value == 0:
            return self.zero()
        digits = self.digits(value)
        mixed = self.plan["separators"] == "mixed" and self.printed % 3 != 0
        text = with_separators(digits) if self.plan["separators"] == "yes" or mixed else digits
        if text.startswith("-") and self.plan["negatives"] == "brackets":
            text = f"({text[1:]})"
        elif text.startswith("-") and self.plan["negatives"] == "full-sign":
            text = "－" + text[1:]
        if self.plan["digits"] == "full-width":
            text = text.translate(FULL_WIDTH)
        return Shown(text, digits)

    def zero(self) -> Shown:
        if self.nothing == "zero":
            digits = plain_digits(0, self.unit, "2" if self.decimals == "trimmed" else self.decimals)
        elif self.nothing == "bare-zero":
            digits = "0"
        else:
            return Shown({"blank": "", "hyphen": "-", "dash": "—"}[self.nothing], None)
        text = digits.translate(FULL_WIDTH) if self.plan["digits"] == "full-width" else digits
        return Shown(text, digits)


def printer(plan: Plan, only_wan: bool = False) -> Printer:
    """The printer of a form; some forms stay in 万元 where the others are in 元."""
    unit = "wan" if plan["unit"] == "wan" or (only_wan and plan["unit"] == "yuan-wan") else "yuan"
    decimals = plan["decimals"] if unit == "wan" or plan["decimals"] != "6" else "2"
    if unit == "wan" and plan["unit"] == "yuan-wan":
        decimals = "2"
    return Printer(plan, unit, plan["nothing"], decimals)
