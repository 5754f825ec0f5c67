"""The benchmark's rules in Polars: one table with a column a figure, every rule an expression over it.

    python3 polars_peer.py CASE OUTPUT
"""
import json
import pathlib
import sys

import polars
from polars import col, lit


def main(case, output):
    output.mkdir(parents=True, exist_ok=True)
    rules = json.loads((case / "rules.json").read_text())
    facts = polars.read_csv(
        case / "facts.csv", schema={"area": polars.String, "year": polars.Int32, "item": polars.Categorical, "value": polars.Float64}
    )
    # Tenths as whole numbers: comparisons are exact.
    facts = facts.with_columns((col("value") * 10).round().cast(polars.Int64).alias("value"))
    wide = facts.pivot(on="item", index=["area", "year"], values="value")
    growing = sorted({rule["item"] for rule in rules if rule["kind"] == "growth"})
    before = wide.select(["area", col("year") + 1] + [col(item).alias(item + "_before") for item in growing])
    wide = wide.join(before, on=["area", "year"], how="left")
    tests = {}
    for rule in rules:
        kind = rule["kind"]
        figure = col(rule["item"]) if "item" in rule else None
        if kind == "floor":
            tests[rule["id"]] = (figure >= rule["least"] * 10, figure, lit(rule["least"] * 10))
        elif kind == "growth":
            past = col(rule["item"] + "_before")
            tests[rule["id"]] = (figure * 10 >= past * rule["tenths"], figure, past)
        elif kind == "ratio":
            under = col(rule["under"])
            tests[rule["id"]] = (polars.when(under != 0).then(figure * 100_000 >= under * rule["least"]), figure, under)
        elif kind == "either":
            other = col(rule["other"])
            tests[rule["id"]] = ((figure != 0) | (other >= rule["least"] * 10), other, lit(rule["least"] * 10))
        elif kind == "balance":
            parts = sum(col(part) for part in rule["parts"])
            total = col(rule["total"])
            tests[rule["id"]] = ((parts - total).abs() <= rule["tolerance"] * 10, parts, total)
        elif kind == "given":
            tests[rule["id"]] = (figure.is_not_null(), lit(None, polars.Int64), lit(None, polars.Int64))
    sums = wide.select(
        [test.sum().alias(rule + "+") for rule, (test, _, _) in tests.items()]
        + [(~test).sum().alias(rule + "-") for rule, (test, _, _) in tests.items()]
    ).row(0, named=True)
    counts = {rule: (sums[rule + "+"], sums[rule + "-"], wide.height - sums[rule + "+"] - sums[rule + "-"]) for rule in tests}
    lazy = wide.lazy()
    missed = polars.collect_all(
        [
            lazy.filter(~test).select(
                lit(rule).alias("rule"), "area", "year", (measured.cast(polars.Float64) / 10).alias("measured"),
                (required.cast(polars.Float64) / 10).alias("required"),
            )
            for rule, (test, measured, required) in tests.items()
        ]
    )
    lists = []
    for rule in (rule for rule in rules if rule["kind"] == "coverage"):
        figure, tally = col(rule["item"]), [0, 0, 0]
        found = wide.group_by("year").agg(
            (figure >= rule["least"] * 10).sum().alias("met"), figure.is_null().sum().alias("open"), polars.len().alias("areas")
        )
        for year, met, unknown, areas in found.iter_rows():
            needed = rule["percent"] * areas
            place = 0 if met * 100 >= needed else (1 if (met + unknown) * 100 < needed else 2)
            tally[place] += 1
            if place == 1:
                lists.append(f"{rule['id']},*,{year},{met},{needed / 100}\n")
        counts[rule["id"]] = tuple(tally)
    with open(output / "missed.csv", "wb") as out:
        polars.concat(missed).write_csv(out)
        out.write("".join(lists).encode())
    with open(output / "counts.csv", "w", encoding="utf-8") as out:
        out.write("rule,met,missed,unknown\n")
        out.writelines(f"{rule},{a},{b},{c}\n" for rule, (a, b, c) in counts.items())


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
