"""Jiangsu: every table by functional and by economic code, 会议费 and 培训费, 政府采购."""

from budget_forms import ALL, CAPITAL, FUND, GENERAL, KINDS, PARTS, SIX, TRIPLE, BudgetForms, under
from classification import RUNNING
from figures import APPROPRIATION, Source
from final_forms import ordinals
from sheet import Labels, Line, Sheet, Side


def sheets(f: BudgetForms) -> list:
    a = f.a
    word = "" if f.variant else "预算"
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
    fiscal = f.income_items(
        [
            ("（一）一般公共预算拨款", GENERAL, 1),
            ("（二）政府性基金预算拨款", FUND, 1),
            ("（三）国有资本经营预算拨款", CAPITAL, 1),
        ]
    )
    running = [line for line in f.economic_lines(lambda c, v: (v,)) if line.code in RUNNING]
    meetings = [(("会议费",), a.economic["30215"]), (("培训费",), a.economic["30216"])]

    def bracketed(names: list[str]) -> list[str]:
        return [f"（{n.split('、')[0]}）{n.split('、')[1]}" for n in ordinals(names)]

    return [
        f.summary(f"收支{word}总表", income, f.class_lines(ALL, 1, True), [("预算数",)]),
        f.income_by_unit(f"收入{word}总表", Labels("name", before=("部门代码",), name="部门名称")),
        f.coded(f"支出{word}总表", SIX, ALL, f.six_kinds, total="head"),
        f.appropriated(f"财政拨款收支{word}总表", fiscal, True, columns=1, style=bracketed, grouped=True),
        f.coded(f"财政拨款支出{word}表（功能科目）", PARTS, APPROPRIATION, lambda c: f.people(c, APPROPRIATION), total="head"),
        f.economic(f"财政拨款基本支出{word}表（经济科目）", under("本年财政拨款基本支出", TRIPLE), total="head"),
        f.coded(f"一般公共预算支出{word}表（功能科目）", PARTS, GENERAL, lambda c: f.people(c, GENERAL), total="head"),
        f.economic(f"一般公共预算基本支出{word}表（经济科目）", under("本年一般公共预算基本支出", TRIPLE), total="head"),
        f.three_row(
            f"一般公共预算“三公”经费、会议费、培训费支出{word}表",
            more=meetings,
            total="“三公”经费合计",
            vehicles="公务用车购置及运行维护费",
            operation="公务用车运行维护费",
        ),
        f.coded(
            f"政府性基金预算支出{word}表", under("本年政府性基金预算支出", KINDS), FUND, lambda c: f.kinds(c, FUND), total="head"
        ),
        f.coded(
            "国有资本经营预算支出预算表",
            under("本年国有资本经营预算支出", KINDS),
            CAPITAL,
            lambda c: f.kinds(c, CAPITAL),
            total="head",
        ),
        Sheet(
            None,
            "一般公共预算机关运行经费支出预算表",
            "list",
            [Side([("机关运行经费支出",)], [Line("合计", (a.running,), kind="total"), *running])],
            Labels("economic"),
            total="head",
        ),
        f.procurement(
            f"政府采购支出{word}表",
            Labels("name", name="采购品目大类"),
            [("资金来源", "一般公共预算资金"), ("资金来源", "政府性基金"), ("资金来源", "其他资金"), ("总计",)][:1] + [("总计",)],
        ),
    ]
