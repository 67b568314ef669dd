"""Beijing: 收支总表 to 绩效目标表; only items (项) are listed, and 合计 comes last."""

from budget_forms import ALL, CAPITAL, CARRIED, FUND, GENERAL, INCOME, KINDS, PARTS, SIX, TRIPLE, BudgetForms, under
from figures import Source
from sheet import Labels, Line, Path, Sheet, Side


def sheets(f: BudgetForms) -> list:
    a = f.a
    income = f.income_items(
        [
            ("一、一般公共预算拨款收入", GENERAL, 0),
            ("二、政府性基金预算拨款收入", FUND, 0),
            ("三、国有资本经营预算拨款收入", CAPITAL, 0),
            ("四、财政专户管理资金收入", [], 0),
            ("五、事业收入", [Source.SERVICE], 0),
            ("六、上级补助收入", [Source.SUPERIOR], 0),
            ("七、附属单位上缴收入", [Source.AFFILIATES], 0),
            ("八、事业单位经营收入", [Source.BUSINESS], 0),
            ("九、其他收入", [Source.OTHER], 0),
        ]
    )
    received = f.additive(INCOME)
    carried = tuple(a.sum("opening", s) if s else 0 for _, s in CARRIED)
    columns: list[Path] = [
        ("合计",),
        ("本年收入", "小计"),
        *(("本年收入", n) for n, _ in INCOME),
        ("上年结转结余", "小计"),
        *(("上年结转结余", n) for n, _ in CARRIED),
    ]
    one = (sum(received) + sum(carried), sum(received), *received, sum(carried), *carried)
    general = [*PARTS[:4], ("项目支出", "项目支出总数"), ("项目支出", "扣除基建项目后预算数")]
    return [
        f.summary("收支总表", income, f.class_lines(ALL, 1, True), [("预算数",)], totals=("收入总计", "支出总计")),
        Sheet(None, "收入总表", "row", [Side(columns, [Line("", one)])], Labels("none")),
        f.coded("支出总表", SIX, ALL, f.six_kinds, leaves=True, total="end"),
        f.appropriated(
            "财政拨款收支总表",
            f.income_items(
                [
                    ("一、一般公共预算资金", GENERAL, 0),
                    ("二、政府性基金预算资金", FUND, 0),
                    ("三、国有资本经营预算资金", CAPITAL, 0),
                ]
            ),
            True,
            columns=1,
        ),
        f.coded(
            "一般公共预算支出表",
            under("预算数", general),
            GENERAL,
            lambda c: (*f.people(c, GENERAL), f.people(c, GENERAL)[4]),
            leaves=True,
            total="end",
        ),
        f.economic(
            "一般公共预算基本支出表",
            under("预算数", TRIPLE),
            labels=Labels("economic", before=("政府支出经济分类科目",), name="部门支出经济分类科目"),
            leaves=True,
            total="end",
            code_schemes=("dash-name",),
        ),
        f.coded("政府性基金预算支出表", under("预算数", KINDS), FUND, lambda c: f.kinds(c, FUND), leaves=True, total="end"),
        f.coded(
            "国有资本经营预算支出表", under("预算数", KINDS), CAPITAL, lambda c: f.kinds(c, CAPITAL), leaves=True, total="end"
        ),
        f.three_row(
            "财政拨款“三公”经费支出表",
            ("total", "abroad", "reception", "vehicles", "purchase", "operation"),
            total="“三公”经费财政拨款预算总额",
            vehicles="公务用车购置及运行维护费",
            operation="公务用车运行维护费",
            abroad="因公出国（境）费用",
        ),
        f.procurement("政府采购预算明细表", Labels("name", name="采购类别"), [("金额",)]),
        f.projects(
            "项目支出表", [("项目总额",), ("其中：", "财政资金"), ("其中：", "其他资金")], Labels("name", name="项目名称")
        ),
        f.targets("项目支出绩效目标表"),
    ]
