"""A Spark job: reads reports with juesuan on the workers and writes the tables of the dataset as Parquet.

    spark-submit scripts/spark/reports_to_parquet.py --juesuan .build/release/juesuan --list reports.txt --output parquet

The list names one report a line, by paths that all workers can read. The command is one file and travels with the job; the
workers need Poppler. Each table becomes a folder, partitioned by fiscal year, with the columns that `juesuan columns` lists:
amounts are decimals, lists are JSON. What is no report, or breaks or hangs its reader, costs one row in `inputs`, with its
reason.
"""

import argparse
import csv
import json
import os
import subprocess
import tempfile

from pyspark import SparkFiles
from pyspark.sql import SparkSession
from pyspark.sql.functions import col, from_json
from pyspark.sql.types import BooleanType, DecimalType, LongType, StringType

from reader import Limits, rows_of_partition

TYPES = {
    "string": StringType(),
    "array": StringType(),
    "integer": LongType(),
    "boolean": BooleanType(),
    "number": DecimalType(38, 8),
}


def descriptor(juesuan):
    """The tables with their columns and types, as the command itself tells them."""
    return json.loads(subprocess.run([juesuan, "columns", "--format", "json"], check=True, capture_output=True).stdout)


def is_of_documents(table):
    fields = [field["name"] for field in table["schema"]["fields"]]
    return "document" in fields


def convert(spark, juesuan, paths, output, partitions, limits):
    tables = descriptor(juesuan)["resources"]
    inputs = next(table for table in tables if table["name"] == "inputs")
    input_fields = [field["name"] for field in inputs["schema"]["fields"]]
    documents = next(table for table in tables if table["name"] == "documents")
    year_position = [field["name"] for field in documents["schema"]["fields"]].index("fiscal_year")
    spark.sparkContext.addFile(juesuan)
    name = os.path.basename(juesuan)

    def read(paths):
        return rows_of_partition(SparkFiles.get(name), paths, input_fields, year_position, limits)

    # Written once, so that no report is read twice for the sake of another table.
    staging = f"{output}/_staging"
    lines = spark.sparkContext.parallelize(paths, partitions).mapPartitions(read)
    spark.createDataFrame(lines, "table string, fiscal_year int, line string").write.mode("overwrite").partitionBy(
        "table"
    ).parquet(staging)
    staged = spark.read.parquet(staging)
    for table in tables:
        if is_of_documents(table):
            write_table(staged, table, output)
    write_code_lists(spark, juesuan, [table for table in tables if not is_of_documents(table)], output)
    remove(spark, staging)


def write_table(staged, table, output):
    """Values are taken from the text of the JSON: no amount passes through a binary number."""
    values = from_json(col("line"), "table string, row array<string>")["row"]
    rows = staged.where(col("table") == table["name"]).select(values.alias("v"), col("fiscal_year"))
    columns = [
        col("v")[position].cast(TYPES[field["type"]]).alias(field["name"])
        for position, field in enumerate(table["schema"]["fields"])
        if field["name"] != "fiscal_year"
    ]
    rows.select(*columns, col("fiscal_year")).write.mode("overwrite").partitionBy("fiscal_year").parquet(
        f"{output}/{table['name']}"
    )


def write_code_lists(spark, juesuan, tables, output):
    """They are the same in every dataset, that of no documents among them."""
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(f"{folder}/none")
        subprocess.run([juesuan, "dataset", f"{folder}/none", "-o", f"{folder}/csv", "--quiet"], check=True)
        for table in tables:
            fields = table["schema"]["fields"]
            with open(f"{folder}/csv/{table['name']}.csv", encoding="utf-8", newline="") as file:
                rows = list(csv_rows(file, table))
            schema = ", ".join(f"`{field['name']}` {TYPES[field['type']].simpleString()}" for field in fields)
            spark.createDataFrame(rows, schema).coalesce(1).write.mode("overwrite").parquet(f"{output}/{table['name']}")


def csv_rows(file, table):
    lines = csv.reader(file)
    next(lines)
    for line in lines:
        yield tuple(value_of(text, field, table["schema"]["primaryKey"]) for text, field in zip(line, table["schema"]["fields"]))


def value_of(text, field, key):
    if not text and field["name"] not in key:
        return None
    return int(text) if field["type"] == "integer" else text == "true" if field["type"] == "boolean" else text


def remove(spark, path):
    jvm = spark.sparkContext._jvm
    hadoop_path = jvm.org.apache.hadoop.fs.Path(path)
    hadoop_path.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration()).delete(hadoop_path, True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--juesuan", required=True, help="the command")
    parser.add_argument("--list", required=True, help="a file that names one report a line")
    parser.add_argument("--output", required=True, help="the folder for the tables")
    parser.add_argument("--partitions", type=int, default=64, help="into how many parts the list is cut")
    parser.add_argument("--seconds", type=float, default=60, help="the time that one report may take")
    parser.add_argument("--megabytes", type=int, default=2048, help="the address space that a reader may take")
    arguments = parser.parse_args()
    with open(arguments.list, encoding="utf-8") as file:
        paths = [line.rstrip("\n") for line in file if line.strip()]
    spark = SparkSession.builder.appName("juesuan").getOrCreate()
    here = os.path.dirname(os.path.abspath(__file__))
    spark.sparkContext.addPyFile(f"{here}/reader.py")
    limits = Limits(arguments.seconds, arguments.megabytes)
    partitions = max(1, min(arguments.partitions, len(paths)))
    convert(spark, os.path.abspath(arguments.juesuan), paths, arguments.output, partitions, limits)
    spark.stop()


if __name__ == "__main__":
    main()
