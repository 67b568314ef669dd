"""Makes damaged copies of sound reports: mutate.py DIR COUNT SEED FILE...

Bytes are flipped, cut out, doubled and swapped between files, numbers become extreme, and the contents of a PDF's
streams are changed below their compression, where readers are less wary: these keep their length, so that the file's
own index stays right. The same seed makes the same bytes.
"""
import random
import re
import sys
import zlib
from pathlib import Path

EXTREMES = [b"0", b"-1", b"1e9", b"2147483647", b"-2147483648", b"4294967296", b"9223372036854775807", b"0.0000001",
            b"-0", b"99999999999999999999999", b"NaN", b""]
NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
STREAM = re.compile(rb"/FlateDecode[^\n]*?>>\s*stream\r?\n(.*?)endstream", re.DOTALL)
SIGNS = [chr(code) for code in (0x9, 0xB, 0x200B, 0xFEFF, 0xFFFD, 0x3000, 0xFF0C, 0xFF10, 0x2028, 0x1F600, 0x0301)]


def flip(data, draw, _):
    for _ in range(draw.choice([1, 5, 50])):
        data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)


def cut(data, draw, _):
    at = draw.randrange(len(data))
    del data[at:at + draw.choice([1, 20, 500, len(data) // 3])]


def end(data, draw, _):
    del data[draw.randrange(1, len(data)):]


def double(data, draw, _):
    at = draw.randrange(len(data))
    piece = data[at:at + draw.choice([3, 50, 2000])]
    data[at:at] = piece * draw.choice([1, 3, 40])


def swap(data, draw, others):
    other = draw.choice(others)
    at, length = draw.randrange(len(other)), draw.choice([20, 400, 5000])
    here = draw.randrange(len(data))
    data[here:here + length] = other[at:at + length]


def numbers(data, draw, _):
    found = list(NUMBER.finditer(data))
    for match in sorted(draw.sample(found, min(len(found), draw.choice([1, 4, 20]))), key=lambda each: -each.start()):
        data[match.start():match.end()] = draw.choice(EXTREMES)


def below_compression(data, draw, others):
    found = list(STREAM.finditer(data))
    for match in draw.sample(found, min(len(found), draw.choice([1, 3, 10]))):
        try:
            content = zlib.decompress(match[1])
        except zlib.error:
            continue
        for _ in range(8):
            changed = bytearray(content)
            if changed:
                draw.choice([flip, cut, double, numbers])(changed, draw, others)
            packed = zlib.compress(bytes(changed), 9)
            if len(packed) <= len(match[1]):
                data[match.start(1):match.end(1)] = packed.ljust(len(match[1]), b"\n")
                break


def signs(data, draw, _):
    text = list(data.decode("utf-8", "replace"))
    for _ in range(draw.choice([1, 20, 400])):
        text.insert(draw.randrange(len(text) + 1), draw.choice(SIGNS))
    data[:] = "".join(text).encode()


def lines(data, draw, _):
    rows = data.split(b"\n")
    for _ in range(draw.choice([1, 10, 100])):
        a, b = draw.randrange(len(rows)), draw.randrange(len(rows))
        draw.choice([lambda: rows.insert(a, rows[b]), lambda: rows.__setitem__(a, rows[a] + rows[b]),
                     lambda: rows.__setitem__(a, rows[a].replace(b" ", b"")), lambda: rows.__setitem__(a, b"")])()
    data[:] = b"\n".join(rows)


OF_EVERY = [flip, cut, end, double, swap, numbers]
OF_PDF = OF_EVERY + 14 * [below_compression]
OF_TEXT = OF_EVERY + 3 * [signs, lines]


def main():
    folder, count, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    files = [Path(name) for name in sys.argv[4:]]
    contents = [path.read_bytes() for path in files]
    folder.mkdir(parents=True, exist_ok=True)
    draw = random.Random(seed)
    for number in range(count):
        index = number % len(files)
        data = bytearray(contents[index])
        ways = OF_PDF if files[index].suffix == ".pdf" else OF_TEXT
        for _ in range(draw.choice([1, 1, 2, 4])):
            if data:
                draw.choice(ways)(data, draw, contents)
        (folder / f"{number:05}{files[index].suffix}").write_bytes(data)


if __name__ == "__main__":
    main()
