"""Inputs of a kind in any size, for scripts/benchmark-growth: each holds one thing many times."""
import json

from hostile import one_page, pages

TITLE = "某某局2024年度部门决算\n"
KINDS = []


class Kind:
    """How an input of a size is made, and the command that reads it."""

    def __init__(self, name, make, size, doublings, suffix, command):
        self.name, self.make, self.size, self.doublings = name, make, size, doublings
        self.suffix, self.command = suffix, command

    def prepare(self, size, folder, address):
        """Writes the input; returns the arguments of the command."""
        made = self.make(size)
        files = made if isinstance(made, dict) else {f"{self.name}.{self.suffix}": made}
        for name, content in files.items():
            (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        file = str(folder / next(iter(files)))
        places = {"FILE": file, "FOLDER": str(folder), "ADDRESS": address}
        return [places.get(part) or part.replace("ADDRESS", address) for part in self.command]


def kind(size, doublings=9, suffix="txt", command=("check", "-q", "FILE", "--format", "json")):
    def add(make):
        KINDS.append(Kind(make.__name__.replace("_", "-"), make, size, doublings, suffix, command))
        return make

    return add


def word(x, y, text, size=10):
    return b"BT /F %d Tf %.2f %.2f Td (%s) Tj ET" % (size, x, y, text.encode())


def page(operators):
    return one_page(b"\n".join(operators), compress=True).bytes()


# Texts


@kind(500)
def lines(count):
    return TITLE + "本部门贯彻落实有关工作的方针政策和决策部署，履行监督管理职责。\n" * count


@kind(500)
def short_lines(count):
    return TITLE + "".join(f"第{index}项工作\n" for index in range(count))


@kind(2000)
def endless_line(count):
    return TITLE + "收入决算情况说明本部门履行监督管理职责" * count


@kind(1000)
def opening_brackets(count):
    return TITLE + "本部门" + "（" * count + "工作。\n"


@kind(1000)
def lone_brackets(count):
    return TITLE + "本部门" + "（工作" * count + "。\n" + "）工作" * count + "。\n"


@kind(1000)
def closing_brackets(count):
    return TITLE + "本部门" + "工作）" * count + "。\n"


@kind(500)
def quotations(count):
    return TITLE + "本部门落实“三公”经费、《预算法》等规定。" * count


@kind(500)
def figures(count):
    return TITLE + "一、收入决算情况说明\n2024年度收入合计" + "100万元，增加20万元，比上年增长5%，" * count + "。\n"


@kind(250)
def shares(count):
    return TITLE + "一、收入决算情况说明\n2024年度收入合计90万元。\n" + "其他收入10万元，占本年收入的2%。\n" * count


@kind(500)
def bare_figures(count):
    return TITLE + "一、收入决算情况说明\n2024年度收入合计" + "100 " * count + "。\n"


@kind(500)
def figures_of_one_clause(count):
    return TITLE + "一、收入决算情况说明\n2024年度收入合计" + "其中100万元" * count + "。\n"


@kind(1000)
def digits(count):
    return TITLE + "一、收入决算情况说明\n2024年度收入合计" + "1,234" * count + "万元。\n"


@kind(500)
def sentences(count):
    return TITLE + "一、收入决算情况说明\n" + "".join(f"2024年度收入合计{index}万元，比上年增加5万元。" for index in range(count))


@kind(500)
def clauses(count):
    return TITLE + "一、收入决算情况说明\n2024年度收入增加的主要原因是" + "人员经费增加的，" * count + "。\n"


@kind(500)
def dates(count):
    return TITLE + "一、收入决算情况说明\n" + "截至2024年12月31日，" * count + "收入100万元。\n"


@kind(250)
def headings(count):
    return TITLE + "".join(f"（{index}）收入决算情况说明\n" for index in range(count))


@kind(250)
def sections(count):
    return TITLE + "".join(
        f"{index}.收入决算情况说明\n2024年度收入合计{index}万元，比上年增加5万元。\n" for index in range(count))


@kind(500)
def list_items(count):
    return TITLE + "一、部门职责\n" + "".join(f"{index}.承担第{index}项监督管理职责。\n" for index in range(1, count + 1))


@kind(500)
def listed_names(count):
    return TITLE + "一、收入决算情况说明\n人员经费10万元，主要包括：" + "办公费、" * count + "印刷费。\n"


@kind(250)
def unit_names(count):
    return TITLE + "二、部门决算单位构成\n纳入决算的单位包括：" + "、".join(f"某某中心{index}" for index in range(count)) + "。\n"


@kind(250)
def glossary_entries(count):
    return TITLE + "第四部分 名词解释\n" + "".join(
        f"{index}.财政拨款收入{index}：指单位从同级财政部门取得的财政预算资金。\n" for index in range(1, count + 1))


@kind(500)
def contents_entries(count):
    return TITLE + "目录\n" + "".join(f"收入决算情况说明……{index}\n" for index in range(count))


@kind(500)
def unclosed_tags(count):
    return TITLE + "<table><tr><td>收入<b" * count + "\n"


@kind(500)
def character_references(count):
    return TITLE + "收入&#25910;&amp" * count + "\n"


@kind(500)
def stars(count):
    return TITLE + "**收入*_`" * count + "\n"


# Tables in texts


def table(columns, rows, mark="\t"):
    heads = ["科目编码", "科目名称"] + ["合计"] * (columns - 2)
    return TITLE + "支出决算表\n单位：万元\n" + "".join(mark.join(row) + "\n" for row in [heads] + list(rows))


@kind(500)
def rows(count):
    return table(6, (["2010101", "行政运行"] + ["1,234.56"] * 4 for _ in range(count)))


@kind(500)
def codes(count):
    return table(3, ([f"{2010000 + index}", f"行政运行{index}", f"{index}.00"] for index in range(1, count)))


@kind(500)
def nested_codes(count):
    return table(3, ([f"{index:07}"[: 3 + 2 * (index % 3)], "运行", "1.00"] for index in range(2010101, 2010101 + count)))


@kind(500)
def names_of_a_code(count):
    return table(3, (["2010101", f"行政运行{index}号", "1.00"] for index in range(count)))


@kind(100)
def quoted_items(count):
    """As many items in a table as in the narrative, under names that are not the same."""
    return table(3, ([f"{2010101 + index}", f"行政运行{index}号", "1.00"] for index in range(count))) + (
        "一、支出决算具体情况\n" + "".join(
            f"{index}.一般公共服务支出（类）人大事务（款）行政运营{index}号（项）。支出决算为2.00万元。\n" for index in range(count)))


@kind(500)
def pipes(count):
    return table(4, (["", "2010101", "行政运行", "1.00", "2.00", ""] for _ in range(count)), "|")


@kind(500)
def bare_pipes(count):
    return TITLE + "支出决算表\n单位：万元\n" + "|" * count + "\n" + "|" * count + "\n"


@kind(100)
def columns(count):
    return table(count, (["2010101", "行政运行"] + ["1.00"] * (count - 2) for _ in range(8)))


@kind(100)
def head_rows(count):
    return TITLE + "支出决算表\n单位：万元\n" + "科目\t名称\t合计\n" * count + "2010101\t行政运行\t1.00\n"


@kind(500, command=("check", "-q", "FILE", "--format", "html"))
def rows_shown(count):
    return table(6, (["2010101", "行政运行"] + ["1,234.56"] * 4 for _ in range(count)))


@kind(500)
def spaced_rows(count):
    return TITLE + "支出决算表\n单位：万元\n" + "科目编码    科目名称      合计     基本支出\n" + (
        "2010101     行政运行      1.00         1.00\n" * count)


@kind(250)
def spaced_columns(count):
    return TITLE + "支出决算表\n单位：万元\n" + ("    ".join(["12.00"] * count) + "\n") * 6


@kind(100)
def tables(count):
    return TITLE + "支出决算表\n单位：万元\n科目编码\t科目名称\t合计\n2010101\t行政运行\t1.00\n\n" * count


@kind(100)
def unknown_tables(count):
    return TITLE + "其他情况表\n甲\t乙\t丙\n子\t丑\t1.00\n寅\t卯\t2.00\n\n" * count


@kind(500)
def label_rows(count):
    return TITLE + "收入支出决算总表\n单位：万元\n项目\t决算数\t项目\t决算数\n" + "".join(
        f"{index}、其他收入\t1.00\t{index}、其他支出\t1.00\n" for index in range(count))


@kind(250)
def indicators(count):
    return TITLE + "项目支出绩效自评表\n一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n" + (
        "产出指标\t数量指标\t检查次数\t10次\t10次\t10\t10\n" * count)


# Pages


@kind(250, suffix="pdf")
def words(count):
    return page([word(20 + 40 * (index % 13), 820 - 0.8 * (index // 13), f"w{index}", 3) for index in range(count)])


@kind(1000, suffix="pdf")
def glyphs(count):
    return page([word(20, 800, "1234567890" * count, 1)])


@kind(100, suffix="pdf")
def crossing_rulings(count):
    lines = [b"%.3f 20 m %.3f 820 l S" % (20 + 550 * i / count, 20 + 550 * i / count) for i in range(20)]
    return page(lines + [b"20 %.3f m 570 %.3f l S" % (20 + 800 * i / count, 20 + 800 * i / count) for i in range(count)])


@kind(250, suffix="pdf")
def strokes(count):
    return page([b"%.2f %.2f m %.2f %.2f l S" % (
        i * 7919 % 550, i * 104729 % 800, i * 7919 % 550 + 9, i * 104729 % 800) for i in range(count)])


def squares(count, across):
    down = max(1, count // across)
    return [(20 + 12 * (i % across), 820 - 8 * (i // across)) for i in range(across * down)]


@kind(250, suffix="pdf")
def cells(count):
    operators = []
    for x, y in squares(count, 40):
        operators += [b"%.2f %.2f 12 8 re S" % (x, y), word(x + 2, y + 2, "1.00", 4)]
    return page(operators)


@kind(250, suffix="pdf")
def merged_cells(count):
    operators = []
    for index, (x, y) in enumerate(squares(count, 40)):
        wide = 12 * (1 + index % 3)
        if index % 40 + 1 + index % 3 <= 40:
            operators += [b"%.2f %.2f %d 8 re S" % (x, y, wide), word(x + 2, y + 2, "1.00", 4)]
    return page(operators)


@kind(25, suffix="pdf")
def grids(count):
    operators = []
    for index in range(count):
        x, y = 10 + 30 * (index % 19), 820 - 14 * (index // 19)
        operators += [b"%d %d 20 10 re S %d %d m %d %d l S" % (x, y, x + 10, y, x + 10, y + 10)]
        operators += [word(x + 1, y + 2, "1.0", 4)]
    return page(operators)


@kind(8, suffix="pdf")
def page_count(count):
    drawn = [word(40 + 90 * column, 800 - 14 * row, "12.00") for column in range(6) for row in range(40)]
    return pages(count, b"\n".join(drawn), compress=True).bytes()


@kind(8, suffix="pdf")
def prose_in_columns(count):
    """Two justified columns on every page, whose words happen to stand one below the other."""
    drawn = []
    for row in range(60):
        for column in range(2):
            for index in range(9):
                drawn.append(word(40 + 270 * column + 29 * index, 800 - 12 * row, "abcd"[: 2 + (row + index) % 3], 9))
    return pages(count, b"\n".join(drawn), compress=True).bytes()


@kind(50, suffix="pdf")
def aligned_rows(count):
    """One tall page, no rulings."""
    drawn = [word(40 + 90 * column, 14 * (row + 1), "12.00") for column in range(6) for row in range(count)]
    made = one_page(b"\n".join(drawn), page=f"/MediaBox[0 0 595 {14 * count + 40}]", compress=True)
    made.objects[2] = made.objects[2].replace(b"/MediaBox[0 0 595 842]", b"", 1)
    return made.bytes()


@kind(25, suffix="pdf")
def aligned_columns(count):
    """One wide page, no rulings."""
    drawn = [word(40 + 40 * column, 800 - 14 * row, "12.00") for column in range(count) for row in range(12)]
    made = one_page(b"\n".join(drawn), page=f"/MediaBox[0 0 {40 * count + 80} 842]", compress=True)
    made.objects[2] = made.objects[2].replace(b"/MediaBox[0 0 595 842]", b"", 1)
    return made.bytes()


# JSON, and what servers say


@kind(1000, suffix="json", command=("check", "-q", "FILE", "--format", "json"))
def json_depth(count):
    return '{"format": "juesuan/1", "source": ' + "[" * count + "]" * count + "}"


def document(**members):
    empty = {"tables": [], "missingTables": [], "otherTables": [], "unrecognisedTables": [], "contents": [],
             "sections": [], "sentences": [], "facts": [], "statements": [], "lists": [], "problems": []}
    source = {"name": "a.txt", "sha256": "0" * 64, "mediaType": "text/plain", "pageCount": None}
    head = {"format": "juesuan/1", "source": source, "department": "某局", "fiscalYear": 2024, "kind": "finalAccounts",
            "scope": "department", "publishedOn": None}
    return json.dumps({**head, **empty, **members}, ensure_ascii=False)


@kind(1000, suffix="json", command=("check", "-q", "FILE", "--format", "json"))
def json_members(count):
    return document(**{f"other{index}": index for index in range(count)})


@kind(500)
def spaced_letters(count):
    """Heads whose letters are set apart, where nothing shows which cells are blank."""
    return TITLE + "支出决算表\n单位：万元\n" + "项\t目\t" * count + "合\t计\n教育支出\t1.00\t1.00\n科学\t1.00\n"


@kind(4, doublings=5)
def alike_heads(count):
    """Heads that fit over each other in no way, since the last two are the same."""
    heads = "\t".join(f"收入{index}" for index in range(count))
    words = "\t".join([f"来源{index}" for index in range(2 * count - 2)] + ["其他", "其他"])
    return TITLE + f"支出决算表\n单位：万元\n{heads}\n{words}\n教育支出\t1.00\t1.00\n科学\t1.00\n文化\t1.00\t1.00\n"


@kind(1000, suffix="json", command=("check", "-q", "FILE", "--format", "json"))
def json_paragraphs(count):
    place = {"line": 1, "columns": [1, 2]}
    return document(paragraphs=[{"text": f"第{index}项收入100万元。", **place} for index in range(count)])


@kind(1000, suffix="json", command=("check", "-q", "FILE", "--format", "json"))
def json_problems(count):
    return document(problems=[
        {"kind": "unknownColumn", "detail": f"栏{index}", "line": index + 1, "columns": [1, 2]} for index in range(count)])


@kind(250, suffix="jsonl", command=("dataset", "FOLDER", "-o", "FOLDER/all.csv", "--format", "csv", "-q"))
def index_lines(count):
    line = '{"name": "a%d.pdf", "sha256": null, "bytes": null, "status": "failed", "reason": "empty", "message": "x"}\n'
    return {"index.jsonl": "".join(line % index for index in range(count))}


FETCH = ("fetch", "ADDRESS/links.html", "--dry-run", "--depth", "1", "--rate", "1000", "-o", "FOLDER/fetched")


@kind(250, suffix="html", command=FETCH)
def links(count):
    return {"links.html": "".join(f"<a href='/a/{index}.pdf'>2024年度部门决算{index}</a>\n" for index in range(count)),
            "robots.txt": ""}


@kind(250, suffix="html", command=FETCH)
def robots_rules(count):
    return {"links.html": "".join(f"<a href='/a/{index}.pdf'>2024年度部门决算</a>\n" for index in range(200)),
            "robots.txt": "User-agent: *\n" + "".join(f"Disclosure: /\nDisallow: /b/*{index}/*.pdf$\n" for index in range(count))}
