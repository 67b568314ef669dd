"""Small files that ask for all time, memory or stack there is: one kind for each way that a PDF has."""
import struct
import zlib

from raw_pdf import FONT, Pdf, one_page, page_body


def deflated(data, times=1):
    """The same data so many times, compressed. After a full flush the same bytes stand for the same data again."""
    machine = zlib.compressobj(9)
    first, again = (machine.compress(data) + machine.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    return first + again * (times - 1) + machine.flush()


def filtered(content, filters, resources=FONT, parms=""):
    """A page whose contents are already encoded."""
    pdf = one_page(b"", resources)
    entries = f"/Filter[{' '.join(filters)}]/DecodeParms[{parms}]" if parms else f"/Filter[{' '.join(filters)}]"
    pdf.objects[3] = b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries.encode(), len(content), content)
    return pdf


def nested_filters(draw):
    """Some hundred bytes: blanks compressed three times, in hexadecimal between."""
    inner = deflated(b" " * (1 << 20), 4096)
    middle = zlib.compress(inner.hex().encode(), 9)
    data = zlib.compress(middle, 9)
    return filtered(data, ["/FlateDecode", "/FlateDecode", "/ASCIIHexDecode", "/FlateDecode"]).bytes()


def lzw_bomb(draw):
    """Blanks, each code longer by one than the one before, and the result compressed again."""
    bits, codes, width = [], [256, 32], 9
    codes += range(258, 4093)
    for code in codes:
        bits.append(f"{code:0{width}b}")
        # The table grows with every code but the first after a clear.
        size = 257 + len(bits) - 1
        width = 9 if size < 511 else 10 if size < 1023 else 11 if size < 2047 else 12
    text = "".join(bits)
    text += "0" * (-len(text) % 8)
    block = int(text, 2).to_bytes(len(text) // 8, "big")
    return filtered(deflated(block, 3000), ["/FlateDecode", "/LZWDecode"]).bytes()


def run_length_bomb(draw):
    return filtered(deflated(b"\x81 " * (1 << 20), 120), ["/FlateDecode", "/RunLengthDecode"]).bytes()


def jbig2_page(width, height):
    segment = struct.pack(">IBBBI", 0, 48, 0, 1, 19)
    return segment + struct.pack(">IIIIBH", width, height, 0, 0, 0, 0)


def jbig2_contents(draw):
    """The page's contents claim to be a bitmap of gigabytes."""
    return filtered(jbig2_page(140_000, 140_000), ["/JBIG2Decode"]).bytes()


def image(filters, data, width, height, space="/DeviceGray", more=""):
    pdf = one_page(b"q 595 0 0 842 0 0 cm /X Do Q", "/XObject<</X 5 0 R>>")
    entries = f"/Type/XObject/Subtype/Image/Width {width}/Height {height}/BitsPerComponent 8/ColorSpace{space}{more}"
    pdf.stream(data, entries + (f"/Filter{filters}" if filters else ""))
    return pdf.bytes()


def jbig2_image(draw):
    return image("/JBIG2Decode", jbig2_page(140_000, 140_000), 140_000, 140_000)


def dct_image(draw):
    frame = b"\xff\xd8\xff\xc0" + struct.pack(">HBHHB", 17, 8, 65500, 65500, 3) + b"\x01\x11\x00\x02\x11\x00\x03\x11\x00"
    scan = b"\xff\xda" + struct.pack(">HB", 12, 3) + b"\x01\x00\x02\x00\x03\x00\x00\x3f\x00" + bytes(1000) + b"\xff\xd9"
    return image("/DCTDecode", frame + scan, 65500, 65500, "/DeviceRGB")


def jpx_image(draw):
    size = struct.pack(">HHIIIIIIIIH", 41, 0, 60000, 60000, 0, 0, 60000, 60000, 0, 0, 1) + b"\x07\x01\x01"
    coding = b"\xff\x52" + struct.pack(">HBBHBBBBBB", 12, 0, 0, 1, 0, 5, 4, 4, 0, 1)
    quantities = b"\xff\x5c" + struct.pack(">HB", 19, 0x40) + bytes(16)
    tile = b"\xff\x90" + struct.pack(">HHIBB", 10, 0, 0, 0, 1) + b"\xff\x93" + bytes(64) + b"\xff\xd9"
    return image("/JPXDecode", b"\xff\x4f\xff\x51" + size + coding + quantities + tile, 60000, 60000)


def gray_image(draw):
    """Next to no data for an image of ten gigapixels: cheap to read past, dear to draw."""
    return image("", b"a", 100_000, 100_000)


def inline_mask(draw):
    """An inline image that is read past and drawn, of some hundred bytes."""
    bits = zlib.compress(deflated(bytes(1 << 20), 1200), 9)
    head = b"q 595 0 0 842 0 0 cm BI /IM true /W 100000 /H 100000 /F [/Fl /Fl] ID "
    return one_page(head + bits + b" EI Q").bytes()


def slow_pages(draw):
    """Two thousand pages, each of which takes until its deadline."""
    resources = "/XObject<</X 5 0 R>>"
    pdf = one_page(b"/X Do\n" * 10, resources)
    for level in range(9):
        content = b"/X Do\n" * 10 if level < 8 else b"0 0 m 9 9 l S"
        entries = f"/Type/XObject/Subtype/Form/BBox[0 0 600 850]/Resources<</XObject<</X {6 + level} 0 R>>>>"
        pdf.stream(content, entries)
    kids = " ".join(f"{pdf.add(page_body(resources))} 0 R" for _ in range(2000))
    pdf.objects[1] = f"<</Type/Pages/Kids[{kids}]/Count 2000>>".encode()
    return pdf.bytes()


def states(draw):
    """Forty kilobytes of saved states."""
    return filtered(deflated(b"q " * (1 << 18), 80), ["/FlateDecode"]).bytes()


def path(draw):
    """A path that is never painted."""
    return filtered(b"" + deflated(b"0 0 m " + b"1 1 l " * (1 << 18), 100), ["/FlateDecode"]).bytes()


def dashes(draw):
    return filtered(deflated(b"[" + b"1 " * (1 << 20) + b"] 0 d ", 40), ["/FlateDecode"]).bytes()


def array_operand(draw):
    return filtered(deflated(b"[" * (1 << 20), 20), ["/FlateDecode"]).bytes()


def dictionary_operand(draw):
    return filtered(deflated(b"/P <</a " * (1 << 17), 20), ["/FlateDecode"]).bytes()


def encoding_in_itself(draw):
    return cmap_in_itself("Encoding")


def to_unicode_in_itself(draw):
    return cmap_in_itself("ToUnicode")


def cmap_in_itself(entry):
    """A character map that is made upon itself."""
    pdf = one_page(b"BT /U 10 Tf 50 700 Td <0001> Tj ET", resources="/Font<</U 5 0 R>>")
    other = "/Encoding/Identity-H" if entry == "ToUnicode" else ""
    pdf.add(f"<</Type/Font/Subtype/Type0/BaseFont/S{other}/{entry} 7 0 R/DescendantFonts[6 0 R]>>")
    pdf.add("<</Type/Font/Subtype/CIDFontType2/BaseFont/S/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>")
    pdf.stream(b"begincmap endcmap", "/Type/CMap/CMapName/S/UseCMap 7 0 R")
    return pdf.bytes()


def flat_box(draw):
    """A page of no height and of no end."""
    pdf = one_page(b"0 0 9 9 re f")
    pdf.objects[2] = pdf.objects[2].replace(b"[0 0 595 842]", b"[0 0 420000000 0.001]")
    return pdf.bytes()


def type3_in_itself(draw):
    """Glyphs that are drawn by glyphs, each by ten."""
    depth = 8
    pdf = one_page(b"BT /T0 10 Tf 50 700 Td (aaaaaaaaaa) Tj ET", resources="/Font<</T0 5 0 R>>")
    for level in range(depth):
        font, glyph = 5 + 2 * level, 6 + 2 * level
        inner = f"/Font<</T0 {font + 2} 0 R>>" if level < depth - 1 else ""
        pdf.add(
            f"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.1 0 0 .1 0 0]/FirstChar 97/LastChar 97/Widths[9]"
            f"/Encoding<</Differences[97/a]>>/CharProcs<</a {glyph} 0 R>>/Resources<<{inner}>>>>")
        pdf.stream(b"9 0 d0 BT /T0 1 Tf (aaaaaaaaaa) Tj ET" if inner else b"9 0 d0 0 0 9 9 re f")
    return pdf.bytes()


def tiles_in_tiles(draw):
    """A pattern whose cell is filled with a pattern, and so on."""
    pdf = one_page(b"/Pattern cs /P scn 0 0 595 842 re f", resources="/Pattern<</P 5 0 R>>")
    for level in range(8):
        inner = f"/Pattern<</P {6 + level} 0 R>>" if level < 7 else ""
        content = b"/Pattern cs /P scn 0 0 9 9 re f" if inner else b"0 0 1 1 re f"
        pdf.stream(content, f"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 3/YStep 3/Resources<<{inner}>>")
    return pdf.bytes()


def annotations(draw):
    """A thousand annotations that all draw forms in forms."""
    pdf = one_page(b"", page="/Annots 5 0 R")
    pdf.add("[" + " 6 0 R" * 1000 + "]")
    pdf.add("<</Type/Annot/Subtype/Stamp/Rect[0 0 595 842]/AP<</N 7 0 R>>>>")
    for level in range(5):
        content = b"/X Do\n" * 10 if level < 4 else b"0 0 m 9 9 l S"
        pdf.stream(content, f"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X {8 + level} 0 R>>>>")
    return pdf.bytes()


def deep_dictionaries(draw):
    return one_page(b"BT ET", page=f"/Group {'<</a' * 1_000_000}").bytes()


def page_tree_without_end(draw):
    """Page trees in page trees, a hundred thousand deep."""
    pdf = Pdf()
    pdf.add("<</Type/Catalog/Pages 2 0 R>>")
    for level in range(100_000):
        pdf.add(f"<</Type/Pages/Kids[{level + 3} 0 R]/Count 1>>")
    pdf.add("<</Type/Page/MediaBox[0 0 595 842]>>")
    return pdf.bytes()


def huge_table(draw):
    """A cross-reference table for more objects than there can be."""
    data = one_page(b"BT ET").bytes()
    start = data.index(b"xref")
    return data[:start] + b"xref\n0 2000000000\n" + data[data.index(b"0000000000") :]


def object_stream(draw):
    """All objects stand in a stream that becomes two gigabytes, which is decoded for each of them."""
    packed = deflated(b"7 0 " * (1 << 18), 2000)
    pdf = Pdf()
    pdf.add("<</Type/Catalog/Pages 2 0 R>>")
    pdf.add(b"<</Type/ObjStm/N 1000000/First 2000000000/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (len(packed), packed))
    data = pdf.bytes()[: -len(b"%%EOF\n")]
    head = data[: data.index(b"xref\n")]
    entries = b"".join([
        struct.pack(">BIH", 0, 0, 65535), struct.pack(">BIH", 1, head.index(b"1 0 obj"), 0), struct.pack(">BIH", 2, 3, 0),
        struct.pack(">BIH", 1, head.index(b"2 0 obj"), 0)])
    table = b"4 0 obj\n<</Type/XRef/W[1 4 2]/Size 4/Root 1 0 R/Length %d>>\nstream\n%s\nendstream\nendobj\n" % (len(entries), entries)
    body = head.replace(b"2 0 obj", b"3 0 obj")
    return body + table + b"startxref\n%d\n%%%%EOF\n" % len(body)


def function_bomb(draw):
    """A sampled function of sixteen inputs: more samples than there is memory."""
    pdf = one_page(b"/C cs " + b"0.5 " * 8 + b"scn 0 0 99 99 re f", resources="/ColorSpace<</C[/DeviceN[/a/b/c/d/e/f/g/h]/DeviceGray 5 0 R]>>")
    pdf.stream(b"", "/FunctionType 0/Domain[" + "0 1 " * 8 + "]/Range[0 1]/BitsPerSample 8/Size[" + "14 " * 8 + "]")
    return pdf.bytes()


def soft_masks(draw):
    """Groups of the size of the page, one in the other, each with a bitmap of its own."""
    pdf = one_page(b"/X Do", resources="/XObject<</X 5 0 R>>")
    for level in range(400):
        resources = f"/XObject<</X {6 + level} 0 R>>" if level < 399 else ""
        pdf.stream(b"/X Do", f"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Group<</S/Transparency/I true>>/Resources<<{resources}>>")
    return pdf.bytes()


KINDS = [
    nested_filters, lzw_bomb, run_length_bomb, jbig2_contents, jbig2_image, dct_image, jpx_image, gray_image, inline_mask,
    slow_pages, states, path, dashes, array_operand, dictionary_operand, encoding_in_itself, to_unicode_in_itself, flat_box,
    type3_in_itself, tiles_in_tiles, annotations, deep_dictionaries, page_tree_without_end, huge_table, object_stream,
    function_bomb, soft_masks,
]
