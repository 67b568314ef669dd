"""Workbooks and documents of old, in compound files that are damaged or meant to harm whoever reads them."""

import struct

END = 0xFFFFFFFE
NONE = 0xFFFFFFFF
TABLE = 0xFFFFFFFD
LIST = 0xFFFFFFFC


def compound(stream, name="Workbook", table_of=None, header_of=None):
    """A compound file with one stream of at least 4096 bytes; what changes its table and its header may be given."""
    stream = stream.ljust(4096, b"\0")
    sectors = -(-len(stream) // 512)
    directory, entries = sectors, entry("Root Entry", 5, child=1) + entry(name, 2, start=0, size=len(stream))
    tables = lists = 0
    while tables * 128 < sectors + 1 + tables + lists:
        tables += 1
        lists = max(0, -(-(tables - 109) // 127))
    table = [*range(1, sectors), END, END, *([TABLE] * tables), *([LIST] * lists)]
    table += [NONE] * (tables * 128 - len(table))
    if table_of:
        table_of(table)
    # The header lists the sectors of the table, and further sectors the rest of them.
    first = directory + 1
    listed = list(range(first, first + tables))
    further = b""
    for index in range(lists):
        part = listed[109 + 127 * index : 109 + 127 * (index + 1)]
        after = first + tables + index + 1 if index + 1 < lists else END
        further += struct.pack("<128I", *part, *([NONE] * (127 - len(part))), after)
    header = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 10
    header += struct.pack("<IIIIIIII", tables, directory, 0, 4096, END, 0, first + tables if lists else END, lists)
    header += struct.pack("<109I", *(listed + [NONE] * 109)[:109])
    if header_of:
        header_of(header)
    body = stream.ljust(sectors * 512, b"\0") + entries.ljust(512, b"\0")
    return bytes(header) + body + struct.pack(f"<{len(table)}I", *table) + further


def entry(name, kind, child=NONE, start=END, size=0):
    letters = (name + "\0").encode("utf-16-le")
    return struct.pack("<64sHBBIII36xIQ", letters, len(letters), kind, 1, NONE, NONE, child, start, size)


def record(number, body=b""):
    return struct.pack("<HH", number, len(body)) + body


def words(*values):
    return struct.pack(f"<{len(values)}H", *values)


BEGIN = record(0x0809, words(0x0600, 5, 0, 0, 0, 0, 0, 0))
SHEET = record(0x0809, words(0x0600, 0x10, 0, 0, 0, 0, 0, 0))
STOP = record(0x000A)
LOOKS = record(0x00E0, words(0, 0, 0, 0, 0, 0x1111, 0, 0, 0, 0))


def workbook(cells, looks=LOOKS, sheets=1, apart=0):
    """A workbook whose sheets all begin at the same records, or so many bytes apart."""
    name = b"\x01\x00s"
    head = len(BEGIN) + len(looks) + sheets * (4 + 6 + len(name)) + len(STOP)
    listed = b"".join(record(0x0085, struct.pack("<IH", head + i * apart, 0) + name) for i in range(sheets))
    return BEGIN + looks + listed + STOP + SHEET + cells + STOP


def number(row, column, value=1.0):
    return record(0x0203, words(row, column, 0) + struct.pack("<d", value))


def compound_chain_in_a_circle(draw):
    def bend(table):
        table[5] = 3

    return compound(workbook(number(0, 0) * 500), table_of=bend)


def compound_directory_in_a_circle(draw):
    def bend(table):
        for index, value in enumerate(table):
            if value == END:
                table[index] = index

    return compound(workbook(number(0, 0)), table_of=bend)


def compound_short_chain_in_a_circle(draw):
    def bend(header):
        struct.pack_into("<II", header, 60, 0, 0x7FFFFFFF)

    return compound(workbook(number(0, 0)), header_of=bend)


def compound_claiming_sectors(draw):
    def bend(header):
        struct.pack_into("<I", header, 44, 0x7FFFFFFF)
        struct.pack_into("<II", header, 68, 0, 0x7FFFFFFF)

    return compound(workbook(number(0, 0)), header_of=bend)


def compound_truncated(draw):
    whole = compound(workbook(b"".join(number(y, x) for y in range(500) for x in range(10))))
    return whole[: len(whole) // 2]


def compound_flipped(draw):
    data = bytearray(compound(workbook(b"".join(number(y, x) for y in range(500) for x in range(10)))))
    for _ in range(40):
        data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)
    return bytes(data)


def compound_of_noise(draw):
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + draw.randbytes(200_000)


def records_claiming_texts(draw):
    texts = record(0x00FC, struct.pack("<II", NONE, NONE) + words(0xFFFF) + b"\x0d" + words(0xFFFF) + struct.pack("<I", NONE))
    return compound(workbook(number(0, 0), LOOKS + texts))


def records_of_empty_texts(draw):
    piece = record(0x003C, b"\0\0\0" * 2700)
    return compound(workbook(number(0, 0), LOOKS + record(0x00FC, struct.pack("<II", NONE, NONE)) + piece * 1200))


def records_of_empty_cells(draw):
    cells = b"".join(record(0x00BE, words(y, 0, *([0] * 256), 255)) for y in range(4000))
    return compound(workbook(cells))


def records_too_full(draw):
    cells = b"".join(record(0x00BE, words(y % 65536, 0, *([0] * 256), 255)) for y in range(20_000))
    return compound(workbook(cells))


def records_of_wrong_sizes(draw):
    kinds = [0x0203, 0x00BD, 0x027E, 0x0204, 0x00FD, 0x0205, 0x0006, 0x0208, 0x007D, 0x00E5, 0x0207, 0x0225, 0x00BE, 0x0201, 0x00D6]
    cells = b"".join(record(draw.choice(kinds), draw.randbytes(draw.randrange(24))) for _ in range(100_000))
    return compound(workbook(cells, LOOKS + b"".join(record(k, draw.randbytes(3)) for k in (0x31, 0x41E, 0xE0, 0x92, 0x22))))


def records_merged_over(draw):
    cells = b"".join(number(y, 0) for y in range(60_000))
    merged = record(0x00E5, words(1000, *[v for i in range(1000) for v in (i, 65535, i % 256, 255)]))
    return compound(workbook(cells + merged * 100))


def records_within_records(draw):
    return compound(workbook(SHEET * 200_000))


def records_of_one_sheet(draw):
    return compound(workbook(number(0, 0) * 100_000, sheets=1500))


def records_of_sheets_in_each_other(draw):
    return compound(workbook(SHEET * 1500 + number(0, 0) * 100_000 + STOP * 1500, sheets=1500, apart=len(SHEET)))


def records_without_an_end(draw):
    return compound(BEGIN + LOOKS * 20_000)


def spreadsheet(table):
    names = 'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'
    return f'<?xml version="1.0"?><Workbook {names}><Worksheet ss:Name="s"><Table>{table}</Table></Worksheet></Workbook>'.encode()


def spreadsheet_of_empty_cells(draw):
    return spreadsheet(("<Row>" + "<Cell/>" * 1000 + "</Row>") * 1000)


def spreadsheet_of_spans(draw):
    cell = '<Cell ss:Index="16384" ss:MergeAcross="16384" ss:MergeDown="1048576"><Data ss:Type="Number">1</Data></Cell>'
    return spreadsheet('<Column ss:Span="16384" ss:Hidden="1"/>' * 10_000 + f"<Row>{cell}</Row>" * 50_000)


def spreadsheet_cut(draw):
    whole = spreadsheet('<Row><Cell><Data ss:Type="Number">1</Data></Cell></Row>' * 1000)
    return whole[: len(whole) // 2]


def binary_word_claiming_text(draw):
    head = bytearray(words(0xA5EC, 0x00C1).ljust(4096, b"\0"))
    struct.pack_into("<I", head, 76, 0x7FFFFFFF)
    struct.pack_into("<II", head, 418, 0, 0x7FFFFFFF)
    return compound(bytes(head), name="WordDocument")


KINDS = [
    compound_chain_in_a_circle, compound_directory_in_a_circle, compound_short_chain_in_a_circle, compound_claiming_sectors,
    compound_truncated, compound_flipped, compound_of_noise, records_claiming_texts, records_of_empty_texts,
    records_of_empty_cells, records_too_full, records_of_wrong_sizes, records_merged_over, records_within_records,
    records_of_one_sheet, records_of_sheets_in_each_other, records_without_an_end, spreadsheet_of_empty_cells,
    spreadsheet_of_spans, spreadsheet_cut, binary_word_claiming_text,
]  # fmt: skip
