"""Reads damaged copies of reports, format by format, and says how many there were and what was reported of them.

usage: read_damaged.py PROGRAM KEEP SEED [--formats a,b] [--count N | --minutes M] [--seconds S] FILE...

PROGRAM        the command, built with a sanitizer
KEEP           the folder for copies that something was reported of, each with the report
--formats a,b  of the formats that the files have, those that are read (default all); 7z and tgz are made of the zips
--count N      copies of each format (default 200)
--minutes M    goes on with each format for that long
--seconds S    how long one copy may take before that is reported (default 30)
FILE           the sound reports

One process reads many copies, each named to it when the one before is answered; the names of what broke it are thus known.
LibreOffice is stood in for: what is tried of a .doc is its compound file and its text, not a converter of others.
Ends with 1 where something was reported.
"""

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from mutate import damaged, seeds

REPORT = re.compile(rb"ERROR: [A-Z]\w*Sanitizer|WARNING: ThreadSanitizer|runtime error|Fatal error|Assertion")
# No fault where limits are off.
OUT_OF_MEMORY = re.compile(rb"rss limit|out-of-memory|allocation-size-too-big")
# A process keeps what it freed for a while; a fresh one has room again.
COPIES_PER_PROCESS = 250


class Reader:
    """The process that reads."""

    def __init__(self, program, errors, environment):
        self.errors = errors
        self.log = open(errors, "wb")
        self.process = subprocess.Popen(
            [program, "rows", "--no-limits", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.log, env=environment
        )
        self.count = 0
        self.reported = 0

    def read(self, path, seconds):
        """What went wrong; None where the copy was answered and nothing said."""
        timer = threading.Timer(seconds, self.process.kill)
        timer.start()
        began = time.monotonic()
        answered = False
        try:
            self.process.stdin.write(str(path).encode() + b"\n")
            self.process.stdin.flush()
            for line in self.process.stdout:
                if line.startswith(b'{ "end"'):
                    answered = True
                    break
        except BrokenPipeError:
            pass
        timer.cancel()
        self.count += 1
        said = self.errors.read_bytes()[self.reported:]
        self.reported += len(said)
        if answered:
            return "a report" if REPORT.search(said) else None
        code = self.process.wait()
        if time.monotonic() - began >= seconds:
            return f"no answer in {seconds} s"
        return None if OUT_OF_MEMORY.search(said) else f"an end with code {code}"

    def close(self):
        self.process.stdin.close()
        self.process.stdout.read()
        self.process.wait()
        self.process.stdout.close()
        self.log.close()


def stand_in(folder, made):
    """A program in place of LibreOffice that makes the same document of everything."""
    folder.mkdir()
    program = folder / "soffice.bin"
    program.write_text(f"#!/bin/sh\nfor last; do :; done\ncp '{made}' \"${{last%.*}}.docx\"\n")
    program.chmod(0o755)
    (folder / "soffice").symlink_to("soffice.bin")
    return str(folder)


def read_format(suffix, found, options, work, environment):
    """How many copies were read, in how many seconds, and how many were reported."""
    draw = random.Random(f"{options.seed} {suffix}")
    others = [content for _, content in found]
    of_format = [seed for seed in found if seed[0] == suffix]
    began, count, reported, reader = time.monotonic(), 0, 0, None
    while count < options.count if options.minutes is None else time.monotonic() - began < options.minutes * 60:
        copy = work / f"{count:06}{suffix}"
        copy.write_bytes(damaged(of_format[count % len(of_format)], draw, others))
        reader = reader or Reader(options.program, work / "errors", environment)
        trouble = reader.read(copy, options.seconds)
        count += 1
        if trouble:
            reported += 1
            name = f"{suffix[1:]}-{options.seed}-{count}"
            print(f"{name}: {trouble}", file=sys.stderr, flush=True)
            (options.keep / f"{name}{suffix}").write_bytes(copy.read_bytes())
            (options.keep / f"{name}.report.txt").write_bytes((work / "errors").read_bytes()[-200_000:])
        copy.unlink()
        if reader.process.poll() is not None or reader.count == COPIES_PER_PROCESS:
            reader.close()
            reader = None
    if reader:
        reader.close()
    return count, time.monotonic() - began, reported


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("program", type=os.path.abspath)
    parser.add_argument("keep", type=Path)
    parser.add_argument("seed")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--formats")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--minutes", type=float)
    parser.add_argument("--seconds", type=int, default=30)
    options = parser.parse_args()
    options.keep.mkdir(parents=True, exist_ok=True)
    found = [*seeds(options.files), *seeds(options.files, ".7z"), *seeds(options.files, ".tgz")]
    formats = sorted({suffix for suffix, _ in found})
    if options.formats:
        formats = ["." + name for name in options.formats.split(",")]
    status = 0
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        environment = dict(os.environ)
        converted = [path for path in options.files if path.suffix == ".docx"]
        if converted:
            environment["PATH"] = stand_in(work / "office", converted[0].resolve())
        for suffix in formats:
            count, seconds, reported = read_format(suffix, found, options, work, environment)
            print(f"{suffix[1:]:<6}{count:>7} copies in {seconds:.0f} s, {reported} reported", flush=True)
            status = 1 if reported else status
    return status


if __name__ == "__main__":
    sys.exit(main())
