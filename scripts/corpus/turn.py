"""What is done to a finished PDF: packed, pages turned by /Rotate, pages made pictures."""

import subprocess
import tempfile
from pathlib import Path


def pack(path: Path, tags: bool) -> None:
    """Objects in streams, no time of making (the same figures give the same bytes), and no tags where they weigh too much."""
    import pikepdf

    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for key in ("/CreationDate", "/ModDate"):
            if key in pdf.docinfo:
                del pdf.docinfo[key]
        for key in () if tags else ("/StructTreeRoot", "/MarkInfo"):
            if key in pdf.Root:
                del pdf.Root[key]
        for key in ("/DocChecksum", "/ID"):
            if key in pdf.trailer:
                del pdf.trailer[key]
        if "/Metadata" in pdf.Root:
            del pdf.Root["/Metadata"]
        pdf.save(path, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True)


def rotate_lying_pages(path: Path, shown: bool = True) -> None:
    """Pages that lie become upright pages with /Rotate 90, which look the same; unless `shown`, without it: sideways."""
    import pikepdf

    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for page in pdf.pages:
            x0, y0, x1, y1 = (float(v) for v in page.mediabox)
            if x1 - x0 <= y1 - y0:
                continue
            height = y1 - y0
            page.contents_add(f"q 0 1 -1 0 {height:.2f} 0 cm\n".encode(), prepend=True)
            page.contents_add(b"\nQ", prepend=False)
            page.mediabox = [0, 0, height, x1 - x0]
            for key in ("/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"):
                if key in page.obj:
                    del page.obj[key]
            if shown:
                page.obj["/Rotate"] = 90
        pdf.save(path, deterministic_id=True)


def make_picture(path: Path, number: int) -> None:
    """Page `number` (from 1) becomes a picture of itself, as a scanned page is one."""
    import pikepdf
    from pikepdf import Dictionary, Name, Stream

    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [
                "pdftoppm",
                "-r",
                "90",
                "-gray",
                "-jpeg",
                "-jpegopt",
                "quality=60",
                "-f",
                str(number),
                "-l",
                str(number),
                "-singlefile",
                str(path),
                f"{folder}/page",
            ],
            check=True,
        )
        data = Path(f"{folder}/page.jpg").read_bytes()
    from io import BytesIO

    from PIL import Image

    width, height = Image.open(BytesIO(data)).size
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        page = pdf.pages[number - 1]
        image = Stream(
            pdf,
            data,
            Dictionary(
                Type=Name.XObject,
                Subtype=Name.Image,
                Width=width,
                Height=height,
                ColorSpace=Name.DeviceGray,
                BitsPerComponent=8,
                Filter=Name.DCTDecode,
            ),
        )
        _, _, x1, y1 = (float(v) for v in page.mediabox)
        page.obj["/Contents"] = Stream(pdf, f"q {x1:.2f} 0 0 {y1:.2f} 0 0 cm /Scan Do Q".encode())
        page.obj["/Resources"] = Dictionary(XObject=Dictionary(Scan=image))
        pdf.save(path, deterministic_id=True)
