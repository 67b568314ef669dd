"""Shanghai: 预算总表 with split codes, 合计 last, amounts mostly in 元."""

from budget_forms import ALL, CAPITAL, FUND, GENERAL, KINDS, TRIPLE, BudgetForms, under
from figures import APPROPRIATION, Source
from sheet import Labels, Line, Sheet, Side


def sheets(f: BudgetForms) -> list:
    a, unit = f.a, "预算单位" if f.d.scope == "unit" else "部门"
    fiscal = a.sum("income", APPROPRIATION)
    income = [
        ("一、财政拨款收入", fiscal, 0),
        ("1.一般公共预算", a.sum("income", GENERAL), 1),
        ("2.政府性基金预算", a.sum("income", FUND), 1),
        ("3.国有资本经营预算", a.sum("income", CAPITAL), 1),
        ("二、事业收入", a.sum("income", [Source.SERVICE]), 0),
        ("三、事业单位经营收入", a.sum("income", [Source.BUSINESS]), 0),
        ("四、其他收入", a.sum("income", [Source.OTHER, Source.SUPERIOR, Source.AFFILIATES]), 0),
    ]
    other = [Source.OTHER, Source.SUPERIOR, Source.AFFILIATES]

    def received(code: str) -> tuple:
        return (
            a.sum("income", ALL, code),
            a.sum("income", APPROPRIATION, code),
            a.sum("income", [Source.SERVICE], code),
            a.sum("income", [Source.BUSINESS], code),
            a.sum("income", other, code),
        )

    right = f.class_lines(ALL, 1, False)
    sheets = [
        f.summary(f"{unit}财务收支预算总表", income, right, [("预算数",)], carry=False, heads=("本年收入", "本年支出")),
        f.coded(
            f"{unit}收入预算总表",
            under("收入预算", [("合计",), ("财政拨款收入",), ("事业收入",), ("事业单位经营收入",), ("其他收入",)]),
            ALL,
            received,
            total="end",
        ),
        f.coded(f"{unit}支出预算总表", under("支出预算", KINDS), ALL, f.kinds, total="end"),
        f.appropriated(
            f"{unit}财政拨款收支预算总表",
            [
                ("一、一般公共预算", a.sum("income", GENERAL), 0),
                ("二、政府性基金预算", a.sum("income", FUND), 0),
                ("三、国有资本经营预算", a.sum("income", CAPITAL), 0),
            ],
            False,
            heads=("财政拨款收入", "财政拨款支出"),
        ),
    ]
    for title, sources in (("一般公共预算", GENERAL), ("政府性基金预算", FUND), ("国有资本经营预算", CAPITAL)):
        sheets.append(
            f.coded(
                f"{unit}{title}支出功能分类预算表",
                under(title + "支出", KINDS),
                sources,
                lambda c, s=sources: f.kinds(c, s),
                total="end",
            )
        )
    sheets.append(
        f.economic(f"{unit}一般公共预算基本支出部门预算经济分类预算表", under("一般公共预算基本支出", TRIPLE), total="end")
    )
    if f.d.scope == "unit":
        sheets.append(project_codes(f, f"{unit}财政拨款项目支出预算表"))
    sheets.append(
        f.three_row(
            f"{'单位' if f.d.scope == 'unit' else unit}“三公”经费和机关运行经费预算表",
            ("total", "abroad", "reception", "vehicles", "purchase", "operation"),
            [(("机关运行经费预算数",), a.running)],
            "“三公”经费预算数",
            abroad="因公出国(境)费",
            purchase="购置费",
            operation="运行费",
        )
    )
    return sheets


def project_codes(f: BudgetForms, title: str) -> Sheet:
    """Projects below the functional items that pay them; 合计 last."""
    lines = [Line("合计", (sum(v for _, v in f.d.works.values()),), kind="total", between=("", ""))]
    for code in f.a.codes(GENERAL):
        amount = sum(v for c, v in f.d.works.values() if c.startswith(code))
        if not amount:
            continue
        lines.append(Line(f.name(code), (amount,), code, level={3: 0, 5: 1, 7: 2}[len(code)], between=("", "")))
        if len(code) == 7:
            for number, (name, (_, value)) in enumerate(((n, w) for n, w in f.d.works.items() if w[0] == code), 1):
                lines.append(Line("", (value,), level=3, between=(str(number), name)))
    return Sheet(
        None, title, "list", [Side([("预算数",)], lines)], Labels("functional", between=("序号", "项目名称")), total="end"
    )
