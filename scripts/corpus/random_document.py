"""Makes one document from a plan, and its truth."""

import json
from pathlib import Path

import findings
import habits
import pages
import report as reports
from department import invent
from document import Paragraph, pieces
from faults import Planter
from final_sets import final_sheets
from habits import annexed
from manners import budget_sheets
from plan import Plan


def renderer(producer: str):
    import importlib

    module = {
        "canvas": "render_canvas",
        "weasyprint": "render_weasyprint",
        "chromium": "render_chromium",
        "writer": "render_writer",
        "calc": "render_calc",
        "typst": "render_typst",
        "docx": "render_docx",
        "docx-writer": "render_writer",
        "xlsx": "render_xlsx",
        "xlsx-calc": "render_calc",
        "doc": "render_doc",
        "doc-writer": "render_writer",
        "xls": "render_xls",
        "xls-calc": "render_calc",
        "xls-xlwt": "render_xlwt",
        "xml-spreadsheet": "render_xml_spreadsheet",
        "html": "render_web",
        "html-office": "render_web",
        "mht": "render_web",
        "html-placed": "render_placed",
        "ofd": "render_ofd",
    }.get(producer, "render_plain")
    return importlib.import_module(module).render


def suffix(plan: Plan) -> str:
    if plan.office:
        # Programs that write XML Spreadsheet call it .xls, so that a click opens it.
        if plan["producer"] == "xml-spreadsheet":
            return ".xls"
        # An export of Excel or Word is often called as if it were theirs.
        if plan["producer"] == "html-office" and plan.random("suffix").random() < 0.4:
            return plan.random("suffix").choice((".xls", ".doc"))
        return f".{plan['producer'].partition('-')[0]}"
    if not plan.text:
        return ".pdf"
    return ".md" if plan["producer"] in ("text-pipes", "text-html") else ".txt"


def compose(plan: Plan, planter_of=Planter) -> reports.Report:
    """The report of a plan, with the errors that its planter plants."""
    department = invent(plan)
    habits.of_accounts(plan, department.accounts)
    sheets = (budget_sheets if plan.budget else final_sheets)(department, plan)
    habits.of_sheets(department, plan, sheets)
    planter = planter_of(plan, department)
    planter.in_sheets([] if plan.habit(annexed.NAME) else sheets)
    report = reports.write(department, plan, sheets, planter.slips)
    planter.in_report(report)
    report.flaws = planter.flaws
    return report


def finish(plan: Plan, path: Path) -> None:
    """What is done to a PDF after its producer."""
    if plan.office:
        return
    if plan.text:
        if plan["footers"] == "between-rows":
            import overlay

            overlay.number_lines(path, plan.random("footers"))
        return
    import overlay
    import turn

    if plan["producer"] in ("chromium", "typst", "writer", "calc"):
        turn.pack(path, tags=plan["producer"] != "chromium")
    if plan["orientation"] == "rotated":
        turn.rotate_lying_pages(path)
    if plan["scanned"] == "one" and plan["order"] != "alone":
        turn.make_picture(path, 1)
    if plan["paper"] == "sideways":
        turn.rotate_lying_pages(path, shown=False)
    overlay.draw(path, plan)
    if plan["paper"] == "two-up":
        overlay.two_up(path)


def contexts(report: reports.Report) -> list[str]:
    """The words before each figure of the text, with the figure."""
    found: dict[int, str] = {}
    for block in report.blocks:
        if isinstance(block, Paragraph):
            before = ""
            for index, text in pieces(block.text):
                if index is not None:
                    found[index] = before[-14:] + text
                before += text
    return [found.get(i, "") for i in range(len(report.facts))]


def make(plan: Plan, folder: Path, name: str, with_pages: bool = False, planter_of=Planter) -> tuple[Path, dict]:
    report = compose(plan, planter_of)
    path = folder / (name + suffix(plan))
    renderer(plan["producer"])(report, path)
    if with_pages and not plan.text:
        found = pages.locate(report, path)
        told = pages.narrative_pages(report, path, contexts(report))
    finish(plan, path)
    truth = findings.document(report, path.name)
    if with_pages and not plan.text:
        for table, where in zip(truth["tables"], found):
            table["pages"] = where
        for fact, page in zip(truth["narrative"], told):
            if page is not None:
                fact["page"] = page
    return path, truth


def write_truth(truth: dict, path: Path) -> None:
    path.write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
