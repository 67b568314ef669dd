"""Budgets that there are none of, told by a word below a heading, in the heading, in a list of the tables, or below the table."""

import wording
from department import Department
from figures import Source
from plan import Plan
from sheet import FreeTable, Sheet
from wording import Section

from .talk_parts import exchange, insert

NAME = "absent-money"
TITLES = ((Source.FUND, "政府性基金预算支出"), (Source.CAPITAL, "国有资本经营预算支出"))
NOTE = "注：已公开空表。"
WORDS = ("无。", "不涉及。", "无", "本项无内容。")


def of_sections(department: Department, plan: Plan, sections: tuple[Section, ...]) -> tuple[Section, ...]:
    if plan[NAME] not in ("below-heading", "in-heading"):
        return sections
    word = plan.random(NAME).choice(WORDS)
    empty = [title for source, title in TITLES if not department.accounts.codes([source])]
    if not department.budget:
        if not department.accounts.codes([Source.FUND]):
            sections = exchange(sections, wording.fund, lambda n: [word])
        return sections
    for title in empty:
        if plan[NAME] == "in-heading":
            sections = insert(sections, "其他", f"{title}情况：无", lambda n: [])
        else:
            sections = insert(sections, "其他", f"{title}情况", lambda n: [word])
    return sections


def index(department: Department, forms: list[Sheet]) -> FreeTable:
    """The list of tables that says which are empty."""
    rows = [["序号", "报表名称", "是否空表", "公开空表理由"]]
    for number, sheet in enumerate(forms, 1):
        reason = f"不涉及{sheet.subject or sheet.title}" if sheet.empty else ""
        rows.append([str(number), sheet.title, "是" if sheet.empty else "否", reason])
    return FreeTable(rows, [0.6, 4, 1, 3])
