"""Makes files that are damaged or meant to harm whoever reads them: hostile.py DIR [SEED].

Truncated, flipped, encrypted, empty, bombs of every kind that PDFs, Office documents and archives allow, and what is none. The same seed
makes the same bytes. Each file's name says what it is; `KINDS` lists them.
"""
import random
import sys
import zlib
from pathlib import Path

import bombs
import hostile_compound
import hostile_office
import hostile_web
from packing import zipped
from raw_pdf import Pdf, one_page, pages

def sound_pages(count, draw):
    lines = []
    for line in range(30):
        lines.append(b"BT /F 10 Tf 50 %d Td (%d %d.%02d) Tj ET" % (780 - 20 * line, line, draw.randrange(9999), line))
    return pages(count, b"\n".join(lines)).bytes()


def truncated(draw):
    data = sound_pages(3, draw)
    return data[: len(data) * 2 // 3]


def head_only(draw):
    return sound_pages(1, draw)[:300]


def flipped(draw):
    data = bytearray(sound_pages(5, draw))
    for _ in range(len(data) // 50):
        data[draw.randrange(20, len(data))] ^= 1 << draw.randrange(8)
    return bytes(data)


def flipped_flate(draw):
    data = bytearray(one_page(b"BT /F 10 Tf 50 700 Td (100.00) Tj ET\n" * 2000, compress=True).bytes())
    start = data.index(b"stream")
    for _ in range(20):
        data[start + draw.randrange(10, 200)] ^= 1 << draw.randrange(8)
    return bytes(data)


def random_hex(draw, count):
    return draw.randbytes(count).hex()


def encrypted(draw):
    # No password opens it: what it is checked against is random.
    pdf = one_page(b"BT ET")
    number = pdf.add(f"<</Filter/Standard/V 2/R 3/Length 128/P -4/O<{random_hex(draw, 32)}>/U<{random_hex(draw, 32)}>>>")
    return pdf.bytes(f"/Encrypt {number} 0 R/ID[<{random_hex(draw, 16)}><{random_hex(draw, 16)}>]")


def no_pages(draw):
    pdf = Pdf()
    pdf.add("<</Type/Catalog/Pages 2 0 R>>")
    pdf.add("<</Type/Pages/Kids[]/Count 0>>")
    return pdf.bytes()


def claimed_pages(draw):
    return one_page(b"BT ET", count=2**31 - 1).bytes()


def many_pages(draw):
    return pages(60000, b"BT /F 10 Tf 50 700 Td (1.00) Tj ET").bytes()


def page_tree_loop(draw):
    pdf = Pdf()
    pdf.add("<</Type/Catalog/Pages 2 0 R>>")
    pdf.add("<</Type/Pages/Kids[3 0 R]/Count 1000>>")
    pdf.add("<</Type/Pages/Parent 2 0 R/Kids[2 0 R 3 0 R]/Count 1000>>")
    return pdf.bytes()


def xref_loop(draw):
    return one_page(b"BT ET").bytes("/Prev 9")[:-6] + b"startxref\n9\n%%EOF\n"


def flate_bomb(draw):
    """A hundred kilobytes that become fifty megabytes of drawing."""
    line = b"0 0 m 100 100 l S\n"
    machine = zlib.compressobj(9)
    packed = machine.compress(line * 64)
    chunk = line * 58000
    for _ in range(50):
        packed += machine.compress(chunk)
    packed += machine.flush()
    pdf = one_page(b"")
    pdf.objects[-1] = b"<</Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (len(packed), packed)
    return pdf.bytes()


def flate_bomb_twice(draw):
    """Compressed twice: kilobytes that become thirty gigabytes of blanks, which take minutes and draw nothing."""
    blanks = zlib.compressobj(9)
    first = blanks.compress(b" " * (1 << 22)) + blanks.flush(zlib.Z_FULL_FLUSH)
    # After a full flush the same bytes stand for as many blanks again.
    again = blanks.compress(b" " * (1 << 22)) + blanks.flush(zlib.Z_FULL_FLUSH)
    machine = zlib.compressobj(9)
    packed = machine.compress(first) + b"".join(machine.compress(again) for _ in range(7500)) + machine.flush()
    pdf = one_page(b"")
    pdf.objects[-1] = b"<</Filter[/FlateDecode/FlateDecode]/Length %d>>\nstream\n%s\nendstream" % (len(packed), packed)
    return pdf.bytes()


def object_stream_bomb(draw):
    """The cross-references stand in a stream that becomes two gigabytes."""
    machine = zlib.compressobj(9)
    packed = b"".join(machine.compress(bytes(1 << 22)) for _ in range(500)) + machine.flush()
    head = b"%PDF-1.7\n"
    body = b"1 0 obj\n<</Type/XRef/W[1 4 2]/Size 300000000/Root 2 0 R/Filter/FlateDecode/Length %d>>\nstream\n" % len(packed)
    return head + body + packed + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(head)


def forms_in_forms(draw):
    """Each form draws the next one ten times: ten to the ninth in all."""
    depth = 9
    pdf = one_page(b"/X Do\n" * 10, resources="/XObject<</X 5 0 R>>")
    for level in range(depth):
        content = b"/X Do\n" * 10 if level < depth - 1 else b"0 0 m 9 9 l S"
        entries = f"/Type/XObject/Subtype/Form/BBox[0 0 600 850]/Resources<</XObject<</X {6 + level} 0 R>>>>"
        pdf.stream(content, entries)
    return pdf.bytes()


def form_in_itself(draw):
    pdf = one_page(b"/X Do", resources="/XObject<</X 5 0 R>>")
    pdf.stream(b"/X Do /X Do", "/Type/XObject/Subtype/Form/BBox[0 0 600 850]/Resources<</XObject<</X 5 0 R>>>>")
    return pdf.bytes()


def deep_arrays(draw):
    return one_page(b"BT ET", page=f"/Annots {'[' * 2_000_000}").bytes()


def deep_states(draw):
    return one_page(b"q " * 3_000_000 + b"BT /F 10 Tf (1) Tj ET", compress=True).bytes()


def million_glyphs(draw):
    text = b"BT /F 1 Tf 1 0 0 1 10 10 Tm (" + b"1234567890" * 500_000 + b") Tj ET"
    return one_page(text, compress=True).bytes()


def many_rulings(draw):
    """Pages of a grid with very many lines."""
    lines = [b"%d %d m %d %d l S" % (x % 595, 0, x % 595, 842) for x in range(20000)]
    lines += [b"0 %d m 595 %d l S" % (y % 842, y % 842) for y in range(20000)]
    return pages(30, b"\n".join(lines), compress=True).bytes()


def pattern_bomb(draw):
    pdf = one_page(b"/Pattern cs /P scn 0 0 595 842 re f", resources="/Pattern<</P 5 0 R>>")
    entries = (
        "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep 0.0001/YStep 0.0001/Resources<<>>"
    )
    pdf.stream(b"0 0 1 1 re f", entries)
    return pdf.bytes()


def unicode_map_bomb(draw):
    pdf = one_page(b"BT /U 10 Tf 50 700 Td <0001> Tj ET", resources="/Font<</U 5 0 R>>")
    pdf.add(
        "<</Type/Font/Subtype/Type0/BaseFont/S/Encoding/Identity-H/ToUnicode 7 0 R/DescendantFonts[6 0 R]>>"
    )
    pdf.add("<</Type/Font/Subtype/CIDFontType2/BaseFont/S/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>")
    ranges = b"".join(b"<%06x> <%06x> <0041>\n" % (n << 12, (n << 12) + 0xFFF) for n in range(4096))
    pdf.stream(
        b"/CIDInit/ProcSet findresource begin begincmap 1 begincodespacerange <000000> <ffffff> endcodespacerange\n"
        + b"4096 beginbfrange\n" + ranges + b"endbfrange endcmap end", compress=True)
    return pdf.bytes()


def huge_predictor(draw):
    pdf = one_page(b"")
    data = zlib.compress(bytes(100))
    pdf.objects[-1] = (
        b"<</Filter/FlateDecode/DecodeParms<</Predictor 15/Colors 32/BitsPerComponent 16/Columns 30000000>>"
        b"/Length %d>>\nstream\n%s\nendstream" % (len(data), data))
    return pdf.bytes()


def inline_image_bomb(draw):
    content = b"BI /W 100000 /H 100000 /BPC 8 /CS /RGB /F /Fl ID " + zlib.compress(bytes(1 << 20)) + b" EI\n"
    return one_page(content * 50).bytes()


def long_text_line(draw):
    return ("2024年度部门决算 收入支出决算总表 " + "1,234.56 " * 6_000_000).encode()


def text_of_tables(draw):
    row = "2010101\t行政运行\t1,234.56\t1,234.56\t0.00\t0.00\t0.00\n"
    return ("某某局2024年度部门决算\n收入决算表\n单位：万元\n科目编码\t科目名称\t合计\n" + row * 700_000).encode()


def deep_json(draw):
    return b'{"format": "juesuan/1", "source": ' + b"[" * 1_000_000


def not_a_pdf(draw):
    return b"<!DOCTYPE html><html><head><title>404</title></head><body>Not found</body></html>"


def archive(draw):
    return zipped([("xl/workbook.xml", "<workbook/>")], stored=["xl/workbook.xml"])


def noise(draw):
    return draw.randbytes(200_000)


def noise_behind_a_head(draw):
    return b"%PDF-1.4\n" + draw.randbytes(200_000)


def empty(draw):
    return b""


KINDS = [
    truncated, head_only, flipped, flipped_flate, encrypted, no_pages, claimed_pages, many_pages, page_tree_loop,
    xref_loop, flate_bomb, flate_bomb_twice, object_stream_bomb, forms_in_forms, form_in_itself, deep_arrays,
    deep_states, million_glyphs, many_rulings, pattern_bomb, unicode_map_bomb, huge_predictor, inline_image_bomb,
    long_text_line, text_of_tables, deep_json, not_a_pdf, archive, noise, noise_behind_a_head, empty, *bombs.KINDS,
    *hostile_office.KINDS, *hostile_compound.KINDS, *hostile_web.KINDS,
]


# By how the names of the kinds begin; what a file is, its content tells.
SUFFIXES = {"word": "docx", "sheet": "xlsx", "sheets": "xlsx", "format": "xlsx", "number": "xlsx", "archive": "zip",
            "compound": "xls", "records": "xls", "spreadsheet": "xls", "binary": "doc",
            "web": "html", "saved": "mht", "ofd": "ofd"}


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__.splitlines()[0])
    folder, seed = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) == 3 else 1
    folder.mkdir(parents=True, exist_ok=True)
    for number, kind in enumerate(KINDS, 1):
        suffix = "txt" if kind in (long_text_line, text_of_tables, deep_json) else SUFFIXES.get(kind.__name__.split("_")[0], "pdf")
        name = f"{number:02}-{kind.__name__.replace('_', '-')}.{suffix}"
        (folder / name).write_bytes(kind(random.Random(seed * 1000 + number)))
    print(f"{len(KINDS)} files in {folder}")


if __name__ == "__main__":
    main()
