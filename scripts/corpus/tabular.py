"""Lays a form out as the table that a place prints: header rows, codes, 行次 and 栏次, where 合计 stands, widths."""

from dataclasses import dataclass, field

from document import Cell
from plan import Plan
from printing import Printer, Shown, printer
from sheet import Labels, Line, Path, Sheet

SPLIT = ("split", "split-no-class", "split-last", "first-of-three", "merged-three")
CODE_WORDS = ("功能分类科目编码", "支出功能分类科目编码", "科目编码")


@dataclass
class Laid:
    """A table as rows of cells, and what stands around it."""

    rows: list[list[Cell]]
    widths: list[float]
    header: int
    sheet: Sheet | None = None
    printer: Printer | None = None
    keys: dict[int, list[tuple[int, int]]] = field(default_factory=dict)  # row -> (side, line) of the sheet
    total_row: int | None = None  # 合计 right below the header
    amounts: frozenset[int] = frozenset()  # columns of amounts
    above: list[tuple[str, str]] = field(default_factory=list)  # (alignment, text): title, unit and other lines
    heading: str = ""  # a heading of its own above all that
    notes: list[str] = field(default_factory=list)
    declared_empty: bool = False
    landscape: bool = False
    printed_unit: str = ""  # the unit as printed by mistake
    title_lines: int = 0  # leading rows that hold the title

    @property
    def columns(self) -> int:
        return len(self.widths)


def head(text: str, columns: int = 1, rows: int = 1) -> Cell:
    return Cell(text, columns, rows, "center", True)


class Layouter:
    def __init__(self, sheet: Sheet, plan: Plan, unit_in_header: bool):
        self.sheet, self.plan = sheet, plan
        self.printer = printer(plan, sheet.only_wan)
        self.unit_in_header = unit_in_header
        self.rng = plan.random(f"layout {sheet.number} {sheet.title}")
        if sheet.empty and plan["empty-tables"] == "zeros":
            self.printer.nothing = "zero"
        elif sheet.empty:
            self.printer.nothing = "blank"
        codes = plan["codes"]
        if sheet.code_schemes:
            codes = codes if codes in sheet.code_schemes else sheet.code_schemes[0]
        self.codes = codes

    # Words

    def word(self, text: str) -> str:
        """A header word as this place sets it."""
        how = self.plan["header-words"]
        if how == "spaced" and len(text) == 2:
            return f"{text[0]}　{text[1]}" if not self.plan.text else f"{text[0]} {text[1]}"
        if how == "wrapped" and len(text) > 4 and not self.plan.text:
            middle = (len(text) + 1) // 2
            return f"{text[:middle]}\n{text[middle:]}"
        return text

    def label(self, text: str) -> str:
        if self.plan["header-words"] == "spaced" and text in ("合计", "总计"):
            return f"{text[0]} {text[1]}"
        return text

    def number(self, shown: Shown, bold: bool = False) -> Cell:
        return Cell(shown.text, align="right", bold=bold)

    # Headers

    def heads(self, columns: list[tuple[Path, int]], depth: int) -> list[list[Cell]]:
        """Rows of header cells: equal beginnings of neighbours merged, a last word spans the rows below it."""
        rows: list[list[Cell]] = [[] for _ in range(depth)]

        def place(paths: list[tuple[Path, int]], level: int) -> None:
            start = 0
            while start < len(paths):
                end = start + 1
                path, width = paths[start]
                while end < len(paths) and len(path) > 1 and len(paths[end][0]) > 1 and paths[end][0][0] == path[0]:
                    end += 1
                group = paths[start:end]
                if len(path) == 1:
                    rows[level].append(head(self.word(path[0]), width, depth - level))
                else:
                    rows[level].append(head(self.word(path[0]), sum(w for _, w in group)))
                    place([(p[1:], w) for p, w in group], level + 1)
                start = end

        place(columns, 0)
        return rows

    def unit_word(self) -> str:
        return f"（{self.printer.unit_name}）"

    def amount_paths(self, columns: list[Path]) -> list[Path]:
        if not self.unit_in_header:
            return list(columns)
        if len(columns) == 1:
            return [(*columns[0][:-1], columns[0][-1] + self.unit_word())]
        return [("金额" + self.unit_word(), *path) for path in columns]

    # Two or more sides next to each other

    def sides(self) -> Laid:
        sheet, plan = self.sheet, self.plan
        with_lines = plan["line-numbers"] == "both" and all(line.number for side in sheet.sides for line in side.lines)
        numbered = plan["line-numbers"] in ("both", "columns", "stars")
        columns: list[tuple[Path, int]] = []
        counts: list[tuple[int, int]] = []
        for side in sheet.sides:
            group = (side.head,)
            columns.append(((*group, side.item_head), 1))
            if with_lines:
                columns.append(((*group, "行次"), 1))
            columns += [((*group, *path), 1) for path in self.amount_paths(side.columns)]
            counts.append((1 + with_lines, len(side.columns)))
        depth = max(len(path) for path, _ in columns)
        rows: list[list[Cell]] = [[] for _ in range(depth)]
        start = 0
        same_head = len({s.head for s in sheet.sides[1:]}) == 1 and len(sheet.sides) > 2
        blocks = [counts[0], (sum(map(sum, counts[1:])), 0)] if same_head else counts
        for labels, amounts in blocks:
            part = self.heads(columns[start : start + labels + amounts], depth)
            start += labels + amounts
            for row, cells in zip(rows, part):
                row += cells
        if numbered:
            row, number = [], 0
            for labels, amounts in counts:
                row += [head("**" if plan["line-numbers"] == "stars" else "栏次"), *[head("")] * (labels - 1)]
                for _ in range(amounts):
                    number += 1
                    row.append(head(str(number)))
            rows.append(row)
        laid = Laid(rows, [], len(rows), sheet, self.printer)
        longest = max(len(side.lines) for side in sheet.sides)
        aligned = self.align_lines() if all(line.number for side in sheet.sides for line in side.lines) else None
        order = aligned or [[(i if i < len(side.lines) else None) for side in sheet.sides] for i in range(longest)]
        for offset, places in enumerate(order):
            cells: list[Cell] = []
            found: list[tuple[int, int]] = []
            for number, (side, place) in enumerate(zip(sheet.sides, places)):
                line = side.lines[place] if place is not None else None
                bold = line is not None and line.kind != "item"
                cells.append(Cell(self.name_text(line) if line else "", align="center" if bold else "left", bold=bold))
                if with_lines:
                    cells.append(
                        Cell(str((line and (line.misprint or line.number)) or side.lines[0].number + offset), align="center")
                    )
                for index in range(len(side.columns)):
                    cells.append(self.number(self.printer.show(line.values[index]), bold) if line else Cell("", align="right"))
                if line is not None and line.name:
                    found.append((number, place))
            laid.keys[len(laid.rows)] = found
            laid.rows.append(cells)
        name_width = 2.6 if plan["names"] != "wrapped" else 1.7
        for labels, amounts in counts:
            laid.widths += [name_width, *[0.5] * (labels - 1), *[1.3] * amounts]
        self.mark_amounts(laid, [(labels, amounts) for labels, amounts in counts])
        return laid

    def align_lines(self) -> list[list[int | None]] | None:
        """Rows by 行次: each side counts from its own first line."""
        sheet = self.sheet
        by_offset = [{line.number - side.lines[0].number: i for i, line in enumerate(side.lines)} for side in sheet.sides]
        longest = max(max(places) for places in by_offset) + 1
        return [[places.get(offset) for places in by_offset] for offset in range(longest)]

    def name_text(self, line: Line) -> str:
        indented = self.plan["names"] == "indented" or self.codes == "absent"
        return ("　" if not self.plan.text else "  ") * (line.level if indented else 0) + self.label(line.name)

    def mark_amounts(self, laid: Laid, counts: list[tuple[int, int]]) -> None:
        position, found = 0, set()
        for labels, amounts in counts:
            found |= set(range(position + labels, position + labels + amounts))
            position += labels + amounts
        laid.amounts = frozenset(found)

    # One side, with codes

    def label_columns(self, labels: Labels) -> list[tuple[Path, int]]:
        """Header paths of the label columns, a path that stands over several cells with their count."""
        depth, standard = self.plan["header-depth"], self.plan["wording"] != "variant"
        made: list[tuple[Path, int]] = [((h,), 1) for h in labels.before]
        group = () if depth == "low" else ("项目",)
        if labels.scheme == "none":
            return []
        if labels.scheme == "name":
            return [*made, ((labels.name or "项目",), 1), *(((h,), 1) for h in labels.between)]
        functional = labels.scheme == "functional"
        code_word = ("功能分类科目编码" if standard else "支出功能分类科目编码") if functional else "经济分类科目编码"
        if depth == "low":
            code_word = "科目编码"
        name_word = "科目名称"
        if self.codes in ("dash-name", "bracket-name", "absent"):
            text = labels.name or ("功能分类科目名称" if functional else "经济分类科目名称")
            made.append(((*group, text) if depth == "deep" else (text,), 1))
        elif self.split_columns(functional) > 1:
            parts = self.split_columns(functional)
            if self.total_place() == "in-header":
                made.append(((*group, code_word), parts))
            else:
                made += [((*group, code_word, level), 1) for level in ("类", "款", "项")[:parts]]
            made.append(((*group, name_word), 1))
        else:
            made += [((*group, code_word), 1), ((*group, name_word), 1)]
        return [*made, *(((h,), 1) for h in labels.between)]

    def split_columns(self, functional: bool) -> int:
        if functional:
            return 3 if self.codes in SPLIT else 1
        return 2 if self.plan["economic-codes"] == "split" else 1

    def total_place(self) -> str:
        place = self.sheet.total or self.plan["total"]
        if self.plan["total"] == "in-header" and self.sheet.total in ("", "head"):
            place = "in-header"
        if place == "in-header" and (
            self.sheet.labels.scheme != "functional"
            or self.codes not in SPLIT
            or self.sheet.labels.before
            or self.sheet.labels.between
        ):
            return "head"
        return place

    def code_cells(self, line: Line, functional: bool) -> list[Cell]:
        code = line.code or ""
        parts = self.split_columns(functional)
        if parts == 1:
            return [Cell(code, align="left" if self.rng.random() < 2 else "center")]
        pieces = [code[:3], code[3:5], code[5:7]][:parts]
        if not functional:
            return [Cell(p, align="center") for p in pieces]
        if self.codes == "first-of-three":
            return [Cell(code), Cell(), Cell()]
        if self.codes == "merged-three":
            return [Cell(code, columns=3)]
        if self.codes == "split-no-class" and len(code) == 5:
            pieces[0] = ""
        if self.codes == "split-last":
            last = {3: 0, 5: 1, 7: 2}.get(len(code))
            pieces = [p if i == last else "" for i, p in enumerate(pieces)]
        return [Cell(p, align="center") for p in pieces]

    def line_cells(self, line: Line) -> list[Cell]:
        labels = self.sheet.labels
        functional = labels.scheme == "functional"
        cells = [Cell(text) for text in line.before]
        name = self.name_text(line)
        if labels.scheme == "name":
            cells.append(Cell(name))
        elif self.codes == "dash-name":
            cells.append(Cell(f"{line.code}-{line.name}" if line.code else name))
        elif self.codes == "bracket-name":
            cells.append(Cell(f"[{line.code}]{line.name}" if line.code else name))
        elif self.codes == "absent":
            cells.append(Cell(name))
        else:
            cells += [*self.code_cells(line, functional), Cell(name)]
        return cells + [Cell(text) for text in line.between]

    def listed(self) -> Laid:
        sheet, plan = self.sheet, self.plan
        side, labels = sheet.sides[0], sheet.labels
        label_columns = self.label_columns(labels)
        with_lines = labels.scheme == "name" and sheet.numbered_lines
        if with_lines:
            label_columns.append((("行次",), 1))
        group = sheet.group and plan["header-depth"] != "low"
        amounts = [((sheet.group,) if group else ()) + p for p in self.amount_paths(side.columns)]
        columns = [*label_columns, *((p, 1) for p in amounts), *(((h,), 1) for h in labels.after)]
        label_width = sum(w for _, w in label_columns)
        depth = max(len(p) for p, _ in columns)
        if plan["header-depth"] == "deep" and depth < 3 and labels.scheme != "name" and len(amounts) > 1 and not group:
            # One row more, as forms have it that say 支出 or 收入 over all amounts.
            word = "收入" if sheet.form == "income" or "收入" in sheet.title and "支出" not in sheet.title else "支出"
            if all(len(p) == 1 for p in amounts):
                columns = [*label_columns, *(((word, *p), 1) for p in amounts), *(((h,), 1) for h in labels.after)]
                depth = max(len(p) for p, _ in columns)
        rows = self.heads(columns, depth)
        total = next((line for line in side.lines if line.kind == "total"), None) if self.total_place() != "none" else None
        place = self.total_place()
        laid = Laid(rows, [], depth, sheet, self.printer)
        if plan["line-numbers"] in ("both", "columns", "stars"):
            if plan["line-numbers"] == "stars":
                row = [head("**") for _ in range(label_width)]
            else:
                row = [head("栏次", label_width)]
            rows.append([*row, *(head(str(i + 1)) for i in range(len(side.columns))), *(head("") for _ in labels.after)])
        if place == "in-header" and total is not None:
            rows.append([head("类"), head("款"), head("项"), *self.total_cells(total, 1), *(Cell() for _ in labels.after)])
            laid.keys[len(rows) - 1] = [(0, side.lines.index(total))]
            laid.total_row = len(rows) - 1
        laid.header = len(rows)
        if place == "head" and total is not None:
            laid.total_row = len(rows)
            laid.keys[len(rows)] = [(0, side.lines.index(total))]
            rows.append([*self.total_cells(total, label_width), *(Cell() for _ in labels.after)])
        for index, line in enumerate(side.lines):
            if line is total:
                continue
            laid.keys[len(rows)] = [(0, index)]
            cells = self.line_cells(line)
            if with_lines:
                cells.append(Cell(str(line.number), align="center"))
            bold = line.kind == "total"
            rows.append([*cells, *(self.number(self.printer.show(v), bold) for v in line.values), *(Cell(t) for t in line.after)])
        if sheet.empty:
            for _ in range(self.rng.randint(1, 3)):
                rows.append([Cell() for _ in range(label_width + len(side.columns) + len(labels.after))])
        if place == "end" and total is not None:
            laid.keys[len(rows)] = [(0, side.lines.index(total))]
            rows.append([*self.total_cells(total, label_width), *(Cell() for _ in labels.after)])
        self.list_widths(laid, label_width, len(side.columns), with_lines)
        self.mark_amounts(laid, [(label_width, len(side.columns))])
        return laid

    def total_cells(self, total: Line, label_width: int) -> list[Cell]:
        amounts = [self.number(self.printer.show(v), True) for v in total.values]
        text, how = self.label(total.name), self.plan.random("total cell").random()
        if label_width == 1:
            return [head(text), *amounts]
        if how < 0.7:
            return [head(text, label_width), *amounts]
        at = len(self.sheet.labels.before) if how < 0.8 else label_width - 1 - len(self.sheet.labels.between)
        return [*(head(text) if i == at else Cell() for i in range(label_width)), *amounts]

    def list_widths(self, laid: Laid, label_width: int, amounts: int, with_lines: bool) -> None:
        labels = self.sheet.labels
        name_width = {"wide": 3.0, "wrapped": 1.6, "indented": 3.2}[self.plan["names"]]
        widths = [1.2 if h.endswith(("代码", "编码", "编号", "序号")) else 2.2 for h in labels.before]
        inner = label_width - len(labels.before) - len(labels.between) - with_lines
        if inner == 1:
            widths.append(name_width)
        elif inner == 2:
            widths += [1.15, name_width]
        elif labels.scheme != "none":
            widths += [0.55] * (inner - 1) + [name_width]
        widths += [0.6 if h == "序号" else 1.3 if h.endswith("编码") else 2.0 for h in labels.between]
        if with_lines:
            widths.append(0.6)
        laid.widths = [*widths, *[1.25] * amounts, *(2.6 if h != "备注" else 0.9 for h in labels.after)]

    # Economic codes side by side

    def blocks(self) -> Laid:
        sheet, plan = self.sheet, self.plan
        codes = 2 if plan["economic-codes"] == "split" else 1
        width = codes + 2
        value_word = "决算数" if plan["wording"] == "standard" else "金额"
        if self.unit_in_header:
            value_word += self.unit_word()
        columns: list[tuple[Path, int]] = []
        for side in sheet.sides:
            group = () if plan["header-depth"] == "low" else (side.head,)
            if codes == 2:
                columns += [((*group, "经济分类科目编码", "类"), 1), ((*group, "经济分类科目编码", "款"), 1)]
            else:
                columns.append(((*group, "科目编码" if plan["header-depth"] == "low" else "经济分类科目编码"), 1))
            columns += [((*group, "科目名称"), 1), ((*group, value_word), 1)]
        depth = max(len(p) for p, _ in columns)
        rows: list[list[Cell]] = [[] for _ in range(depth)]
        merged = len(sheet.sides) == 3 and plan["header-depth"] != "low"
        starts = [(0, width), (width, 3 * width)] if merged else [(i * width, (i + 1) * width) for i in range(len(sheet.sides))]
        for start, end in starts:
            part = (
                self.heads(columns[start:end], depth)
                if not merged or start == 0
                else self.merged_heads(columns[start:end], depth, width)
            )
            for row, cells in zip(rows, part):
                row += cells
        laid = Laid(rows, [], depth, sheet, self.printer)
        bodies = [[(i, line) for i, line in enumerate(side.lines) if line.kind != "total"] for side in sheet.sides]
        for offset in range(max(map(len, bodies))):
            cells, found = [], []
            for number, body in enumerate(bodies):
                if offset >= len(body):
                    cells += [Cell() for _ in range(width)]
                    continue
                index, line = body[offset]
                code = line.code or ""
                cells += [Cell(code[:3], align="center"), Cell(code[3:], align="center")] if codes == 2 else [Cell(code)]
                cells += [Cell(self.name_text(line)), self.number(self.printer.show(line.values[0]))]
                found.append((number, index))
            laid.keys[len(rows)] = found
            rows.append(cells)
        left, right = sheet.sides[0].lines[-1], sheet.sides[-1].lines[-1]
        laid.keys[len(rows)] = [(0, len(sheet.sides[0].lines) - 1), (len(sheet.sides) - 1, len(sheet.sides[-1].lines) - 1)]
        rest = width * (len(sheet.sides) - 1)
        rows.append(
            [
                head(left.name, codes + 1),
                self.number(self.printer.show(left.values[0]), True),
                head(right.name, rest - 1),
                self.number(self.printer.show(right.values[0]), True),
            ]
        )
        name_width = 2.4 if plan["names"] != "wrapped" else 1.6
        laid.widths = [*([0.5, 0.5] if codes == 2 else [0.85]), name_width, 1.3] * len(sheet.sides)
        self.mark_amounts(laid, [(codes + 1, 1)] * len(sheet.sides))
        return laid

    def merged_heads(self, columns: list[tuple[Path, int]], depth: int, width: int) -> list[list[Cell]]:
        """Two blocks under one head: what is below it is built block by block, so that equal words stay apart."""
        top = [head(self.word(columns[0][0][0]), 2 * width)]
        parts = [self.heads([(p[1:], w) for p, w in columns[i : i + width]], depth - 1) for i in (0, width)]
        return [top, *(a + b for a, b in zip(*parts))]

    # One row of amounts

    def single(self) -> Laid:
        sheet, plan = self.sheet, self.plan
        side = sheet.sides[0]
        paths = self.amount_paths(side.columns)
        depth = max(map(len, paths))
        rows = self.heads([(p, 1) for p in paths], depth)
        if plan["line-numbers"] in ("both", "columns") and plan.random("row numbers").random() < 0.6:
            rows.append([head(str(i + 1)) for i in range(len(paths))])
        laid = Laid(rows, [1.0] * len(paths), len(rows), sheet, self.printer)
        for index, line in enumerate(side.lines):
            laid.keys[len(rows)] = [(0, index)]
            rows.append([self.number(self.printer.show(v)) for v in line.values])
        laid.amounts = frozenset(range(len(paths)))
        return laid

    def lay(self) -> Laid:
        shapes = {"sides": self.sides, "list": self.listed, "blocks": self.blocks, "row": self.single}
        return shapes[self.sheet.shape]()
