"""Checks that the forms of random departments agree with themselves, to the fen: what a document without faults must do.

usage: check_forms.py [COUNT]
"""

import sys

import habits
from department import invent
from dimensions import BUDGET, FINAL
from final_sets import final_sheets
from manners import budget_sheets
from plan import Plan, draw
from sheet import Sheet


def amounts(values) -> list[int]:
    return [v if isinstance(v, int) else 0 for v in values]


def check_list(sheet: Sheet) -> list[str]:
    """合计 is the sum of the highest level, and every parent the sum of its children."""
    side = sheet.sides[0]
    total = next((line for line in side.lines if line.kind == "total"), None)
    coded = [line for line in side.lines if line.code]
    if not coded or total is None:
        return []
    troubles = []
    shortest = min(len(line.code) for line in coded)
    tops = [amounts(line.values) for line in coded if len(line.code) == shortest]
    if [sum(column) for column in zip(*tops)] != amounts(total.values):
        troubles.append(f"合计 {amounts(total.values)} is not the sum {[sum(c) for c in zip(*tops)]}")
    if sheet.labels.scheme == "functional":
        for parent in (line for line in coded if len(line.code) < 7 and shortest == 3):
            children = [
                amounts(c.values) for c in coded if c.code.startswith(parent.code) and len(c.code) == len(parent.code) + 2
            ]
            if children and [sum(column) for column in zip(*children)] != amounts(parent.values):
                troubles.append(f"{parent.code} is not the sum of its children")
    return troubles


def check_columns(sheet: Sheet) -> list[str]:
    """The first column, when it is a total, is the sum of the others that are not parts of a 小计."""
    side = sheet.sides[-1]
    names = [path[-1] for path in side.columns]
    if (
        names[0] not in ("合计", "总计", "小计", "本年收入合计", "本年支出合计")
        or len(names) < 3
        or sheet.form == "threePublicExpenses"
    ):
        return []
    if (
        {"小计", "合计"} & set(names[1:])
        or any("其中" in n or "其中" in p[0] for n, p in zip(names, side.columns))
        or "“三公”" in sheet.title
        or "绩效" in sheet.title
    ):
        return []
    troubles = []
    for line in side.lines:
        row = amounts(line.values)
        if any(row) and row[0] != sum(row[1:]):
            troubles.append(f"{line.code or line.name}: {row[0]} is not the sum of {row[1:]}")
    return troubles


def check_sides(sheet: Sheet) -> list[str]:
    """Both sides end with the same total."""
    ends = [amounts(side.lines[-1].values) for side in sheet.sides]
    firsts = {end[-1] if len(end) < 3 else end[0] for end in ends}
    return [f"sides end with {sorted(firsts)}"] if len(firsts) > 1 else []


def check(plan: Plan) -> list[str]:
    department = invent(plan)
    habits.of_accounts(plan, department.accounts)
    sheets = (budget_sheets if plan.budget else final_sheets)(department, plan)
    troubles = []
    for sheet in sheets:
        if isinstance(sheet, Sheet):
            found = {"list": lambda s: check_list(s) + check_columns(s), "sides": check_sides}.get(sheet.shape, lambda s: [])(
                sheet
            )
            troubles += [f"{plan['set']} {plan.seed} {sheet.title}: {text}" for text in found]
    return troubles


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    troubles = [t for kind in (*FINAL, *BUDGET) for number in range(count) for t in check(draw(f"check {number}", {"set": kind}))]
    print("\n".join(troubles[:40]) or f"{count * len((*FINAL, *BUDGET))} departments agree with themselves")
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main())
