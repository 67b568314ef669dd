"""XML Spreadsheet 2003, as systems of record export it: one file of XML that calls itself .xls."""

from xml.sax.saxutils import escape, quoteattr

from openpyxl.utils import column_index_from_string

from render_xlsx import Workbook
from report import Report

HEAD = (
    '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:html="http://www.w3.org/TR/REC-html40">'
)
BORDERS = "".join(
    f'<Border ss:Position="{side}" ss:LineStyle="Continuous" ss:Weight="1"/>' for side in ("Bottom", "Left", "Right", "Top")
)


class Styles:
    """A style for each look of cells."""

    def __init__(self):
        self.names: dict[tuple, str] = {}
        self.parts = ['<Style ss:ID="Default" ss:Name="Normal"><Font ss:FontName="宋体" ss:Size="11"/></Style>']

    def of(self, cell) -> str:
        white = cell.font.color is not None and cell.font.color.rgb == "FFFFFFFF"
        look = cell.number_format, bool(cell.font.bold), white, cell.border.left.style is not None
        if look not in self.names:
            self.names[look] = f"s{len(self.names) + 20}"
            form, bold, white, framed = look
            self.parts.append(
                f'<Style ss:ID="{self.names[look]}">'
                + (f"<Borders>{BORDERS}</Borders>" if framed else "")
                + f'<Font{" ss:Bold=" + quoteattr("1") if bold else ""}{" ss:Color=" + quoteattr("#FFFFFF") if white else ""}/>'
                + (f"<NumberFormat ss:Format={quoteattr(form)}/>" if form != "General" else "")
                + "</Style>"
            )
        return self.names[look]


def content(cell, areas, styles: Styles, before: int) -> str:
    area = areas.get((cell.row, cell.column))
    place = f' ss:Index="{cell.column}"' if cell.column != before + 1 else ""
    if area is not None:
        across, down = area.max_col - area.min_col, area.max_row - area.min_row
        place += f' ss:MergeAcross="{across}"' * bool(across) + f' ss:MergeDown="{down}"' * bool(down)
    data = ""
    if cell.value is not None:
        kind = "Number" if isinstance(cell.value, (int, float)) else "String"
        text = repr(cell.value) if kind == "Number" else escape(str(cell.value)).replace("\n", "&#10;")
        data = f'<Data ss:Type="{kind}">{text}</Data>'
    return f'<Cell{place} ss:StyleID="{styles.of(cell)}">{data}</Cell>'


def worksheet(sheet, styles: Styles) -> str:
    areas = {(a.min_row, a.min_col): a for a in sheet.merged_cells.ranges}
    covered = {
        (row, column)
        for a in areas.values()
        for row in range(a.min_row, a.max_row + 1)
        for column in range(a.min_col, a.max_col + 1)
    } - set(areas)
    columns = "".join(
        f'<Column ss:Index="{column_index_from_string(letters)}" ss:Hidden="1"/>'
        for letters, dimension in sorted(sheet.column_dimensions.items(), key=lambda item: column_index_from_string(item[0]))
        if dimension.hidden
    )
    rows, last = [], 0
    for row in sheet.iter_rows():
        cells, before = [], 0
        for cell in row:
            if (cell.row, cell.column) in covered or cell.value is None and cell.border.left.style is None:
                continue
            cells.append(content(cell, areas, styles, before))
            area = areas.get((cell.row, cell.column))
            before = area.max_col if area is not None else cell.column
        if not cells:
            continue
        number = row[0].row
        place = f' ss:Index="{number}"' if number != last + 1 else ""
        hidden = ' ss:Hidden="1"' if sheet.row_dimensions[number].hidden else ""
        rows.append(f"<Row{place}{hidden}>{''.join(cells)}</Row>")
        last = number
    visible = "<x:Visible>SheetHidden</x:Visible>" if sheet.sheet_state != "visible" else ""
    return (
        f"<Worksheet ss:Name={quoteattr(sheet.title)}><Table>{columns}{''.join(rows)}</Table>"
        f"<x:WorksheetOptions>{visible}</x:WorksheetOptions></Worksheet>"
    )


def render(report: Report, path) -> None:
    styles = Styles()
    sheets = "".join(worksheet(sheet, styles) for sheet in Workbook(report).made().worksheets)
    path.write_text(f"{HEAD}<Styles>{''.join(styles.parts)}</Styles>{sheets}</Workbook>", encoding="utf-8")
