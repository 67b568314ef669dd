"""Projects of one name that several units carry out, or whose names go on in brackets."""

from department import Department
from plan import Plan
from wording import Section

from .talk_parts import insert

NAME = "project-names"


def of_sections(department: Department, plan: Plan, sections: tuple[Section, ...]) -> tuple[Section, ...]:
    return insert(sections, "nothing", "项目安排明细情况", by_unit)


def listed(department: Department, how: str | None) -> list[tuple[str, str, int]]:
    """(name, unit, amount): each project whole, or divided between two units under the same name."""
    made = []
    units = [unit for unit, _ in department.shares]
    for number, (name, (_, amount)) in enumerate(department.works.items(), 1):
        if how == "bracketed":
            name += f"（含{department.year - 1}年续建及配套部分，不含设备购置）"
        unit = units[number % len(units)]
        if how == "same" and len(units) > 1:
            part = amount * 3 // 10 // 10_000 * 10_000
            made += [(name, unit, amount - part), (name, units[(number + 1) % len(units)], part)]
        else:
            made.append((name, unit, amount))
    return made


def by_unit(n) -> list[str]:
    verb = "安排" if n.department.budget else "支出"
    return [
        f"{i}．{name}项目（实施单位：{unit}）{verb}财政拨款{n.wan(f'{name} {unit}', amount)}。"
        for i, (name, unit, amount) in enumerate(listed(n.department, n.plan[NAME]), 1)
    ]
