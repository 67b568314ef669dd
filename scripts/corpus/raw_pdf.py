"""PDFs written object by object, right or wrong as their makers want them."""
import zlib


class Pdf:
    """A PDF of objects given as bytes, numbered from 1; the first is the catalogue."""

    def __init__(self):
        self.objects = []

    def add(self, body):
        self.objects.append(body if isinstance(body, bytes) else body.encode())
        return len(self.objects)

    def stream(self, data, entries="", compress=False):
        if compress:
            data, entries = zlib.compress(data, 9), entries + "/Filter/FlateDecode"
        return self.add(b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries.encode(), len(data), data))

    def bytes(self, trailer="", start=None):
        out, offsets = bytearray(b"%PDF-1.7\n"), []
        for number, body in enumerate(self.objects, 1):
            offsets.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        xref = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1)
        out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
        out += b"trailer\n<</Size %d/Root 1 0 R%s>>\n" % (len(offsets) + 1, trailer.encode())
        out += b"startxref\n%d\n%%%%EOF\n" % (xref if start is None else start)
        return bytes(out)


FONT = "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"


def one_page(content, resources=FONT, page="", count=1, compress=False):
    """A PDF of one page: object 4 is its content, what is added later begins at 5. The page tree may lie."""
    pdf = Pdf()
    pdf.add("<</Type/Catalog/Pages 2 0 R>>")
    pdf.add(f"<</Type/Pages/Kids[3 0 R]/Count {count}>>")
    pdf.add(page_body(resources, page))
    pdf.stream(content, compress=compress)
    return pdf


def page_body(resources, page=""):
    return f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<{resources}>>/Contents 4 0 R{page}>>"


def pages(count, content, compress=False):
    """A PDF of as many pages, all with the same content."""
    pdf = one_page(content, compress=compress)
    kids = " ".join(f"{pdf.add(page_body(FONT))} 0 R" for _ in range(count))
    pdf.objects[1] = f"<</Type/Pages/Kids[{kids}]/Count {count}>>".encode()
    return pdf
