"""The nine forms of final accounts, filled from the accounts: what they say, not how they are laid out."""
from dataclasses import dataclass, field

from classification import CLASSES, PERSONNEL, RUNNING, functional_name
from figures import APPROPRIATION, Source

NUMERALS = "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 二十一 二十二 二十三 二十四 二十五 二十六".split()


@dataclass
class Row:
    name: str
    values: tuple  # fen; None where the form leaves a cell empty
    code: str | None = None
    side: str | None = None
    line: int | None = None
    kind: str = "item"  # item, subtotal, total


@dataclass
class Form:
    id: str
    title: str
    columns: list[tuple[str, ...]]  # header path of each numeric column
    rows: list[Row]
    sides: dict[str, int] = field(default_factory=dict)  # two-sided: numeric columns of each side
    note: str = ""
    formulas: str = ""
    empty: bool = False
    number: int = 0


@dataclass(frozen=True)
class Edition:
    """What changes from year to year, and the wording a place prefers."""

    year: int
    state_capital: bool = True
    bonds: bool = True  # 抗疫特别国债
    surplus: str = "使用非财政拨款结余"
    numbered_budgets: bool = False  # 一、一般公共预算财政拨款 below 年初财政拨款结转和结余
    public_prefix: str = "一般公共预算财政拨款"
    capital_with_income: bool = False

    @property
    def classes(self):
        left_out = set() if self.state_capital else {"223"}
        left_out |= set() if self.bonds else {"234"}
        return [code for code, _ in CLASSES if code not in left_out]

    @property
    def budgets(self):
        return APPROPRIATION if self.state_capital else APPROPRIATION[:2]


def numbered(names, start=0):
    return [f"{NUMERALS[start + i]}、{name}" for i, name in enumerate(names)]


def class_lines(edition):
    return numbered([functional_name(code, edition.year) for code in edition.classes])


def two_sides(edition, income, rest_of_income, expenditure, rest_of_expenditure):
    """Rows with their 行次: both sides are padded to the number of classes, then come the totals."""
    lines = len(edition.classes)
    rows = []
    for index, (name, values) in enumerate(income):
        rows.append(Row(name, values, side="income", line=index + 1))
    for index, (name, values, kind) in enumerate(rest_of_income):
        rows.append(Row(name, values, side="income", line=lines + index + 1, kind=kind))
    start = lines + len(rest_of_income)
    for index, (name, values) in enumerate(expenditure):
        rows.append(Row(name, values, side="expenditure", line=start + index + 1))
    for index, (name, values, kind) in enumerate(rest_of_expenditure):
        rows.append(Row(name, values, side="expenditure", line=start + lines + index + 1, kind=kind))
    return rows


def income_expenditure_summary(accounts, edition):
    sources = [s for s in Source if s in edition.budgets or s not in APPROPRIATION]
    names = [s.value + "收入" if s in APPROPRIATION else s.value for s in sources]
    income = [(name, (accounts.sum("income", [s]),)) for name, s in zip(numbered(names), sources)]
    expenditure = [
        (name, (accounts.sum("expenditure", prefix=code),))
        for name, code in zip(class_lines(edition), edition.classes)
    ]
    rest_of_income = [
        ("本年收入合计", (accounts.income,), "subtotal"),
        (edition.surplus, (accounts.sum("surplus_used"),), "item"),
        ("年初结转和结余", (accounts.sum("opening"),), "item"),
        ("总计", (accounts.total,), "total"),
    ]
    rest_of_expenditure = [
        ("本年支出合计", (accounts.expenditure,), "subtotal"),
        ("结余分配", (accounts.sum("distributed"),), "item"),
        ("年末结转和结余", (accounts.sum("closing"),), "item"),
        ("总计", (accounts.total,), "total"),
    ]
    n, m = len(edition.classes), len(income)
    formulas = (
        f"{n + 1} 行 = ({'+'.join(str(i + 1) for i in range(m))}) 行；{n + 4} 行 = ({n + 1}+{n + 2}+{n + 3}) 行；\n"
        f"{2 * n + 5} 行 = ({n + 5}+{n + 6}+...+{2 * n + 4}) 行；"
        f"{2 * n + 8} 行 = ({2 * n + 5}+{2 * n + 6}+{2 * n + 7}) 行。"
    )
    return Form(
        "incomeExpenditureSummary", "收入支出决算总表", [("金额",)],
        two_sides(edition, income, rest_of_income, expenditure, rest_of_expenditure),
        sides={"income": 1, "expenditure": 1},
        note="本表列示部门当年各项收入、支出的总额以及年初、年末的结转和结余。", formulas=formulas,
    )  # fmt: skip


def coded_rows(accounts, edition, sources, values):
    """合计 and then every 类, 款 and 项; `values` gives the columns of all items under a code."""
    rows = [Row("合计", values(""), kind="total")]
    for code in accounts.codes(sources):
        if any(v for v in values(code)):
            kind = "item" if len(code) == 7 else "subtotal"
            rows.append(Row(functional_name(code, edition.year), values(code), code=code, kind=kind))
    return rows


def income(accounts, edition):
    others = [s for s in Source if s not in APPROPRIATION]

    def values(code):
        return (
            accounts.sum("income", prefix=code),
            accounts.sum("income", APPROPRIATION, code),
            *(accounts.sum("income", [s], code) for s in others),
        )

    columns = [("本年收入\n合计",), ("财政拨款\n收入",), ("上级补\n助收入",), ("事业收入",), ("经营收入",),
               ("附属单位\n上缴收入",), ("其他收入",)]  # fmt: skip
    return Form("income", "收入决算表", columns, coded_rows(accounts, edition, tuple(Source), values),
                note="本表列示部门当年从各个来源取得的收入。", formulas="1 栏各行 = (2+3+4+5+6+7) 栏各行。")  # fmt: skip


def expenditure(accounts, edition):
    kinds = ("expenditure", "basic", "project", "to_superior", "business", "to_affiliates")

    def values(code):
        return tuple(accounts.sum(kind, prefix=code) for kind in kinds)

    columns = [("本年支出\n合计",), ("基本支出",), ("项目支出",), ("上缴上\n级支出",), ("经营支出",),
               ("对附属单位\n补助支出",)]  # fmt: skip
    return Form("expenditure", "支出决算表", columns, coded_rows(accounts, edition, tuple(Source), values),
                note="本表列示部门当年各项支出。", formulas="1 栏各行 = (2+3+4+5+6) 栏各行。")  # fmt: skip


def appropriation_summary(accounts, edition):
    budgets = edition.budgets

    def across(value, prefix=""):
        amounts = [accounts.sum(value, [s], prefix) for s in budgets]
        return (sum(amounts), *amounts)

    names = [s.value for s in budgets]
    received = [(name, (accounts.sum("income", [s]),)) for name, s in zip(numbered(names), budgets)]
    opening = [(name, (accounts.sum("opening", [s]),), "item")
               for name, s in zip(numbered(names) if edition.numbered_budgets else names, budgets)]  # fmt: skip
    spent = [(name, across("expenditure", code)) for name, code in zip(class_lines(edition), edition.classes)]
    totals = tuple(a + b for a, b in zip(across("expenditure"), across("closing")))
    nothing = (None,) * (len(budgets) + 1)
    rest_of_income = [
        ("本年收入合计", (accounts.sum("income", budgets),), "subtotal"),
        ("年初财政拨款结转和结余", (accounts.sum("opening", budgets),), "item"),
        *opening,
        ("总计", (accounts.appropriation_total,), "total"),
    ]
    rest_of_expenditure = [
        ("本年支出合计", across("expenditure"), "subtotal"),
        ("年末财政拨款结转和结余", across("closing"), "item"),
        *[("", nothing, "item")] * len(budgets),
        ("总计", totals, "total"),
    ]
    n, b = len(edition.classes), len(budgets)
    parts = "+".join(str(n + 3 + i) for i in range(b))
    end = n + b + 3
    formulas = (
        f"{n + 1} 行 = ({'+'.join(str(i + 1) for i in range(b))}) 行；{n + 2} 行 = ({parts}) 行；"
        f"{end} 行 = ({n + 1}+{n + 2}) 行；\n"
        f"{end + n + 1} 行 = ({end + 1}+{end + 2}+...+{end + n}) 行；"
        f"{end + n + b + 3} 行 = ({end + n + 1}+{end + n + 2}) 行。"
    )
    columns = [("金额",), ("合计",), *((name,) for name in names)]
    return Form(
        "appropriationSummary", "财政拨款收入支出决算总表", columns,
        two_sides(edition, received, rest_of_income, spent, rest_of_expenditure),
        sides={"income": 1, "expenditure": b + 1},
        note="本表列示部门当年财政拨款的全部收支和年初、年末结转结余。", formulas=formulas,
    )  # fmt: skip


def general_budget_expenditure(accounts, edition):
    def values(code):
        return tuple(accounts.sum(kind, [Source.GENERAL], code) for kind in ("expenditure", "basic", "project"))

    columns = [("本年支出", "小计"), ("本年支出", "基本支出"), ("本年支出", "项目支出")]
    return Form("generalBudgetExpenditure", "一般公共预算财政拨款支出决算表", columns,
                coded_rows(accounts, edition, (Source.GENERAL,), values),
                note="本表列示部门当年一般公共预算财政拨款的支出。", formulas="1 栏各行 = (2+3) 栏各行。")  # fmt: skip


def general_budget_basic_expenditure(accounts, edition):
    rows = []
    for side, names in (("personnel", PERSONNEL), ("public", RUNNING)):
        for code, name in names.items():
            kind = "subtotal" if len(code) == 3 else "item"
            rows.append(Row(name, (accounts.economic_sum(code),), code=code, side=side, kind=kind))
    rows.append(Row("人员经费合计", (accounts.personnel,), side="personnel", kind="total"))
    rows.append(Row("公用经费合计", (accounts.running,), side="public", kind="total"))
    return Form("generalBudgetBasicExpenditure", "一般公共预算财政拨款基本支出决算表", [("决算数",)], rows,
                note="本表按经济分类列示部门当年一般公共预算财政拨款的基本支出。")  # fmt: skip


PUBLIC_PARTS = [("合计",), ("因公出国\n（境）费",), ("公务用车购置及运行费", "小计"), ("公务用车购置及运行费", "公务用车\n购置费"),
                ("公务用车购置及运行费", "公务用车\n运行费"), ("公务接待费",)]  # fmt: skip


def three_public_expenses(accounts, edition, pairs):
    budget, final = accounts.three_public_budget.row(), accounts.three_public_final.row()
    if pairs:
        columns = [(*part, kind) for part in PUBLIC_PARTS for kind in ("预算数", "决算数")]
        values = tuple(v for pair in zip(budget, final) for v in pair)
        formulas = ""
    else:
        columns = [(kind, *part) for kind in ("预算数", "决算数") for part in PUBLIC_PARTS]
        values = budget + final
        formulas = "1 栏=（2+3+6）栏；3 栏=（4+5）栏；7 栏=（8+9+12）栏；9 栏=（10+11）栏。"
    return Form("threePublicExpenses", f"{edition.public_prefix}“三公”经费支出决算表", columns, [Row("", values)],
                note="本表列示部门当年“三公”经费的年初预算与实际支出，实际支出含动用以前年度结转的部分。",
                formulas=formulas)  # fmt: skip


MOVEMENT = [("年初结转\n和结余",), ("本年收入",), ("本年支出", "小计"), ("本年支出", "基本支出"), ("本年支出", "项目支出"),
            ("年末结转\n和结余",)]  # fmt: skip


def movement(accounts, edition, source):
    def values(code):
        return tuple(
            accounts.sum(kind, [source], code)
            for kind in ("opening", "income", "expenditure", "basic", "project", "closing")
        )

    return coded_rows(accounts, edition, (source,), values)


def government_fund(accounts, edition):
    return Form("governmentFund", "政府性基金预算财政拨款收入支出决算表", MOVEMENT, movement(accounts, edition, Source.FUND),
                note="本表列示部门当年政府性基金预算财政拨款的收入、支出和结转结余。",
                formulas="6 栏各行 = (1+2-3) 栏各行；3 栏各行 = (4+5) 栏各行。",
                empty=not accounts.codes([Source.FUND]))  # fmt: skip


def state_capital(accounts, edition):
    rows = movement(accounts, edition, Source.CAPITAL)
    empty = not accounts.codes([Source.CAPITAL])
    note = "本表列示部门当年国有资本经营预算财政拨款的支出。"
    if edition.capital_with_income:
        return Form("stateCapital", "国有资本经营预算财政拨款收入支出决算表", MOVEMENT, rows, note=note, empty=empty)
    columns = [("本年支出", "合计"), ("本年支出", "基本支出"), ("本年支出", "项目支出")]
    rows = [Row(r.name, r.values[2:5], r.code, kind=r.kind) for r in rows]
    return Form("stateCapital", "国有资本经营预算财政拨款支出决算表", columns, rows, note=note,
                formulas="1 栏各行 = (2+3) 栏各行。", empty=empty)  # fmt: skip


def all_forms(accounts, edition, pairs=False):
    """The forms in their printed order, numbered."""
    forms = [
        income_expenditure_summary(accounts, edition),
        income(accounts, edition),
        expenditure(accounts, edition),
        appropriation_summary(accounts, edition),
        general_budget_expenditure(accounts, edition),
        general_budget_basic_expenditure(accounts, edition),
        three_public_expenses(accounts, edition, pairs),
        government_fund(accounts, edition),
    ]
    if edition.state_capital:
        forms.append(state_capital(accounts, edition))
    for index, form in enumerate(forms):
        form.number = index + 1
    return forms
