"""Hunan: expenditure by kind, 本级财政拨款 with 经费拨款 within."""

from budget_forms import ALL, CAPITAL, FUND, GENERAL, OWN, SIX, BudgetForms
from figures import APPROPRIATION, Source
from sheet import Line, Path


def sheets(f: BudgetForms) -> list:
    a = f.a
    fiscal = a.sum("income", APPROPRIATION) + a.sum("opening", APPROPRIATION)
    income = [
        ("一、本级财政拨款收入", fiscal, 0),
        ("二、财政专户管理事业收入", 0, 0),
        ("三、事业单位经营服务收入", a.sum("income", [Source.BUSINESS]), 0),
        ("四、上级补助收入", a.sum("income", [Source.SUPERIOR]), 0),
        ("五、事业收入", a.sum("income", [Source.SERVICE]), 0),
        ("六、其它收入", a.sum("income", [Source.OTHER, Source.AFFILIATES]) + a.sum("opening", OWN), 0),
    ]
    right = [
        Line(n, (a.sum(k),))
        for n, k in (
            ("一、基本支出", "basic"),
            ("二、项目支出", "project"),
            ("三、事业单位经营支出", "business"),
            ("四、对附属单位补助支出", "to_affiliates"),
            ("五、上缴上级支出", "to_superior"),
        )
    ]

    def received(code: str) -> tuple:
        main = sum(a.sum(k, APPROPRIATION, code) for k in ("income", "opening"))
        parts = [
            main,
            a.share("income", APPROPRIATION, code, 700),
            0,
            a.sum("income", [Source.BUSINESS], code),
            a.sum("income", [Source.SUPERIOR], code),
            a.sum("income", [Source.OTHER, Source.AFFILIATES], code),
            a.sum("income", [Source.SERVICE], code),
            a.sum("opening", OWN, code),
        ]
        return (parts[0] + sum(parts[2:]), *parts)

    columns: list[Path] = [
        ("合计",),
        ("本级财政拨款", "金额"),
        ("本级财政拨款", "其中:经费拨款"),
        ("财政专户管理事业收入",),
        ("事业单位经营服务收入",),
        ("上级补助收入",),
        ("其它收入",),
        ("事业收入",),
        ("上年结转",),
    ]
    fiscal_items = f.income_items(
        [
            ("1、一般公共预算拨款收入", GENERAL, 1),
            ("2、政府性基金预算拨款收入", FUND, 1),
            ("3、国有资本经营预算拨款收入", CAPITAL, 1),
        ]
    )
    return [
        f.summary("部门收支总体情况表", income, right, [("本年预算",)], carry=False, word="本年预算"),
        f.coded("部门收入总体情况表", columns, ALL, received, total="head"),
        f.coded(
            "部门支出总体情况表",
            [("总计",), *SIX[1:3], ("事业单位经营支出",), ("上缴上级支出",), ("对附属单位补助支出",)],
            ALL,
            f.six_kinds,
            total="head",
        ),
        f.appropriated(
            "财政拨款收支总体情况表",
            fiscal_items,
            False,
            grouped=True,
            word="金额",
            style=lambda names: [f"{i}、{n}" for i, n in enumerate(names, 1)],
        ),
        f.coded(
            "一般公共预算支出情况表",
            [("总计",), ("基本支出",), ("项目支出",)],
            GENERAL,
            lambda c: f.kinds(c, GENERAL),
            total="head",
        ),
        f.economic("一般公共预算基本支出情况表", [("总计",), ("人员类",), ("公用经费",)], total="head"),
        f.three_row(
            "一般公共预算“三公”经费支出情况表",
            ("total", "reception", "abroad", "vehicles", "purchase", "operation"),
            group="三公经费预（决）算数（财政拨款）",
            total="小计",
        ),
        f.coded(
            "政府性基金预算支出情况表", [("总计",), ("基本支出",), ("项目支出",)], FUND, lambda c: f.kinds(c, FUND), total="head"
        ),
        f.targets("项目支出绩效目标表"),
    ]
