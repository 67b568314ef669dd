"""Turns a form into the table that one place prints of it: header rows, codes, line numbers, blocks, how nothing looks."""
from dataclasses import dataclass, replace

from amounts import wan
from document import Cell, Table


@dataclass(frozen=True)
class Style:
    """How one place prints its tables."""

    thousands: bool = True
    nothing: str = ""  # what stands for no amount: "", "0.00"
    dashes: frozenset = frozenset()  # ids of the forms where a dash stands for no amount
    line_numbers: bool = True  # 行次
    column_numbers: bool = True  # 栏次
    codes: str = "joined"  # joined: one cell; split: 类, 款 and 项 cells; first: joined, in the first of three cells
    total_in_header: bool = False  # 合计 in the header row of 类, 款 and 项
    total_last: frozenset = frozenset()  # ids of the forms where 合计 is the last row
    basic_blocks: int = 2
    public_pairs: bool = False
    amount_heading: str = "金额"
    department_line: bool = False
    title: str = "{title}"
    mark: str = ""
    repeat: bool = False
    rows_per_page: int = 0
    landscape: frozenset = frozenset()  # ids of the forms on landscape pages
    heading_levels: tuple = (3,)
    cut: tuple = ()  # (id of a form, name of the row that a page break cuts)
    formulas: bool = False
    declared_empty: str = "说明：本部门本年度没有{subject}，故本表为空。"


SUBJECTS = {"governmentFund": "政府性基金预算财政拨款收支", "stateCapital": "国有资本经营预算财政拨款收支"}


def printed(style, form, amount):
    if amount is None:
        return ""
    if amount == 0:
        return "—" if form.id in style.dashes else style.nothing
    return wan(amount, style.thousands)


def number(style, form, amount, bold=False):
    return Cell(printed(style, form, amount), align="right", bold=bold)


def head(text, columns=1, rows=1):
    return Cell(text, columns, rows, align="center")


def column_heads(columns, depth=2):
    """The header cells of the numeric columns: `depth` rows, equal beginnings of neighbours merged."""
    rows = [[] for _ in range(depth)]

    def place(paths, level):
        start = 0
        while start < len(paths):
            end = start + 1
            while end < len(paths) and len(paths[start]) > 1 and paths[end][0] == paths[start][0]:
                end += 1
            group = paths[start:end]
            leaf = len(group[0]) == 1
            rows[level].append(head(group[0][0], len(group), depth - level if leaf else 1))
            if not leaf:
                place([path[1:] for path in group], level + 1)
            start = end

    place(columns, 0)
    return rows


def two_sided(style, form):
    left, right = ([r for r in form.rows if r.side == side] for side in ("income", "expenditure"))
    lines, values = (1 if style.line_numbers else 0), form.sides["expenditure"]

    def heads(names):
        cells = [head("项目")]
        if style.line_numbers:
            cells.append(head("行次"))
        return cells + [head(name) for name in names]

    names = [path[-1] for path in form.columns[1:]] if values > 1 else [style.amount_heading]
    rows = [
        [head("收入", 2 + lines), head("支出", 1 + lines + values)],
        heads([style.amount_heading]) + heads(names),
    ]
    if style.column_numbers:
        gap = [head("")] * lines
        rows.append([head("栏次"), *gap, head("1"), head("栏次"), *gap, *(head(str(i + 2)) for i in range(values))])
    header, keys = len(rows), {}

    # The sides are matched by their line numbers, which both count from their own first row.
    first_left, first_right = left[0].line, right[0].line
    by_left = {r.line - first_left: r for r in left}
    by_right = {r.line - first_right: r for r in right}
    for offset in range(max(max(by_left), max(by_right)) + 1):
        row, found = [], []
        for side, first, count in ((by_left, first_left, 1), (by_right, first_right, values)):
            item = side.get(offset)
            bold = item is not None and item.kind != "item"
            row.append(Cell(item.name if item else "", align="center" if bold else "left", bold=bold))
            if style.line_numbers:
                row.append(head(str(first + offset)))
            for index in range(count):
                row.append(number(style, form, item.values[index] if item else None, bold))
            if item is not None and item.name:
                found.append(form.rows.index(item))
        keys[len(rows)] = found
        rows.append(row)

    line_width = [0.5] * lines
    widths = [3, *line_width, 1.4, 3, *line_width, *[1.4] * values]
    if values > 1:
        widths = [2.6, *line_width, 1.2, 2.6, *line_width, *[1.4] * values]
    return Table(rows, widths, header=header, keys=keys)


def code_cells(style, row):
    """The cells of a code, and how many columns they take."""
    code = row.code or ""
    if style.codes == "joined":
        return [Cell(code)]
    if style.codes == "first":
        return [Cell(code), Cell(), Cell()]
    return [head(code[:3]), head(code[3:5]), head(code[5:7])]


def coded(style, form):
    places = 1 if style.codes == "joined" else 3
    numbers = [head(str(i + 1)) for i in range(len(form.columns))]
    top, below = column_heads(form.columns)
    total, items = form.rows[0], form.rows[1:]
    keys, rows = {}, []
    last = form.id in style.total_last

    def amounts(row):
        bold = row.kind == "total"
        return [number(style, form, value, bold) for value in row.values]

    if places == 1:
        rows.append([head("项目", 2), *top])
        rows.append([head("功能分类\n科目编码"), head("科目名称"), *below])
    elif style.total_in_header and not last:
        rows.append([head("项目", 4), *top])
        rows.append([head("支出功能分类科目编码", 3), head("科目名称"), *below])
        keys[2] = [0]
        rows.append([head("类"), head("款"), head("项"), head("合计"), *amounts(total)])
    elif style.total_in_header:
        top, below, *rest = column_heads(form.columns, 3)
        rows.append([head("项目", 4), *top])
        rows.append([head("支出功能分类科目编码", 3), head("科目名称", 1, 2), *below])
        rows.append([head("类"), head("款"), head("项"), *(rest[0] if rest else [])])
    else:
        rows.append([head("项目", 3), head("科目名称", 1, 2), *top])
        rows.append([head("功能分类科\n目编码", 3), *below])
        rows.append([head("类", 1, 2), head("款", 1, 2), head("项", 1, 2), head("栏次"), *numbers])
        keys[3] = [0]
        rows.append([head("合计"), *amounts(total)])
    if places == 1:
        if style.column_numbers:
            rows.append([head("栏次", 2), *numbers])
        keys[len(rows)] = [0]
        rows.append([head("合计", 2), *amounts(total)])
    header = len(rows)

    for index, row in enumerate(items):
        keys[len(rows)] = [index + 1]
        rows.append([*code_cells(style, row), Cell(row.name), *amounts(row)])
    if last:
        keys[len(rows)] = [0]
        rows.append([head("合计", places + 1), *amounts(total)])
    if form.empty:
        rows.append([*[Cell()] * (places + 1), *[Cell()] * len(form.columns)])
    widths = [*([1.1] if places == 1 else [0.55] * 3), 3, *[1.2] * len(form.columns)]
    return Table(rows, widths, header=header, keys=keys)


def blocks(style, form):
    """Economic codes side by side: personnel, and running expenditure in one or two blocks."""
    personnel = [r for r in form.rows if r.side == "personnel" and r.code]
    public = [r for r in form.rows if r.side == "public" and r.code]
    total_left, total_right = form.rows[-2:]
    groups = [personnel, public]
    if style.basic_blocks == 3:
        turn = next(i for i, r in enumerate(public) if not r.code.startswith("302"))
        groups = [personnel, public[:turn], public[turn:]]
    codes = 2 if style.codes == "split" else 1
    width = codes + 2

    rows, keys = [], {}
    if codes == 2:
        above = [head("经济分类科目编码", 2), head("科目名称", 1, 2), head("决算数", 1, 2)]
        rows += [above * len(groups), [head("类"), head("款")] * len(groups)]
    else:
        rows.append([head("人员经费", width), head("公用经费", width * (len(groups) - 1))])
        rows.append([cell for _ in groups for cell in (head("科目\n编码"), head("科目名称"), head("决算数"))])
    header = len(rows)

    for offset in range(max(map(len, groups))):
        cells, found = [], []
        for group in groups:
            if offset >= len(group):
                cells += [Cell()] * width
                continue
            row = group[offset]
            cells += [head(row.code[:3]), head(row.code[3:])] if codes == 2 else [Cell(row.code)]
            cells += [Cell(row.name), number(style, form, row.values[0])]
            found.append(form.rows.index(row))
        keys[len(rows)] = found
        rows.append(cells)
    keys[len(rows)] = [len(form.rows) - 2, len(form.rows) - 1]
    rows.append([
        head("人员经费合计", codes + 1), number(style, form, total_left.values[0], True),
        head("公用经费合计", width * (len(groups) - 1) - 1), number(style, form, total_right.values[0], True),
    ])  # fmt: skip
    widths = [*([0.5, 0.5] if codes == 2 else [0.8]), 2.6, 1.3] * len(groups)
    return Table(rows, widths, header=header, keys=keys)


def three_public(style, form):
    rows = pairs_heads(form) if style.public_pairs else column_heads(form.columns, 3)
    if style.column_numbers:
        rows.append([head(str(i + 1)) for i in range(len(form.columns))])
    header = len(rows)
    rows.append([number(style, form, value) for value in form.rows[0].values])
    return Table(rows, [1] * len(form.columns), header=header, keys={header: [0]})


def pairs_heads(form):
    rows = [[], [], []]
    parts = list(dict.fromkeys(path[:-1] for path in form.columns))
    for part in parts:
        if len(part) == 1:
            rows[0].append(head(part[0], 2, 2))
        else:
            siblings = [p for p in parts if p[0] == part[0]]
            if part == siblings[0]:
                rows[0].append(head(part[0], 2 * len(siblings)))
            rows[1].append(head(part[1], 2))
    rows[2] = [head(path[-1]) for path in form.columns]
    return rows


SHAPES = {
    "incomeExpenditureSummary": two_sided,
    "appropriationSummary": two_sided,
    "generalBudgetBasicExpenditure": blocks,
    "threePublicExpenses": three_public,
}


def table(style, form, index, department, year):
    if form.empty:
        style = replace(style, nothing="", dashes=frozenset())
    made = SHAPES.get(form.id, coded)(style, form)
    made.title = style.title.format(title=form.title, year=year, number=form.number)
    made.mark = style.mark.format(number=form.number)
    made.department = f"部门：{department}" if style.department_line else ""
    made.unit = "单位：万元"
    made.notes = [f"注：{form.note}"]
    if style.formulas and form.formulas:
        made.notes += form.formulas.split("\n")
    if form.empty:
        made.notes.append(style.declared_empty.format(subject=SUBJECTS[form.id]))
    made.landscape = form.id in style.landscape
    made.repeat = style.repeat
    made.rows_per_page = style.rows_per_page
    made.heading_level = style.heading_levels[index % len(style.heading_levels)]
    made.form = index
    if style.cut and style.cut[0] == form.id:
        target = next(i for i, r in enumerate(form.rows) if r.name == style.cut[1])
        made.cut = next(y for y, found in made.keys.items() if target in found)
    return made
