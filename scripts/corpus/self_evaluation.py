"""Makes final-self-evaluation.md and its truth: a report with all its parts, staff, self-evaluation, main tasks and glossary
among them. The figures are written here once; text and truth are both made of them.

usage: self_evaluation.py CORPUS
"""
import json
import sys
from pathlib import Path

NAME = "final-self-evaluation.md"
DEPARTMENT = "临岳市望川区水务局"
YEAR = 2023
UNIT = "万元"

CODED = "科目编码 科目名称".split()
AGED = [("20805", "行政事业单位养老支出"), ("2080505", "机关事业单位基本养老保险缴费支出"), ("2080506", "机关事业单位职业年金缴费支出")]


def classified(employer, annuity, operating, maintenance, columns):
    """Rows of the functional classification; each argument is the figures of one item, in fen of 万元."""
    def add(*items):
        return [sum(values) for values in zip(*items)]

    housing = columns(3550)
    social = add(employer, annuity)
    water = add(operating, maintenance)
    rows = [
        (None, "合计", add(social, water, housing)),
        ("208", "社会保障和就业支出", social), (*AGED[0], social), (*AGED[1], employer), (*AGED[2], annuity),
        ("213", "农林水支出", water), ("21303", "水利", water), ("2130301", "行政运行", operating),
        ("2130306", "水利工程运行与维护", maintenance),
        ("221", "住房保障支出", housing), ("22102", "住房改革支出", housing), ("2210201", "住房公积金", housing),
    ]
    return rows


def printed(value):
    return None if value in (None, 0) else f"{value / 100:.2f}"


def income():
    fiscal = lambda value: [value, value, 0]
    return classified(fiscal(6420), fiscal(3210), [42820, 41560, 1260], fiscal(31300), fiscal)


def expenditure(operating):
    basic = lambda value: [value, value, 0]
    return classified(basic(6420), basic(3210), basic(operating), [32000, 0, 32000], basic)


SUMMARY = [
    (("一、一般公共预算财政拨款收入", [86040]), ("八、社会保障和就业支出", [9630])),
    (("八、其他收入", [1260]), ("十二、农林水支出", [74820])),
    (None, ("十九、住房保障支出", [3550])),
    (("本年收入合计", [87300]), ("本年支出合计", [88000])),
    (("年初结转和结余", [2700]), ("年末结转和结余", [2000])),
    (("总计", [90000]), ("总计", [90000])),
]
APPROPRIATION = [
    (("一、一般公共预算财政拨款", [86040]), ("八、社会保障和就业支出", [9630, 9630, 0])),
    (("二、政府性基金预算财政拨款", [0]), ("十二、农林水支出", [73560, 73560, 0])),
    (None, ("十九、住房保障支出", [3550, 3550, 0])),
    (("本年收入合计", [86040]), ("本年支出合计", [86740, 86740, 0])),
    (("年初财政拨款结转和结余", [2000]), ("年末财政拨款结转和结余", [1300, 1300, 0])),
    (("总计", [88040]), ("总计", [88040, 88040, 0])),
]
BASIC = [
    (None, "合计", [54740]), ("301", "工资福利支出", [48000]), ("30101", "基本工资", [20000]),
    ("30102", "津贴补贴", [14820]), ("30108", "机关事业单位基本养老保险缴费", [6420]), ("30109", "职业年金缴费", [3210]),
    ("30113", "住房公积金", [3550]), (None, "人员经费合计", [48000]), ("302", "商品和服务支出", [6740]),
    ("30201", "办公费", [2040]), ("30207", "邮电费", [700]), ("30228", "工会经费", [1000]),
    ("30231", "公务用车运行维护费", [3000]), (None, "公用经费合计", [6740]),
]
PUBLIC = [
    ("合计", [4000, 3300]), ("1.因公出国（境）费", [0, 0]), ("2.公务用车购置及运行费", [3000, 3000]),
    ("其中：公务用车购置费", [0, 0]), ("公务用车运行费", [3000, 3000]), ("3.公务接待费", [1000, 300]),
]

STAFF = [
    ("authorised", None, "总编制人数", "46", None), ("authorised", "administrative", "行政编制", "18", 0),
    ("authorised", "publicInstitution", "事业编制", "28", 0), ("present", None, "在职实有人数", "44", None),
    ("present", "administrative", "行政", "17", 3), ("present", "publicInstitution", "事业", "27", 3),
    ("retired", None, "离退休人员", "15", None),
]
FUNCTIONS = ["拟订全区水务发展规划，并组织实施。", "管理全区河道、堤防和泵站，负责日常养护。", "负责城乡供水、排水和节约用水的监督管理。", "办理区委、区政府交给的其他事务。"]
UNITS = [f"{DEPARTMENT}（本级）", "望川区河道管理所", "望川区泵站管理所"]
TASKS = [
    ("1", "河道保洁", "全年保洁不间断，重点河段每日巡查。", "保洁河道二百二十公里，全年巡查三百六十五次。"),
    ("2", "泵站维护", "汛前完成检修。", "五月底前完成全部泵站检修。"),
]
GLOSSARY = [
    ("财政拨款收入", "同级财政在本年度拨给单位的资金。"), ("其他收入", "以上各类之外的收入，例如存款利息等。"),
    ("基本支出", "保证机构正常运转和日常工作所需的支出，分为人员经费和公用经费。"), ("项目支出", "为特定任务或发展目标安排的支出。"),
    ("“三公”经费", "用财政拨款安排的因公出国（境）费、公务用车购置及运行费和公务接待费。"),
]

EVALUATIONS = [
    {
        "subject": "department", "name": DEPARTMENT, "basic": "560.00", "projects": "320.00",
        "execution": {"budget": "900.00", "executed": "880.00", "rate": "97.78", "maximum": "20", "score": "19.56"},
        "indicators": [
            ("产出指标", "数量指标", "管护河道长度", "220公里", "220公里", None, "30"),
            ("", "质量指标", "泵站设备完好率", "≥98%", "99%", None, "28"),
            ("效益指标", "社会效益指标", "居民投诉办结率", "100%", "100%", None, "20"),
        ],
        "score": "97.56",
    },
    {
        "subject": "project", "name": "河道保洁",
        "execution": {"initialBudget": "190.00", "budget": "200.00", "executed": "195.00", "rate": "97.50",
                      "maximum": "10", "score": "9.75"},
        "indicators": [
            ("产出指标", "数量指标", "保洁河道长度", "≥200公里", "220公里", "30", "30"),
            ("", "", "重点河段巡查次数", "365次", "365次", "20", "20"),
            ("效益指标", "生态效益指标", "河面漂浮物", "明显减少", "有所减少", "30", "28"),
            ("满意度指标", "服务对象满意度指标", "沿河居民满意度", "≥90%", "92%", "10", "10"),
        ],
        "maximum": "100", "score": "97.75",
    },
    {
        "subject": "project", "name": "泵站维护",
        "execution": {"budget": "125.00", "executed": "125.00", "rate": "100", "maximum": "20", "score": "20"},
        "indicators": [
            ("产出指标", "时效指标", "汛前检修完成率", "100%", "100%", None, "40"),
            ("效益指标", "社会效益指标", "内涝点位", "不增加", "减少两处", None, "37"),
        ],
        "score": "97",
    },
]

EMPTY = {
    "governmentFund": ("政府性基金预算财政拨款收入支出决算表", ["年初结转和结余", "本年收入", "本年支出", "年末结转和结余"]),
    "stateCapital": ("国有资本经营预算财政拨款支出决算表", ["合计", "基本支出", "项目支出"]),
}


class Report:
    """Collects the lines of the text and the truth of its tables."""

    def __init__(self):
        self.lines, self.tables = [], []

    def write(self, *lines):
        self.lines += [*lines, ""]

    def table(self, form, heads, body, columns, rows, empty=None):
        title = self.titles[form]
        number = len(self.tables) + 1
        self.lines += [f"### {YEAR}年度{title}（表{number}）", "", f"单位：{UNIT}", ""]
        for index, row in enumerate(heads + body):
            self.lines.append("| " + " | ".join(cell or "" for cell in row) + " |")
            if index == 0:
                self.lines.append("|" + "---|" * len(row))
        self.write("")
        if empty:
            self.write(empty)
        self.tables.append({
            "form": form, "title": title, "number": number, "unit": UNIT, "columns": columns,
            "two_sided": form.endswith("Summary"), **({"status": "declaredEmpty"} if empty else {}), "rows": rows,
        })

    titles = {
        "incomeExpenditureSummary": "收入支出决算总表", "income": "收入决算表", "expenditure": "支出决算表",
        "appropriationSummary": "财政拨款收入支出决算总表", "generalBudgetExpenditure": "一般公共预算财政拨款支出决算表",
        "generalBudgetBasicExpenditure": "一般公共预算财政拨款基本支出决算表",
        "threePublicExpenses": "一般公共预算财政拨款“三公”经费支出决算表",
        **{form: title for form, (title, _) in EMPTY.items()},
    }


def truth_row(name, values, code=None, side=None):
    return {"side": side, "line_no": None, "code": code, "name": name, "values": [printed(v) for v in values]}


def add_two_sided(report, form, heads, columns, rows, right):
    body, truth = [], []
    for income_side, expenditure_side in rows:
        name, values = income_side or ("", [None])
        other, figures = expenditure_side
        body.append([name, *map(printed, values), other, *map(printed, figures)])
        if income_side:
            truth.append(truth_row(name, values, side="income"))
        truth.append(truth_row(other, figures, side="expenditure"))
    report.table(form, [["收入", "", "支出", *[""] * right], heads], body, columns, truth)


def add_coded(report, form, columns, rows):
    body = [[code or "", name, *map(printed, values)] for code, name, values in rows]
    report.table(form, [[*CODED, *columns]], body, columns, [truth_row(name, values, code) for code, name, values in rows])


def add_tables(report):
    add_two_sided(report, "incomeExpenditureSummary", ["项目", "决算数", "项目", "决算数"], ["决算数"], SUMMARY, 1)
    add_coded(report, "income", ["本年收入合计", "财政拨款收入", "其他收入"], income())
    add_coded(report, "expenditure", ["本年支出合计", "基本支出", "项目支出"], expenditure(42820))
    add_two_sided(
        report, "appropriationSummary", ["项目", "决算数", "项目", "合计", "一般公共预算财政拨款", "政府性基金预算财政拨款"],
        ["决算数", "合计", "一般公共预算财政拨款", "政府性基金预算财政拨款"], APPROPRIATION, 3)
    add_coded(report, "generalBudgetExpenditure", ["合计", "基本支出", "项目支出"], expenditure(41560))
    add_coded(report, "generalBudgetBasicExpenditure", ["决算数"], BASIC)
    report.table(
        "threePublicExpenses", [["项目", "预算数", "决算数"]], [[n, *map(printed, v)] for n, v in PUBLIC],
        ["预算数", "决算数"], [truth_row(n, v) for n, v in PUBLIC])
    for form, (title, columns) in EMPTY.items():
        report.table(
            form, [[*CODED, *columns]], [["", "合计", *[""] * len(columns)]], columns, [],
            empty=f"本部门{YEAR}年度没有{title.removesuffix('收入支出决算表').removesuffix('支出决算表')}收支，故本表无数据。")


def row(cells, width):
    """A line of tabs: merged cells became blank fields."""
    return "\t".join([*cells, *[""] * (width - len(cells))])


def add_evaluation(report, evaluation, title):
    """The department's and the second project's table in one place's form, the first project's in the ministry's."""
    e = evaluation["execution"]
    is_national = "initialBudget" in e
    width = 8 if is_national else 7
    report.write(f"### {title}")
    label = "部门名称" if evaluation["subject"] == "department" else "项目名称"
    lines = [[label, "", evaluation["name"]]]
    if "basic" in evaluation:
        lines.append(["基本支出总额", "", f"{evaluation['basic']}万元", "", "项目支出总额", f"{evaluation['projects']}万元"])
    if is_national:
        lines += [
            ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
            ["", "年度资金总额", e["initialBudget"], e["budget"], e["executed"], e["maximum"], e["rate"] + "%", e["score"]],
            ["", "其中：当年财政拨款", e["initialBudget"], e["budget"], e["executed"], "—", e["rate"] + "%", "—"],
        ]
    else:
        lines += [
            ["预算执行情况（万元）（20分）", "", "预算数（A）", "执行数（B）", "执行率（B/A）", "得分（20分*执行率）"],
            ["", "", "部门整体支出总额" if "basic" in evaluation else "年度财政资金总额", e["budget"], e["executed"], e["rate"] + "%", e["score"]],
        ]
    scores = ["分值", "得分"] if is_national else ["得分"]
    lines.append(["绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", *scores])
    for first, second, third, target, actual, maximum, score in evaluation["indicators"]:
        lines.append(["", first, second, third, target, actual, *([maximum] if is_national else []), score])
    lines.append(["总分", *[""] * 5, evaluation["maximum"], evaluation["score"]] if is_national else ["总分", evaluation["score"]])
    lines.append(["偏差大或目标未完成原因分析", "", "目标已完成"])
    report.write(*[row(line, width) for line in lines])


def add_narrative(report):
    def write(heading, *paragraphs):
        report.write(f"## {heading}")
        for paragraph in paragraphs:
            report.write(paragraph)

    write("一、收入支出决算总体情况说明", f"{YEAR}年度收入支出总计900.00万元。")
    write("二、收入决算情况说明", "本年收入合计873.00万元，其中：财政拨款收入860.40万元，占98.56%；其他收入12.60万元，占1.44%。")
    write("三、支出决算情况说明", "本年支出合计880.00万元，其中：基本支出560.00万元，占63.64%；项目支出320.00万元，占36.36%。")
    write(
        "四、一般公共预算财政拨款基本支出决算情况说明",
        "一般公共预算财政拨款基本支出547.40万元。其中：人员经费480.00万元；公用经费67.40万元。")
    write("五、预算绩效情况说明")
    report.write("### （一）预算绩效管理工作开展情况")
    report.write(f"本部门组织对{YEAR}年度项目支出全面开展绩效自评，共涉及项目2个，资金325.00万元。")
    report.write("### （二）部门整体支出自评结果")
    add_evaluation(report, EVALUATIONS[0], f"{YEAR}年度{DEPARTMENT}整体绩效自评结果")
    report.write("### （三）项目支出自评结果")
    for number, evaluation in enumerate(EVALUATIONS[1:], 1):
        e = evaluation["execution"]
        report.write(
            f"{number}. {evaluation['name']}项目绩效自评综述：项目全年预算数为{e['budget']}万元，执行数为{e['executed']}万元，"
            f"完成预算的{e['rate']}%。")
        add_evaluation(report, evaluation, f"{YEAR}年度{evaluation['name']}项目自评表")


PARTS = [
    (f"第一部分 {DEPARTMENT}概况", ["一、部门主要职能", "二、部门决算单位构成", "三、部门人员构成"]),
    (f"第二部分 {YEAR}年度部门决算表", []),
    (f"第三部分 {YEAR}年度部门决算情况说明", [
        "一、收入支出决算总体情况说明", "二、收入决算情况说明", "三、支出决算情况说明",
        "四、一般公共预算财政拨款基本支出决算情况说明", "五、预算绩效情况说明",
    ]),
    (f"第四部分 {YEAR}年重点工作完成情况", []),
    ("第五部分 名词解释", []),
]


def make():
    report = Report()
    report.write(f"# {YEAR}年度{DEPARTMENT}部门决算")
    report.write("2024年9月12日")
    report.write("# 目 录")
    report.write(*[line for part, sections in PARTS for line in ["- " + part, *["  - " + s for s in sections]]])
    report.write("# " + PARTS[0][0])
    report.write("## 一、部门主要职能")
    for number, text in enumerate(FUNCTIONS, 1):
        report.write(f"{number}. {text}")
    report.write("## 二、部门决算单位构成")
    report.write("纳入本部门决算编制范围的单位如下：")
    report.write("| 序号 | 单位名称 |", "|---|---|", *[f"| {i} | {name} |" for i, name in enumerate(UNITS, 1)])
    report.write("## 三、部门人员构成")
    (total, a, b, present, c, d, retired) = [s[2] + s[3] + "人" for s in STAFF]
    report.write(f"{total}，其中：{a}，{b}。{present}，其中：{c}，{d}。{retired}。")
    report.write("# " + PARTS[1][0])
    add_tables(report)
    report.write("# " + PARTS[2][0])
    add_narrative(report)
    report.write("# " + PARTS[3][0])
    report.write("\t".join(["序号", "重要事项", "工作内容及目标", "完成情况"]), *["\t".join(task) for task in TASKS])
    report.write("# " + PARTS[4][0])
    for number, (term, definition) in enumerate(GLOSSARY):
        report.write(f"（{'一二三四五六'[number]}）{term}：指{definition}")
    return report


def main(folder):
    report = make()
    (folder / NAME).write_text("\n".join(report.lines).rstrip("\n") + "\n", encoding="utf-8")
    truth = {
        "document": NAME, "department": DEPARTMENT, "fiscal_year": YEAR, "kind": "final_accounts", "published": "2024-09-12",
        "missing_tables": 0, "tables": report.tables, "narrative": [],
        "functions": FUNCTIONS, "units": UNITS,
        "personnel": [dict(zip(["status", "kind", "label", "count", "whole"], s)) for s in STAFF],
        "contents": [line for part, sections in PARTS for line in [part, *sections]],
        "performance": EVALUATIONS, "tasks": TASKS, "glossary": GLOSSARY,
    }
    text = json.dumps(truth, ensure_ascii=False, indent=1)
    (folder / "truth" / (Path(NAME).stem + ".json")).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
