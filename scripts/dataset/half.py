"""Copies every other document of a folder of results, and of one in ten another version, to see it brought up to date."""

import json
import os
import shutil
import sys

from check import documents

results, half = sys.argv[1:]
entries = []
for number, (name, document, report) in enumerate(documents(results)):
    if number % 2:
        continue
    for path in (document, report):
        if path:
            os.makedirs(os.path.dirname(f"{half}/{path}"), exist_ok=True)
            shutil.copyfile(f"{results}/{path}", f"{half}/{path}")
    if number % 10 == 0:
        with open(f"{half}/{document}", encoding="utf-8") as file:
            content = json.load(file)
        content["department"] = "改"
        with open(f"{half}/{document}", "w", encoding="utf-8") as file:
            json.dump(content, file, ensure_ascii=False)
    entries.append({"name": name, "sha256": None, "status": "done", "document": document, "report": report})
if os.path.exists(f"{results}/index.jsonl"):
    with open(f"{half}/index.jsonl", "w", encoding="utf-8") as file:
        for entry in entries:
            file.write(json.dumps(entry, ensure_ascii=False) + "\n")
