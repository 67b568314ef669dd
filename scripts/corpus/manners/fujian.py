"""Fujian: 预算拨款支出预算表 with 其中, economic lists."""

from budget_forms import ALL, CAPITAL, FUND, GENERAL, SIX, BudgetForms
from figures import Source
from sheet import Labels, Line, Path, Sheet, Side


def sheets(f: BudgetForms) -> list:
    income = f.income_items(
        [
            ("一、一般公共预算拨款收入", GENERAL, 0),
            ("二、政府性基金预算拨款收入", FUND, 0),
            ("三、国有资本经营预算拨款收入", CAPITAL, 0),
            ("四、财政专户管理资金收入", [], 0),
            ("五、事业收入", [Source.SERVICE], 0),
            ("六、事业单位经营收入", [Source.BUSINESS], 0),
            ("七、上级补助收入", [Source.SUPERIOR], 0),
            ("八、附属单位上缴收入", [Source.AFFILIATES], 0),
            ("九、其他收入", [Source.OTHER], 0),
        ]
    )
    parts: list[Path] = [("小计",), ("其中：", "基本支出"), ("其中：", "项目支出")]
    whole = {code: 0 for code in ("301", "302", "303", "307", "309", "310", "311", "312", "313", "399")}
    names = (
        "工资福利支出",
        "商品和服务支出",
        "对个人和家庭的补助",
        "债务利息及费用支出",
        "资本性支出（基本建设）",
        "资本性支出",
        "对企业补助（基本建设）",
        "对企业补助",
        "对社会保障基金补助",
        "其他支出",
    )
    for code in ("301", "302", "303", "310"):
        whole[code] = f.a.economic_sum(code)
    project = f.a.sum("project", GENERAL)
    whole["310"] += project * 3 // 10 // 10000 * 10000
    whole["302"] += project - project * 3 // 10 // 10000 * 10000
    lines = [Line("合计", (sum(whole.values()),), kind="total"), *(Line(n, (v,), c) for n, (c, v) in zip(names, whole.items()))]
    sheets = [
        f.summary(
            "收支预算总表",
            income,
            f.class_lines(ALL, 1, True),
            [("预算数",)],
            totals=("收入合计", "支出合计"),
            carried="上年结转结余",
        ),
        f.flat_income_by_unit("收入预算总表"),
        f.coded("支出预算总表", SIX, ALL, f.six_kinds, total="head"),
        f.appropriated("财政拨款收支预算总表", income[:3], True, columns=1, totals=("收入合计", "支出合计")),
    ]
    for name, sources in (("一般公共预算", GENERAL), ("政府性基金预算", FUND), ("国有资本经营预算", CAPITAL)):
        sheets.append(f.coded(f"{name}拨款支出预算表", parts, sources, lambda c, s=sources: f.kinds(c, s), total="head"))
    sheets += [
        Sheet(None, "一般公共预算支出经济分类情况表", "list", [Side([("预算数",)], lines)], Labels("economic"), total="head"),
        f.economic("一般公共预算基本支出经济分类情况表", [("预算数",)], lambda c, v: (v,), total="head"),
        f.three_rows("一般公共预算“三公”经费支出预算表"),
        f.targets("项目支出绩效目标表"),
    ]
    return sheets
