"""Damages what lies in zips, packages of XML parts, 7z and tar.gz files, and packs it again: the file around it stays sound."""

import warnings

from damage import OF_BINARY, cut, flip, numbers, words
from packing import seven_zip, tar_gz, tar_gz_members, zip_members, zipped

# Two members of one name are meant.
warnings.filterwarnings("ignore", "Duplicate name")


def changed(members, draw, others, damage):
    """Members of which some are changed by `damage`, exchanged, doubled or gone."""
    members = [[name, bytearray(content)] for name, content in members]
    for _ in range(draw.choice([1, 1, 2, 5])):
        if not members:
            break
        member = draw.choice(members)
        way = draw.random()
        if way < 0.85:
            damage(member[1], draw, others)
        elif way < 0.9:
            member[1] = bytearray(draw.choice(members)[1])
        elif way < 0.94:
            members.remove(member)
        elif way < 0.97:
            members.append([member[0], bytearray(draw.choice(members)[1])])
        else:
            member[0] = draw.choice(["../" + member[0], member[0].upper(), draw.choice(members)[0], "a!/" + member[0], "\u0301"])
    return [(name, bytes(content)) for name, content in members]


def in_zip(damage):
    def change(data, draw, others):
        try:
            members = zip_members(data)
        except Exception:  # An earlier way went through the zip itself, which then fails in ways of any kind.
            return
        made = changed(members, draw, others, damage)
        data[:] = zipped(made, {name for name, _ in made} if draw.random() < 0.1 else (), level=1)

    return change


def in_tar_gz(damage):
    def change(data, draw, others):
        try:
            members = tar_gz_members(data)
        except Exception:  # As above.
            return
        data[:] = tar_gz(changed(members, draw, others, damage))

    return change


def as_seven_zip(damage):
    """Takes a zip, whose members become those of a 7z: nothing here reads 7z."""

    def change(data, draw, others):
        def change_header(header):
            if draw.random() < 0.3:
                draw.choice([flip, cut, words])(header, draw, others)

        data[:] = seven_zip(changed(zip_members(data), draw, others, damage), change_header)
        if draw.random() < 0.2:
            draw.choice(OF_BINARY)(data, draw, others)

    return change


def zip_fields(data, draw, others):
    """The numbers in the heads of members and in the list at the end."""
    places = [at for sign in (b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06") for at in positions(data, sign)]
    for _ in range(draw.choice([1, 3])):
        if places:
            at = draw.choice(places)
            field = bytearray(data[at + 4:at + 46])
            if field:
                draw.choice([words, flip, numbers])(field, draw, others)
                data[at + 4:at + 46] = field[:42]


def positions(data, sign):
    at = data.find(sign)
    while at >= 0:
        yield at
        at = data.find(sign, at + 1)
