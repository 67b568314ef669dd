"""Zhejiang: 市级部门…预算总表, names without codes, projects by unit."""

from budget_forms import ALL, CAPITAL, FUND, GENERAL, KINDS, BudgetForms, under
from figures import APPROPRIATION, Source
from sheet import Labels, Line, Path, Sheet, Side


def sheets(f: BudgetForms) -> list:
    a = f.a

    def all_names(sources) -> list[Line]:
        return [Line(f.name(c), (a.sum("expenditure", sources, c),), level={3: 0, 5: 1, 7: 2}[len(c)]) for c in a.codes(sources)]

    def summary(title: str, income: list[tuple], sources) -> Sheet:
        left = [Line(n, (v,), level=level) for n, v, level in income]
        right = all_names(sources)
        while len(left) < len(right):
            left.append(Line("", (None,)))
        while len(right) < len(left):
            right.append(Line("", (None,)))
        received, opening, whole = a.sum("income", sources), a.sum("opening", sources), a.sum("expenditure", sources)
        left += [
            Line("本年收入合计", (received,), kind="subtotal"),
            Line("上年结转结余", (opening,)),
            Line("收入总计", (received + opening,), kind="total"),
        ]
        right += [
            Line("本年支出合计", (whole,), kind="subtotal"),
            Line("年终结转结余", (0,)),
            Line("支出总计", (whole,), kind="total"),
        ]
        return Sheet(
            None, title, "sides", [Side([("预算数",)], left, "income", "收入"), Side([("预算数",)], right, "expenditure", "支出")]
        )

    fiscal = [
        ("一、财政拨款", a.sum("income", APPROPRIATION), 0),
        ("一般公共预算", a.sum("income", GENERAL), 1),
        ("政府性基金预算", a.sum("income", FUND), 1),
        ("国有资本经营预算", a.sum("income", CAPITAL), 1),
    ]
    others = f.income_items(
        [
            ("二、财政专户管理资金", [], 0),
            ("三、事业收入", [Source.SERVICE], 0),
            ("四、事业单位经营收入", [Source.BUSINESS], 0),
            ("五、上级补助收入", [Source.SUPERIOR], 0),
            ("六、附属单位上缴收入", [Source.AFFILIATES], 0),
            ("七、其他收入", [Source.OTHER], 0),
        ]
    )
    seven: list[Path] = [
        ("总计",),
        ("基本支出", "人员支出"),
        ("基本支出", "日常公用支出"),
        ("项目支出",),
        ("事业单位经营支出",),
        ("上缴上级支出",),
        ("对附属单位补助支出",),
    ]

    def spend(code: str) -> tuple:
        whole, basic, project, business, superior, affiliates = f.six_kinds(code)
        people = f.d.personnel_of(code)
        return (whole, people, basic - people, project, business, superior, affiliates)

    p = f.public_parts(a.three_public_budget)
    order = ("abroad", "purchase", "operation", "reception")
    units = f.by_unit(tuple(p[k] for k in order))

    def row(v: tuple) -> tuple:
        return (sum(v), v[0], v[1] + v[2], v[1], v[2], v[3])

    whole = tuple(sum(v[i] for _, v in units) for i in range(4))
    cars = "公务用车购置及运行费"
    three = Sheet(
        None,
        "市级部门一般公共预算“三公”经费预算表",
        "list",
        [
            Side(
                [
                    ("“三公”经费合计",),
                    ("因公出国(境)费用",),
                    (cars, "小计"),
                    (cars, "公务用车购置费"),
                    (cars, "公务用车运行维护费"),
                    ("公务接待费",),
                ],
                [Line("合计", row(whole), kind="total"), *(Line(u, row(v)) for u, v in units)],
            )
        ],
        Labels("name", name="单位名称"),
        only_wan=True,
        total="head",
    )
    schemes = ("absent", "joined")
    return [
        summary("市级部门收支预算总表", fiscal + others, ALL),
        f.income_by_unit("市级部门收入预算总表", Labels("name", name="单位名称")),
        f.coded("市级部门支出预算总表", seven, ALL, spend, total="head", code_schemes=schemes),
        summary("市级部门财政拨款收支预算总表", fiscal, APPROPRIATION),
        f.coded(
            "市级部门一般公共预算支出预算表",
            [("合计",), ("基本支出", "小计"), ("基本支出", "人员经费"), ("基本支出", "日常公用支出"), ("项目支出",)],
            GENERAL,
            lambda c: f.people(c, GENERAL),
            total="head",
            code_schemes=schemes,
        ),
        f.economic(
            "市级部门一般公共预算基本支出预算表",
            under("本年一般公共预算基本支出", [("合计",), ("人员经费",), ("日常公用支出",)]),
            total="head",
            code_schemes=schemes,
        ),
        three,
        f.coded(
            "市级部门政府性基金预算支出预算表",
            under("本年政府性基金预算支出", KINDS),
            FUND,
            lambda c: f.kinds(c, FUND),
            total="head",
            code_schemes=schemes,
        ),
        f.coded(
            "市级部门国有资本经营预算支出预算表",
            [("项目支出",)],
            CAPITAL,
            lambda c: f.kinds(c, CAPITAL)[2:],
            total="head",
            code_schemes=schemes,
        ),
        f.projects(
            "市级部门项目支出预算表",
            [
                ("总计",),
                ("财政拨款收入", "一般公共预算"),
                ("财政拨款收入", "政府性基金"),
                ("财政拨款收入", "国有资本经营预算"),
                ("财政专户管理资金",),
                ("单位资金",),
            ],
            Labels("name", before=("单位名称",), name="项目名称"),
        ),
        f.projects(
            "市级部门项目支出绩效表", [("金额",)], Labels("name", before=("单位名称",), name="项目名称", after=("绩效目标",))
        ),
    ]
