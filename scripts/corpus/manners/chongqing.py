"""Chongqing: 部门…总体情况表, performance targets."""

from budget_forms import ALL, CAPITAL, FUND, GENERAL, INCOME, PARTS, BudgetForms, under
from figures import Source
from sheet import Labels, Path


def sheets(f: BudgetForms) -> list:
    a = f.a
    income = f.income_items(
        [
            ("一、一般公共预算资金", GENERAL, 0),
            ("二、政府性基金预算资金", FUND, 0),
            ("三、国有资本经营预算资金", CAPITAL, 0),
            ("四、财政专户管理资金", [], 0),
            ("五、事业收入资金", [Source.SERVICE], 0),
            ("六、上级补助收入资金", [Source.SUPERIOR], 0),
            ("七、附属单位上缴收入资金", [Source.AFFILIATES], 0),
            ("八、事业单位经营收入资金", [Source.BUSINESS], 0),
            ("九、其他收入资金", [Source.OTHER], 0),
        ]
    )
    names = (
        "一般公共预算拨款收入",
        "政府性基金预算拨款收入",
        "国有资本经营预算拨款收入",
        "财政专户管理资金收入",
        "事业收入",
        "事业单位经营收入",
        "上级补助收入",
        "附属单位上缴收入",
        "其他收入",
    )
    columns: list[Path] = [("总计",), *((n,) for n in names)]

    def received(code: str) -> tuple:
        parts = tuple(a.sum("income", s, code) + a.sum("opening", s, code) if s else 0 for _, s in INCOME)
        return (sum(parts), *parts)

    return [
        f.summary("部门收支总体情况表", income, f.class_lines(ALL, 1, False), [("预算数",)]),
        f.coded("部门收入总体情况表", columns, ALL, received, total="head"),
        f.coded(
            "部门支出总体情况表",
            [("总计",), ("基本支出",), ("项目支出",)],
            [s for s in Source if s not in (Source.BUSINESS, Source.AFFILIATES)],
            lambda c: f.kinds(c, [s for s in Source if s not in (Source.BUSINESS, Source.AFFILIATES)]),
            total="head",
        ),
        f.appropriated(
            "财政拨款收支总体情况表",
            f.income_items(
                [
                    ("（一）一般公共预算资金", GENERAL, 1),
                    ("（二）政府性基金预算资金", FUND, 1),
                    ("（三）国有资本经营预算资金", CAPITAL, 1),
                ]
            ),
            False,
            grouped=True,
        ),
        f.coded("一般公共预算支出情况表", [("总计",), *PARTS[1:]], GENERAL, lambda c: f.people(c, GENERAL), total="head"),
        f.economic("一般公共预算基本支出情况表", under("基本支出", [("总计",), ("人员经费",), ("公用经费",)]), total="head"),
        f.coded(
            "政府性基金预算支出情况表",
            under("预算数", [("总计",), ("基本支出",), ("项目支出",)]),
            FUND,
            lambda c: f.kinds(c, FUND),
            total="head",
        ),
        f.three_row("财政拨款“三公”经费支出情况表"),
        f.procurement(
            "政府采购预算明细表", Labels("name", before=("项目编号",), name="项目"), [("总计",), *((n,) for n in names[:5])]
        ),
        f.targets("部门整体绩效目标表"),
    ]
