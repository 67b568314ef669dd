"""The table of expenditure goes through all codes once for every unit, below the unit's own total."""

from dataclasses import replace

from department import Department
from plan import Plan
from sheet import Line, Sheet

from .lines import add_up, is_expenditure_total, leaves
from .parts import split

NAME = "unit-blocks"
COLUMN = "单位名称"


def of_sheets(department: Department, plan: Plan, sheets: list) -> None:
    if len(department.shares) < 2:
        return
    for sheet in filter(is_expenditure_total, sheets):
        if all(line.values[0] == sum(line.values[1:]) for line in sheet.lines):
            repeat(sheet, department.shares, in_column=plan[NAME] == "column")


def repeat(sheet: Sheet, shares: list[tuple[str, int]], in_column: bool) -> None:
    side = sheet.sides[0]
    total = next(line for line in side.lines if line.kind == "total")
    coded = [line for line in side.lines if line is not total]
    last = leaves(coded)
    made = [total]
    for number, (unit, _) in enumerate(shares):
        block = [Line("小计" if in_column else unit, total.values, kind="subtotal")]
        for line in coded:
            values = line.values
            if any(line is leaf for leaf in last):
                values = split(values, [share for _, share in shares])[number]
            block.append(replace(line, values=values))
        add_up(block)
        made += [replace(line, before=(unit,) if in_column else ()) for line in block if any(line.values)]
    if in_column:
        made[0] = replace(total, before=("",))
        sheet.labels = replace(sheet.labels, before=(COLUMN,))
    side.lines = made
