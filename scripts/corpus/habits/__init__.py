"""Habits of real reports that a hasty auditor takes for errors: a file a habit, each a dimension of its own.

A habit changes the accounts, the forms as they are made or before they are laid out, or the sections of the text. It keeps
a report sound.
"""

import random

from department import Department
from figures import Accounts
from plan import Plan
from wording import Section

from . import (
    absent_money,
    below_line,
    by_economic,
    carried_in,
    carried_out,
    change_words,
    of_which,
    same_figures,
    same_projects,
    scoped,
    share_base,
    unit_blocks,
)


def of_accounts(plan: Plan, accounts: Accounts) -> None:
    """What habits need in the accounts so that they show."""
    for habit in (carried_out, carried_in, of_which, below_line):
        if plan.habit(habit.NAME):
            habit.of_accounts(plan, accounts, random.Random(f"{plan.seed} {habit.NAME}"))
    accounts.verify()


def of_sheets(department: Department, plan: Plan, sheets: list) -> None:
    """Forms as places with these habits print them; what is split goes before what is added."""
    for habit in (carried_out, carried_in, by_economic, unit_blocks, of_which):
        if plan.habit(habit.NAME):
            habit.of_sheets(department, plan, sheets)


def of_sections(department: Department, plan: Plan, sections: tuple[Section, ...]) -> tuple[Section, ...]:
    for habit in (share_base, change_words, same_projects, same_figures, scoped, absent_money):
        if plan.habit(habit.NAME):
            sections = habit.of_sections(department, plan, sections)
    return sections
