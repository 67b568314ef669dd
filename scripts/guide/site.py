"""Makes a small web site of some documents, as a city's finance bureau has one: a list on several pages."""
import html
import shutil
import sys
from pathlib import Path

PAGE = """<!DOCTYPE html>
<html lang="zh"><head><meta charset="utf-8"><title>预决算公开</title></head><body>
<ul>
{entries}
</ul>
{next}
</body></html>
"""
ON_A_PAGE = 20


def main():
    folder, documents = Path(sys.argv[1]), sorted(Path(name) for name in sys.argv[2:])
    folder.mkdir(parents=True, exist_ok=True)
    for document in documents:
        shutil.copy(document, folder)
    lists = [documents[start : start + ON_A_PAGE] for start in range(0, len(documents), ON_A_PAGE)]
    names = ["index.html"] + [f"index_{number}.html" for number in range(1, len(lists))]
    for number, entries in enumerate(lists):
        links = "\n".join(f'<li><a href="{html.escape(entry.name)}">{html.escape(entry.stem)}</a></li>' for entry in entries)
        following = f'<a href="{names[number + 1]}">下一页</a>' if number + 1 < len(lists) else ""
        (folder / names[number]).write_text(PAGE.format(entries=links, next=following), encoding="utf-8")


if __name__ == "__main__":
    main()
