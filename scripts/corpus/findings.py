"""The truth of a random document: what a right reading of it must find, from the figures alone."""

from department import Department
from faults import listed
from printing import Count
from report import Report
from sheet import Line
from tabular import Laid
from titles import core_title


def header_text(path: tuple[str, ...]) -> str:
    return "/".join(part.replace("\n", "") for part in path)


def values(laid: Laid, line: Line) -> list[str | None]:
    return [laid.printer.show(v).digits for v in line.values]


def row(laid: Laid, side, line: Line) -> dict:
    number = (
        str(line.misprint or line.number)
        if line.number
        and (laid.sheet.numbered_lines or laid.printer.plan["line-numbers"] == "both")
        and laid.sheet.shape != "blocks"
        else None
    )
    # Names in a table without codes stand for themselves; a code that is not printed is not to be found.
    hidden = (
        laid.sheet.labels.scheme in ("functional", "economic") and laid.sheet.shape == "list" and laid_codes(laid) == "absent"
    )
    # Projects below an item are named in a column of their own.
    name = line.name or next((text for text in reversed(line.between) if text), "")
    record = {
        "side": side.key,
        "line_no": number,
        "code": None if hidden else line.code,
        "name": name,
        "values": values(laid, line),
    }
    counts = [i for i, v in enumerate(line.values) if isinstance(v, Count)]
    if counts:
        record["counts"] = counts  # numbers that are no amounts
    labels = [text for text in (*line.before, *line.between) if text]
    if labels:
        record["labels"] = [*line.before, line.name, *line.between]
    return record


def laid_codes(laid: Laid) -> str:
    codes = laid.printer.plan["codes"]
    schemes = laid.sheet.code_schemes
    return codes if not schemes or codes in schemes else schemes[0]


def table(laid: Laid, plan) -> dict:
    sheet = laid.sheet
    numbered = plan["title"] in ("suffix-number", "prefix-number", "public-number", "budget-number", "table-number")
    only_counts = all(isinstance(v, Count) for line in sheet.lines for v in line.values)
    unit = None if only_counts else laid.printed_unit or laid.printer.unit_name
    record: dict = {"form": sheet.form} if sheet.form else {}
    record |= {
        "title": core_title(sheet, plan),
        "number": sheet.number if numbered else None,
        "unit": unit,
        "pages": None,
    }
    if sheet.blank:
        record["status"] = "blank"
    if sheet.empty and plan["empty-tables"] != "zeros":
        record["status"] = "declaredEmpty" if laid.declared_empty else "blank"
    record["columns"] = [
        header_text(p) if len(sheet.sides) == 1 else f"{s.key}:{header_text(p)}" for s in sheet.sides for p in s.columns
    ]
    record["two_sided"] = len(sheet.sides) > 1
    places = sorted((r, found) for r, found in laid.keys.items())
    rows = []
    for position, found in places:
        for side_index, line_index in found:
            side = sheet.sides[side_index]
            line = side.lines[line_index]
            if sheet.shape == "sides" and not line.name:
                continue
            rows.append((side_index, position, row(laid, side, line)))
    rows.sort(key=lambda r: (r[0], r[1]))
    record["rows"] = [r for _, _, r in rows] if not laid.declared_empty else []
    return record


def document(report: Report, name: str) -> dict:
    department: Department = report.department
    return {
        "document": name,
        "department": department.name,
        "fiscal_year": department.year,
        "kind": "budget" if department.budget else "final_accounts",
        "scope": department.scope,
        "published": None,
        "missing_tables": [laid.sheet.form or laid.sheet.title for laid in report.laid if laid.sheet.absent],
        "plan": report.plan.active,
        "tables": [table(laid, report.plan) for laid in report.laid if not laid.sheet.absent],
        "narrative": [{"label": label, "value": value, "unit": unit} for label, value, unit in report.facts],
        "flaws": listed(report.flaws, name),
    }
