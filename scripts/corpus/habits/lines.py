"""Lines of a table by code: which are leaves, and what the lines above them add up to."""

from sheet import Line, Sheet


def leaves(lines: list[Line]) -> list[Line]:
    """Lines whose code no other line's code goes on from."""
    codes = {line.code for line in lines if line.code}
    return [line for line in lines if line.code and not any(c != line.code and c.startswith(line.code) for c in codes)]


def add_up(lines: list[Line]) -> None:
    """Every line above the leaves, and the total, becomes the sum of the leaves below it."""
    last = leaves(lines)
    for line in lines:
        if any(line is leaf for leaf in last):
            continue
        below = [leaf.values for leaf in last if leaf.code.startswith(line.code or "")]
        line.values = tuple(map(sum, zip(*below)))


def is_expenditure_total(sheet: object) -> bool:
    """The budget's table of all expenditure by function."""
    if not isinstance(sheet, Sheet) or sheet.shape != "list" or sheet.labels.scheme != "functional":
        return False
    title = sheet.title.removeprefix("部门综合").removeprefix("市级").removeprefix("部门")
    return title in ("支出总表", "支出预算总表", "本年支出总体情况表", "支出总体情况表")
