"""The documents of the corpus that between them show every value of every dimension, and the table that says so."""

import re
from pathlib import Path

import random_document
from dimensions import DIMENSIONS
from plan import Plan, counts, cover

SEED = "corpus 1"
LEAST = 2
PRODUCERS = {
    "canvas": 22,
    "writer": 8,
    "typst": 7,
    "chromium": 7,
    "calc": 6,
    "weasyprint": 5,
    "text-tabs": 3,
    "text-pipes": 3,
    "text-aligned": 3,
}
BEGIN, END = "<!-- coverage: written by scripts/make-corpus -->", "<!-- end of coverage -->"
CLASSES = {"R": "a real contradiction: must be an error", "S": "a structural or textual flaw: error or warning"}


def documents() -> dict[str, Plan]:
    """Plans by the names of their documents, without suffix."""
    made = {}
    for number, plan in enumerate(cover(SEED, LEAST, PRODUCERS), 1):
        faults = f"-faults-{plan['faults']}" if plan["faults"] != "none" else ""
        made[f"{number:02d}-{plan['set']}-{plan['producer']}{faults}"] = plan
    return made


def make(name: str, plan: Plan, corpus: Path) -> dict:
    path, truth = random_document.make(plan, corpus, name, with_pages=True)
    target = corpus / "truth" / f"{path.stem}.json"
    target.parent.mkdir(exist_ok=True)
    random_document.write_truth(truth, target)
    cells = sum(v is not None for t in truth["tables"] for r in t["rows"] for v in r["values"])
    print(
        f"{path.name}: {path.stat().st_size / 1000:.0f} kB, {len(truth['tables'])} tables, {cells} cells, {len(truth['narrative'])} figures in the text, "
        f"{len(truth['flaws'])} flaws"
    )
    return truth


def coverage(plans: dict[str, Plan]) -> str:
    """A line a value: what it is, and how many documents show it."""
    shown = counts(plans.values())
    lines = [
        f"{len(plans)} documents of `scripts/corpus/covering.py`; a dimension that means nothing in a document is not counted there.",
        "",
        "| dimension | value | what | documents |",
        "|---|---|---|---|",
    ]
    for dimension in DIMENSIONS:
        for value in () if dimension.fresh else dimension.values:
            lines.append(f"| {dimension.name} | {value.name} | {value.about} | {shown[dimension.name, value.name]} |")
    return "\n".join(lines)


def write_coverage(plans: dict[str, Plan], readme: Path) -> None:
    text = readme.read_text(encoding="utf-8")
    block = f"{BEGIN}\n{coverage(plans)}\n{END}"
    if BEGIN in text:
        text = re.sub(re.escape(BEGIN) + ".*?" + re.escape(END), lambda _: block, text, flags=re.S)
    else:
        text = text.rstrip() + f"\n\n## What the numbered documents cover\n\n{block}\n"
    readme.write_text(text, encoding="utf-8")
