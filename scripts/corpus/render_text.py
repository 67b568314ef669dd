"""Plain text with Markdown headings and tables of tabs, as a report looks after it went through a converter."""
from document import Heading, PageBreak, Pages, Paragraph, Table, grid, unmarked


def cell_text(cell):
    if cell is None:
        return ""
    text = cell.text.replace("\n", " ")
    return f"<b>{text}</b>" if cell.bold and text else text


def table_lines(table):
    lines = []
    if table.title:
        lines += [f"{'#' * table.heading_level} {table.title}".strip() if table.heading_level else table.title, ""]
    for line in (table.mark, table.department, table.unit):
        if line:
            lines += [line, ""]
    for number, row in enumerate(grid(table.rows)):
        texts = [cell_text(cell) for cell in row]
        if number == table.cut:
            # The page ended inside the row: a wrapped name goes on below an empty line, in a row of its own.
            index = next(i for i, cell in enumerate(row) if cell and len(cell.text) > 4)
            keep = len(texts[index]) - 2
            rest = [""] * len(texts)
            texts[index], rest[index] = texts[index][:keep], texts[index][keep:]
            lines += ["\t".join(texts), "", "\t".join(rest)]
        else:
            lines.append("\t".join(texts))
    lines.append("")
    for note in table.notes:
        lines += [note, ""]
    return lines


def render(document, path):
    lines = ["", ""]
    for block in document.blocks:
        if isinstance(block, Heading):
            lines += [f"{'#' * block.level} {block.text}", ""]
        elif isinstance(block, Paragraph):
            if block.kind == "contents":
                if block.level == 0 and lines[-1]:
                    lines.append("")
                lines += [f"## {block.text}", ""] if block.level == 0 else [f"- {block.text}"]
            else:
                lines += [unmarked(block.text).strip(), ""]
        elif isinstance(block, Table):
            if lines[-1] != "":
                lines.append("")
            lines += table_lines(block)
        elif isinstance(block, PageBreak):
            lines.append("")
    path.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")
    return Pages()
