"""Makes the data and rules of a benchmark case: towns, years and figures as a national survey has them, and 200 targets.

    python3 workload.py FOLDER --areas 1741 --years 10 [--shuffled] [--seed 1]

writes facts.csv, areas.csv, rulebook.pdca and, for programs that know no rulebook, rules.json. The same arguments give the same
bytes. Figures F001 to F080 are counts, F081 to F110 steps 0 to 2, F111 to F115 parts whose sum is F116 in most rows, F117 to F120
shares with one decimal. Of a hundred rows two are left out, and of two hundred one is blank.
"""
import argparse
import json
import pathlib
import random
import re
import shutil

import numpy

ITEMS = 120


def code(item):
    return f"F{item:03d}"


def size_of(item):
    return 30 * (1 + item * 6151 % 89)


def rules(seed):
    """200 rules, each with whole numbers only: factors in tenths, ratios in hundred-thousandths, shares in percent."""
    chance = random.Random(seed)
    made = []

    def add(kind, **what):
        made.append({"id": f"T{len(made) + 1:03d}", "kind": kind, **what})

    for item in range(1, 81):
        add("floor", item=code(item), least=int(size_of(item) * chance.uniform(0.4, 0.8)))
    for item in range(81, 111):
        add("floor", item=code(item), least=1)
    for item in range(1, 21):
        add("growth", item=code(item * 3), tenths=9)
    for item in range(1, 21):
        under = 80 - item
        fair = size_of(item) / size_of(under) * chance.uniform(0.4, 0.7)
        add("ratio", item=code(item), under=code(under), least=int(fair * 100_000) + 3)
    for item in range(1, 21):
        add("either", item=code(80 + item), other=code(10 + item), least=size_of(10 + item) // 2)
    for tolerance in range(10):
        add("balance", parts=[code(item) for item in range(111, 116)], total=code(116), tolerance=tolerance)
    for item in (2, 6, 10, 14, 18, 82, 86, 112, 116, 119):
        add("given", item=code(item))
    for item in range(1, 11):
        add("coverage", item=code(item), least=int(size_of(item) * chance.uniform(0.3, 0.9)), percent=95)
    assert len(made) == 200
    return made


def fewer_targets(rules, out, count):
    """A copy of a Japanese rulebook with only so many of its targets, and without examples; those left out are spread evenly
    over the ones that nothing else names."""
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(rules, out)
    (out / "examples.pdca").unlink()
    root = out / "rulebook.pdca"
    root.write_text("".join(line for line in root.read_text(encoding="utf-8").splitlines(True) if "examples" not in line), encoding="utf-8")
    files = sorted(out.glob("*.pdca"))
    text = "".join(file.read_text(encoding="utf-8") for file in files)
    names = re.findall(r"^目標「([^」]*)」", text, re.M)
    free = [name for name in names if text.count(f"「{name}」") == 1]
    surplus = len(names) - count
    left_out = {free[place * len(free) // surplus] for place in range(surplus)}
    for file in files:
        declarations = re.split(r"(?m)^(?=目標「|項目|指標|内訳表|算出指標|設定値|# )", file.read_text(encoding="utf-8"))
        kept = [one for one in declarations if not any(one.startswith(f"目標「{name}」") for name in left_out)]
        file.write_text("".join(kept), encoding="utf-8")


def sentence(rule):
    kind = rule["kind"]
    if kind == "floor":
        return f"every town has [{rule['item']}] at least {rule['least']}件."
    if kind == "growth":
        return f"every town has [{rule['item']}] at least {rule['tenths'] / 10} times [{rule['item']}] last year."
    if kind == "ratio":
        percent = f"{rule['least'] // 1000}.{rule['least'] % 1000:03d}"
        return f"every town has [{rule['item']}] / [{rule['under']}] at least {percent}%."
    if kind == "either":
        return f"every town: [{rule['item']}] is not 0件 or [{rule['other']}] is at least {rule['least']}件."
    if kind == "balance":
        parts = " + ".join(f"[{part}]" for part in rule["parts"])
        total, tolerance = rule["total"], rule["tolerance"]
        return f"every town has {parts} at least [{total}] - {tolerance}件 and at most [{total}] + {tolerance}件."
    if kind == "given":
        return f"every town reports [{rule['item']}]."
    return f"at least {rule['percent']}% of towns have [{rule['item']}] at least {rule['least']}件."


def write_rulebook(folder, made):
    with open(folder / "rulebook.pdca", "w", encoding="utf-8") as out:
        out.write('program "a national survey"\n  levels town（towns） < country\n\nitem A "all"\n')
        for item in range(1, ITEMS + 1):
            decimals = 1 if item >= 117 else 0
            out.write(f"\nindicator {code(item)}\n  measured as number in 件, {decimals} decimals\n")
        for rule in made:
            out.write(f"\ntarget [{rule['id']}]\n  stage check\n  {sentence(rule)}\n  because \"benchmark\"\n")


def town_codes(count):
    """Six digits: a prefecture, a number within it, and a check digit, as 団体コード have them."""
    codes = []
    for prefecture in range(1, 48):
        for number in range(-(-count // 47)):
            body = f"{prefecture:02d}{number:03d}"
            total = sum(int(digit) * weight for digit, weight in zip(body, (6, 5, 4, 3, 2)))
            codes.append(f"{body}{(11 - total % 11) % 10}")
    return codes[:count]


def write_areas(folder, towns):
    with open(folder / "areas.csv", "w", encoding="utf-8") as out:
        out.write("code,name,kana,romaji,level,parent\nJP,全国,,,country,\n")
        for number, town in enumerate(towns, 1):
            out.write(f"{town},第{number}町,,,town,JP\n")


def write_facts(folder, towns, years, shuffled, seed):
    chance = numpy.random.default_rng(seed)
    items = numpy.arange(1, ITEMS + 1)
    sizes = numpy.array([size_of(item) for item in items], float)
    lines = []
    with open(folder / "facts.csv", "w", encoding="utf-8", newline="\n") as out:
        out.write("area,year,item,value\n")
        for town in towns:
            level = sizes * chance.uniform(0.6, 1.6) * chance.uniform(0.8, 1.2, ITEMS)
            trend = chance.uniform(0.96, 1.05, ITEMS)
            for position, year in enumerate(years):
                counts = (level * trend**position * chance.uniform(0.85, 1.15, ITEMS)).astype(int)
                counts[chance.random(ITEMS) < 0.004] = 0
                steps = chance.choice(3, ITEMS, p=(0.1, 0.2, 0.7))
                shares = chance.integers(300, 1001, ITEMS)
                off = int(chance.choice((0, 1, 3, 8, 20), p=(0.96, 0.015, 0.01, 0.01, 0.005)))
                kept = chance.random(ITEMS) >= 0.02
                blank = chance.random(ITEMS) < 0.005
                for item in range(1, ITEMS + 1):
                    place = item - 1
                    if not kept[place]:
                        continue
                    if blank[place]:
                        value = ""
                    elif 81 <= item <= 110:
                        value = str(steps[place])
                    elif item == 116:
                        value = str(int(counts[110:115].sum()) + off)
                    elif item >= 117:
                        value = f"{shares[place] // 10}.{shares[place] % 10}"
                    else:
                        value = str(counts[place])
                    line = f"{town},{year},{code(item)},{value}\n"
                    if shuffled:
                        lines.append(line)
                    else:
                        out.write(line)
        if shuffled:
            random.Random(seed).shuffle(lines)
            out.writelines(lines)


def make(folder, areas, years, shuffled=False, seed=1):
    folder.mkdir(parents=True, exist_ok=True)
    made = rules(seed)
    (folder / "rules.json").write_text(json.dumps(made), encoding="utf-8")
    write_rulebook(folder, made)
    towns = town_codes(areas)
    write_areas(folder, towns)
    write_facts(folder, towns, range(2024 - years, 2024), shuffled, seed)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--areas", type=int, default=1741)
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--shuffled", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    make(given.folder, given.areas, given.years, given.shuffled, given.seed)
