"""The right answer to a benchmark case, in whole numbers, and the comparison of an output with it.

It shares no code with any program that is measured. Every figure is held as tenths, so that no division and no binary fraction
takes part. A row that is left out and a blank are both "unknown":

    floor     x >= least
    growth    x >= tenths/10 of x the year before; unknown where there is none
    ratio     x / under >= least/100000; unknown where under is zero or unknown
    either    x is not 0, or other >= least (true where one part is true, whatever the other)
    balance   |sum of the parts - total| <= tolerance
    given     a figure is there; never unknown
    coverage  by year: certainly met where enough areas meet it, certainly missed where too few can
"""
import csv
import json
import pathlib
import zlib

import numpy

UNKNOWN = numpy.iinfo(numpy.int64).min


def load(folder):
    towns, years, items = {}, {}, {}
    cells = []
    with open(folder / "facts.csv", encoding="utf-8") as source:
        next(source)
        for line in source:
            town, year, item, value = line.rstrip("\n").split(",")
            if not value:
                tenths = UNKNOWN
            elif "." in value:
                whole, decimals = value.split(".")
                tenths = int(whole) * 10 + int(decimals)
            else:
                tenths = int(value) * 10
            cells.append(
                (towns.setdefault(town, len(towns)), years.setdefault(int(year), len(years)), items.setdefault(item, len(items)), tenths)
            )
    order = sorted(years)
    places = {years[year]: position for position, year in enumerate(order)}
    table = numpy.full((len(items), len(towns), len(order)), UNKNOWN, numpy.int64)
    columns = numpy.array(cells, numpy.int64)
    table[columns[:, 2], columns[:, 0], numpy.array([places[year] for year in columns[:, 1]])] = columns[:, 3]
    return list(towns), order, items, table


def judge(rule, years, items, table):
    """By area and year: whether it is certainly met, and whether it is certainly missed."""
    nothing = numpy.full(table.shape[1:], UNKNOWN, numpy.int64)

    def figure(name):
        values = table[items[name]] if name in items else nothing
        return numpy.where(values == UNKNOWN, 0, values), values != UNKNOWN

    kind = rule["kind"]
    if kind == "balance":
        total, known = figure(rule["total"])
        off = -total
        for part in rule["parts"]:
            values, here = figure(part)
            off, known = off + values, known & here
        holds = abs(off) <= rule["tolerance"] * 10
        return holds & known, ~holds & known
    values, known = figure(rule["item"])
    if kind == "given":
        return known, ~known
    if kind == "growth":
        before, known_before = numpy.zeros_like(values), numpy.zeros_like(known)
        for position, year in enumerate(years):
            if year - 1 in years:
                before[:, position] = values[:, years.index(year - 1)]
                known_before[:, position] = known[:, years.index(year - 1)]
        holds, known = values * 10 >= before * rule["tenths"], known & known_before
    elif kind == "ratio":
        under, known_under = figure(rule["under"])
        # No figure here is negative: to multiply with it keeps the order.
        holds, known = values * 100_000 >= under * rule["least"], known & known_under & (under != 0)
    elif kind == "either":
        other, known_other = figure(rule["other"])
        met = (known & (values != 0)) | (known_other & (other >= rule["least"] * 10))
        return met, known & (values == 0) & known_other & (other < rule["least"] * 10)
    else:
        holds = values >= rule["least"] * 10
    if kind != "coverage":
        return holds & known, ~holds & known
    met, open_areas, needed = (holds & known).sum(0), (~known).sum(0), rule["percent"] * table.shape[1]
    return (met * 100 >= needed)[None, :], ((met + open_areas) * 100 < needed)[None, :]


def key(rule, area, year):
    return zlib.crc32(f"{rule},{area},{year}".encode())


def answer(folder):
    """By rule: how many are met, missed and unknown, and the sum of the keys of the missed rows."""
    path = folder / "answer.json"
    if path.exists():
        return json.loads(path.read_text())
    towns, years, items, table = load(folder)
    found = {}
    for rule in json.loads((folder / "rules.json").read_text()):
        met, missed = judge(rule, years, items, table)
        rows = zip(*numpy.nonzero(missed))
        keys = sum(key(rule["id"], "*" if rule["kind"] == "coverage" else towns[area], years[year]) for area, year in rows)
        found[rule["id"]] = [int(met.sum()), int(missed.sum()), int(met.size - met.sum() - missed.sum()), keys]
    path.write_text(json.dumps(found))
    return found


def differences(folder, counts, missed):
    """Rules in which an output differs. `counts`: rule -> (met, missed, unknown); `missed`: rows of rule, area, year."""
    sums, rows = {}, {}
    for rule, area, year in missed:
        sums[rule] = sums.get(rule, 0) + key(rule, area, year)
        rows[rule] = rows.get(rule, 0) + 1
    wrong = []
    for rule, (met, failed, unknown, keys) in answer(folder).items():
        if tuple(counts.get(rule, ())) != (met, failed, unknown) or rows.get(rule, 0) != failed or sums.get(rule, 0) != keys:
            wrong.append(rule)
    return wrong


def read_peer(output):
    """What a peer writes: counts.csv (rule,met,missed,unknown) and missed.csv (rule,area,year,…)."""
    with open(output / "counts.csv", encoding="utf-8") as source:
        counts = {row["rule"]: tuple(int(row[name]) for name in ("met", "missed", "unknown")) for row in csv.DictReader(source)}
    with open(output / "missed.csv", encoding="utf-8") as source:
        rows = csv.reader(source)
        next(rows)
        return counts, [(row[0], row[1], row[2]) for row in rows]


def read_pdca(output):
    """What pdca writes: totals.csv, and missed.csv with the columns target, area_code and year in front."""
    with open(output / "totals.csv", encoding="utf-8-sig") as source:
        counts = {
            row["target"]: (int(row["met"]), int(row["missed"]), int(row["not_reported"]) + int(row["not_applicable"]))
            for row in csv.DictReader(source)
        }
    with open(output / "missed.csv", encoding="utf-8-sig") as source:
        rows = csv.reader(source)
        next(rows)
        return counts, [(row[0], "*" if row[1] == "JP" else row[1], row[2]) for row in rows]
