"""How real reports vary: every dimension, its values, and where a value can occur.

A plan takes one value from each dimension. `weight` makes a value rarer or commoner in random plans; every value is
taken at least twice in the corpus, whatever its weight.
"""
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Value:
    name: str
    about: str
    weight: float = 1.0
    # The value occurs only where each of these dimensions has one of the given values.
    where: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Dimension:
    name: str
    about: str
    values: tuple[Value, ...]
    # Drawn for fresh documents only: in the corpus every document has the first value.
    fresh: bool = False
    # Drawn from a stream of its own, so that other dimensions stay as they were without it; its first value shows nothing.
    habit: bool = False


FINAL = ("final-8", "final-9", "final-10", "final-12", "final-13", "university-4")
BUDGET = ("budget-shanghai", "budget-beijing", "budget-jiangsu", "budget-guangdong", "budget-chongqing", "budget-hunan",
          "budget-fujian", "budget-shaanxi", "budget-zhejiang", "budget-shandong")  # fmt: skip
# Sets whose tables name the sources of income as the text does, apart from what was brought over.
LISTED_SOURCES = tuple(s for s in (*FINAL, *BUDGET) if s not in ("budget-shaanxi", "budget-hunan", "budget-shanghai"))
# Texts that have lost their blank cells: what no label and no sum tells is to be reported as unread.
LOSSY = ("text-packed", "text-spaces", "text-stacked")
TEXTS = ("text-tabs", "text-pipes", "text-aligned", "text-commas", "text-semicolons", "text-html", *LOSSY)
PAPER = ("canvas", "weasyprint", "chromium", "writer", "calc", "typst")
# Office documents and web pages, made only where they are asked for; sheets hold tables alone.
SHEETS = ("xlsx", "xlsx-calc", "xls", "xls-calc", "xls-xlwt", "xml-spreadsheet")
WORDS = ("docx", "docx-writer", "doc", "doc-writer")
# Web pages whose text flows, and what is placed on pages from the layout of the canvas.
WEB = ("html", "html-office", "mht")
PLACED = ("html-placed", "ofd")
CANVAS = ("canvas", *PLACED)
OFFICE = (*WORDS, *SHEETS, *WEB, *PLACED)
UNPAGED = (*TEXTS, *WORDS, *SHEETS, *WEB)
# Narrative and tables on the same kind of page.
FLOWED = ("canvas", "weasyprint", "chromium", "writer", "typst", *WORDS, *WEB, *PLACED)

# Rulings that part the cells of a row: only there can a reader tell a broken figure.
BOXED = ("grid", "dashed", "double", "hairline", "grey", "filled", "cells", "shaded")


def only(**where):
    return {name: values if isinstance(values, tuple) else (values,) for name, values in where.items()}


DIMENSIONS = (
    Dimension("set", "which forms, in whose manner", (
        Value("final-8", "eight forms, before 2020", 1.0),
        Value("final-9", "nine forms, since 2020", 3.0),
        Value("final-10", "nine and 国有资产占用情况表", 1.0),
        Value("final-12", "nine, 项目支出 and 机构运行信息表", 1.0),
        Value("final-13", "nine, 财政拨款支出决算明细表 and others", 1.0),
        Value("university-4", "four forms of 高等学校", 0.7),
        Value("budget-shanghai", "预算单位…预算表, codes split, 元", 0.6),
        Value("budget-beijing", "预算01表, items of 项 only, six decimals", 0.6),
        Value("budget-jiangsu", "公开01表, 会议费 and 培训费, 政府采购", 0.6),
        Value("budget-guangdong", "情况表, [201] before names, project list", 0.6),
        Value("budget-chongqing", "部门…总体情况表, performance targets", 0.6),
        Value("budget-hunan", "类, 款 and 项 cells, ** above the numbers", 0.6),
        Value("budget-fujian", "预算拨款支出预算表, economic lists", 0.6),
        Value("budget-shaanxi", "综合预算, four blocks side by side, 元", 0.6),
        Value("budget-zhejiang", "市级部门预算总表, names without codes, project lists", 0.6),
        Value("budget-shandong", "总体情况表, both economic classifications", 0.6),
    )),
    Dimension("scope", "whose report", (
        Value("department", "部门, with its units"),
        Value("unit", "单位, one alone", 0.6),
    )),
    Dimension("producer", "what made the file", (
        Value("canvas", "ReportLab, placed by hand", 6.0),
        Value("weasyprint", "HTML through WeasyPrint", 0.25),
        Value("chromium", "HTML through headless Chromium", 0.4),
        Value("writer", "LibreOffice Writer", 0.25),
        Value("calc", "LibreOffice Calc, a sheet a table", 0.25),
        Value("typst", "Typst", 1.0),
        Value("text-tabs", "text, cells between tabs", 0.5),
        Value("text-pipes", "text, cells between pipes", 0.5),
        Value("text-aligned", "text, cells set in columns", 0.5),
        Value("text-commas", "text, cells between commas", 0.25),
        Value("text-semicolons", "text, cells between semicolons", 0.25),
        Value("text-html", "Markdown, tables in HTML", 0.5),
        Value("text-packed", "text, cells between tabs, blank ones dropped", 0.25),
        Value("text-spaces", "text, cells between single blanks, blank ones dropped", 0.25),
        Value("text-stacked", "text, a cell a line, blank ones dropped", 0.25),
        Value("docx", "Word, by python-docx", 0),
        Value("docx-writer", "Word, by LibreOffice Writer", 0),
        Value("xlsx", "Excel, by openpyxl, numbers in formats", 0),
        Value("xlsx-calc", "Excel, by LibreOffice Calc, a sheet a table", 0),
        Value("doc", "Word 97, by LibreOffice from what python-docx made", 0),
        Value("doc-writer", "Word 97, by LibreOffice Writer", 0),
        Value("xls", "Excel 97, by LibreOffice from what openpyxl made", 0),
        Value("xls-calc", "Excel 97, by LibreOffice Calc, a sheet a table", 0),
        Value("xls-xlwt", "Excel 97, by xlwt", 0),
        Value("xml-spreadsheet", "XML Spreadsheet 2003, called .xls", 0),
        Value("html", "a page of a site, tables with spans", 0),
        Value("html-office", "a page as Word or Excel exports it, in GB18030", 0),
        Value("html-placed", "pages of placed elements", 0),
        Value("mht", "a saved page", 0),
        Value("ofd", "OFD", 0),
    )),
    Dimension("order", "where the tables stand", (
        Value("before", "tables before the explanation", 2.0, only(producer=(*FLOWED, *TEXTS))),
        Value("after", "tables after the explanation", 1.0, only(producer=(*FLOWED, *TEXTS))),
        Value("alone", "tables alone in the file", 0.5),
    )),
    Dimension("contents", "the table of contents", (
        Value("none", "none"),
        Value("plain", "titles repeated"),
        Value("dotted", "titles with dots and page numbers"),
        Value("ellipsis", "titles with …… and page numbers", 0.6),
    )),
    Dimension("title", "what stands around a title", (
        Value("bare", "the title alone", 2.0),
        Value("year", "2024年度收入决算表"),
        Value("department", "department before it", 0.5),
        Value("year-department", "year and department before it", 0.5),
        Value("suffix-number", "收入决算表（表 2）"),
        Value("prefix-number", "表二：收入决算表"),
        Value("public-number", "公开02表 on a line of its own"),
        Value("budget-number", "预算02表 收入总表", 0.6),
        Value("table-number", "表2 on a line of its own"),
        Value("quoted", "《收入决算表》", 0.5),
        Value("ordinal", "二、收入决算表"),
        Value("heading-and-title", "二、收入决算表, and the title again with its year", 0.6),
        Value("year-spaced", "2024 年度收入决算表, figures set apart", 0.6),
    )),
    Dimension("wording", "names of forms and columns", (
        Value("standard", "as the ministry's forms have them", 2.0),
        Value("variant", "收支决算总表, 收入决算总表, …"),
        Value("prefixed", "部门 or 单位 before the title", 0.5),
    )),
    Dimension("title-place", "where a title stands", (
        Value("above", "above the table", 4.0),
        Value("first-row", "in the table's first row", where=only(producer=(*PAPER, *OFFICE))),
    )),
    Dimension("unit-place", "where the unit stands", (
        Value("right", "above the table at the right", 3.0),
        Value("with-department", "on one line with the department", 3.0),
        Value("header", "in a column header", 0.5),
        Value("title", "behind the title", 0.5),
    )),
    Dimension("unit-wording", "how the unit is given", (
        Value("单位：万元", "", 3.0),
        Value("金额单位：万元", ""),
        Value("单位:万元", "half-width colon"),
        Value("（单位：万元）", "in brackets", 0.5),
        Value("单位： 万元", "with a space", 0.5),
    )),
    Dimension("unit", "the unit of the amounts", (
        Value("wan", "万元", 3.0),
        Value("yuan", "元"),
        Value("yuan-wan", "元, and 三公 in 万元", 0.7),
    )),
    Dimension("decimals", "digits behind the point", (
        Value("2", "two", 4.0),
        Value("0", "none, whole 元", 0.7, only(unit=("yuan", "yuan-wan"))),
        Value("6", "six, 万元 to the fen", 0.7, only(unit="wan")),
        Value("trimmed", "1208.2 beside 474.56", 0.7, only(unit="wan")),
    )),
    Dimension("separators", "thousands", (
        Value("yes", "1,802.64", 2.0),
        Value("no", "1802.64", 2.0),
        Value("mixed", "both in one table", 0.6),
    )),
    Dimension("nothing", "what stands for no amount", (
        Value("blank", "blank", 3.0),
        Value("zero", "0.00", 2.0),
        Value("bare-zero", "0", 0.5),
        Value("hyphen", "-", 0.6),
        Value("dash", "—", 0.6),
    )),
    Dimension("digits", "the figures' characters", (
        Value("ascii", "1802.64", 8.0),
        Value("full-width", "１８０２．６４", 0.5, only(decimals=("2", "trimmed"), unit="wan")),
    )),
    Dimension("negatives", "amounts below nothing", (
        Value("sign", "-12.30", 2.0),
        Value("brackets", "(12.30)", 0.7),
        Value("full-sign", "－12.30", 0.4),
    )),
    Dimension("narrow", "cells too narrow for their figures", (
        Value("no", "every figure on one line", 6.0),
        Value("yes", "figures broken inside the cell", 0.5, only(producer=CANVAS, rulings=BOXED)),
    )),
    Dimension("line-numbers", "行次 and 栏次", (
        Value("neither", "neither", 2.0),
        Value("both", "both", 2.0),
        Value("columns", "栏次 only"),
        Value("stars", "** and numbers below the header", 0.5),
    )),
    Dimension("codes", "functional codes", (
        Value("joined", "2010601", 3.0),
        Value("split", "201|06|01", 2.0),
        Value("split-no-class", "款 rows leave the 类 out", 0.5),
        Value("split-last", "each row with its own level only", 0.5),
        Value("dash-name", "2010601-行政运行 in one cell", 0.6),
        Value("bracket-name", "[2010601]行政运行 in one cell", 0.6),
        Value("absent", "no codes, indented names", 0.5),
        Value("first-of-three", "joined, in the first of three cells", 0.7),
        Value("merged-three", "joined, over three cells", 0.7),
    )),
    Dimension("economic-codes", "economic codes", (
        Value("joined", "30101", 2.0),
        Value("split", "301|01"),
    )),
    Dimension("total", "the row 合计", (
        Value("head", "first", 3.0),
        Value("end", "last"),
        Value("in-header", "in the row of 类, 款 and 项", 0.7, only(codes=("split", "merged-three", "first-of-three"))),
    )),
    Dimension("header-words", "words in the header", (
        Value("plain", "收入", 3.0),
        Value("wrapped", "broken over lines"),
        Value("spaced", "收　入", 0.8),
    )),
    Dimension("header-depth", "rows of the header", (
        Value("low", "one or two, no groups", 1.0),
        Value("standard", "as the ministry's forms have them", 2.0),
        Value("deep", "one row more, merged both ways", 1.0),
    )),
    Dimension("three-public", "the shape of 三公", (
        Value("blocks", "预算数 block, 决算数 block", 2.0),
        Value("pairs", "预算数 and 决算数 in pairs"),
        Value("rows", "a row an item"),
    )),
    Dimension("three-public-with", "what 三公 also holds", (
        Value("nothing", "nothing else", 3.0),
        Value("meetings", "会议费 and 培训费"),
        Value("running", "机关运行经费", 0.7),
    )),
    Dimension("three-public-place", "its place in the order", (
        Value("seventh", "before the funds", 3.0),
        Value("eighth", "between the funds"),
        Value("ninth", "last"),
    )),
    Dimension("basic", "the shape of 基本支出", (
        Value("two-blocks", "人员经费 | 公用经费", 2.0),
        Value("three-blocks", "人员经费 | 公用经费 | 公用经费", 2.0),
        Value("columns", "合计 | 人员经费 | 公用经费"),
        Value("list", "one column", 0.5),
    )),
    Dimension("basic-rows", "codes without an amount", (
        Value("all", "every code of the form", 2.0),
        Value("used", "only codes with an amount"),
    )),
    Dimension("page-break", "what a break does to a table", (
        Value("flow", "nothing repeated", 3.0),
        Value("header", "header repeated", 2.0),
        Value("header-total", "header and 合计 repeated", 0.8, only(producer=CANVAS)),
        Value("everything", "title, unit and header repeated", 0.8, only(producer=CANVAS)),
        Value("row-cut", "a row cut in two", 0.8, only(producer=(*CANVAS, "weasyprint", "writer"))),
        Value("empty-page", "a page that holds only an empty row", 0.5, only(producer=CANVAS)),
        Value("no-top-rule", "pieces open without a rule above", 0.5, only(producer=CANVAS)),
    )),
    Dimension("short-pages", "how often tables break", (
        Value("no", "as pages happen to end", 2.0),
        Value("yes", "a dozen rows a page", 1.0, only(producer=(*CANVAS, "writer", "chromium", "weasyprint", "typst"))),
    )),
    Dimension("orientation", "how pages lie", (
        Value("portrait", "upright, but for the widest tables", 1.5),
        Value("landscape", "all tables lie"),
        Value("mixed", "wide tables lie", 2.0),
        Value("rotated", "wide tables upright, turned by /Rotate", 0.6, only(producer=("canvas", "weasyprint", "typst"))),
    )),
    Dimension("rulings", "lines around cells", (
        Value("grid", "all", 6.0),
        Value("no-outer", "no outer border"),
        Value("three-line", "above, below, under the header"),
        Value("horizontal", "between rows only"),
        Value("none", "none: alignment only"),
        # Chromium makes every dash a path of its own, which takes half a megabyte a document.
        Value("dashed", "dashed", 0.6, only(producer=("canvas", "weasyprint", "writer", "calc", "typst", *TEXTS, *OFFICE))),
        Value("double", "double outside", 0.6),
        Value("hairline", "as thin as can be", 0.6),
        Value("grey", "grey", 0.6),
        Value("filled", "thin filled rectangles", 0.8, only(producer=(*CANVAS, "chromium"))),
        Value("cells", "every cell a rectangle of its own", 0.8, only(producer=CANVAS)),
        Value("shaded", "all, header shaded", 0.8),
    )),
    Dimension("per-page", "tables on a page", (
        Value("one", "each on its own", 3.0),
        Value("several", "one below the other", 1.0, only(producer=FLOWED)),
    )),
    Dimension("wide", "tables wider than the page", (
        Value("fit", "made to fit", 6.0),
        Value("side-by-side", "columns go on on the next page", 0.6, only(producer=(*CANVAS, "calc"))),
    )),
    Dimension("empty-tables", "forms with nothing to show", (
        Value("statement", "said below the table", 2.0),
        Value("silent", "an empty body", 1.0),
        Value("zeros", "a row of zeros", 0.7),
        Value("filled", "there are none", 1.0),
    )),
    Dimension("notes", "notes below tables", (
        Value("no", "none"),
        Value("yes", "注：本表反映……"),
    )),
    Dimension("page-numbers", "numbers of pages", (
        Value("none", "none"),
        Value("plain", "3", 2.0),
        Value("dashes", "- 3 -"),
        Value("words", "第 3 页 共 20 页"),
        Value("slash", "3/20", 0.6),
    )),
    Dimension("running-header", "a line above every page", (
        Value("no", "none", 3.0),
        Value("yes", "department and report"),
    )),
    Dimension("cover", "how a cover sets its title", (
        Value("two-lines", "the name, then year and kind", 4.0),
        Value("one-line", "all on one line", 0.7),
        Value("broken", "broken where the line ends", 1.0),
        Value("apart", "year, name and kind on lines of their own", 0.7),
        Value("spaced", "letters set apart", 0.5),
        Value("upright", "the name's letters below each other", 0.3, only(producer=("canvas", *TEXTS))),
        Value("captioned", "预算单位：, 编制部门： or the like before the name", 0.5),
    ), fresh=True),
    Dimension("caption-words", "what stands before the department above a table", (
        Value("usual", "部门, 单位名称, 编制部门, 部门名称, 公开部门, 预算单位", 4.0),
        Value("further", "填报机关, 编制单位, 填报单位, 部门（单位）名称", 1.0),
    ), fresh=True),
    Dimension("scanned", "pages that are pictures", (
        Value("no", "none", 12.0),
        Value("one", "one page without tables of the forms", 0.4, only(producer=("canvas",))),
    )),
    Dimension("text-order", "in which order a cell's text is drawn", (
        Value("plain", "as it reads", 5.0),
        Value("columns", "column by column", 0.7, only(producer=CANVAS)),
        Value("figures-last", "figures after all words", 0.7, only(producer=CANVAS)),
        Value("hidden", "clipped text beyond the cell", 0.4, only(producer=("canvas",))),
    )),
    Dimension("fonts", "faces for words and figures", (
        Value("song", "Song for both", 2.0),
        Value("song-times", "Song, figures in a Times", 2.0),
        Value("hei-arial", "Hei, figures in an Arial", 1.0),
        Value("kai", "Kai for both", 0.6),
        Value("mixed", "heads in Hei, words in Kai, figures in a Times", 1.0),
        Value("not-embedded", "not in the file", 0.7, only(producer=("canvas",))),
    )),
    Dimension("names", "names in narrow cells", (
        Value("wide", "mostly on one line", 2.0),
        Value("wrapped", "broken over lines", 1.0),
        Value("indented", "indented by level", 0.7),
    )),
    Dimension("valign", "where a row's figures stand", (
        Value("middle", "middle", 3.0),
        Value("top", "top", 0.5, only(producer=(*CANVAS, "weasyprint", "chromium", "writer", "typst"))),
        Value("bottom", "bottom", 0.7, only(producer=(*CANVAS, "weasyprint", "chromium", "writer", "typst"))),
    )),
    Dimension("narrative-unit", "amounts in the text", (
        Value("wan", "万元, two decimals", 3.0),
        Value("yuan", "元", 0.6),
        Value("wan6", "万元, six decimals", 0.5),
        Value("spaced", "figures set apart by spaces", 1.0),
    )),
    Dimension("numbering", "numbers of sections", (
        Value("hanzi", "一、（一）1."),
        Value("bracketed", "（一） 1. （1）", 0.7),
        Value("arabic", "1. 1.1", 0.5),
        Value("arabic-comma", "1、（1）", 0.5),
    )),
    Dimension("faults", "what is wrong in it", (
        Value("none", "nothing", 1.0),
        Value("figures", "figures that contradict each other", 0.0, only(order=("before", "after"))),
        Value("words", "headings, names and wording", 0.0, only(order=("before", "after"))),
        Value("forms", "missing or blank tables, units", 0.0, only(order=("before", "after"))),
    )),
    Dimension("unread", "what is on the pages and not to be read", (
        Value("nothing", "nothing", 8.0),
        Value("tiled", "a slanted watermark all over each page", 0.7, only(producer=PAPER)),
        Value("large", "one large grey watermark across each page", 0.5, only(producer=PAPER)),
        Value("level", "a grey watermark again and again, level with the text", 0.5, only(producer=PAPER)),
        # On a shaded header they would be seen.
        Value("white", "white figures on white in every page", 0.5, only(
            producer=PAPER, rulings=("grid", "no-outer", "three-line", "horizontal", "none", "double", "hairline"))),
        Value("stamp", "a slanted stamp on the first pages", 0.5, only(producer=PAPER)),
        Value("layer", "a layer that is switched off", 0.3, only(producer=PAPER)),
    ), fresh=True),
    Dimension("paper", "how pages lie on the paper", (
        Value("plain", "one page, upright", 8.0),
        Value("sideways", "lying pages upright, their content turned", 0.7, only(producer=("canvas", "weasyprint", "typst"))),
        Value("two-up", "two upright pages on a lying one", 0.7, only(
            producer=PAPER, scanned="no", unread=("nothing", "tiled", "large", "level", "white", "stamp"))),
    ), fresh=True),
    Dimension("footers", "numbers of pages in further manners", (
        Value("as-planned", "as page-numbers says", 8.0),
        Value("counted", "第3页，共20页", 0.5, only(producer=PAPER) | {"page-numbers": ("none",)}),
        Value("english", "-- 3 of 20 --", 0.3, only(producer=PAPER) | {"page-numbers": ("none",)}),
        Value("between-rows", "a bare number on a line where a page ended", 0.5, only(producer=("text-tabs", "text-pipes"))),
    ), fresh=True),
    Dimension("carried-out", "what is carried on into the next year", (
        Value("nothing", "nothing", 3.0),
        Value("outside", "added to the summary's expenditure only", 1.0, only(
            set=("budget-beijing", "budget-jiangsu", "budget-guangdong", "budget-chongqing", "budget-fujian"))),
        Value("inside", "a column of the table of expenditure", 0.7, only(
            set=("budget-beijing", "budget-jiangsu", "budget-fujian", "budget-shandong"))),
    ), fresh=True, habit=True),
    Dimension("carried-in", "what was brought over, in the table of income", (
        Value("told", "told", 3.0),
        Value("left-out", "left out", 1.0, only(
            set=("budget-beijing", "budget-jiangsu", "budget-guangdong", "budget-fujian", "budget-shandong", "budget-zhejiang"))),
    ), fresh=True, habit=True),
    Dimension("of-which", "columns of the table of expenditure within others", (
        Value("none", "none", 3.0),
        Value("group", "below 其中", 1.0, only(
            set=("budget-beijing", "budget-jiangsu", "budget-guangdong", "budget-fujian", "budget-hunan"))),
        Value("each", "其中： before each name", 0.7, only(
            set=("budget-beijing", "budget-jiangsu", "budget-guangdong", "budget-fujian", "budget-hunan"))),
        Value("bought", "what is bought, and kept for small enterprises", 0.7, only(
            set=("budget-beijing", "budget-jiangsu", "budget-guangdong", "budget-fujian", "budget-hunan"))),
    ), fresh=True, habit=True),
    Dimension("unit-blocks", "all codes of the table of expenditure once a unit", (
        Value("no", "once for all", 3.0),
        Value("column", "units in a column", 1.0, only(scope="department", set=(
            "budget-beijing", "budget-jiangsu", "budget-guangdong", "budget-fujian", "budget-hunan", "budget-chongqing"))),
        Value("rows", "units in rows above their codes", 1.0, only(scope="department", set=(
            "budget-jiangsu", "budget-guangdong", "budget-fujian", "budget-hunan", "budget-chongqing"))),
    ), fresh=True, habit=True),
    Dimension("item-rows", "rows of an item in the table of expenditure", (
        Value("one", "one", 2.0),
        Value("by-use", "one a use, with the same code", 1.0, only(set="budget-beijing", **{"unit-blocks": ("no",)})),
    ), fresh=True, habit=True),
    Dimension("class-rows", "what the summary lists below classes", (
        Value("nothing", "nothing", 3.0),
        Value("divisions", "divisions and items without numbers", 1.0, only(
            set=("budget-beijing", "budget-jiangsu", "budget-guangdong", "budget-fujian"))),
    ), fresh=True, habit=True),
    Dimension("below-line", "income below the year's income", (
        Value("none", "none", 3.0),
        Value("superior", "上级补助收入, added to the total only", 1.0, only(set=("budget-shandong", "budget-fujian"))),
    ), fresh=True, habit=True),
    Dimension("number-format", "digits that a cell's format shows", (
        Value("all", "all", 4.0),
        Value("nine-digits", "nine: .3 beside .33", 1.0, only(
            unit=("yuan", "yuan-wan"), decimals="2", digits="ascii")),
    ), fresh=True, habit=True),
    Dimension("specifications", "what a table of procurement says of sizes", (
        Value("none", "nothing", 1.0),
        Value("numbers", "370人，3天", 1.0, only(set=("budget-beijing", "budget-jiangsu", "budget-chongqing"))),
    ), fresh=True, habit=True),
    Dimension("tables-place", "where the tables are", (
        Value("here", "in the report", 8.0),
        Value("apart", "apart; a table of fees is here", 0.5, only(order=("before", "after"), producer=(*FLOWED, *TEXTS))),
    ), fresh=True, habit=True),
    Dimension("share-base", "further shares, and what of", (
        Value("none", "none", 2.0),
        Value("year", "the year's expenditure, without what is carried on"),
        Value("appropriated", "the year's appropriation", 1.0, only(
            set=tuple(s for s in BUDGET if s not in ("budget-shaanxi", "budget-hunan")))),
        Value("projects", "the projects"),
        Value("section", "the section's own total"),
    ), fresh=True, habit=True),
    Dimension("scoped", "amounts of a part in the words of the whole", (
        Value("none", "none", 2.0),
        Value("economic", "of an economic class"),
        Value("function", "of a functional class or division"),
        Value("project", "of a project"),
        Value("item", "of an item, behind 具体为"),
        Value("targets", "of the projects with targets"),
        Value("unit", "of a unit", 1.0, only(scope="department")),
        Value("bracket", "in brackets, behind 其中"),
    ), fresh=True, habit=True),
    Dimension("change-words", "where rises and falls stand", (
        Value("plain", "behind their amount", 2.0),
        Value("base-first", "较上年的 … 增加 …"),
        Value("after-list", "behind a list of parts", 1.0, only(set=LISTED_SOURCES)),
        Value("after-semicolons", "in the sentence after a list of parts", 0.5, only(set=LISTED_SOURCES)),
        Value("after-bracket", "behind a bracket of parts"),
    ), fresh=True, habit=True),
    Dimension("zero-rates", "rates of nothing", (
        Value("none", "none", 3.0),
        Value("zeros", "增长0.0%"),
        Value("dashes", "增长--%", 0.7),
    ), fresh=True, habit=True),
    Dimension("project-names", "names of projects", (
        Value("plain", "one a project", 2.0),
        Value("same", "the same for two units", 1.0, only(scope="department")),
        Value("bracketed", "with a bracket that goes on", 0.7),
    ), fresh=True, habit=True),
    Dimension("absent-money", "how it is told that there is none of a budget", (
        Value("sentence", "in a sentence", 2.0),
        Value("below-heading", "a word below the heading"),
        Value("in-heading", "a word in the heading", 0.7, only(set=BUDGET)),
        Value("listed", "in a list of the tables", 0.7, only(**{"empty-tables": ("statement",)})),
        Value("below-table", "已公开空表 below the table", 0.7, only(**{"empty-tables": ("statement",)})),
    ), fresh=True, habit=True),
)  # fmt: skip

BY_NAME = {dimension.name: dimension for dimension in DIMENSIONS}

# The commonest layout: what all other dimensions have while one is tried out by itself.
PLAINEST = {
    "cover": "two-lines", "caption-words": "usual",
    "set": "final-9", "scope": "department", "producer": "canvas", "order": "before", "contents": "plain", "title": "bare",
    "wording": "standard", "title-place": "above", "unit-place": "right", "unit-wording": "单位：万元", "unit": "wan",
    "decimals": "2", "separators": "yes", "nothing": "blank", "digits": "ascii", "negatives": "sign", "narrow": "no",
    "line-numbers": "both", "codes": "joined", "economic-codes": "joined", "total": "head", "header-words": "plain",
    "header-depth": "standard", "three-public": "blocks", "three-public-with": "nothing", "three-public-place": "seventh",
    "basic": "two-blocks", "basic-rows": "all", "page-break": "flow", "short-pages": "no", "orientation": "mixed",
    "rulings": "grid", "per-page": "one", "wide": "fit", "empty-tables": "statement", "notes": "no", "page-numbers": "plain",
    "running-header": "no", "scanned": "no", "text-order": "plain", "fonts": "song-times", "names": "wide",
    "valign": "middle", "narrative-unit": "wan", "numbering": "hanzi", "faults": "none", "unread": "nothing",
    "paper": "plain", "footers": "as-planned", **{d.name: d.values[0].name for d in DIMENSIONS if d.habit},
}  # fmt: skip

# Values that show only together with others.
TOGETHER = {
    ("codes", "absent"): {"names": "indented"},
    **{("page-break", name): {"short-pages": "yes"} for name in ("header", "header-total", "everything", "row-cut", "no-top-rule")},
    ("wide", "side-by-side"): {"orientation": "portrait", "decimals": "6"},
    ("decimals", "0"): {"unit": "yuan"},
    ("total", "in-header"): {"codes": "split"},
    ("orientation", "portrait"): {"decimals": "2"},
    ("negatives", "brackets"): {"three-public": "rows", "wording": "variant"},
    ("negatives", "full-sign"): {"three-public": "rows", "wording": "variant"},
    ("empty-tables", "zeros"): {"nothing": "zero"},
    ("paper", "sideways"): {"orientation": "landscape"},
    ("paper", "two-up"): {"orientation": "portrait"},
    ("footers", "counted"): {"page-numbers": "none"},
    ("footers", "english"): {"page-numbers": "none"},
}  # fmt: skip

# Dimensions that mean nothing where others have these values: left out of a plan, so that they are not counted.
IDLE = {
    "three-public": only(set=("university-4", *BUDGET)),
    "three-public-with": only(set=("university-4", "budget-beijing", "budget-shanghai", "budget-jiangsu", "budget-shaanxi",
                                   "budget-guangdong")),
    "three-public-place": only(set=("university-4", "final-8", *BUDGET)),
    "basic": only(set=("university-4", *BUDGET)),
    "economic-codes": only(set=("university-4", "budget-zhejiang", "budget-guangdong", "budget-beijing", "budget-shaanxi")),
    "empty-tables": only(set=("university-4",)),
    "narrative-unit": only(order="alone"),
    "numbering": only(order="alone"),
    "contents": only(producer=("calc", *SHEETS)),
    "page-break": only(producer=UNPAGED),
    "short-pages": only(producer=("calc", *UNPAGED)),
    "orientation": only(producer=UNPAGED),
    "rulings": only(producer=TEXTS),
    "per-page": only(producer=("calc", *UNPAGED)),
    "wide": only(producer=UNPAGED),
    "page-numbers": only(producer=UNPAGED),
    "running-header": only(producer=TEXTS),
    "fonts": only(producer=UNPAGED),
    "valign": only(producer=("calc", *UNPAGED)),
    "text-order": only(producer=UNPAGED),
    "scanned": only(producer=(*TEXTS, *OFFICE)),
    "narrow": only(producer=UNPAGED),
    **{name: only(order="alone", producer=("calc", *SHEETS))
       for name in ("share-base", "scoped", "change-words", "zero-rates")},
    "title-place": only(producer=TEXTS),
}  # fmt: skip
