"""Columns of the table of expenditure that are parts of other columns, and not added to them."""
from random import Random

from department import Department
from figures import HUNDREDTH_OF_WAN, Accounts, Flow, Source
from plan import Plan
from sheet import Sheet

from .lines import is_expenditure_total

NAME = "of-which"
KINDS = ("事业单位经营支出", "上缴上级支出", "对附属单位补助支出")
BOUGHT = [("其中：政府采购", "小计"), ("其中：政府采购", "面向中小企业预留")]


def of_accounts(plan: Plan, accounts: Accounts, rng: Random) -> None:
    """There is expenditure of each kind."""
    code = next(f.code for f in accounts.flows if f.source is Source.GENERAL and f.project)
    if not accounts.sum("business"):
        accounts.flows.append(Flow(code, Source.BUSINESS, business=rng.randint(10, 600) * 100 * HUNDREDTH_OF_WAN))
    if not accounts.sum("to_affiliates") and rng.random() < 0.4:
        accounts.flows.append(Flow(code, Source.AFFILIATES, to_affiliates=rng.randint(10, 90) * 100 * HUNDREDTH_OF_WAN))


def of_sheets(department: Department, plan: Plan, sheets: list) -> None:
    for sheet in filter(is_expenditure_total, sheets):
        if plan[NAME] == "bought":
            add_bought(sheet)
        else:
            put_inside(sheet, plan[NAME])


def put_inside(sheet: Sheet, how: str) -> None:
    """What is spent on business, for superiors and for affiliates is within 项目支出."""
    side = sheet.sides[0]
    inside = [i for i, path in enumerate(side.columns) if path[-1] in KINDS]
    project = next(i for i, path in enumerate(side.columns) if path[-1] == "项目支出")
    for line in side.lines:
        values = list(line.values)
        values[project] += sum(values[i] for i in inside)
        line.values = tuple(values)
    side.columns = [
        path if i not in inside else ("其中", *path) if how == "group" else (f"其中：{path[-1]}",) for i, path in enumerate(side.columns)
    ]


def add_bought(sheet: Sheet) -> None:
    """What of each row is bought, and what of that is kept for small enterprises."""
    side = sheet.sides[0]
    for line in side.lines:
        line.values = (*line.values, 0, 0)
    project = next(i for i, path in enumerate(side.columns) if path[-1] == "项目支出")
    bought = len(side.columns)
    # A quarter of every leaf, rounded to what is printed; the lines above add up the leaves.
    for block in blocks(side.lines):
        codes = {line.code for line in block if line.code}
        last = [line for line in block if line.code and not any(c != line.code and c.startswith(line.code) for c in codes)]
        for line in last:
            amount = line.values[project] // 4 // HUNDREDTH_OF_WAN * HUNDREDTH_OF_WAN
            line.values = (*line.values[:bought], amount, amount // 2 // HUNDREDTH_OF_WAN * HUNDREDTH_OF_WAN)
        for line in block:
            if not any(line is leaf for leaf in last):
                below = [leaf.values[bought:] for leaf in last if leaf.code.startswith(line.code or "")]
                line.values = (*line.values[:bought], *map(sum, zip(*below)))
    total = next(line for line in side.lines if line.kind == "total")
    wholes = [block[0].values[bought:] for block in blocks(side.lines) if block[0].code is None and block[0] is not total]
    if wholes:
        total.values = (*total.values[:bought], *map(sum, zip(*wholes)))
    side.columns = [*side.columns, *BOUGHT]


def blocks(lines: list) -> list[list]:
    """Lines up to the next one without a code."""
    made: list[list] = []
    for line in lines:
        if line.code is None or not made:
            made.append([])
        made[-1].append(line)
    return made
