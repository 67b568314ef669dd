"""A form as a place prints it, before it is laid out: sides with columns and lines of typed values."""

from collections.abc import Callable
from dataclasses import dataclass, field

from printing import Count

Value = int | Count | str | None
Path = tuple[str, ...]


@dataclass
class Line:
    name: str
    values: tuple[Value, ...]
    code: str | None = None
    kind: str = "item"  # item, subtotal, total
    level: int = 0  # how far a place that indents names would indent it
    number: int | None = None  # 行次
    misprint: int | None = None  # 行次 as it is printed by mistake
    before: tuple[str, ...] = ()  # text cells before the code and name
    between: tuple[str, ...] = ()  # text cells between the name and the amounts
    after: tuple[str, ...] = ()  # text cells behind the amounts


@dataclass
class Side:
    columns: list[Path]
    lines: list[Line]
    key: str | None = None  # income, expenditure, personnel, …
    head: str = ""
    item_head: str = "项目"


@dataclass(frozen=True)
class Labels:
    """The label columns of a table with one side."""

    scheme: str = "functional"  # functional, economic, name
    before: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    name: str = ""  # what the column of names is called, where the scheme does not say


@dataclass
class Sheet:
    form: str | None  # id in the catalogue, where it has one
    title: str
    shape: str  # sides, list, row
    sides: list[Side]
    labels: Labels = field(default_factory=Labels)
    note: str = ""
    formula: str = ""  # how its lines add up, by 行次
    only_wan: bool = False
    empty: bool = False
    subject: str = ""  # what there is none of, when it is empty
    group: str = ""  # a header over all amounts, where headers are deep
    grouped: bool = False  # the group is part of the form at any depth
    number: int = 0
    code_schemes: tuple[str, ...] = ()  # how this form's manner prints codes, if not as the plan says
    total: str = ""  # head, end, none, if not as the plan says
    numbered_lines: bool = False  # 行次 belong to the form
    absent: bool = False  # listed in the contents, but missing by mistake
    blank: bool = False  # blank by mistake

    @property
    def lines(self) -> list[Line]:
        return [line for side in self.sides for line in side.lines]


@dataclass
class FreeTable:
    """A table outside the forms: performance targets, lists of units."""

    rows: list[list[str]]
    widths: list[float]
    title: str = ""
    header: int = 1


def coded_lines(
    codes: list[str], name: Callable[[str], str], values: Callable[[str], tuple], keep_empty: bool = False
) -> list[Line]:
    """合计 and a line for every code that has an amount; parents before their children."""
    lines = [Line("合计", values(""), kind="total")]
    for code in codes:
        amounts = values(code)
        if keep_empty or any(amounts):
            last = not any(other != code and other.startswith(code) for other in codes)
            level = {3: 0, 5: 1, 7: 2}[len(code)]
            lines.append(Line(name(code), amounts, code, "item" if last else "subtotal", level))
    return lines
