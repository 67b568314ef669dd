"""Excel 97 by LibreOffice, from the workbook that openpyxl made."""

import tempfile
from pathlib import Path

import render_xlsx
from open_document import convert_file
from report import Report


def render(report: Report, path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "report.xlsx"
        render_xlsx.render(report, source)
        convert_file(source, path)
