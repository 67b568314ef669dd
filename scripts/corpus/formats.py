"""Makes the same report in several formats, has each read, and says where the typed documents differ but for places.

usage: formats.py SEED COUNT [--juesuan PATH] [--producers a,b] [--keep DIR] [--write DIR] [--jobs N]

SEED COUNT         the reports; the same seed and count give the same ones
--juesuan PATH     the program (default .build/release/juesuan)
--producers a,b    the formats, the first of which the others are held against (default canvas, and one of each format)
--keep DIR         keeps what is read differently, with both documents
--write DIR        only makes the documents there (the test's: `compare-formats SEED 1 --write Tests/CorpusTests/Formats`)
--jobs N           reports at a time (default 1)

A document says the same in two formats where all is equal that does not tell places: head data, each form with its unit,
status, columns, rows, codes, names and figures, and the other tables' cells; where both have the text around the tables, also
what is read from it. A workbook holds tables alone.
"""

import argparse
import json
import sys
import tempfile
import zipfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import random_document
from dimensions import BY_NAME, DIMENSIONS
from fuzz import plan_of, read
from plan import Plan, fits

# A zip holds the first format's file.
ZIP = "zip"
DEFAULT = (
    "canvas", "docx", "docx-writer", "doc", "xlsx", "xlsx-calc", "xls-xlwt", "xml-spreadsheet", "html", "html-office", "html-placed",
    "mht", "ofd", "text-tabs", ZIP,
)  # fmt: skip

# What tells where something stands, or which file it was, and what only pages or only sheets have.
PLACES = {
    "source", "page", "pages", "box", "line", "columns", "location", "titleLocation", "noteLocations", "sheet", "sheetName", "range",
    "documentPart", "block", "tableNumber", "element", "paragraph", "paragraphs", "sentence", "stored",
}  # fmt: skip
TABLES = ("kind", "tables", "missingTables")
# Told by covers and running text too, which a workbook lacks.
TEXT = ("department", "fiscalYear", "scope", "publishedOn", "profile", "glossary", "tasks", "narrative", "narrativeLists")


def in_format(plan: Plan, producer: str) -> Plan:
    """The plan with another producer; what that cannot make has the first value that it can."""
    values = plan.values | {"producer": producer}
    for dimension in DIMENSIONS:
        others = {name: value for name, value in values.items() if name != dimension.name}
        open_values = [v for v in dimension.values if fits(dimension.name, v, {"producer": producer})]
        if values[dimension.name] not in [v.name for v in open_values] and open_values:
            values = others | {dimension.name: open_values[0].name}
    return Plan(plan.seed, {d.name: values[d.name] for d in DIMENSIONS})


def bare(value):
    """What a document says, without where it says it. A section's columns are no place."""
    if isinstance(value, dict):
        is_section = "rows" in value and "columns" in value and isinstance(value["columns"], list)
        return {
            key: bare(part)
            for key, part in value.items()
            if key not in PLACES or is_section and key == "columns" and all(isinstance(c, dict) for c in part)
        }
    if isinstance(value, list):
        return [bare(part) for part in value]
    return value


def differences(first, second, path: str = "") -> list[str]:
    if isinstance(first, dict) and isinstance(second, dict):
        return [d for key in {**first, **second} for d in differences(first.get(key), second.get(key), f"{path}.{key}")]
    if isinstance(first, list) and isinstance(second, list):
        found = [d for n, pair in enumerate(zip(first, second)) for d in differences(*pair, f"{path}[{n}]")]
        return found + ([f"{path}: {len(first)} against {len(second)}"] if len(first) != len(second) else [])
    if first == second:
        return []
    return [f"{path}: {json.dumps(first, ensure_ascii=False)[:90]} against {json.dumps(second, ensure_ascii=False)[:90]}"]


def cell_count(document: dict) -> int:
    return sum(len(row["cells"]) for t in document["tables"] for s in t["sections"] for row in s["rows"])


def in_zip(path: Path) -> Path:
    packed = path.with_suffix(".zip")
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(path, path.name)
    return packed


def plan_for(seed: str, number: int, producer: str) -> Plan:
    """A plan that every format can follow: nothing scanned, no paper of its own, the tables in the file."""
    return plan_of(seed, number, {}, {"producer": (producer,), "scanned": ("no",), "paper": ("plain",), "tables-place": ("here",)})


def write(seed: str, number: int, producers: list[str], folder: Path) -> None:
    plan = plan_for(seed, number, producers[0])
    for producer in producers:
        made = in_format(plan, producers[0] if producer == ZIP else producer)
        path, _ = random_document.make(made, folder, f"{number}-{producer}")
        if producer == ZIP:
            in_zip(path)
            path.unlink()


def one(seed: str, number: int, producers: list[str], program: str, keep: str | None) -> dict[str, tuple[int, list[str]]]:
    """For each format the number of cells that it was held against, and what differs."""
    plan = plan_for(seed, number, producers[0])
    outcome: dict[str, tuple[int, list[str]]] = {}
    first: tuple[dict, Path] | None = None
    with tempfile.TemporaryDirectory() as folder:
        for producer in producers:
            name = f"{seed}-{number}-{producer}"
            made = in_format(plan, producers[0] if producer == ZIP else producer)
            path, _ = random_document.make(made, Path(folder), name)
            got, trouble = read(program, in_zip(path) if producer == ZIP else path)
            if first is None:
                if got is None:
                    return {producers[0]: (0, [trouble])}
                first = (got, path)
            whole = first[0]
            keys = TABLES + (TEXT if got and {got["content"], whole["content"]} == {"both"} else ())
            found = differences(*({k: bare(d[k]) for k in keys} for d in (whole, got))) if got else [trouble]
            outcome[producer] = (cell_count(whole), found)
            if keep and found:
                target = Path(keep)
                target.mkdir(parents=True, exist_ok=True)
                for kept in {path, first[1]}:
                    (target / kept.name).write_bytes(kept.read_bytes())
                (target / f"{name}.differences.txt").write_text("\n".join(found) + "\n", encoding="utf-8")
    return outcome


def main() -> int:
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("seed")
    parser.add_argument("count", type=int)
    parser.add_argument("--juesuan", default=str(Path(__file__).parents[2] / ".build/release/juesuan"))
    known = {v.name for v in BY_NAME["producer"].values} | {ZIP}
    parser.add_argument("--producers", default=",".join(p for p in DEFAULT if p in known))
    parser.add_argument("--keep")
    parser.add_argument("--write")
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    producers = options.producers.split(",")
    if options.write:
        Path(options.write).mkdir(parents=True, exist_ok=True)
        for number in range(options.count):
            write(options.seed, number, producers, Path(options.write))
        return 0
    same: Counter[str] = Counter()
    cells: Counter[str] = Counter()
    with ProcessPoolExecutor(options.jobs) as pool:
        jobs = [pool.submit(one, options.seed, n, producers, options.juesuan, options.keep) for n in range(options.count)]
        for number, job in enumerate(jobs):
            for producer, (count, found) in job.result().items():
                same[producer] += not found
                cells[producer] += count
                for difference in found[:5]:
                    print(f"{number} {producer}: {difference}")
    for producer in producers:
        print(f"{producer:<14}{same[producer]:>4} of {options.count} the same, {cells[producer]} cells")
    return 0 if all(same[p] == options.count for p in producers) else 1


if __name__ == "__main__":
    sys.exit(main())
