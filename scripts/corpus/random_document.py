"""Makes one document from a plan, and its truth."""
import json
from pathlib import Path

import findings
import report as reports
from budget_forms import budget_sheets
from department import invent
from final_forms import final_sheets
from plan import Plan


def renderer(producer: str):
    import importlib

    module = {"canvas": "render_canvas", "weasyprint": "render_weasyprint", "chromium": "render_chromium", "writer": "render_writer",
              "calc": "render_calc", "typst": "render_typst"}.get(producer, "render_plain")  # fmt: skip
    return importlib.import_module(module).render


def suffix(plan: Plan) -> str:
    return ".txt" if plan["producer"].startswith("text") and plan["producer"] != "text-pipes" else ".md" if plan.text else ".pdf"


def compose(plan: Plan) -> reports.Report:
    department = invent(plan)
    sheets = (budget_sheets if plan.budget else final_sheets)(department, plan)
    return reports.write(department, plan, sheets)


def finish(plan: Plan, path: Path) -> None:
    """What is done to a PDF after its producer."""
    if plan.text:
        return
    import turn

    if plan["producer"] in ("chromium", "typst", "writer", "calc"):
        turn.pack(path, tags=plan["producer"] != "chromium")
    if plan["orientation"] == "rotated":
        turn.rotate_lying_pages(path)
    if plan["scanned"] == "one" and plan["order"] != "alone":
        turn.make_picture(path, 1)


def make(plan: Plan, folder: Path, name: str) -> tuple[Path, dict]:
    report = compose(plan)
    path = folder / (name + suffix(plan))
    renderer(plan["producer"])(report, path)
    finish(plan, path)
    truth = findings.document(report, path.name)
    return path, truth


def write_truth(truth: dict, path: Path) -> None:
    path.write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
