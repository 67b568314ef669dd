"""Word documents, workbooks and archives that are damaged or meant to harm whoever reads them."""

from packing import zipped

TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def relations(*parts):
    inner = "".join(f'<Relationship Id="{i}" Type="{OFFICE}/{kind}" Target="{target}"/>' for i, kind, target in parts)
    return f'<Relationships xmlns="{RELATIONS}">{inner}</Relationships>'


def document(body, *more, head=""):
    return zipped(
        [
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", relations(("r", "officeDocument", "word/document.xml"))),
            ("word/document.xml", f'{head}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'),
            *more,
        ]
    )


def workbook(data, styles="", sheets=1):
    listed = "".join(f'<sheet name="s{i}" sheetId="{i + 1}" r:id="s{i}"/>' for i in range(sheets))
    targets = [(f"s{i}", "worksheet", "worksheets/sheet.xml") for i in range(sheets)]
    return zipped(
        [
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", relations(("r", "officeDocument", "xl/workbook.xml"))),
            ("xl/workbook.xml", f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>'),
            ("xl/_rels/workbook.xml.rels", relations(("y", "styles", "styles.xml"), *targets)),
            ("xl/styles.xml", f'<styleSheet xmlns="{SHEET}">{styles}</styleSheet>'),
            ("xl/worksheets/sheet.xml", f'<worksheet xmlns="{SHEET}">{data}</worksheet>'),
        ]
    )


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def word_bomb(draw):
    return document(" " * 200_000_000)


def word_text_bomb(draw):
    return document(paragraph("1,234.00 ") * 900_000)


def word_laughs(draw):
    entities = '<!ENTITY e0 "ha">' + "".join(f'<!ENTITY e{i} "' + f"&e{i - 1};" * 10 + '">' for i in range(1, 12))
    return document(paragraph("&e11;"), head=f"<!DOCTYPE d [{entities}]>")


def word_external_entity(draw):
    return document(paragraph("&x;"), head='<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>')


def word_deep_elements(draw):
    return document("<w:sdt>" * 100_000)


def word_deep_tables(draw):
    return document("<w:tbl><w:tr><w:tc>" * 160 + paragraph("1") + "</w:tc></w:tr></w:tbl>" * 160)


def word_wide_table(draw):
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr><w:p/></w:tc>'
    row = f"<w:tr>{cell * 3}</w:tr>"
    return document(f"<w:tbl>{row * 50}</w:tbl>")


def word_long_table(draw):
    row = "<w:tr>" + "<w:tc><w:p/></w:tc>" * 1000 + "</w:tr>"
    return document(f"<w:tbl>{row * 1500}</w:tbl>")


def word_cyclic_styles(draw):
    count = 5000
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{i}"><w:basedOn w:val="s{(i + 1) % count}"/></w:style>' for i in range(count)
    )
    more = [
        ("word/_rels/document.xml.rels", relations(("s", "styles", "styles.xml"))),
        ("word/styles.xml", f'<w:styles xmlns:w="{WORD}">{styles}</w:styles>'),
    ]
    body = "".join(f'<w:p><w:pPr><w:pStyle w:val="s{i}"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>' for i in range(count))
    return document(body, *more)


def word_cyclic_relations(draw):
    parts = [(f"h{i}", "header", "document.xml") for i in range(5000)]
    return document(paragraph("x") * 2000, ("word/_rels/document.xml.rels", relations(*parts)))


def word_list_of_itself(draw):
    level = '<w:lvl w:ilvl="0"><w:start w:val="2000000000"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1%1%9%"/></w:lvl>'
    numbering = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    more = [
        ("word/_rels/document.xml.rels", relations(("n", "numbering", "numbering.xml"))),
        ("word/numbering.xml", f'<w:numbering xmlns:w="{WORD}">{numbering}</w:numbering>'),
    ]
    item = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    return document(item * 20_000, *more)


def word_open_fields(draw):
    return document("<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 200_000 + "</w:p>")


def word_without_a_document(draw):
    return zipped([("[Content_Types].xml", TYPES), ("word/document2.xml", "<x/>")])


def word_truncated(draw):
    whole = document("".join(paragraph(f"{draw.random()}") for _ in range(5000)))
    return whole[: len(whole) // 2]


def word_flipped(draw):
    data = bytearray(document("".join(paragraph(f"{draw.random()}") for _ in range(5000))))
    for _ in range(40):
        data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)
    return bytes(data)


def sheet_of_empty_cells(draw):
    rows = "".join(f'<row r="{y}">' + "<c/>" * 1000 + "</row>" for y in range(1, 1001))
    return workbook(f"<sheetData>{rows}</sheetData>")


def sheet_of_figures(draw):
    rows = ("<row>" + "<c><v>1234.5</v></c>" * 100 + "</row>") * 6000
    return workbook(f"<sheetData>{rows}</sheetData>")


def sheet_too_full(draw):
    row = "<row>" + "<c/>" * 16000 + "</row>"
    return workbook(f"<sheetData>{row * 400}</sheetData>")


def sheet_merged_over(draw):
    rows = "".join(f'<row r="{y}"><c><v>1</v></c></row>' for y in range(1, 3001))
    merged = "".join(f'<mergeCell ref="{chr(65 + i % 26)}{i + 1}:XFD1048576"/>' for i in range(100_000))
    return workbook(f"<sheetData>{rows}</sheetData><mergeCells>{merged}</mergeCells>")


def sheet_far_apart(draw):
    cells = "".join(f'<row r="{y * 1000 + 1}"><c r="XFD{y * 1000 + 1}"><v>1</v></c></row>' for y in range(1000))
    return workbook(f'<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row>{cells}</sheetData>')


def sheet_hidden_columns(draw):
    columns = '<col min="1" max="16384" hidden="1"/>' * 200_000
    return workbook(f"<cols>{columns}</cols><sheetData><row><c><v>1</v></c></row></sheetData>")


def sheets_of_one_part(draw):
    row = "<row><c><v>1</v></c></row>"
    return workbook(f"<sheetData>{row * 10_000}</sheetData>", sheets=1500)


def sheets_too_many(draw):
    return workbook("<sheetData/>", sheets=50_000)


def format_without_end(draw):
    code = "0.00;" + "#,##0" * 400_000
    styles = f'<numFmts><numFmt numFmtId="200" formatCode="{code}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs>'
    row = "<row><c><v>-12.5</v></c><c><v>-1</v></c></row>"
    return workbook(f"<sheetData>{row * 200}</sheetData>", styles)


def number_without_end(draw):
    return workbook(f"<sheetData><row><c><v>{'9' * 3_000_000}</v></c><c><v>1e999999999</v></c></row></sheetData>")


def archive_bomb(draw):
    return zipped([("a.txt", "0" * 90_000_000)])


def archive_in_archive(draw):
    held = zipped([("a.txt", "1,234.00")])
    for _ in range(20):
        held = zipped([("a.zip", held)])
    return held


def archive_of_thousands(draw):
    return zipped([(f"{i}.txt", "") for i in range(20_000)])


def archive_of_bombs(draw):
    bomb = zipped([("a.txt", "0" * 8_000_000)])
    return zipped([(f"{i}.zip", bomb) for i in range(200)])


def archive_that_lies(draw):
    data = bytearray(zipped([("a.txt", "0" * 100_000)]))
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    data[22:26] = (10).to_bytes(4, "little")
    return bytes(data)


def archive_with_a_way_out(draw):
    return zipped([("../../../../etc/a.txt", "x"), ("/etc/b.txt", "y"), ("a!/b.txt", "z")])


KINDS = [
    word_bomb, word_text_bomb, word_laughs, word_external_entity, word_deep_elements, word_deep_tables, word_wide_table,
    word_long_table, word_cyclic_styles, word_cyclic_relations, word_list_of_itself, word_open_fields,
    word_without_a_document, word_truncated, word_flipped, sheet_of_empty_cells, sheet_of_figures, sheet_too_full,
    sheet_merged_over, sheet_far_apart, sheet_hidden_columns, sheets_of_one_part, sheets_too_many, format_without_end,
    number_without_end, archive_bomb, archive_in_archive, archive_of_thousands, archive_of_bombs, archive_that_lies,
    archive_with_a_way_out,
]  # fmt: skip
