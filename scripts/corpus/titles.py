"""What stands above a table: its title with what places put around it, the department, the unit."""

from department import Department
from forms import NUMERALS
from plan import Plan
from sheet import Sheet


def core_title(sheet: Sheet, plan: Plan) -> str:
    """The title without year, number and department, as the contents and headings repeat it."""
    title = sheet.title
    if plan["wording"] == "prefixed" and sheet.form and not title.startswith(("高等", "部门", "单位")):
        title = ("单位" if plan["scope"] == "unit" else "部门") + title
    return title


def report_word(department: Department) -> str:
    scope = "单位" if department.scope == "unit" else "部门"
    return scope + ("预算" if department.budget else "决算")


def unit_text(plan: Plan, unit: str) -> str:
    return plan["unit-wording"].replace("万元", unit)


def department_text(plan: Plan, department: Department) -> str:
    words = ("部门", "单位名称", "编制部门", "部门名称", "公开部门", "预算单位")
    if plan["caption-words"] == "further":
        words = ("填报机关", "编制单位", "填报单位", "部门（单位）名称")
    word = plan.random("department line").choice(words)
    colon = ":" if plan["unit-wording"] == "单位:万元" else "："
    return f"{word}{colon}{department.name}"


def above(sheet: Sheet, plan: Plan, department: Department, unit: str) -> tuple[str, list[tuple[str, str]]]:
    """(heading, lines above the table as (alignment, text)); a line of two halves is aligned "both" and split by a tab."""
    core, number, style = core_title(sheet, plan), sheet.number, plan["title"]
    year = (
        f"{department.year}年度" if not department.budget or plan.random("year word").random() < 0.5 else f"{department.year}年"
    )
    heading, lines = "", []
    title = {
        "bare": core,
        "year": f"{year}{core}",
        "department": f"{department.name}{core}",
        "year-department": f"{department.name}{year}{core}",
        "suffix-number": f"{core}（表 {number}）",
        "prefix-number": f"表{NUMERALS[number - 1]}：{core}",
        "public-number": core,
        "budget-number": f"预算{number:02d}表 {core}",
        "table-number": f"{department.year}年{core}",
        "quoted": f"《{core}》",
        "ordinal": f"{NUMERALS[number - 1]}、{core}",
        "heading-and-title": f"{department.year} 年度{core}",
        "year-spaced": f"{department.year} 年度{core}",
    }[style]
    if style == "heading-and-title":
        heading = f"{NUMERALS[number - 1]}、{core}"
    if style == "public-number":
        lines.append(("right", f"公开{number:02d}表"))
    elif style == "table-number":
        lines.append(("left", f"表{number}"))
    place = plan["unit-place"]
    if place == "title":
        title += f"（单位：{unit}）"
    lines.append(("title", title))
    shown = unit_text(plan, unit)
    if place == "with-department":
        lines.append(("both", f"{department_text(plan, department)}\t{shown}"))
    elif place == "right":
        if plan.random("department above").random() < 0.25:
            lines.append(("left", department_text(plan, department)))
        lines.append(("right", shown))
    return heading, lines
