"""Ways to damage bytes, text and elements. Each takes the bytes that it changes, a source of chance, and other files' bytes."""

import re

EXTREMES = [b"0", b"-1", b"1e9", b"2147483647", b"-2147483648", b"4294967296", b"9223372036854775807", b"0.0000001",
            b"-0", b"99999999999999999999999", b"NaN", b""]
NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
SIGNS = [chr(code) for code in (0x9, 0xB, 0x200B, 0xFEFF, 0xFFFD, 0x3000, 0xFF0C, 0xFF10, 0x2028, 0x1F600, 0x0301)]
TAG = re.compile(rb"<[^<>]{1,2000}>")
VALUE = re.compile(rb"(?<==)([\"'])(.*?)\1", re.DOTALL)
# What the attributes of documents, sheets and pages of every kind mean something by.
VALUES = EXTREMES + [b"XFD1048576", b"A1:XFD1048576", b"B2:A1", b"16384", b"1048576", b"65535", b"restart", b"hidden", b"1 2", b"../x.xml",
                     b"0 0 0 0", b"g 9999999 1", b"100%", b"-1e308", b"inf", b"none"]  # fmt: skip
MOST_BYTES = 4_000_000


def flip(data, draw, _):
    for _ in range(draw.choice([1, 5, 50])):
        data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)


def cut(data, draw, _):
    at = draw.randrange(len(data))
    del data[at:at + draw.choice([1, 20, 500, len(data) // 3])]


def end(data, draw, _):
    del data[draw.randrange(len(data)):]


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


def words(data, draw, _):
    """Numbers of two or four bytes, as binary formats count and point with them."""
    for _ in range(draw.choice([1, 3, 10])):
        size = draw.choice([2, 4])
        if len(data) < size:
            return
        at = draw.randrange(len(data) - size + 1) & ~1
        old = int.from_bytes(data[at:at + size], "little")
        top = 1 << 8 * size
        value = draw.choice([0, 1, top - 1, top - 2, top // 2, top // 2 - 1, old + 1, old - 1, old * 2, draw.randrange(top)])
        data[at:at + size] = (value % top).to_bytes(size, "little")


def attributes(data, draw, _):
    """What attributes say, by something that stands elsewhere or that is at the edge of what may stand there."""
    found = list(VALUE.finditer(data))
    if not found:
        return
    for match in sorted(draw.sample(found, min(len(found), draw.choice([1, 4, 20, 200]))), key=lambda each: -each.start(2)):
        value = draw.choice(VALUES) if draw.random() < 0.6 else draw.choice(found)[2]
        data[match.start(2):match.end(2)] = value


def elements(data, draw, _):
    """Tags that are gone, doubled, moved or nested: what a reader counts and closes no longer fits."""
    for _ in range(draw.choice([1, 3, 20])):
        found = list(TAG.finditer(data))
        if not found or len(data) > MOST_BYTES:
            return
        one, other = draw.choice(found), draw.choice(found)
        first, last = sorted((one.start(), other.end()))
        draw.choice([
            lambda: data.__delitem__(slice(*one.span())),
            lambda: data.__setitem__(slice(one.end(), one.end()), one[0] * draw.choice([1, 5, 300])),
            lambda: data.__setitem__(slice(*one.span()), other[0]),
            lambda: data.__setitem__(slice(one.start(), one.start()), data[first:min(last, first + 20_000)]),
            lambda: data.__delitem__(slice(first, min(last, first + 5000))),
        ])()  # fmt: skip


OF_BYTES = [flip, cut, end, double, swap, numbers]
OF_TEXT = OF_BYTES + 3 * [signs, lines]
OF_MARKUP = OF_BYTES + 2 * [signs] + 4 * [attributes, elements, numbers]
OF_BINARY = OF_BYTES + 6 * [words]
