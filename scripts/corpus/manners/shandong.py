"""Shandong: wide tables of sources, both economic classifications."""

from budget_forms import ALL, CAPITAL, FUND, GENERAL, BudgetForms, under
from figures import APPROPRIATION, Source
from sheet import Labels, Line, Path, Sheet, Side


def sheets(f: BudgetForms) -> list:
    a = f.a
    income = [
        ("一、财政拨款收入", a.sum("income", APPROPRIATION), 0),
        ("一般公共预算收入", a.sum("income", GENERAL), 1),
        ("政府性基金预算收入", a.sum("income", FUND), 1),
        ("国有资本经营预算收入", a.sum("income", CAPITAL), 1),
        ("二、财政专户管理资金收入", 0, 0),
        ("三、事业收入（不含教育收费）", a.sum("income", [Source.SERVICE]), 0),
        ("四、事业单位经营收入", a.sum("income", [Source.BUSINESS]), 0),
        ("五、其他收入", a.sum("income", [Source.OTHER]), 0),
        ("六、上级补助收入", a.sum("income", [Source.SUPERIOR]), 0),
        ("七、附属单位上缴收入", a.sum("income", [Source.AFFILIATES]), 0),
    ]
    fiscal: list[Path] = [
        ("财政拨款收入", "小计"),
        ("财政拨款收入", "一般公共预算收入"),
        ("财政拨款收入", "政府性基金预算收入"),
        ("财政拨款收入", "国有资本经营预算收入"),
    ]
    wide: list[Path] = [
        ("合计",),
        *fiscal,
        ("财政专户管理资金收入",),
        ("事业收入（不含教育收费）",),
        ("事业单位经营收入",),
        ("其他收入",),
        ("上级补助收入",),
        ("附属单位上缴收入",),
        ("使用非财政拨款结余",),
        ("上年结转",),
    ]

    def received(code: str) -> tuple:
        parts = [a.sum("income", s, code) for s in (GENERAL, FUND, CAPITAL)]
        rest = [
            0,
            *(
                a.sum("income", [s], code)
                for s in (Source.SERVICE, Source.BUSINESS, Source.OTHER, Source.SUPERIOR, Source.AFFILIATES)
            ),
            0,
            a.sum("opening", ALL, code),
        ]
        return (sum(parts) + sum(rest), sum(parts), *parts, *rest)

    split: list[Path] = [("合计",), ("基本支出", "小计"), ("基本支出", "人员支出"), ("基本支出", "日常公用支出"), ("项目支出",)]
    money: list[Path] = [
        ("合计",),
        ("财政拨款", "小计"),
        ("财政拨款", "一般公共预算"),
        ("财政拨款", "政府性基金预算"),
        ("财政拨款", "国有资本经营预算"),
        ("财政专户管理资金",),
        ("单位资金",),
        ("使用非财政拨款结余",),
        ("上年结转",),
    ]

    def spread(code: str, v: int) -> tuple:
        return (v, v, v, 0, 0, 0, 0, 0, 0)

    both = Labels("economic", between=("政府预算支出经济分类科目编码", "政府预算支出经济分类科目名称"))
    now = f.public_parts(a.three_public_budget)
    heads: list[Path] = [
        ("合计",),
        ("因公出国（境）经费",),
        ("公务用车购置及运行维护费", "小计"),
        ("公务用车购置及运行维护费", "公务用车购置经费"),
        ("公务用车购置及运行维护费", "公务用车运行维护费"),
        ("公务接待费",),
    ]
    current = [now[k] for k in ("total", "abroad", "vehicles", "purchase", "operation", "reception")]
    before = [v * 110 // 100 // 10000 * 10000 for v in current]
    before[2] = before[3] + before[4]
    before[0] = before[1] + before[2] + before[5]
    a.before["three public"] = before[0]  # the text compares with the same year
    two_years = [(f"{year}年预算数", *h) for year in (f.year - 1, f.year) for h in heads]
    own = [s for s in Source if s not in (Source.BUSINESS, Source.AFFILIATES)]
    return [
        f.summary("收支总体情况表", income, f.class_lines(ALL, 1, True), [("预算数",)], carried="上年结转"),
        f.coded("收入总体情况表", wide, ALL, received, total="head"),
        f.coded(
            "支出总体情况表",
            [("合计",), ("基本支出",), ("项目支出",), ("结转下年",)],
            own,
            lambda c: (*f.kinds(c, own), 0),
            total="head",
        ),
        f.appropriated(
            "财政拨款收支总体情况表",
            f.income_items(
                [
                    ("一、一般公共预算收入", GENERAL, 0),
                    ("二、政府性基金预算收入", FUND, 0),
                    ("三、国有资本经营预算收入", CAPITAL, 0),
                ]
            ),
            True,
        ),
        f.coded("一般公共预算支出情况表", split, GENERAL, lambda c: f.people(c, GENERAL), total="head"),
        f.economic(
            "一般公共预算基本支出情况表",
            under("基本支出预算", [("小计",), ("人员支出",), ("日常公用支出",)]),
            labels=both,
            total="head",
        ),
        Sheet(
            None,
            "一般公共预算“三公”经费支出情况表",
            "row",
            [Side(two_years, [Line("", tuple(before + current))])],
            Labels("none"),
            only_wan=True,
        ),
        f.coded("政府性基金预算支出情况表", split, FUND, lambda c: f.people(c, FUND), total="head"),
        f.coded("国有资本经营预算支出情况表", split, CAPITAL, lambda c: f.people(c, CAPITAL), total="head"),
        f.economic("基本支出预算情况表", money, spread, labels=both, total="head"),
        f.projects(
            "项目支出预算情况表",
            [
                ("合计",),
                ("财政拨款", "小计"),
                ("财政拨款", "一般公共预算"),
                ("财政拨款", "政府性基金预算"),
                ("财政专户管理资金",),
                ("单位资金",),
            ],
            Labels("name", name="项目名称", between=("项目类别",)),
        ),
        f.targets("部门预算项目绩效目标表"),
    ]
