"""The benchmark's rules in DuckDB: facts once as they are, for rules on one figure, and once with a column a figure.

    python3 duckdb_peer.py CASE OUTPUT
"""
import json
import pathlib
import sys

import duckdb


def main(case, output):
    output.mkdir(parents=True, exist_ok=True)
    rules = json.loads((case / "rules.json").read_text())
    base = duckdb.connect()
    base.execute(
        f"CREATE TABLE facts AS SELECT area, year, item, value FROM read_csv('{case}/facts.csv', header = true, "
        "columns = {'area': 'VARCHAR', 'year': 'INTEGER', 'item': 'VARCHAR', 'value': 'DECIMAL(15,1)'})"
    )
    names = set()
    for rule in rules:
        if rule["kind"] not in ("floor", "coverage"):
            names.update([rule[name] for name in ("item", "under", "other", "total") if name in rule] + rule.get("parts", []))
    columns = ", ".join(f"max(value) FILTER (item = '{name}') AS {name}" for name in sorted(names))
    base.execute(f"CREATE TABLE wide AS SELECT area, year, {columns} FROM facts GROUP BY area, year")
    base.execute("CREATE TABLE floors (rule VARCHAR, item VARCHAR, least DECIMAL(15,1))")
    base.executemany(
        "INSERT INTO floors VALUES (?, ?, ?)",
        [(rule["id"], rule["item"], rule["least"]) for rule in rules if rule["kind"] == "floor"],
    )
    total = base.execute("SELECT count(*) FROM wide").fetchone()[0]
    counts = {}
    for rule, met, missed in base.execute(
        "SELECT rule, count(*) FILTER (value >= least), count(*) FILTER (value < least) FROM facts JOIN floors USING (item) GROUP BY rule"
    ).fetchall():
        counts[rule] = (met, missed, total - met - missed)
    missed = ["SELECT rule, area, year, value AS measured, least AS required FROM facts JOIN floors USING (item) WHERE value < least"]
    tests = {}
    for rule in rules:
        kind, item = rule["kind"], rule.get("item")
        if kind == "growth":
            tests[rule["id"]] = (f"{item} * 10 >= {item}_before * {rule['tenths']}", item, f"{item}_before")
        elif kind == "ratio":
            under = rule["under"]
            tests[rule["id"]] = (f"CASE WHEN {under} <> 0 THEN {item} * 100000 >= {under} * {rule['least']} END", item, under)
        elif kind == "either":
            tests[rule["id"]] = (f"{item} <> 0 OR {rule['other']} >= {rule['least']}", rule["other"], rule["least"])
        elif kind == "balance":
            parts = " + ".join(rule["parts"])
            tests[rule["id"]] = (f"abs({parts} - {rule['total']}) <= {rule['tolerance']}", parts, rule["total"])
        elif kind == "given":
            tests[rule["id"]] = (f"{item} IS NOT NULL", "NULL", "NULL")
    growing = sorted({rule["item"] for rule in rules if rule["kind"] == "growth"})
    before = ", ".join(f"p.{item} AS {item}_before" for item in growing)
    base.execute(f"CREATE TABLE pairs AS SELECT w.*, {before} FROM wide w LEFT JOIN wide p ON p.area = w.area AND p.year = w.year - 1")
    for start in range(0, len(tests), 40):
        some = list(tests.items())[start : start + 40]
        sums = ", ".join(f"count(*) FILTER ({test[0]}), count(*) FILTER (NOT ({test[0]}))" for _, test in some)
        row = base.execute(f"SELECT {sums} FROM pairs").fetchone()
        for place, (rule, _) in enumerate(some):
            counts[rule] = (row[2 * place], row[2 * place + 1], total - row[2 * place] - row[2 * place + 1])
    for rule, (test, measured, required) in tests.items():
        missed.append(
            f"SELECT '{rule}' AS rule, area, year, CAST({measured} AS DECIMAL(18,1)), CAST({required} AS DECIMAL(18,1)) FROM pairs WHERE NOT ({test})"
        )
    lists = []
    for rule in (rule for rule in rules if rule["kind"] == "coverage"):
        tally = [0, 0, 0]
        for year, met, known, areas in base.execute(
            f"""SELECT w.year, count(f.value) FILTER (f.value >= {rule['least']}), count(f.value), count(*)
            FROM wide w LEFT JOIN facts f ON f.area = w.area AND f.year = w.year AND f.item = '{rule['item']}' GROUP BY w.year"""
        ).fetchall():
            needed = rule["percent"] * areas
            place = 0 if met * 100 >= needed else (1 if (met + areas - known) * 100 < needed else 2)
            tally[place] += 1
            if place == 1:
                lists.append(f"{rule['id']},*,{year},{met},{needed / 100}\n")
        counts[rule["id"]] = tuple(tally)
    base.execute(f"COPY ({' UNION ALL '.join(missed)}) TO '{output}/missed.csv' (HEADER)")
    with open(output / "missed.csv", "a", encoding="utf-8") as out:
        out.writelines(lists)
    with open(output / "counts.csv", "w", encoding="utf-8") as out:
        out.write("rule,met,missed,unknown\n")
        out.writelines(f"{rule},{a},{b},{c}\n" for rule, (a, b, c) in counts.items())


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
