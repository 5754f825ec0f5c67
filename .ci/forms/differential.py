"""Forms filled in at random, computed by LibreOffice, and compared with what `pdca check` says of the same file.

A file is generated for each area, filled in by openpyxl with figures, blanks, texts and values at the edges of their ranges,
computed by LibreOffice, and read back by openpyxl. Every verdict that the form shows must be the one that the program gives.
"""

import datetime
import json
import random
import re
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import openpyxl

HERE = Path(__file__).resolve().parent
WORDS = {"達成": "met", "未達成": "missed", "未報告": "not_reported", "対象外": "not_applicable", "猶予中": "waived"}
AREAS = ["東区", "西区", "南区", "北区"]
STEPS = ["未着手", "準備中", "実施", "×", "△", "○"]
OUT = ["該当なし", "-", "－", "対象外", "N/A"]


def number(low, high, decimals):
    """Whole numbers and decimals, often at an edge, sometimes past it, sometimes with the noise of binary fractions."""
    def make(dice):
        kind = dice.random()
        if kind < 0.15:
            value = dice.choice([low, high, low - 1, high + 1])
        elif kind < 0.2:
            value = dice.randint(low, high) + 0.05 / 10**decimals
        else:
            value = round(dice.uniform(low, high), decimals)
        if decimals and kind > 0.9:
            value = 0.1 + value - 0.1
        return int(value) if decimals == 0 and value == int(value) else value
    return make


def small(low, high):
    """Few different values, so that equalities are met, too."""
    return lambda dice: dice.choice([low, high, high + 1, -1, 0.5] if dice.random() < 0.1 else range(low, high + 1))


FIGURES = {
    "A-1": small(0, 20), "A-2": small(0, 20), "A-3": number(0, 2_000_000, 0), "A-4": number(0, 100, 1), "A-5": number(0, 30, 2),
    "B-6": lambda dice: datetime.date(2024, dice.randint(4, 8), dice.choice([1, 29, 30])), "C-0": small(0, 30), "C-1": small(0, 8),
    "C-2": small(0, 8), "C-3": small(0, 8),
}
EDGES = {"A-4": [66.6, 66.7, 66.8, 51.0, 50.9], "A-5": [12.3, 12.29, 12.31], "A-3": [1_000_000, 1_000_001, 1_200_000]}
CHOICES = {
    "B-1": STEPS, "B-2": STEPS, "B-3": STEPS, "B-4": ["はい", "いいえ", "○", "×"], "B-5": ["直営", "委託", "併用"],
    "B-7": ["見直した", "計画を改めた。", "3"],
}


def entry(code, dice, blanks):
    """What goes into a cell; nothing leaves it blank."""
    if dice.random() < blanks:
        return dice.choice([None, None, None, "", "  "])
    if dice.random() < 0.08:
        return dice.choice(OUT)
    if dice.random() < 0.005:
        return dice.choice(["約3", "多数", "3回", "？"])
    if code in CHOICES:
        return dice.choice(CHOICES[code])
    if code in EDGES and dice.random() < 0.4:
        return dice.choice(EDGES[code])
    return FIGURES[code](dice)


def cells_by_code(book):
    """The cells to be filled in, by the codes of their indicators: found as the program finds them, by their names."""
    sheet, area = next(book.defined_names["PDCA_CODES"].destinations)
    found = {}
    for row in book[sheet][area]:
        name = f"PDCA_I_{row[1].value}"
        if row[0].value and name in book.defined_names:
            place, cell = next(book.defined_names[name].destinations)
            found[row[0].value] = book[place][cell.replace("$", "")]
    return found


def shown(book):
    """The verdicts that a computed form shows, by target."""
    verdicts = {}
    for sheet in book:
        for row in sheet.iter_rows(min_row=5, min_col=7, max_col=8, values_only=True):
            if row[0] and "：" in str(row[0]) and row[1]:
                verdicts[row[0].split("：")[0]] = row[1]
    return verdicts


def told(outcome, text):
    """What is wrong with a shown verdict, or nothing."""
    word = re.split("（", text)[0]
    if WORDS.get(word) != outcome["outcome"]:
        return f"shows {text}, but the outcome is {outcome['outcome']}"
    amount = re.search(r"[0-9][0-9.]*", text)
    if amount and (not outcome["shortfall"] or float(outcome["shortfall"]["value"]) != float(amount.group())):
        return f"shows {text}, but the shortfall is {outcome['shortfall']}"
    return None


def run(pdca, soffice, count, fail):
    """Compares `count` filled forms; `pdca` runs the program and gives what it prints."""
    dice = random.Random(20240401)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        folder = Path(folder)
        forms, filled, computed = folder / "forms", folder / "filled", folder / "computed"
        pdca("form", HERE, HERE / "last-year.csv", "--year", "R6", "--output", forms, "--language", "ja")
        filled.mkdir()
        for position in range(count):
            area = AREAS[position % len(AREAS)]
            book = openpyxl.load_workbook(forms / f"{area}.xlsx")
            blanks = dice.choice([0, 0.1, 0.3, 0.6, 0.9])
            cells = cells_by_code(book)
            for code in list(FIGURES) + list(CHOICES):
                cells[code].value = entry(code, dice, blanks)
            book.save(filled / f"{position:04}.xlsx")
        convert(soffice, sorted(filled.glob("*.xlsx")), computed, folder, fail)
        return compare(pdca, filled, computed, count, fail)


BATCH = 16


def convert(soffice, files, target, folder, fail):
    """Has LibreOffice compute workbooks and save them: a few in each run, for it gets slower with each, two runs at a time."""
    target.mkdir(exist_ok=True)

    def run_batch(start):
        command = [
            soffice, f"-env:UserInstallation=file://{folder}/profile-{start // BATCH % 2}", "--headless", "--norestore",
            "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", target, *files[start:start + BATCH]]
        return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300).stdout

    starts = range(0, len(files), BATCH)
    with ThreadPoolExecutor(2) as workers:
        # Each worker keeps to its own profile.
        halves = [[start for start in starts if start // BATCH % 2 == half] for half in (0, 1)]
        said = list(workers.map(lambda half: [run_batch(start) for start in half], halves))
    made = len(list(target.glob("*.xlsx")))
    if made != len(files):
        fail(f"LibreOffice computed {made} of {len(files)} forms: {str(said)[-500:]}")


def compare(pdca, filled, computed, count, fail):
    def outcomes(file):
        text = pdca("check", HERE, file, "--format", "json", "--language", "ja", "--year", "R6")
        document = json.loads(text)
        return {outcome["target"]: outcome for outcome in document["outcomes"]}

    compared = unread = left = 0
    by_word = {}
    faults = []
    with ThreadPoolExecutor(2) as workers:
        names = [f"{position:04}.xlsx" for position in range(count)]
        before = list(workers.map(lambda name: outcomes(filled / name), names))
        after = list(workers.map(lambda name: outcomes(computed / name), names))
    for name, outcome, again in zip(names, before, after):
        # What LibreOffice saved is read like what openpyxl saved.
        for target in outcome:
            if bare(outcome[target]) != bare(again[target]):
                faults.append(f"{name}: 「{target}」 is read otherwise after LibreOffice saved it")
        for target, text in shown(openpyxl.load_workbook(computed / name, data_only=True)).items():
            if text == "要確認":
                unread += 1
                continue
            if text == "報告後に判定":
                left += 1
                continue
            compared += 1
            by_word[outcome[target]["outcome"]] = by_word.get(outcome[target]["outcome"], 0) + 1
            wrong = told(outcome[target], str(text))
            if wrong:
                faults.append(f"{name}: 「{target}」 {wrong}")
    for fault in faults[:20]:
        print("  " + fault)
    if faults:
        fail(f"{len(faults)} of {compared} verdicts of forms differ")
    return compared, unread, left, by_word


def bare(outcome):
    """An outcome without the files that its figures came from."""
    return {key: value for key, value in outcome.items() if key != "sources"}
