#!/usr/bin/env python3
"""Writes Sources/Submissions/Bytes/CP932Table.swift from Python's cp932 codec, and the figures that its test asserts.

    python3 Tests/SubmissionsTests/Tools/cp932_table.py            print the table
    python3 Tests/SubmissionsTests/Tools/cp932_table.py --check    compare it with the file in the sources
    python3 Tests/SubmissionsTests/Tools/cp932_table.py --figures  number and checksum of all pairs

The user-defined area F040-F9FC is arithmetic (U+E000 and following) and not in the table.
"""
import pathlib
import sys

TABLE = pathlib.Path(__file__).resolve().parents[3] / "Sources/Submissions/Bytes/CP932Table.swift"
TRAILS = [trail for trail in range(0x40, 0xFD) if trail != 0x7F]
CELLS_IN_LINE = 40


def character(code: bytes):
    try:
        text = code.decode("cp932")
    except UnicodeDecodeError:
        return None
    return text if len(text) == 1 else None


def leads():
    """The lead bytes whose rows hold anything, in code order, without the user-defined area."""
    for lead in [*range(0x81, 0xA0), *range(0xE0, 0xFD)]:
        if 0xF0 <= lead <= 0xF9:
            continue
        if any(character(bytes([lead, trail])) for trail in TRAILS):
            yield lead


def cell(lead: int, trail: int) -> str:
    text = character(bytes([lead, trail]))
    if text is None:
        return "..."
    width = len(text.encode("utf-8"))
    assert width in (2, 3), (lead, trail)
    return text + "." * (3 - width)


def swift() -> str:
    out = []
    out.append("// Written by Tests/SubmissionsTests/Tools/cp932_table.py; edit that, not this.")
    out.append("")
    out.append("/// The double-byte characters of Microsoft's code page 932 in code order, outside the user-defined area.")
    out.append("///")
    out.append("/// A row of 188 cells for each lead byte (trail 40–7E, 80–FC), three bytes of UTF-8 for each cell: a character of two")
    out.append("/// bytes is followed by `.`, a cell without a character is `...`. So a character is found by one multiplication, and")
    out.append("/// the bytes are written out as they stand. Kept as a `StaticString`: nothing is built when the program starts.")
    out.append("let cp932Characters: StaticString = \"\"\"")
    for lead in leads():
        for start in range(0, len(TRAILS), CELLS_IN_LINE):
            out.append("  " + "".join(cell(lead, t) for t in TRAILS[start : start + CELLS_IN_LINE]) + "\\")
    out[-1] = out[-1][:-1]
    out.append('  """')
    out.append("")
    out.append("/// The row of a lead byte in `cp932Characters`, or -1.")
    out.append("func cp932Row(_ lead: UInt8) -> Int {")
    out.append("  switch lead {")
    runs, row = [], 0
    for lead in leads():
        if runs and runs[-1][1] == lead - 1:
            runs[-1][1] = lead
        else:
            runs.append([lead, lead, row])
        row += 1
    for first, last, row in runs:
        out.append(f"  case 0x{first:02X}...0x{last:02X}: Int(lead) - {first - row}")
    out.append("  default: -1")
    out.append("  }")
    out.append("}")
    return "\n".join(out) + "\n"


def pairs():
    """Every double-byte code that means a character, in code order, with it."""
    for lead in [*range(0x81, 0xA0), *range(0xE0, 0xFD)]:
        for trail in TRAILS:
            text = character(bytes([lead, trail]))
            if text is not None:
                yield lead << 8 | trail, ord(text)


def figures() -> str:
    count, checksum = 0, 0xCBF29CE484222325
    for code, scalar in pairs():
        count += 1
        for byte in (code >> 8, code & 0xFF, scalar >> 8, scalar & 0xFF):
            checksum = (checksum ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return f"pairs {count}\nchecksum 0x{checksum:016X}"


if __name__ == "__main__":
    arguments = sys.argv[1:]
    if arguments == ["--figures"]:
        print(figures())
    elif arguments == ["--check"]:
        if TABLE.read_text(encoding="utf-8") != swift():
            sys.exit(f"{TABLE} is not what the codec says; write it again")
    else:
        sys.stdout.write(swift())
