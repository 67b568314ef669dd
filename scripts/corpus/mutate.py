"""Makes damaged copies of sound reports: mutate.py DIR COUNT SEED FILE...

Bytes are flipped, cut out, doubled and swapped between files, numbers become extreme; and each format is damaged below
its packing, where readers are less wary: the contents of a PDF's streams, the parts of Office documents and OFDs, the
members of archives, the records of workbooks, the table of pieces of a .doc, the parts of a saved page. The same seed
makes the same bytes. What a file is, its content tells; its name serves messages and the names of the copies.
"""

import random
import sys
from pathlib import Path

import damage_compound
import damage_message
import damage_packed
import damage_pdf
from damage import OF_BINARY, OF_BYTES, OF_MARKUP, OF_TEXT
from packing import seven_zip, tar_gz, zip_members

SIGNATURES = [
    (b"%PDF", "pdf"), (b"PK\x03\x04", "zip"), (b"\xd0\xcf\x11\xe0", "compound"), (b"7z\xbc\xaf", "7z"), (b"\x1f\x8b", "tgz"),
    (b"<?xml", "markup"), (b"<!DOCTYPE html", "markup"), (b"<html", "markup"),
]  # fmt: skip


def kind_of(data):
    for signature, kind in SIGNATURES:
        if data[:len(signature)].lower() == signature.lower():
            return "word" if kind == "compound" and b"W\0o\0r\0d\0D\0o\0c\0" in data else kind
    return "message" if b"\nMIME-Version:" in data[:1000] else "text"


def inner(data, draw, others):
    """A part or member, by what it is; archives in archives included."""
    if data:
        draw.choice(WAYS[kind_of(data)])(data, draw, others)


WAYS = {
    "pdf": OF_BYTES + 14 * [damage_pdf.below_compression],
    "zip": OF_BINARY + 2 * [damage_packed.zip_fields] + 40 * [damage_packed.in_zip(inner)],
    "tgz": OF_BINARY + 30 * [damage_packed.in_tar_gz(inner)],
    "compound": damage_compound.OF_COMPOUND,
    "word": damage_compound.OF_WORD,
    "markup": OF_MARKUP,
    "message": OF_TEXT + 30 * [damage_message.parts],
    "text": OF_TEXT,
}
# A 7z is made of a zip's members each time, as nothing here unpacks one.
AS_SEVEN_ZIP = damage_packed.as_seven_zip(inner)


def seeds(paths, suffix=None):
    """The files with their suffixes, or with another one: archives of the kinds that zips are made into."""
    found = [(path.suffix, path.read_bytes()) for path in paths]
    # An XML Spreadsheet is called .xls too, and read by other code.
    found = [(".xml" if kind == ".xls" and kind_of(data) == "markup" else kind, data) for kind, data in found]
    if suffix in (".7z", ".tgz"):
        pack = (lambda data: data) if suffix == ".7z" else (lambda data: tar_gz(zip_members(data)))
        found = [(suffix, pack(data)) for kind, data in found if kind == ".zip"]
    return found


def damaged(seed, draw, others):
    suffix, content = seed
    data = bytearray(content)
    if suffix == ".7z":
        AS_SEVEN_ZIP(data, draw, others)
        return bytes(data)
    ways = WAYS[kind_of(data)]
    for _ in range(draw.choice([1, 1, 2, 4])):
        if data:
            draw.choice(ways)(data, draw, others)
    return bytes(data)


def main():
    folder, count, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    found = seeds([Path(name) for name in sys.argv[4:]])
    folder.mkdir(parents=True, exist_ok=True)
    draw = random.Random(seed)
    others = [content for _, content in found]
    for number in range(count):
        which = found[number % len(found)]
        (folder / f"{number:05}{which[0]}").write_bytes(damaged(which, draw, others))


if __name__ == "__main__":
    main()
