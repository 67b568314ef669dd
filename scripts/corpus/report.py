"""A report as a list of blocks in reading order, from cover to glossary; what a producer draws."""

from dataclasses import dataclass, field

import covers
from department import Department
from dimensions import SHEETS
from document import Cell, Heading, PageBreak, Paragraph
from forms import NUMERALS
from habits import absent_money, annexed
from plan import Plan
from prose import Talk, duties, explanation, glossary, sections_of, work_units
from sheet import Sheet
from tabular import Laid, Layouter
from titles import above, core_title, report_word


@dataclass
class Report:
    title: str
    running: str  # the line above every page, if any
    blocks: list
    sheets: list[Sheet]
    laid: list[Laid]
    facts: list[tuple[str, str, str]]
    department: Department
    plan: Plan
    slipped: dict[str, tuple[str, str, str]] = field(default_factory=dict)  # label -> (kind, wrong, right)
    flaws: list = field(default_factory=list)
    placed: dict[int, list[int]] = field(default_factory=dict)  # id of a table -> its pages, where the producer tells them


WIDE_COLUMNS = 7
TOO_WIDE_COLUMNS = 14  # no upright page takes them, unless the columns go on on the next


def lies(laid: Laid, plan: Plan) -> bool:
    how = plan["orientation"]
    if how == "landscape" or laid.columns > TOO_WIDE_COLUMNS and plan["wide"] == "fit":
        return True
    if how in ("mixed", "rotated"):
        return laid.columns > WIDE_COLUMNS
    return False


def lay_out(sheet: Sheet, plan: Plan, department: Department) -> Laid:
    laid = Layouter(sheet, plan, plan["unit-place"] == "header").lay()
    laid.heading, laid.above = above(sheet, plan, department, laid.printer.unit_name)
    if plan["notes"] == "yes" and sheet.note:
        laid.notes.append(f"注：{sheet.note}")
        if sheet.formula and plan["line-numbers"] == "both":
            laid.notes.append(sheet.formula)
    if sheet.empty and plan["empty-tables"] == "statement":
        subject = sheet.subject or sheet.title
        how = plan[absent_money.NAME] if plan.habit(absent_money.NAME) else None
        word = "单位" if plan["scope"] == "unit" else "部门"
        statement = plan.random("statement").choice(
            (
                f"说明：本{word}本年度没有{subject}，故本表为空。",
                f"备注：本{word}{department.year}年无{subject}，本表无数据。",
                "本表无数据。",
                f"说明：本{word}没有使用{subject}，本表没有数据。",
            )
        )
        if how == "below-table":
            statement = absent_money.NOTE
        if how != "listed":
            laid.notes.append(statement)
        laid.declared_empty = True
    laid.landscape = lies(laid, plan)
    if plan["title-place"] == "first-row" and not plan.text:
        move_title_inside(laid)
    return laid


def move_title_inside(laid: Laid) -> None:
    """The lines above the table become its first rows, merged over all columns."""
    rows = []
    for kind, text in laid.above:
        if kind == "both" and laid.columns > 2:
            left, _, right = text.partition("\t")
            half = laid.columns - max(1, laid.columns // 3)
            rows.append([Cell(left, columns=half), Cell(right, columns=laid.columns - half, align="right")])
        else:
            align = {"title": "center", "both": "left"}.get(kind, kind)
            rows.append([Cell(text.replace("\t", "　"), columns=laid.columns, align=align, bold=kind == "title")])
    shift = len(rows)
    laid.rows = rows + laid.rows
    laid.header += shift
    laid.title_lines = shift
    laid.keys = {row + shift: found for row, found in laid.keys.items()}
    laid.total_row = None if laid.total_row is None else laid.total_row + shift
    laid.above = []


def contents(plan: Plan, parts: list[tuple[str, list[str]]]) -> list:
    how = plan["contents"]
    if how == "none" or plan["producer"] in ("calc", *SHEETS):
        return []
    page, blocks = 2, [Heading("目　录", 1)]
    for title, entries in parts:
        for level, text in ((0, title), *((1, entry) for entry in entries)):
            page += plan.random(f"contents {text}").randint(0, 1)
            if how == "dotted":
                text += "." * max(6, 60 - 2 * len(text)) + str(page)
            elif how == "ellipsis":
                text += "…" * max(3, 26 - len(text)) + str(page)
            blocks.append(Paragraph(text, "contents", level))
    return [*blocks, PageBreak()]


def write(department: Department, plan: Plan, sheets: list, slips: dict[str, str] | None = None) -> Report:

    forms = [s for s in sheets if isinstance(s, Sheet)]
    for number, sheet in enumerate(forms, 1):
        sheet.number = sheet.number or number
    laid = [lay_out(s, plan, department) for s in forms]
    by_sheet = {id(item.sheet): item for item in laid}
    tables = [by_sheet[id(s)] if isinstance(s, Sheet) else s for s in sheets]
    tables = [t for t in tables if not (isinstance(t, Laid) and t.sheet.absent)]
    talk = Talk(department, plan, slips or {})
    word = report_word(department)
    year = f"{department.year}年" if department.budget else f"{department.year}年度"
    title = f"{department.name}{year}{word}"
    scope = "单位" if department.scope == "unit" else "部门"
    parts = [
        f"第一部分　{department.name}概况",
        f"第二部分　{year}{word}表",
        f"第三部分　{year}{word}情况说明",
        "第四部分　名词解释",
    ]
    sections = sections_of(department, plan)
    titles = [f"{NUMERALS[i]}、{core_title(s, plan)}" for i, s in enumerate(forms)]
    if plan.habit(absent_money.NAME) and plan[absent_money.NAME] == "listed":
        tables = [absent_money.index(department, forms), *tables]
    if plan.habit(annexed.NAME):
        tables = annexed.shown(plan.random(annexed.NAME))
        laid = []
    table_part = [Heading(parts[1], 2), *tables]
    facts_part: list = []
    if plan["order"] != "alone" and plan["producer"] not in ("calc", *SHEETS):
        facts_part = [PageBreak(), Heading(parts[2], 2), *explanation(talk, sections)]
    order = [*table_part, *facts_part]
    numbered_parts = [parts[1], parts[2]]
    if plan["order"] == "after":
        parts[1], parts[2] = f"第二部分　{year}{word}情况说明", f"第三部分　{year}{word}表"
        order = [*facts_part, PageBreak(), Heading(parts[2], 2), *tables] if facts_part else [Heading(parts[2], 2), *tables]
        if facts_part:
            facts_part[1].text = parts[1]
        numbered_parts = [parts[2], parts[1]]
    if not facts_part:
        blocks: list = (
            [*tables]
            if plan.random("cover").random() < 0.5 or plan["producer"] in ("calc", *SHEETS)
            else [*(Paragraph(line, "cover") for line in covers.lines(plan, department, year, f"{word}表")), PageBreak(), *tables]
        )
    else:
        listing = [
            (parts[0], ["一、主要职责", f"二、{word}单位构成"]),
            (numbered_parts[0], titles),
            (numbered_parts[1], talk.section_titles(sections)),
            (parts[3], []),
        ]
        if plan["order"] == "after":
            listing[1], listing[2] = listing[2], listing[1]
        blocks = [
            *(Paragraph(line, "cover") for line in covers.lines(plan, department, year, word)),
            PageBreak(),
            *contents(plan, listing),
            Heading(parts[0], 2),
            Heading("一、主要职责", 3),
            *duties(department),
            Heading(f"二、{word}单位构成", 3),
            *work_units(department, scope),
            PageBreak(),
            *order,
            PageBreak(),
            Heading(parts[3], 2),
            *glossary(department),
        ]
    blocks = [b for i, b in enumerate(blocks) if not (isinstance(b, PageBreak) and i and isinstance(blocks[i - 1], PageBreak))]
    running = f"{title}公开" if plan["running-header"] == "yes" else ""
    return Report(title, running, blocks, forms, laid, talk.facts, department, plan, talk.slipped)
