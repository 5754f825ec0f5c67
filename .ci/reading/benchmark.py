#!/usr/bin/env python3
"""How fast workbooks are read, beside openpyxl and python-calamine, in one run.

    .ci/reading/benchmark.py        medians of five readings each, and their ratios

Needs openpyxl, XlsxWriter and python-calamine in the Python that runs it. Run by hand, on a machine that does nothing else;
what it prints is no test.
"""

import json
import multiprocessing
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "forms"))
import reader  # noqa: E402
import rooms  # noqa: E402

ROUNDS = 5
ROWS, COLUMNS = 50_000, 20
RULES, SAMPLES = "Rules/osaka-home-care", "Samples/osaka-home-care"


def million(path):
    """A sheet of a million cells: texts that repeat, whole numbers, and decimals."""
    import xlsxwriter

    dice = random.Random(1)
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("一覧")
    for row in range(ROWS):
        for column in range(COLUMNS):
            if column < 5:
                sheet.write_string(row, column, f"区{dice.randint(0, 5000)}")
            else:
                sheet.write_number(row, column, dice.choice([dice.randint(0, 99999), round(dice.random() * 1000, 2)]))
    book.close()


def by_this_program(path):
    done = subprocess.run([PROGRAM, "time", path, str(ROUNDS)], check=True, stdout=subprocess.PIPE, text=True)
    *times, last = done.stdout.split("\n")[:-1]
    cells, memory = map(int, last.split())
    return [float(text) for text in times], cells, memory


def by_python(code, path):
    """Runs a reading in a Python of its own, so that its memory is its own."""
    script = (
        "import resource, sys, time\ntimes = []\n"
        f"for _ in range({ROUNDS}):\n    start = time.perf_counter()\n    cells = 0\n"
        + "".join(f"    {line}\n" for line in code)
        + "    times.append(time.perf_counter() - start)\nprint(*times, cells, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)")
    done = subprocess.run([sys.executable, "-c", script, path], check=True, stdout=subprocess.PIPE, text=True)
    *times, cells, memory = done.stdout.split()
    return [float(text) for text in times], int(cells), int(memory)


OPENPYXL = [
    "import openpyxl", "book = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True)",
    "for row in book.worksheets[0].iter_rows(values_only=True):", "    cells += sum(value is not None for value in row)"]
CALAMINE = [
    "import python_calamine", "book = python_calamine.CalamineWorkbook.from_path(sys.argv[1])",
    "for row in book.get_sheet_by_index(0).to_python():", "    cells += sum(value != '' for value in row)"]


def filled_forms(pdca, folder):
    """A form for each ward, filled in by openpyxl."""
    import differential
    import openpyxl

    subprocess.run([pdca, "form", RULES, SAMPLES, "--year", "R6", "--language", "ja", "--output", folder], cwd=rooms.ROOT, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    dice = random.Random(2)
    for path in sorted(Path(folder).glob("*.xlsx")):
        book = openpyxl.load_workbook(path)
        for cell in differential.cells_by_code(book).values():
            cell.value = dice.choice([1, 3, "実施している", None])
        book.save(path)
    return sorted(Path(folder).glob("*区.xlsx"))


def main():
    global PROGRAM
    PROGRAM = reader.build()
    build = ["swift", "build", "-c", "release", "--product", "pdca"]
    subprocess.run(build, cwd=rooms.ROOT, check=True, stdout=subprocess.DEVNULL)
    shown = subprocess.run([*build, "--show-bin-path"], cwd=rooms.ROOT, check=True, stdout=subprocess.PIPE, text=True)
    pdca = Path(shown.stdout.strip()) / "pdca"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "million.xlsx"
        # In a process of its own: the memory of whoever starts another counts for that one, too.
        writer = multiprocessing.Process(target=million, args=(path,))
        writer.start()
        writer.join()
        results = {
            "this program": by_this_program(path), "openpyxl, read-only": by_python(OPENPYXL, path),
            "python-calamine": by_python(CALAMINE, path)}
        own = statistics.median(results["this program"][0])
        print(f"a sheet of {ROWS * COLUMNS:,} cells, median of {ROUNDS}")
        for name, (times, cells, memory) in results.items():
            if cells != ROWS * COLUMNS:
                raise SystemExit(f"{name} reads {cells} cells")
            median = statistics.median(times)
            print(f"  {name:20} {median:6.2f} s  {memory / 1e6:5.0f} MB  {median / own:5.1f} times this program")
        forms = filled_forms(pdca, Path(folder) / "forms")
        times = [second for form in forms for second in by_this_program(form)[0][1:]]
        print(f"a filled form, median of {len(times)}: {statistics.median(times) * 1000:.1f} ms to open and read")
        times = []
        for _ in range(ROUNDS):
            start = time.perf_counter()
            done = subprocess.run([pdca, "evaluate", RULES, Path(folder) / "forms", "--format", "json", "--language", "en"], cwd=rooms.ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            times.append(time.perf_counter() - start)
        outcomes = json.loads(done.stdout)["outcomes"]
        print(f"{len(forms)} filled forms, median of {ROUNDS}: {statistics.median(times) * 1000:.0f} ms to judge, {len(outcomes)} outcomes, from start to end of the program")


main()
