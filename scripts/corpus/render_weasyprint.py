"""PDF through HTML and WeasyPrint."""

import web
from report import Report


def render(report: Report, path) -> None:
    from weasyprint import HTML

    HTML(string=web.document_html(report)).write_pdf(path, pdf_identifier=report.title.encode("utf-8"))
