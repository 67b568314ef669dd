"""Word 97 by LibreOffice, from the document that python-docx made."""

import tempfile
from pathlib import Path

import render_docx
from open_document import convert_file
from report import Report


def render(report: Report, path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "report.docx"
        render_docx.render(report, source)
        convert_file(source, path)
