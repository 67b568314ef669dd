"""The table of income leaves out what was brought over from the year before."""

from dataclasses import replace
from random import Random

from department import Department
from figures import HUNDREDTH_OF_WAN, Accounts, Source
from plan import Plan
from sheet import Sheet

NAME = "carried-in"
BROUGHT = "上年结转"


def of_accounts(plan: Plan, accounts: Accounts, rng: Random) -> None:
    """Something of the general budget was brought over."""
    place, flow = next((i, f) for i, f in enumerate(accounts.flows) if f.source is Source.GENERAL and f.project)
    part = flow.project * rng.randint(5, 40) // 100 // HUNDREDTH_OF_WAN * HUNDREDTH_OF_WAN
    accounts.flows[place] = replace(flow, opening=part)


def of_sheets(department: Department, plan: Plan, sheets: list) -> None:
    for sheet in sheets:
        if isinstance(sheet, Sheet) and sheet.shape in ("list", "row") and "收入" in sheet.title and "总" in sheet.title:
            leave_out(sheet)


def leave_out(sheet: Sheet) -> None:
    side = sheet.sides[0]
    brought = [i for i, path in enumerate(side.columns) if path[0].startswith(BROUGHT)]
    if not brought:
        return
    sums = [i for i in brought if side.columns[i][-1] == "小计"] or brought
    for line in side.lines:
        less = sum(line.values[i] for i in sums)
        rest = [v for i, v in enumerate(line.values) if i not in brought]
        line.values = (rest[0] - less, *rest[1:])
    side.columns = [path for i, path in enumerate(side.columns) if i not in brought]
