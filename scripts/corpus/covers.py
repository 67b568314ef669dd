"""Covers: the title of a report, broken over lines and set apart as covers have it."""

from department import Department
from plan import Plan

LONGEST_UPRIGHT = 14  # letters below each other that fit on a page
WIDEST = 13  # letters on a line that is broken by its width


def lines(plan: Plan, department: Department, year: str, word: str) -> list[str]:
    name, how = department.name, plan["cover"]
    if how == "upright" and len(name) > LONGEST_UPRIGHT:
        how = "broken"
    whole = f"{year}{name}{word}" if plan.random("cover order").random() < 0.5 else f"{name}{year}{word}"
    if how == "one-line":
        return [whole]
    if how == "broken":
        return [whole[at : at + WIDEST] for at in range(0, len(whole), WIDEST)]
    if how == "apart":
        return [year, name, word]
    if how == "spaced":
        return [" ".join(name), " ".join(f"{year}{word}")]
    if how == "upright":
        return [*name, f"{year}{word}"]
    if how == "captioned":
        return [f"{year}{word}", f"{plan.random('cover caption').choice(('预算单位', '编制部门', '填报机关', '部门名称'))}：{name}"]
    return [name, f"{year}{word}"]
