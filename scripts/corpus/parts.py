"""Parts that most reports have besides tables and explanations: staff, and the self-evaluation of projects.

They are put into a finished report, from the same accounts as the rest of it.
"""

from amounts import half_up
from department import Department
from document import Heading, Paragraph
from figures import FEN_PER_WAN
from report import Report
from sheet import FreeTable

FULL_SCORE, EXECUTION, INDICATORS = 100, 10, (50, 30, 10)
WIDTHS = [1.6, 1.8, 2.0, 3.4, 1.6, 1.6, 1.2, 1.6]
MOST_PROJECTS = 4


def wan(fen: int) -> str:
    return f"{half_up(fen * 100, FEN_PER_WAN) / 100:.2f}"


def staff(department: Department) -> list:
    counts = department.accounts.counts
    offices = counts["编制"] * 2 // 5
    return [
        Paragraph(
            f"总编制人数{counts['编制']}人，其中：行政编制{offices}人，事业编制{counts['编制'] - offices}人。"
            f"年末在职{department.profile.staff}人，退休{counts['退休']}人。"
        )
    ]


def evaluation(department: Department, name: str, spent: int, budget: int, scores: tuple[int, ...]) -> FreeTable:
    """The table of one project, in the national form."""
    rate = half_up(spent * 10_000, budget) / 100
    execution = round(EXECUTION * rate / 100 + 1e-9, 2)
    amounts = [wan(budget), wan(budget), wan(spent)]
    kinds = (("产出指标", "数量指标", "年度任务完成数量", "12", "12"), ("产出指标", "质量指标", "一次验收合格率", "95%", "96%"),
             ("满意度指标", "服务对象满意度指标", "服务对象满意率", "90%", "92%"))  # fmt: skip
    rows = [
        ["项目名称", name, "", "", "主管部门", department.name, "", ""],
        ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        ["", "年度资金总额", *amounts, str(EXECUTION), f"{rate:.2f}%", f"{execution:.2f}"],
        ["", "其中：财政拨款", *amounts, "", f"{rate:.2f}%", ""],
        ["绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
        *(
            ["", *kind, str(most), f"{score:.2f}"]
            for kind, most, score in zip(kinds, INDICATORS, scores)
        ),
        ["总分", "", "", "", "", "", str(FULL_SCORE), f"{execution + sum(scores):.2f}"],
    ]  # fmt: skip
    return FreeTable(rows, WIDTHS, f"{department.year}年度{name}项目自评表")


def self_evaluations(department: Department, rng) -> list:
    """A summary and a table of every project; none where there are too many to show."""
    blocks: list = []
    for number, (name, (_, spent)) in enumerate(department.works.items(), 1):
        budget = spent if rng.random() < 0.3 else spent * rng.randint(101, 119) // 100 // 10_000 * 10_000
        scores = tuple(most - rng.randint(0, 4) for most in INDICATORS)
        table = evaluation(department, name, spent, budget, scores)
        blocks += [
            Paragraph(
                f"{number}. {name}项目绩效自评综述：项目全年预算数为{wan(budget)}万元，执行数为{wan(spent)}万元，"
                f"完成预算的{table.rows[2][6]}。"
            ),
            table,
        ]
    return blocks


def add_parts(report: Report) -> None:
    """Staff below the units, self-evaluations at the end of the section on performance; those of final accounts
    whose tables go on below each other."""
    department, blocks = report.department, report.blocks
    if department.budget or report.plan["wide"] == "side-by-side":
        return
    at = next((i for i, b in enumerate(blocks) if isinstance(b, Heading) and b.text.endswith("单位构成")), None)
    if at is not None:
        end = next(i for i in range(at + 1, len(blocks)) if not isinstance(blocks[i], (Paragraph, FreeTable)))
        blocks[end:end] = [Heading("三、人员构成", 3), *staff(department)]
    works = department.works
    if len(works) != department.accounts.counts["绩效项目"] or len(works) > MOST_PROJECTS:
        return
    at = next((i for i, b in enumerate(blocks) if isinstance(b, Paragraph) and "涉及项目" in b.text), None)
    if at is not None:
        blocks[at + 1 : at + 1] = self_evaluations(department, report.plan.random("self-evaluation"))
