"""What is carried on into the next year: outside the table of expenditure, or a column of it."""

from dataclasses import replace
from random import Random

from department import Department
from figures import HUNDREDTH_OF_WAN, Accounts, Flow, Source
from plan import Plan
from sheet import Sheet

from .lines import is_expenditure_total

NAME = "carried-out"


def of_accounts(plan: Plan, accounts: Accounts, rng: Random) -> None:
    """Something is left of other income, and sometimes of the general budget."""
    flows = accounts.flows
    general = next(f for f in flows if f.source is Source.GENERAL and f.project)
    other = next((f for f in flows if f.source is Source.OTHER), None)
    if other is None:
        other = Flow(general.code, Source.OTHER, project=rng.randint(20, 900) * 100 * HUNDREDTH_OF_WAN)
        flows.append(other)
    for flow in (other, general)[: rng.randint(1, 2)]:
        place = next(i for i, f in enumerate(flows) if f is flow)
        part = flow.project * rng.randint(4, 30) // 100 // HUNDREDTH_OF_WAN * HUNDREDTH_OF_WAN
        flows[place] = replace(flow, closing=part)


def of_sheets(department: Department, plan: Plan, sheets: list) -> None:
    if plan[NAME] != "inside":
        return
    a = department.accounts
    for sheet in filter(is_expenditure_total, sheets):
        add_column(sheet, lambda code: a.sum("closing", prefix=code))


def add_column(sheet: Sheet, left_over) -> None:
    side = sheet.sides[0]
    name = side.columns[-1][-1]
    here = name.startswith(("结转下年", "年终结转"))
    for line in side.lines:
        kept = line.values[:-1] if here else line.values
        left = left_over(line.code or "")
        line.values = (kept[0] + left, *kept[1:], left)
    if not here:
        side.columns = [*side.columns, ("结转下年",)]
