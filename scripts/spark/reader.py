"""Reads the reports of one partition with one `juesuan rows -`, which is replaced when a report breaks or hangs it."""

import hashlib
import json
import os
import resource
import select
import subprocess
import time
from collections import namedtuple

Limits = namedtuple("Limits", ["seconds", "megabytes"])


class Broken(Exception):
    """The reader did not answer: its reason, as a word, and a message."""

    def __init__(self, reason, message):
        super().__init__(message)
        self.reason = reason
        self.message = message


class Reader:
    """A process that answers each name with the rows of the report."""

    def __init__(self, juesuan, limits):
        self.limits = limits
        self.buffer = b""
        self.process = subprocess.Popen(
            [juesuan, "rows", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            preexec_fn=self.limit_memory,
        )

    def limit_memory(self):
        bytes = self.limits.megabytes << 20
        resource.setrlimit(resource.RLIMIT_AS, (bytes, bytes))

    def rows(self, path):
        """The lines of a report's rows, all of them or none. Raises Broken."""
        deadline = time.monotonic() + self.limits.seconds
        try:
            self.process.stdin.write(path.encode() + b"\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            raise Broken("crashed", "the reader had ended") from None
        lines = []
        while True:
            line = self.line(deadline)
            if line.startswith(b'{ "end"'):
                return lines
            lines.append(line.decode())

    def line(self, deadline):
        while b"\n" not in self.buffer:
            ready, _, _ = select.select([self.process.stdout], [], [], max(0, deadline - time.monotonic()))
            if not ready:
                raise Broken("timeout", f"reading it takes more than {self.limits.seconds:g} s")
            piece = os.read(self.process.stdout.fileno(), 1 << 20)
            if not piece:
                raise Broken("crashed", "reading it crashed the reader, or takes more memory than it may")
            self.buffer += piece
        line, _, self.buffer = self.buffer.partition(b"\n")
        return line

    def end(self):
        self.process.kill()
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()


def rows_of_partition(juesuan, paths, input_fields, year_position, limits):
    """Yields (table, fiscal year, line) for every row of every report."""
    reader = None
    try:
        for path in paths:
            try:
                if "\n" in path or "\r" in path:
                    raise Broken("unreadable", "its name holds a line end")
                reader = reader or Reader(juesuan, limits)
                lines = reader.rows(path)
            except Broken as broken:
                if reader:
                    reader.end()
                reader = None
                lines = [failure(path, broken, input_fields)]
            rows = [json.loads(line) for line in lines]
            year = next((row["row"][year_position] for row in rows if row["table"] == "documents"), None)
            for row, line in zip(rows, lines):
                yield row["table"], year, line
    finally:
        if reader:
            reader.end()


def failure(path, broken, input_fields):
    """The row of a file that did not come back."""
    known = {"name": path, "status": "failed", "reason": broken.reason, "message": broken.message}
    try:
        with open(path, "rb") as file:
            known["sha256"] = hashlib.sha256(file.read()).hexdigest()
        known["bytes"] = os.path.getsize(path)
    except OSError:
        pass
    return json.dumps({"table": "inputs", "row": [known.get(field) for field in input_fields]})
