"""Prepares documents for `scripts/spark/compare`, and compares what the two ways make of them."""

import argparse
import glob
import json
import os
import sqlite3
import subprocess
import sys
from decimal import Decimal

HOSTILE = {
    "hostile-cut.pdf": lambda pdf: pdf[: len(pdf) // 3],
    "hostile-flipped.pdf": lambda pdf: bytes(byte ^ 0x55 for byte in pdf),
    "hostile-head.pdf": lambda pdf: b"%PDF-1.7\n%%EOF\n",
    "hostile-empty.pdf": lambda pdf: b"",
    "hostile-picture.pdf": lambda pdf: b"\x89PNG\r\n\x1a\n" + pdf[:100],
}


def prepare(work, count):
    """Documents that differ, made of those of the corpus, and a list of them with what is hostile and what is missing."""
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    sources = sorted(path for kind in ("pdf", "txt", "md") for path in glob.glob(f"{root}/corpus/*.{kind}"))
    sources = [path for path in sources if not path.endswith("README.md")]
    os.mkdir(f"{work}/reports")
    paths = []
    for index in range(count):
        source = sources[index % len(sources)]
        path = f"{work}/reports/{index:05d}-{os.path.basename(source)}"
        with open(source, "rb") as file, open(path, "wb") as copy:
            # A comment behind the end of a PDF, or an empty line behind a text, makes another file of the same content.
            copy.write(file.read() + (f"\n%{index}\n".encode() if path.endswith(".pdf") else b"\n" * (index // len(sources))))
        paths.append(path)
    with open(next(path for path in sources if path.endswith(".pdf")), "rb") as file:
        pdf = file.read()
    for name, damage in HOSTILE.items():
        paths.append(f"{work}/reports/{name}")
        with open(paths[-1], "wb") as file:
            file.write(damage(pdf))
    paths.append(f"{work}/reports/missing.pdf")
    with open(f"{work}/reports.txt", "w", encoding="utf-8") as file:
        file.writelines(path + "\n" for path in paths)


def compare(juesuan, work):
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.getOrCreate()
    database = sqlite3.connect(f"{work}/dataset.sqlite")
    years = dict(database.execute("SELECT document, fiscal_year FROM documents"))
    tables = json.loads(subprocess.run([juesuan, "columns", "--format", "json"], check=True, capture_output=True).stdout)
    different = 0
    rows = 0
    for table in tables["resources"]:
        fields = table["schema"]["fields"]
        names = [field["name"] for field in fields]
        kinds = {field["name"]: field["type"] for field in fields}
        expected = sorted((tuple(row) for row in of_sqlite(database, table["name"], names, kinds)), key=repr)
        parquet = f"{work}/parquet/{table['name']}"
        frame = spark.read.parquet(parquet) if has_rows(parquet) else None
        found = sorted((tuple(row) for row in frame.select(*names).collect()), key=repr) if frame else []
        if frame and "fiscal_year" not in names and "document" in names:
            for document, year in frame.select("document", "fiscal_year").distinct().collect():
                if years.get(document) != year:
                    print(f"{table['name']}: {document} stands in the partition of {year}")
                    different += 1
        rows += len(expected)
        for a, b in zip(expected, found):
            if a != b:
                print(f"{table['name']}:\n  SQLite  {a}\n  Parquet {b}")
                different += 1
                break
        different += len(expected) != len(found)
        print(f"{table['name']}: {len(expected)} rows in SQLite, {len(found)} in Parquet")
    print("the same, row for row" if not different else f"{different} tables differ", f"({rows} rows)")
    sys.exit(1 if different else 0)


def has_rows(parquet):
    return bool(glob.glob(f"{parquet}/**/*.parquet", recursive=True))


def of_sqlite(database, table, names, kinds):
    """The rows as Parquet should hold them: amounts as decimals, flags as truth values."""
    selected = [name.replace("yuan", "fen") if kinds[name] == "number" else name for name in names]
    for row in database.execute(f"SELECT {', '.join(selected)} FROM {table}"):
        yield [value_of(value, kinds[name]) for name, value in zip(names, row)]


def value_of(value, kind):
    if value is None:
        return None
    if kind == "number":
        return (Decimal(value) / 100).quantize(Decimal("0.00000001"))
    return bool(value) if kind == "boolean" else value


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("step", choices=["prepare", "compare"])
    parser.add_argument("--juesuan")
    parser.add_argument("--work", required=True)
    parser.add_argument("--count", type=int, default=500)
    arguments = parser.parse_args()
    if arguments.step == "prepare":
        prepare(arguments.work, arguments.count)
    else:
        compare(arguments.juesuan, arguments.work)
