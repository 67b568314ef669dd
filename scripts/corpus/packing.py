"""Members of zip, 7z and tar.gz files as names and bytes, and such files made of them, always the same bytes."""

import gzip
import io
import lzma
import struct
import tarfile
import zipfile
import zlib


def zip_members(data):
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return [(name, file.read(name)) for name in file.namelist()]


def zipped(members, stored=(), level=None):
    """A zip; the members of the names `stored` are not compressed, the others by a level of zlib's."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        for name, content in members:
            member = zipfile.ZipInfo(name)
            member.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            file.writestr(member, content, compresslevel=level)
    return held.getvalue()


def tar_gz(members):
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as file:
        for name, content in members:
            member = tarfile.TarInfo(name)
            member.size = len(content)
            file.addfile(member, io.BytesIO(content))
    return gzip.compress(held.getvalue(), 1, mtime=0)


def tar_gz_members(data):
    with tarfile.open(fileobj=io.BytesIO(data)) as file:
        return [(member.name, file.extractfile(member).read()) for member in file if member.isfile()]


def seven_zip_number(value):
    """7z's numbers: the first byte tells by its leading ones how many follow."""
    for more in range(8):
        if value < 1 << 7 * (more + 1):
            head = (0xFF00 >> more & 0xFF) | value >> 8 * more
            return bytes([head]) + (value & (1 << 8 * more) - 1).to_bytes(more, "little")
    return b"\xff" + value.to_bytes(8, "little")


def seven_zip_header(members, packed_size, dictionary):
    number = seven_zip_number
    sizes = [len(content) for _, content in members]
    packing = b"\x06" + number(0) + number(1) + b"\x09" + number(packed_size) + b"\0"
    coder = b"\x01\x23\x03\x01\x01\x05\x5d" + struct.pack("<I", dictionary)
    folder = b"\x07\x0b" + number(1) + b"\0" + coder + b"\x0c" + number(sum(sizes)) + b"\0"
    sums = b"".join(struct.pack("<I", zlib.crc32(content)) for _, content in members)
    parts = b"\x08\x0d" + number(len(members)) + b"\x09" + b"".join(map(number, sizes[:-1])) + b"\x0a\x01" + sums + b"\0"
    names = b"\0" + b"".join((name + "\0").encode("utf-16-le") for name, _ in members)
    files = b"\x05" + number(len(members)) + b"\x11" + number(len(names)) + names + b"\0"
    return b"\x01\x04" + packing + folder + parts + b"\0" + files + b"\0"


def seven_zip(members, change_header=None):
    """A 7z of one LZMA stream; what changes its header may be given, whose check sum is right in any case."""
    dictionary = 1 << 20
    whole = b"".join(content for _, content in members)
    packed = lzma.compress(
        whole, lzma.FORMAT_RAW, filters=[{"id": lzma.FILTER_LZMA1, "preset": 0, "dict_size": dictionary}]
    )
    header = bytearray(seven_zip_header(members, len(packed), dictionary))
    if change_header:
        change_header(header)
    start = struct.pack("<QQI", len(packed), len(header), zlib.crc32(header))
    return b"7z\xbc\xaf\x27\x1c\0\x04" + struct.pack("<I", zlib.crc32(start)) + start + packed + bytes(header)
