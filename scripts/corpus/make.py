"""Makes the corpus: the documents named below, those of `covering`, and the truth of all.

usage: make.py CORPUS [NAME…]

Without names, all documents; the names are those of the files.
"""
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

import covering
import forms
import layout
import random_document
import render_html
import render_reportlab
import render_text
import truth
import wording
from document import Cell, Document, Heading, PageBreak, Paragraph, Table
from figures import Profile, Source, draw
from forms import NUMERALS, Edition
from layout import Style
from wording import Narrator, Section, Voice


@dataclass(frozen=True)
class Recipe:
    """One document: whose accounts, drawn from which seed, laid out and written how, through which producer."""

    name: str
    seed: int
    profile: Profile
    edition: Edition
    style: Style
    voice: Voice
    sections: tuple[Section, ...]
    assemble: Callable
    render: Callable
    exact: bool = False


def small_table(heads, rows, widths):
    """A ruled table that belongs to no form."""
    return Table([[Cell(h, align="center") for h in heads], *[[Cell(c) for c in row] for row in rows]], widths)


def numbered(names):
    return [f"{NUMERALS[i]}、{name}" for i, name in enumerate(names)]


def units_table(profile):
    rows = [[str(i), name, "本级" if i == 1 else "下属单位"] for i, name in enumerate(profile.units, 1)]
    return small_table(["序号", "单位名称", "备注"], rows, [1, 5, 2])


def section_titles(recipe):
    return numbered([s.title.format(prefix=recipe.voice.public_prefix) for s in recipe.sections])


def assemble_central(recipe, narrator, tables, titles):
    """概况, tables, explanation, work done, glossary, as Hubei's departments publish them."""
    p = recipe.profile
    work = [
        ("1", "推进重点任务", "完成年初确定的重点项目立项和经费拨付。", "立项和拨付工作已全部完成。"),
        ("2", "改进内部管理", "完善经费审批流程，按季度检查执行进度。", "流程已修订，四个季度均开展了检查。"),
    ]
    parts = [
        f"第一部分 {p.name}概况",
        f"第二部分 {p.name} {p.year} 年度部门决算表",
        f"第三部分 {p.name} {p.year} 年度部门决算情况说明",
        f"第四部分 {p.year} 年重点工作完成情况",
        "第五部分 名词解释",
    ]
    about = ["一、部门主要职能", "二、部门决算单位构成", "三、部门人员构成"]
    counts = narrator.accounts.counts
    year, month, day = p.published.split("-")
    return [
        Heading(f"{p.year} 年度{p.name}部门决算", 1),
        Paragraph(f"{year} 年 {int(month)} 月 {int(day)} 日", "date"),
        Heading("目 录", 1),
        *wording.contents([
            (parts[0], about),
            (parts[1], [f"{title}（表 {i}）" for i, title in enumerate(numbered(titles), 1)]),
            (parts[2], section_titles(recipe)),
            (parts[3], []),
            (parts[4], []),
        ]),
        Heading(parts[0], 1),
        Heading(about[0], 2), *wording.duties(p),
        Heading(about[1], 2), Paragraph(f"纳入本部门决算的单位共 {len(p.units)} 个：{'、'.join(p.units)}。"),
        Heading(about[2], 2),
        Paragraph(f"核定编制 {counts['编制']} 人，年末在职 {p.staff} 人，离退休 {counts['退休']} 人。"),
        Heading(parts[1], 2), *tables,
        Heading(parts[2], 3), *wording.explanation(narrator, recipe.sections),
        Heading(parts[3], 2), small_table(["序号", "重要事项", "工作内容及目标", "完成情况"], work, [1, 2, 4, 4]),
        Heading(parts[4], 2), *wording.glossary(lambda i: f"（{NUMERALS[i]}）"),
    ]  # fmt: skip


def assemble_booklet(recipe, narrator, tables, titles):
    """A cover, contents, and four parts that each open on a page of their own."""
    p = recipe.profile
    parts = [
        f"第一部分　{p.name}概况",
        f"第二部分　{p.name}{p.year}年度部门决算表",
        f"第三部分　{p.name}{p.year}年度部门决算情况说明",
        "第四部分　名词解释",
    ]
    about = ["一、主要职能", "二、部门决算单位构成"]
    return [
        Paragraph(p.name, "cover"),
        Paragraph(f"{p.year}年度部门决算", "cover"),
        PageBreak(),
        Heading("目　录", 1),
        *wording.contents([
            (parts[0], about), (parts[1], numbered(titles)), (parts[2], section_titles(recipe)), (parts[3], []),
        ]),
        Heading(parts[0], 2),
        Heading(about[0], 3), *wording.duties(p),
        Heading(about[1], 3), Paragraph(f"纳入本部门{p.year}年度决算的单位共{len(p.units)}个，名单如下："), units_table(p),
        PageBreak(),
        Heading(parts[1], 2),
        *tables,
        PageBreak(),
        Heading(parts[2], 2), *wording.explanation(narrator, recipe.sections),
        PageBreak(),
        Heading(parts[3], 2), *wording.glossary(lambda i: f"{NUMERALS[i]}、"),
    ]  # fmt: skip


RECIPES = [
    Recipe(
        name="final-text-line-numbers.txt",
        seed=2020,
        profile=Profile(
            "临岳市望川区科学技术局", 2020, "2021-09-17", "2060101",
            projects=("2013299", "2060102", "2060199", "2060404", "2060499", "2060502", "2060702", "2069901"),
            other_money=(
                ("2060102", Source.OTHER), ("2060404", Source.SERVICE), ("2060702", Source.BUSINESS),
            ),
            funds=("2290401",), staff=37,
            units=("临岳市望川区科学技术局（本级）", "临岳市望川区科技成果转化服务中心"),
        ),
        edition=Edition(2020),
        style=Style(
            codes="first", basic_blocks=3, title="{year} 年度{title}（表 {number}）", formulas=True,
            heading_levels=(3, 2, 2, 0, 0), cut=("appropriationSummary", "政府性基金预算财政拨款"),
        ),
        voice=Voice(spaced=True, thousands=True),
        sections=(*wording.CENTRAL_SECTIONS, wording.CAPITAL_SECTION, *wording.SEPARATE_OTHERS),
        assemble=assemble_central,
        render=render_text.render,
    ),
    Recipe(
        name="final-split-codes-landscape.pdf",
        seed=2024,
        profile=Profile(
            "东屿市沙洲区民政局", 2024, None, "2080201",
            projects=("2080202", "2080206", "2080207", "2080299", "2081001", "2081002", "2081006", "2082002", "2089999"),
            other_money=(("2080299", Source.SUPERIOR), ("2081006", Source.OTHER)),
            funds=("2296002", "2296003"), staff=64,
            units=("东屿市沙洲区民政局（本级）", "东屿市沙洲区社会救助事务所", "东屿市沙洲区养老服务指导中心"),
        ),
        edition=Edition(2024, surplus="使用非财政拨款结余（含专用结余）", numbered_budgets=True, public_prefix="财政拨款",
                        capital_with_income=True),
        style=Style(
            line_numbers=False, column_numbers=False, codes="split", total_in_header=True, amount_heading="决算数",
            total_last=frozenset({"generalBudgetExpenditure"}), public_pairs=True,
            landscape=frozenset({"income", "expenditure", "appropriationSummary", "threePublicExpenses",
                                 "governmentFund", "stateCapital"}),
        ),
        voice=Voice(public_prefix="财政拨款"),
        sections=(*wording.CENTRAL_SECTIONS, wording.CAPITAL_SECTION, *wording.JOINT_OTHERS),
        assemble=assemble_booklet,
        render=render_html.render,
    ),
    Recipe(
        name="final-repeated-header.pdf",
        seed=2019,
        profile=Profile(
            "岭海市水务局", 2019, None, "2130301",
            projects=("2120399", "2130302", "2130304", "2130306", "2130310", "2130311", "2130314", "2130399"),
            other_money=(("2130399", Source.AFFILIATES), ("2130302", Source.OTHER)),
            funds=("2121401", "2121499"), staff=82,
            units=("岭海市水务局（本级）", "岭海市水利工程管理所", "岭海市防汛服务站"),
        ),
        edition=Edition(2019, state_capital=False, bonds=False, surplus="用事业基金弥补收支差额"),
        style=Style(
            thousands=False, nothing="0.00", dashes=frozenset({"governmentFund"}), basic_blocks=3,
            amount_heading="决算数", department_line=True, mark="公开{number:02d}表", repeat=True, rows_per_page=14,
            landscape=frozenset({
                "incomeExpenditureSummary", "income", "expenditure", "appropriationSummary", "generalBudgetExpenditure",
                "generalBudgetBasicExpenditure", "threePublicExpenses", "governmentFund",
            }),
        ),
        voice=Voice(),
        sections=wording.GROUPED_SECTIONS,
        assemble=assemble_booklet,
        render=render_reportlab.render,
    ),
]  # fmt: skip


def make(recipe, corpus):
    accounts = draw(recipe.profile, recipe.seed, recipe.exact)
    filled = forms.all_forms(accounts, recipe.edition, recipe.style.public_pairs)
    tables = [
        layout.table(recipe.style, form, index, recipe.profile.name, recipe.profile.year)
        for index, form in enumerate(filled)
    ]
    narrator = Narrator(accounts, recipe.voice, recipe.seed)
    blocks = recipe.assemble(recipe, narrator, tables, [form.title for form in filled])
    document = Document(blocks, f"{recipe.profile.name}{recipe.profile.year}年度部门决算")
    path = corpus / recipe.name
    pages = recipe.render(document, path)
    record = truth.document(recipe.name, accounts, filled, recipe.style, narrator.facts, pages)
    target = corpus / "truth" / f"{path.stem}.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    cells = sum(v is not None for t in record["tables"] for r in t["rows"] for v in r["values"])
    print(f"{recipe.name}: {path.stat().st_size / 1000:.0f} kB, {len(record['tables'])} tables, {cells} cells, "
          f"{len(narrator.facts)} figures in the text")  # fmt: skip


def suffixed(name, plan):
    return name + random_document.suffix(plan)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    corpus, wanted = Path(sys.argv[1]), set(sys.argv[2:])
    plans = covering.documents()
    unknown = wanted - {recipe.name for recipe in RECIPES} - {suffixed(name, plan) for name, plan in plans.items()}
    if unknown:
        sys.exit(f"no such document: {', '.join(sorted(unknown))}")
    for recipe in RECIPES:
        if not wanted or recipe.name in wanted:
            make(recipe, corpus)
    flaws = []
    for name, plan in plans.items():
        if not wanted or suffixed(name, plan) in wanted:
            flaws += covering.make(name, plan, corpus)["flaws"]
    if not wanted:
        listed = {"classes": covering.CLASSES, "flaws": flaws}
        (corpus / "truth" / "flaws.json").write_text(json.dumps(listed, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        covering.write_coverage(plans, corpus / "README.md")


if __name__ == "__main__":
    main()
