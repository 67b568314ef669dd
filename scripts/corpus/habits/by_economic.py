"""An item of the table of expenditure stands in several rows with one code, a row for each use; no row adds them up."""

from dataclasses import replace

from classification import PERSONNEL, RUNNING
from department import Department
from plan import Plan

from .lines import is_expenditure_total, leaves
from .parts import split

NAME = "item-rows"
COLUMN = "部门支出经济分类科目"


def of_sheets(department: Department, plan: Plan, sheets: list) -> None:
    rng = plan.random(NAME)
    uses = [f"{code}-{name}" for code, name in {**PERSONNEL, **RUNNING}.items() if len(code) == 5]
    for sheet in filter(is_expenditure_total, sheets):
        side = sheet.sides[0]
        last = leaves(side.lines)
        made = []
        for line in side.lines:
            if not any(line is leaf for leaf in last):
                made.append(replace(line, between=("",)))
                continue
            chosen = sorted(rng.sample(uses, rng.randint(1, 4)))
            for use, values in zip(chosen, split(line.values, [1000 // len(chosen)] * len(chosen))):
                if any(values):
                    made.append(replace(line, values=values, between=(use,)))
        side.lines = made
        sheet.labels = replace(sheet.labels, between=(COLUMN,))
