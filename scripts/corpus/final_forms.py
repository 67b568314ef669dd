"""The forms of final accounts in the sets that places publish."""

from classification import PERSONNEL, RUNNING, functional_name
from codes import classes
from department import Department
from figures import APPROPRIATION, Source, ThreePublic
from forms import NUMERALS
from plan import Plan
from sheet import Labels, Line, Path, Sheet, Side, coded_lines

OTHERS = tuple(s for s in Source if s not in APPROPRIATION)


def ordinals(names: list[str]) -> list[str]:
    return [f"{NUMERALS[i]}、{name}" for i, name in enumerate(names)]


class FinalForms:
    def __init__(self, department: Department, plan: Plan):
        self.d, self.plan, self.a, self.year = department, plan, department.accounts, department.year
        self.variant = plan["wording"] == "variant"
        self.deep = plan["header-depth"] == "deep"
        self.rng = plan.random("forms")
        self.budgets = APPROPRIATION if self.year >= 2020 else APPROPRIATION[:2]
        self.with_budget = self.variant and self.rng.random() < 0.4
        self.budget_rates: dict[str, int] = {}

    def name(self, code: str) -> str:
        return functional_name(code, self.year)

    def codes(self, sources) -> list[str]:
        return self.a.codes(sources)

    def budgeted(self, key: str, final: int) -> int:
        """An initial budget beside a final amount; the same for the same key."""
        rate = self.budget_rates.setdefault(key, self.rng.choice((1000, 1000, self.rng.randint(860, 1150))))
        return final * rate // 1000 // 10000 * 10000

    # Two-sided forms

    def amounts(self, key: str, final: int) -> tuple:
        return (self.budgeted(key, final), final) if self.with_budget else (final,)

    def amount_columns(self) -> list[Path]:
        word = "金额" if self.plan.random("amount").random() < 0.4 else "决算数"
        if self.with_budget:
            return [("年初预算数",), ("决算数",)]
        return [(word,)]

    def side(
        self, key: str, items: list[tuple[str, int, str]], rest: list[tuple[str, list[int] | int, str]], start: int, pad: int
    ):
        """Lines of one side with their 行次: items, then the closing lines after the longer side's items."""
        lines = [
            Line(name, self.amounts(f"{key}{name}", final), kind=kind, number=start + i, level=int(name.startswith("其中")))
            for i, (name, final, kind) in enumerate(items)
        ]
        for i, (name, final, kind) in enumerate(rest):
            lines.append(Line(name, self.amounts(f"{key}{name}", final), kind=kind, number=start + pad + i))
        return lines

    def balance_budget(self, left: list[Line], right: list[Line]) -> None:
        """Budgets of the sums: nothing carried, and the largest class takes what the sides differ by."""

        def budget(line: Line, amount: int) -> None:
            line.values = (amount, line.values[1])

        items = [[line for line in side if line.number < side[-1].number - 3 and not line.level] for side in (left, right)]
        for side in (left, right):
            for line in side[-3:-1]:
                budget(line, 0)
        gap = sum(line.values[0] for line in items[0]) - sum(line.values[0] for line in items[1])
        side = items[1] if gap > 0 else items[0]
        largest = max(side, key=lambda line: line.values[0])
        budget(largest, largest.values[0] + abs(gap))
        for lines, closing in zip(items, (left, right)):
            whole = sum(line.values[0] for line in lines)
            budget(closing[-4], whole)
            budget(closing[-1], whole)

    def income_expenditure_summary(self, form="incomeExpenditureSummary", title="收入支出决算总表") -> Sheet:
        a, university = self.a, form != "incomeExpenditureSummary"
        fiscal_first = self.year <= 2018 or university
        income: list[tuple[str, int, str]] = []
        if fiscal_first:
            income.append(("财政拨款收入", a.sum("income", APPROPRIATION), "item"))
            names = ["财政拨款收入", *(s.value for s in OTHERS)]
            finals = [a.sum("income", APPROPRIATION), *(a.sum("income", [s]) for s in OTHERS)]
        else:
            names = [s.value + "收入" for s in self.budgets] + [s.value for s in OTHERS]
            finals = [a.sum("income", [s]) for s in (*self.budgets, *OTHERS)]
        income = [(n, f, "item") for n, f in zip(ordinals(names), finals)]
        if fiscal_first:
            income.insert(1, ("其中：政府性基金预算财政拨款", a.sum("income", [Source.FUND]), "item"))
        listed = classes(self.year)
        expenditure = [
            (n, a.sum("expenditure", prefix=c), "item") for n, c in zip(ordinals([self.name(c) for c in listed]), listed)
        ]
        surplus = (
            "用事业基金弥补收支差额"
            if self.year < 2020
            else ("使用非财政拨款结余（含专用结余）" if self.year >= 2023 else "使用非财政拨款结余")
        )
        rest_income = [
            ("本年收入合计", a.income, "subtotal"),
            (surplus, a.sum("surplus_used"), "item"),
            ("年初结转和结余", a.sum("opening"), "item"),
            ("总计", a.total, "total"),
        ]
        rest_expenditure = [
            ("本年支出合计", a.expenditure, "subtotal"),
            ("结余分配", a.sum("distributed"), "item"),
            ("年末结转和结余", a.sum("closing"), "item"),
            ("总计", a.total, "total"),
        ]
        if self.variant and self.rng.random() < 0.5:
            rest_income[-1] = ("收入总计", a.total, "total")
            rest_expenditure[-1] = ("支出总计", a.total, "total")
        pad = max(len(income), len(expenditure))
        left = self.side("income", income, rest_income, 1, pad)
        right = self.side("expenditure", expenditure, rest_expenditure, pad + len(rest_income) + 1, pad)
        if self.with_budget:
            self.balance_budget(left, right)
        ends = [left[-1].number - 3, left[-1].number]
        parts = "+".join(str(line.number) for line in left if line.kind == "item" and not line.level and line.number < ends[0])
        formula = (
            f"{ends[0]} 行 = ({parts}) 行；{ends[1]} 行 = ({ends[0]}+{ends[0] + 1}+{ends[0] + 2}) 行；"
            f"{right[-1].number} 行 = ({right[-1].number - 3}+{right[-1].number - 2}+{right[-1].number - 1}) 行。"
        )
        if self.variant:
            title = title.replace("收入支出", "收支")
        item_head = "项目（按功能分类）" if university or (self.variant and self.rng.random() < 0.5) else "项目"
        return Sheet(
            form,
            title,
            "sides",
            [
                Side(self.amount_columns(), left, "income", "收入"),
                Side(self.amount_columns(), right, "expenditure", "支出", item_head),
            ],
            note="本表反映本年度的总收支和年初、年末结转结余情况。",
            formula=formula,
        )

    def appropriation_summary(self) -> Sheet:
        a, budgets = self.a, self.budgets

        def across(value: str, prefix: str = "") -> tuple:
            parts = [a.sum(value, [s], prefix) for s in budgets]
            return (sum(parts), *parts)

        names = [s.value for s in budgets]
        listed = classes(self.year)
        pad = len(listed)
        left = [Line(n, (a.sum("income", [s]),), number=i + 1) for i, (n, s) in enumerate(zip(ordinals(names), budgets))]
        opening = ordinals(names) if self.year >= 2023 else names
        rest: list[tuple[str, int, str]] = [
            ("本年收入合计", a.sum("income", budgets), "subtotal"),
            ("年初财政拨款结转和结余", a.sum("opening", budgets), "item"),
        ]
        rest += [(n, a.sum("opening", [s]), "item") for n, s in zip(opening, budgets)]
        rest.append(("总计", a.appropriation_total, "total"))
        left += [Line(n, (v,), kind=k, number=pad + 1 + i, level=int(n in opening)) for i, (n, v, k) in enumerate(rest)]
        start = pad + len(rest) + 1
        right = [
            Line(n, across("expenditure", c), number=start + i)
            for i, (n, c) in enumerate(zip(ordinals([self.name(c) for c in listed]), listed))
        ]
        total = tuple(x + y for x, y in zip(across("expenditure"), across("closing")))
        right.append(Line("本年支出合计", across("expenditure"), kind="subtotal", number=start + pad))
        right.append(Line("年末财政拨款结转和结余", across("closing"), number=start + pad + 1))
        right.append(Line("总计", total, kind="total", number=start + pad + len(rest) - 1))
        columns: list[Path] = [("合计",), *((n,) for n in names)]
        if self.deep:
            columns = [("决算数", *path) for path in columns]
        title = "财政拨款收支决算总表" if self.variant else "财政拨款收入支出决算总表"
        return Sheet(
            "appropriationSummary",
            title,
            "sides",
            [
                Side([("金额" if self.variant else "决算数",)], left, "income", "收入"),
                Side(columns, right, "expenditure", "支出"),
            ],
            note="本表反映本年度财政拨款的总收支和年初、年末结转结余情况。",
        )

    # Coded forms

    def coded(self, form, title, columns, sources, values, **more) -> Sheet:
        codes = self.codes(sources)
        return Sheet(form, title, "list", [Side(columns, coded_lines(codes, self.name, values))], empty=not codes, **more)

    def income(self, form="income", title="收入决算表", fees=False) -> Sheet:
        a = self.a

        def values(code: str) -> tuple:
            row = [a.sum("income", prefix=code), a.sum("income", APPROPRIATION, code)]
            for s in OTHERS:
                row.append(a.sum("income", [s], code))
                if fees and s is Source.SERVICE:
                    row.append(a.share("income", [s], code, 600))
            return tuple(row)

        columns: list[Path] = [("本年收入合计",), ("财政拨款收入",)]
        for s in OTHERS:
            columns += [("事业收入", "金额"), ("事业收入", "其中：教育收费")] if fees and s is Source.SERVICE else [(s.value,)]
        return self.coded(
            form,
            title.replace("决算表", "决算总表") if self.variant and not fees else title,
            columns,
            tuple(Source),
            values,
            note="本表反映本年度取得的各项收入情况。",
        )

    def expenditure(self, form="expenditure", title="支出决算表") -> Sheet:
        kinds = ("expenditure", "basic", "project", "to_superior", "business", "to_affiliates")
        columns: list[Path] = [
            ("本年支出合计",),
            ("基本支出",),
            ("项目支出",),
            ("上缴上级支出",),
            ("经营支出",),
            ("对附属单位补助支出",),
        ]
        return self.coded(
            form,
            title.replace("决算表", "决算总表") if self.variant and form == "expenditure" else title,
            columns,
            tuple(Source),
            lambda code: tuple(self.a.sum(kind, prefix=code) for kind in kinds),
            note="本表反映本年度各项支出情况。",
        )

    def general_expenditure(self) -> Sheet:
        general, a = [Source.GENERAL], self.a
        split = self.deep and self.variant

        def values(code: str) -> tuple:
            whole, basic, project = (a.sum(kind, general, code) for kind in ("expenditure", "basic", "project"))
            people = self.d.personnel_of(code, general)
            return (whole, basic, people, basic - people, project) if split else (whole, basic, project)

        if split:
            columns: list[Path] = [
                ("本年支出", "合计"),
                ("本年支出", "基本支出", "小计"),
                ("本年支出", "基本支出", "人员经费"),
                ("本年支出", "基本支出", "公用经费"),
                ("本年支出", "项目支出"),
            ]
        elif self.plan["header-depth"] == "low":
            columns = [("本年支出合计" if self.variant else "合计",), ("基本支出",), ("项目支出",)]
        else:
            columns = [("本年支出", "小计"), ("本年支出", "基本支出"), ("本年支出", "项目支出")]
        title = "一般公共预算财政拨款支出决算总表" if self.variant and not split else "一般公共预算财政拨款支出决算表"
        return self.coded(
            "generalBudgetExpenditure",
            title,
            columns,
            tuple(general),
            values,
            note="本表反映本年度一般公共预算财政拨款支出情况。",
        )

    def movement(self, form, title, source, with_income: bool) -> Sheet:
        a = self.a
        kinds = (
            ("opening", "income", "expenditure", "basic", "project", "closing")
            if with_income
            else ("expenditure", "basic", "project")
        )
        word = "合计" if self.variant else "小计"
        if with_income:
            columns: list[Path] = [
                ("年初结转和结余",),
                ("本年收入",),
                ("本年支出", word),
                ("本年支出", "基本支出"),
                ("本年支出", "项目支出"),
                ("年末结转和结余",),
            ]
        elif self.plan["header-depth"] == "low":
            columns = [("合计",), ("基本支出",), ("项目支出",)]
        else:
            columns = [("本年支出", word), ("本年支出", "基本支出"), ("本年支出", "项目支出")]
        subject = "政府性基金预算财政拨款收支" if source is Source.FUND else "国有资本经营预算财政拨款收支"
        return self.coded(
            form,
            title,
            columns,
            (source,),
            lambda code: tuple(a.sum(kind, [source], code) for kind in kinds),
            subject=subject,
            note=f"本表反映本年度{subject}情况。",
        )

    def government_fund(self) -> Sheet:
        return self.movement(
            "governmentFund",
            "政府性基金预算财政拨款收支决算表" if self.variant else "政府性基金预算财政拨款收入支出决算表",
            Source.FUND,
            True,
        )

    def state_capital(self) -> Sheet:
        with_income = self.variant
        title = "国有资本经营预算财政拨款收入支出决算表" if with_income else "国有资本经营预算财政拨款支出决算表"
        return self.movement("stateCapital", title, Source.CAPITAL, with_income)

    # Economic classification

    def basic(self) -> Sheet:
        a, shape = self.a, self.plan["basic"]
        used_only = self.plan["basic-rows"] == "used"

        def lines(names: dict[str, str], value) -> list[Line]:
            return [
                Line(name, value(code), code, "subtotal" if len(code) == 3 else "item", level=int(len(code) == 5))
                for code, name in names.items()
                if a.economic_sum(code) or not used_only
            ]

        title = "一般公共预算财政拨款基本支出决算明细表" if self.variant else "一般公共预算财政拨款基本支出决算表"
        note = "本表反映本年度一般公共预算财政拨款基本支出明细情况。"
        if shape in ("columns", "list"):

            def value(code: str) -> tuple:
                amount = a.economic_sum(code)
                if shape == "list":
                    return (amount,)
                return (amount, amount if code in PERSONNEL else 0, amount if code in RUNNING else 0)

            every = {
                **{k: v for k, v in PERSONNEL.items() if k < "302"},
                **{k: v for k, v in RUNNING.items() if k < "303"},
                **{k: v for k, v in PERSONNEL.items() if k >= "303"},
                **{k: v for k, v in RUNNING.items() if k >= "303"},
            }
            whole = a.personnel + a.running
            total = Line("合计", (whole,) if shape == "list" else (whole, a.personnel, a.running), kind="total")
            columns: list[Path] = [("决算数",)] if shape == "list" else [("合计",), ("人员经费",), ("公用经费",)]
            return Sheet(
                "generalBudgetBasicExpenditure",
                title,
                "list",
                [Side(columns, [total, *lines(every, value)])],
                Labels("economic"),
                note,
                group="基本支出" if shape == "columns" else "",
            )
        people = lines(PERSONNEL, lambda code: (a.economic_sum(code),))
        running = lines(RUNNING, lambda code: (a.economic_sum(code),))
        head = "公用经费" if not self.variant else "日常公用经费"
        sides = [Side([("决算数",)], people, "personnel", "人员经费"), Side([("决算数",)], running, "public", head)]
        if shape == "three-blocks" and len(running) > 3:
            turn = next((i for i, line in enumerate(running) if not line.code.startswith("302") and i > 1), len(running) // 2)
            sides = [
                sides[0],
                Side([("决算数",)], running[:turn], "public", head),
                Side([("决算数",)], running[turn:], "public", head),
            ]
        sides[0].lines.append(Line("人员经费合计", (a.personnel,), kind="total"))
        sides[-1].lines.append(Line("公用经费合计", (a.running,), kind="total"))
        return Sheet("generalBudgetBasicExpenditure", title, "blocks", sides, Labels("economic"), note)

    # 三公

    def prior(self, final: ThreePublic) -> ThreePublic:
        """The year before: its total is the one that the text compares with."""
        total = self.a.before["three public"]
        rest = [
            getattr(final, part) * total // max(1, final.total) // 10000 * 10000 for part in ("abroad", "purchase", "reception")
        ]
        return ThreePublic(rest[0], rest[1], total - sum(rest), rest[2])

    def three_public(self) -> Sheet:
        with_what, shape = self.plan["three-public-with"], self.plan["three-public"]
        budget, final = self.a.three_public_budget, self.a.three_public_final
        meetings, training = self.a.economic["30215"], self.a.economic["30216"]
        more: list[tuple[str, int, int]] = []
        if with_what == "meetings":
            more = [
                ("会议费", self.budgeted("meetings", meetings), meetings),
                ("培训费", self.budgeted("training", training), training),
            ]
        elif with_what == "running":
            more = [("机关运行经费", self.budgeted("running", self.a.running), self.a.running)]
        prefix = "财政拨款" if self.variant else "一般公共预算财政拨款"
        title = {
            "nothing": f"{prefix}“三公”经费支出决算表",
            "meetings": "一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表",
            "running": "“三公”经费、行政参公单位机关运行经费情况表",
        }[with_what]
        note = "本表反映本年度“三公”经费支出预决算情况。"

        def parts(p: ThreePublic) -> list[int]:
            return [p.total, p.abroad, p.vehicles, p.purchase, p.operation, p.reception]

        heads: list[Path] = [
            ("合计",),
            ("因公出国（境）费",),
            ("公务用车购置及运行费", "小计"),
            ("公务用车购置及运行费", "公务用车购置费"),
            ("公务用车购置及运行费", "公务用车运行费"),
            ("公务接待费",),
        ]
        heads += [(name,) for name, _, _ in more]
        planned = [*parts(budget), *(b for _, b, _ in more)]
        spent = [*parts(final), *(f for _, _, f in more)]
        if shape == "rows":
            names = [
                "合计",
                "1．因公出国（境）费",
                "2．公务用车购置及运行费",
                "其中：（1）公务用车购置费",
                "（2）公务用车运行费",
                "3．公务接待费",
            ]
            names += [name for name, _, _ in more]
            prior = parts(self.prior(final))
            prior += [f * 103 // 100 // 10000 * 10000 for _, _, f in more]
            wide = self.variant
            lines = []
            for i, name in enumerate(names):
                values: tuple = (planned[i], spent[i])
                if wide:
                    values = (*values, prior[i], spent[i] - prior[i])
                lines.append(Line(name, values, kind="total" if i == 0 else "item", level=1 if i in (3, 4) else 0))
            columns: list[Path] = [("预算数",), ("决算数",)]
            if wide:
                columns += [("上年决算数",), ("增减金额",)]
            return Sheet(
                "threePublicExpenses",
                title,
                "list",
                [Side(columns, lines)],
                Labels("name", name="项目"),
                note,
                only_wan=True,
                total="head",
            )
        word = "全年预算数" if self.variant else "预算数"
        if shape == "blocks":
            columns = [(word, *h) for h in heads] + [("决算数", *h) for h in heads]
            values = (*planned, *spent)
        else:
            columns = [(*h, kind) for h in heads for kind in (word, "决算数")]
            values = tuple(v for pair in zip(planned, spent) for v in pair)
        return Sheet(
            "threePublicExpenses", title, "row", [Side(columns, [Line("", values)])], Labels("none"), note, only_wan=True
        )
