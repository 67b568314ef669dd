#!/usr/bin/env python3
"""Scores extracted documents (juesuan/1) against the truth, cell by cell.

usage: score.py TRUTH.json EXTRACTED.json

A numeric cell of the truth is found when the extracted table of the same form, or else of the same title, holds it in the
row with the same code (or, without a code, the same name and occurrence), in the same column, with the same digits and
with the yuan that digits and unit make. What is read beyond the truth lowers precision. Tables of final accounts that
belong to no form of the catalogue count only when they are read as tables of a form.
"""

import json
import re
import signal
import sys
from collections import Counter
from dataclasses import dataclass, field, fields
from decimal import Decimal, InvalidOperation

FACTORS = {"元": 1, "千元": 1000, "万元": 10_000, "百万元": 1_000_000, "亿元": 100_000_000}
ASCII = str.maketrans("０１２３４５６７８９．，－−（）：“”", '0123456789.,--():""')


def squash(text: str | None) -> str:
    return re.sub(r"[\s　]+", "", text or "").translate(ASCII)


def title_key(title: str | None) -> str:
    text = squash(title)
    text = re.sub(r"^\(?[0-9一二三四五六七八九十]+[)、.]", "", text)
    text = re.sub(
        r"[0-9]{4}年度?|\(?公开[0-9]+表\)?|\(表[0-9]+\)|^预算[0-9]+表|^表[0-9一二三四五六七八九十]+:?|\(单位:.{1,3}\)|[\"'‘’《》]",
        "",
        text,
    )
    return text.replace("预算单位", "").replace("部门", "").replace("单位", "")


def number(text) -> Decimal | None:
    if text is None:
        return None
    text = squash(str(text)).replace(",", "")
    if re.fullmatch(r"\(.*\)", text):
        text = "-" + text[1:-1]
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


@dataclass
class Score:
    wanted: int = 0
    found: int = 0
    claimed: int = 0
    wrong: int = 0  # another figure where the truth has one: worse than none
    wrong_yuan: int = 0
    tables: int = 0
    tables_found: int = 0
    narrative: int = 0
    narrative_found: int = 0
    wrong_head: int = 0  # another department, year or kind than printed: worse than none
    local: int = 0  # tables of final accounts that are no form of the catalogue and were not read as one
    complaints: list[str] = field(default_factory=list)
    by_table: list[tuple[str, int, int, int]] = field(default_factory=list)  # title, wanted, found, claimed

    @property
    def perfect(self) -> bool:
        return self.found == self.wanted == self.claimed and self.tables == self.tables_found and not self.wrong_yuan and not self.wrong_head

    def forgiving(self, got: dict) -> "Score":
        """For a text that has lost its blank cells: what is missing does not count, if the reader said that something is."""
        if any(p["kind"] in ("strayFigure", "unreadTable") for p in got.get("problems", [])):
            self.wanted, self.tables = self.found, self.tables_found
        return self

    def __add__(self, other: "Score") -> "Score":
        sums = {f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self) if f.type is int}
        return Score(**sums)


def keyed(rows) -> dict:
    """Rows by code, or by name, with their occurrence."""
    seen: Counter = Counter()
    made = {}
    for code, name, cells in rows:
        base = ("code", squash(code)) if code else ("name", squash(name))
        seen[base] += 1
        made[*base, seen[base]] = cells
    return made


def match(table: dict, candidates: list[dict], used: set[int]) -> dict | None:
    """The extracted table for one of the truth: the same form and the likeliest title, or the same title."""
    free = [c for c in candidates if id(c) not in used]
    key = title_key(table["title"])
    same = [c for c in free if title_key(c.get("title")) == key]
    if table.get("form"):
        formed = [c for c in free if c.get("form") == table["form"]]
        if formed:
            return next((c for c in formed if c in same), formed[0])
    if same:
        return same[0]
    ending = [c for c in free if title_key(c.get("title")).endswith(key) and key]
    return ending[0] if ending else None


def score(truth: dict, got: dict) -> Score:
    result = Score(tables=len(truth["tables"]))
    for want, have in (("department", "department"), ("fiscal_year", "fiscalYear"), ("scope", "scope")):
        if truth.get(want) and got.get(have) and truth[want] != got[have] and "department" in got:
            # A file of tables alone may not say whether they are a unit's.
            if want != "scope" or got.get("content") == "both":
                result.wrong_head += 1
                result.complaints.append(f"wrong head: {have} {got[have]} instead of {truth[want]}")
    used: set[int] = set()
    for table in truth["tables"]:
        want = keyed((r.get("code"), r.get("name"), [number(v) for v in r["values"]]) for r in table["rows"])
        counts = keyed((r.get("code"), r.get("name"), r.get("counts", ())) for r in table["rows"])
        cells = sum(v is not None for values in want.values() for v in values)
        mine = match(table, got.get("tables", []), used)
        if mine is None and not table.get("form") and truth["kind"] == "final_accounts":
            result.local += 1
            result.tables -= 1
            continue
        result.wanted += cells
        if mine is None:
            result.complaints.append(f"missing table: {table['title']} ({cells} cells)")
            result.by_table.append((table["title"], cells, 0, 0))
            continue
        used.add(id(mine))
        result.tables_found += 1
        have = keyed(
            (
                r.get("code"),
                r.get("name"),
                [(number(c.get("text")), number(c.get("yuan"))) if c else (None, None) for c in r.get("cells", [])],
            )
            for s in mine.get("sections", [])
            for r in s.get("rows", [])
        )
        claimed = sum(v is not None for values in have.values() for v, _ in values)
        result.claimed += claimed
        factor, found = FACTORS.get(table["unit"], 1), 0
        for key, values in want.items():
            got_cells = have.get(key, [])
            for i, value in enumerate(values):
                if value is None:
                    continue
                text, yuan = got_cells[i] if i < len(got_cells) else (None, None)
                if text != value:
                    result.wrong += text is not None
                    result.complaints.append(
                        f"wrong cell: {table['title']} {' '.join(map(str, key[1:]))} column {i}: {text} instead of {value}"
                    )
                    continue
                found += 1
                if i in counts.get(key, ()):
                    continue
                if yuan is None or yuan != value * factor:
                    result.wrong_yuan += 1
                    result.complaints.append(
                        f"wrong yuan: {table['title']} {' '.join(map(str, key[1:]))} column {i}: {yuan} for {value} {table['unit']}"
                    )
        if claimed > cells:
            extra = [k for k, v in have.items() if k not in want and any(x is not None for x, _ in v)]
            result.complaints.append(f"too much: {table['title']}: {claimed} cells read, {cells} printed; rows {extra[:6]}")
        result.found += found
        result.by_table.append((table["title"], cells, found, claimed))
    have_facts = Counter()
    for fact in got.get("narrative", []):
        value = number(fact.get("text"))
        if value is not None:
            have_facts[abs(value), fact.get("unit")] += 1
    for fact in truth.get("narrative", []):
        value = number(fact.get("value"))
        if value is None:
            continue
        result.narrative += 1
        if have_facts[abs(value), fact.get("unit")]:
            have_facts[abs(value), fact.get("unit")] -= 1
            result.narrative_found += 1
    return result


def main() -> int:
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    if len(sys.argv) != 3:
        print(__doc__)
        return 2
    truth, got = (json.loads(open(path, encoding="utf-8").read()) for path in sys.argv[1:])
    result = score(truth, got)
    print("\n".join(result.complaints))
    print(
        f"tables {result.tables_found}/{result.tables}, cells {result.found}/{result.wanted}, wrong {result.wrong}, read {result.claimed}, wrong yuan {result.wrong_yuan}, "
        f"narrative {result.narrative_found}/{result.narrative}"
    )
    return 0 if result.perfect else 1


if __name__ == "__main__":
    sys.exit(main())
