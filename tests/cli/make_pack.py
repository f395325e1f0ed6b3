"""Makes packs by hand, so that they can be wrong. Used by scripts of this folder.

    Pack().blob(b"...").save(FOLDER)

Objects get the id that their content has, or the one that is given.
"""

import hashlib
import os
import struct
import zlib

KINDS = {"commit": 1, "tree": 2, "blob": 3, "tag": 4}


def object_id(kind, content):
    return hashlib.sha1(b"%s %d\0" % (kind.encode(), len(content)) + content).digest()


def number(value):
    out = bytearray()
    while True:
        out.append(value & 127 | (128 if value > 127 else 0))
        value >>= 7
        if not value:
            return bytes(out)


def copy(begin, size):
    """The step of a delta that copies from its base."""
    return b"\xff" + struct.pack("<I", begin) + struct.pack("<I", size)[:3]


def delta(base_size, size, *steps):
    return number(base_size) + number(size) + b"".join(steps)


class Pack:
    def __init__(self):
        self.bytes = b""
        self.entries = []  # id, offset
        self.count = 0

    def add(self, kind, content, id=None, base=b"", claim=None):
        """`kind`: 1 to 4, or 7 with the id of a base."""
        size = len(content) if claim is None else claim
        head = bytearray([kind << 4 | size & 15])
        size >>= 4
        while size:
            head[-1] |= 128
            head.append(size & 127)
            size >>= 7
        self.entries.append((id, 12 + len(self.bytes)))
        self.bytes += bytes(head) + base + zlib.compress(content)
        return id

    def object(self, kind, content, id=None):
        return self.add(KINDS[kind], content, id or object_id(kind, content))

    def delta(self, base, id, content):
        return self.add(7, content, id, base)

    def save(self, folder):
        pack = b"PACK" + struct.pack(">II", 2, len(self.entries)) + self.bytes
        checksum = hashlib.sha1(pack).digest()
        entries = sorted(self.entries)
        index = b"\377tOc" + struct.pack(">I", 2)
        for first in range(256):
            index += struct.pack(">I", sum(id[0] <= first for id, _ in entries))
        index += b"".join(id for id, _ in entries) + bytes(4 * len(entries))
        index += b"".join(struct.pack(">I", offset) for _, offset in entries) + checksum
        stem = os.path.join(folder, "pack-" + checksum.hex())
        with open(stem + ".pack", "wb") as out:
            out.write(pack + checksum)
        with open(stem + ".idx", "wb") as out:
            out.write(index + hashlib.sha1(index).digest())


def tree(*entries):
    """`entries`: (name, id) of files, sorted by name."""
    return b"".join(b"100644 %s\0" % name.encode() + id for name, id in entries)


def commit(tree_id, parent=None):
    return (b"tree %s\n" % tree_id.hex().encode()
            + (b"parent %s\n" % parent.hex().encode() if parent else b"")
            + b"author A <a@b> 1767323045 +0000\ncommitter A <a@b> 1767323045 +0000\n\nx\n")
