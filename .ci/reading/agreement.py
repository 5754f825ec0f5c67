#!/usr/bin/env python3
"""Workbooks of many makers, read by this program and by openpyxl: their cells must be the same.

    .ci/external reading                       the workbooks that `varied.py` makes
    .ci/reading/agreement.py FOLDER...      workbooks that lie somewhere, whoever made them

A workbook gives its cells or a remark with a code, within five seconds and 512 MB. Where both read it, at least 99.9 % of
the cells must agree.
"""

import datetime
import re
import resource
import subprocess
import sys
import warnings
from decimal import Decimal
from pathlib import Path

import openpyxl
from openpyxl.utils.escape import unescape

sys.dont_write_bytecode = True
SECONDS, MEMORY, AGREEMENT = 5, 512 << 20, 0.999
FIRST_DAYS = [datetime.datetime(1899, 12, 30), datetime.datetime(1904, 1, 1)]


def listed(reader, path):
    """What this program reads: the cells by sheet and place, and the codes of its remarks."""
    def limit():
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))

    done = subprocess.run([reader, "list", path], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=SECONDS, preexec_fn=limit)
    if done.returncode != 0:
        raise AssertionError(f"ended with status {done.returncode}")
    sheets, cells, remarks = {}, {}, []
    for line in done.stdout.decode("utf-8").split("\n"):
        parts = line.split("\t")
        if parts[0] == "sheet":
            sheets[parts[1]] = unescaped(parts[2])
        elif parts[0] == "remark":
            remarks.append(parts[1])
        elif len(parts) == 4:
            cells[sheets[parts[0]], parts[1]] = (parts[2], unescaped(parts[3]))
    return sheets, cells, remarks


def unescaped(text):
    return re.sub(r"\\(.)", lambda match: {"r": "\r", "n": "\n", "t": "\t"}.get(match.group(1), match.group(1)), text)


def by_openpyxl(path):
    """What openpyxl reads: cells with a value, by sheet and place."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(path, data_only=True)
        computed = openpyxl.load_workbook(path)
    cells = {}
    for sheet in book.worksheets:
        # Only the cells that there are: between A1 and the last cell that a sheet can have lie 17 thousand million.
        for cell in sheet._cells.values():
            if cell.value is not None:
                cells[sheet.title, cell.coordinate] = cell
        for cell in computed[sheet.title]._cells.values():
            if cell.data_type == "f" and (sheet.title, cell.coordinate) not in cells:
                cells[sheet.title, cell.coordinate] = None
    return {sheet.title for sheet in book.worksheets}, cells


def agrees(kind, text, cell):
    """Whether a cell of this program is the one of openpyxl."""
    if kind == "pending":
        return cell is None
    if cell is None:
        return kind == "text" and text == ""
    value = cell.value
    if isinstance(value, bool):
        return kind == "boolean" and (text == "true") == value
    if isinstance(value, (datetime.datetime, datetime.date)):
        if kind == "time":
            # A time of more than a day, which openpyxl takes for a moment since the first day of the workbook.
            return any(abs((value - first).total_seconds() - int(text)) <= 1 for first in FIRST_DAYS)
        moment = value if isinstance(value, datetime.datetime) else datetime.datetime(value.year, value.month, value.day)
        day, second = text.split(" ") if kind == "date" else ("0-0-0", "0")
        year, month, date = map(int, day.split("-"))
        if kind != "date":
            return False
        told = datetime.datetime(year, month, date) + datetime.timedelta(seconds=int(second))
        return abs((told - moment).total_seconds()) <= 1
    if isinstance(value, (datetime.time, datetime.timedelta)):
        return kind == "time" and abs(seconds(value) - int(text)) <= 1
    if isinstance(value, (int, float)):
        # Fifteen digits are what spreadsheets show, and what this program takes; of a text of more it rounds the last one.
        return kind == "number" and abs(Decimal(text) - Decimal(value)) <= abs(Decimal(value)) * Decimal("1e-14")
    if cell.data_type == "e":
        return kind == "error"
    # openpyxl takes `x005F_` out of a text and leaves other escapes, such as `_x000D_`, as they are.
    return kind == "text" and text in (str(value), unescape(str(value)))


def seconds(value):
    if isinstance(value, datetime.timedelta):
        return round(value.total_seconds())
    return value.hour * 3600 + value.minute * 60 + value.second + round(value.microsecond / 1e6)


def compare(reader, path):
    """The number of cells that agree, that differ with examples, and the codes of this program's remarks."""
    sheets, cells, remarks = listed(reader, path)
    try:
        known, theirs = by_openpyxl(path)
    except Exception as fault:  # openpyxl raises whatever comes up
        return 0, [], remarks, f"openpyxl can't read it: {type(fault).__name__}"
    if not known.intersection(sheets.values()) and sheets:
        return 0, [], remarks, "openpyxl finds no sheet in it"
    refused = any(not code.startswith(("PDCA0414", "PDCA0415", "PDCA0416", "PDCA0417")) for code in remarks)
    same, differences = 0, []
    for place in sorted(set(cells) | set(theirs)):
        kind, text = cells.get(place, (None, None))
        if kind is None:
            cell = theirs[place]
            if refused or cell is not None and cell.value == "":
                continue
            differences.append(f"{place}: not read, openpyxl has {cell.value if cell else 'a formula'!r}")
        elif place not in theirs:
            if kind == "text" and text == "":
                continue
            differences.append(f"{place}: {kind} {text!r}, openpyxl has nothing")
        elif agrees(kind, text, theirs[place]):
            same += 1
        else:
            cell = theirs[place]
            differences.append(f"{place}: {kind} {text!r}, openpyxl has {cell.value if cell else 'a formula'!r}")
    return same, differences, remarks, None


def run(reader, files, fail, talk=False):
    """Compares all files; fails where too much differs, or a file is neither read nor refused."""
    same = different = refused = 0
    for path in files:
        try:
            agreed, differences, remarks, aside = compare(reader, path)
        except (AssertionError, subprocess.TimeoutExpired) as fault:
            fail(f"{path}: {fault}")
        if talk or differences:
            print(f"  {path.name}: {agreed} cells agree, {len(differences)} differ; {' '.join(sorted(set(remarks)))} {aside or ''}")
            for difference in differences[:5]:
                print(f"    {difference}")
        same, different = same + agreed, different + len(differences)
        refused += not agreed and bool(remarks)
        if not agreed and not remarks and any("not read" in difference for difference in differences):
            fail(f"{path} gives neither its cells nor a remark")
    print(f"    {len(files)} workbooks, {same} cells agree, {different} differ, {refused} refused with a code")
    if same < AGREEMENT * (same + different):
        fail(f"only {same} of {same + different} cells agree with openpyxl")
    return same


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    import reader as reader_program

    def stop(message):
        raise SystemExit(message)

    found = [file for name in sys.argv[1:] for file in sorted(Path(name).rglob("*")) if file.suffix.lower() in (".xlsx", ".xlsm", ".xltx", ".xltm")]
    run(reader_program.build(), found, stop, talk=True)
