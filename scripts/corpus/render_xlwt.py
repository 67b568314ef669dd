"""Excel 97 by xlwt: the cells, formats, frames and hidden parts of the workbook that openpyxl would write."""

import functools

import xlwt
from openpyxl.utils import column_index_from_string

from render_xlsx import Workbook
from report import Report


@functools.cache
def style(form: str, bold: bool, white: bool, framed: bool) -> xlwt.XFStyle:
    made = xlwt.XFStyle()
    made.num_format_str = form
    made.font.bold = bold
    if white:
        made.font.colour_index = 1
    if framed:
        made.borders.left = made.borders.right = made.borders.top = made.borders.bottom = xlwt.Borders.THIN
    return made


def look(cell) -> xlwt.XFStyle:
    white = cell.font.color is not None and cell.font.color.rgb == "FFFFFFFF"
    return style(cell.number_format, bool(cell.font.bold), white, cell.border.left.style is not None)


def copy(source, target) -> None:
    merged = {}
    for area in source.merged_cells.ranges:
        merged[area.min_row, area.min_col] = area
    covered = {(row, column) for a in merged.values() for row, column in ((r, c) for r, c in cells(a))} - set(merged)
    for row in source.iter_rows():
        for cell in row:
            place = cell.row, cell.column
            if place in covered:
                continue
            if place in merged:
                area = merged[place]
                target.write_merge(area.min_row - 1, area.max_row - 1, area.min_col - 1, area.max_col - 1, cell.value, look(cell))
            elif cell.value is not None or cell.border.left.style is not None:
                target.write(cell.row - 1, cell.column - 1, cell.value, look(cell))
    for letters, dimension in source.column_dimensions.items():
        if dimension.hidden:
            target.col(column_index_from_string(letters) - 1).hidden = True
    for number, dimension in source.row_dimensions.items():
        if dimension.hidden:
            target.row(number - 1).hidden = True


def cells(area):
    return ((row, column) for row in range(area.min_row, area.max_row + 1) for column in range(area.min_col, area.max_col + 1))


def render(report: Report, path) -> None:
    made = Workbook(report).made()
    book = xlwt.Workbook(encoding="utf-8", style_compression=0)
    for sheet in made.worksheets:
        target = book.add_sheet(sheet.title, cell_overwrite_ok=True)
        copy(sheet, target)
        if sheet.sheet_state != "visible":
            target.visibility = 1
    book.save(str(path))
