"""Damages the contents of a PDF's streams below their compression, where readers are less wary.

These keep their length, so that the file's own index stays right.
"""

import re
import zlib

from damage import cut, double, flip, numbers

STREAM = re.compile(rb"/FlateDecode[^\n]*?>>\s*stream\r?\n(.*?)endstream", re.DOTALL)


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
