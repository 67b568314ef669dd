"""Damages the streams of compound files: the sectors stay sound, or are what is damaged.

A workbook's stream is changed record by record and put into a new compound file, so that records may grow and vanish; the
streams of others are changed where they lie.
"""

import struct

from damage import OF_BINARY, flip, words
from hostile_compound import compound

BOUND_SHEET, BEGIN = 0x0085, 0x0809
# Of a Word document's information block: the length of its text, and where its table of pieces is.
TEXT_LENGTH, PIECES = 76, 418


class Compound:
    """Where the streams of a sound compound file of small sectors lie."""

    def __init__(self, data):
        self.data = data
        listed = [n for n in struct.unpack_from("<109I", data, 76) if n < 0xFFFFFFF0]
        self.table = [n for sector in listed for n in struct.unpack_from("<128I", data, (sector + 1) * 512)]
        self.places = {0: [(sector + 1) * 512 for sector in listed]}
        self.directory = [(sector + 1) * 512 for sector in self.chain(struct.unpack_from("<I", data, 48)[0])]
        self.streams = {}
        for at in self.directory:
            for entry in range(at, at + 512, 128):
                length, kind = struct.unpack_from("<HB", data, entry + 64)
                first, size = struct.unpack_from("<IQ", data, entry + 116)
                if kind == 2 and size >= 4096:
                    name = data[entry:entry + max(0, length - 2)].decode("utf-16-le")
                    self.streams[name] = ([(sector + 1) * 512 for sector in self.chain(first)], size)

    def chain(self, sector):
        found = []
        while sector < len(self.table) and len(found) < len(self.table):
            found.append(sector)
            sector = self.table[sector]
        return found

    def read(self, name):
        places, size = self.streams[name]
        return bytearray(b"".join(self.data[at:at + 512] for at in places)[:size])

    def write(self, name, content):
        places, size = self.streams[name]
        for number, at in enumerate(places):
            piece = content[512 * number:min(size, 512 * (number + 1))]
            self.data[at:at + len(piece)] = piece


def opened(data):
    """None where an earlier way left no compound file of it."""
    try:
        return Compound(data)
    except (struct.error, UnicodeDecodeError, IndexError):
        return None


def sectors(data, draw, others):
    """The header, the table of sectors and the directory."""
    file = opened(data)
    if file is None:
        return
    at = draw.choice([0, *file.places[0], *file.directory])
    piece = bytearray(data[at:at + 512])
    if piece:
        draw.choice([words, words, flip])(piece, draw, others)
        data[at:at + 512] = piece


def streams(data, draw, others):
    file = opened(data)
    if file is None or not file.streams:
        return
    name = draw.choice(sorted(file.streams))
    content = file.read(name)
    if content:
        draw.choice([words, flip])(content, draw, others)
        file.write(name, content)


def pieces(data, draw, others):
    """The table of pieces of a Word document, and what leads to it."""
    file = opened(data)
    if file is None or not {"WordDocument", "1Table"} <= file.streams.keys():
        return
    document, table = file.read("WordDocument"), file.read("1Table")
    start, size = struct.unpack_from("<II", document, PIECES)
    if draw.random() < 0.7:
        piece = table[start:start + size]
        if piece:
            draw.choice([words, words, flip])(piece, draw, others)
            table[start:start + size] = piece
            file.write("1Table", table)
    else:
        at = draw.choice([0, 2, 10, TEXT_LENGTH, PIECES, PIECES + 4])
        field = document[at:at + 4]
        words(field, draw, others)
        document[at:at + 4] = field
        file.write("WordDocument", document)


def records(data, draw, others):
    """The records of a workbook: some are changed, doubled, moved, gone, or lie about their size."""
    file = opened(data)
    if file is None or "Workbook" not in file.streams:
        return
    found = read_records(bytes(file.read("Workbook")))
    for _ in range(draw.choice([1, 3, 10, 40])):
        if not found:
            break
        at = draw.randrange(len(found))
        number, body, _ = found[at]
        way = draw.random()
        if way < 0.6:
            changed = bytearray(body)
            if changed:
                draw.choice([*OF_BINARY, words, words])(changed, draw, others)
            found[at] = (number, bytes(changed[:8224]), None)
        elif way < 0.7:
            del found[at]
        elif way < 0.8:
            found[at:at] = [found[at]] * draw.choice([1, 3, 500])
        elif way < 0.87:
            found[at] = (draw.choice(found)[0], body, None)
        elif way < 0.94:
            found[at] = draw.choice(found)
        else:
            found[at] = (number, body, draw.choice([0, 1, len(body) + 1, 0xFFFF, 0x2020]))
    data[:] = compound(written_records(found, is_mended=draw.random() < 0.8))


def read_records(stream):
    found, at = [], 0
    while at + 4 <= len(stream):
        number, size = struct.unpack_from("<HH", stream, at)
        if number == 0 and size == 0:
            break
        found.append((number, stream[at + 4:at + 4 + size], None))
        at += 4 + size
    return found


def written_records(found, is_mended):
    """The stream of records; the places of its sheets are mended where that is wanted, else they are as they were."""
    begins, at = [], 0
    for number, body, _ in found:
        if number == BEGIN:
            begins.append(at)
        at += 4 + len(body)
    sheets = iter(begins[1:])
    made = []
    for number, body, size in found:
        if number == BOUND_SHEET and is_mended:
            body = struct.pack("<I", next(sheets, 0)) + body[4:]
        made.append(struct.pack("<HH", number, len(body) if size is None else size) + body)
    return b"".join(made)


OF_COMPOUND = OF_BINARY + 4 * [sectors] + 8 * [streams] + 24 * [records]
OF_WORD = OF_BINARY + 4 * [sectors] + 8 * [streams] + 16 * [pieces]
