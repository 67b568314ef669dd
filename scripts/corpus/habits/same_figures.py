"""Rates of nothing: an item that stays as it is, or that there is none of, with its 0.0% or dashes printed all the same."""

from department import Department
from plan import Plan
from wording import Section

from .talk_parts import insert

NAME = "zero-rates"
ITEMS = (("水费", "30205"), ("电费", "30206"), ("印刷费", "30202"))


def of_sections(department: Department, plan: Plan, sections: tuple[Section, ...]) -> tuple[Section, ...]:
    return insert(sections, "其他", "部分日常经费情况", dashes if plan[NAME] == "dashes" else zeros)


def zeros(n) -> list[str]:
    texts = [
        f"{name}{n.wan(name, amount)}，比上年增加{n.wan(f'{name} 不变', 0)}，增长{n.figure(f'{name} 不变率', '0.0', '%')}，主要是与上年持平。"
        for name, code in ITEMS
        if (amount := n.accounts.economic.get(code))
    ]
    return [*texts, f"咨询费{n.wan('咨询费', 0)}，比上年增加{n.wan('咨询费 不变', 0)}，增长{n.figure('咨询费 不变率', '0.0', '%')}。"]


def dashes(n) -> list[str]:
    texts = [
        f"{name}{n.wan(name, amount)}，比上年增加--万元，增长--%，与上年持平。"
        for name, code in ITEMS
        if (amount := n.accounts.economic.get(code))
    ]
    return [*texts, "咨询费--万元，比上年增加--万元，增长--%。"]
