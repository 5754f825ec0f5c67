"""Measures pdca beside DuckDB and Polars: the same data, the same 200 rules, cold processes in turn, every answer checked.

    bash Tests/Benchmarks/run [CASE...] [--runs 5]

Cases: sample (the rulebook and the wards' files of this repository, all reports of a year as text), small, national, shuffled,
ten-times (end to end: CSV in, missed rows and counts out), and what national consists of: reading, judging, writing. Without a
name all but ten-times. Times are the wall's, of processes that start anew each time; they
run in turn, so that what else the machine does falls on all of them. Compare ratios, not seconds.
"""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys

import exact
import workload

HERE = pathlib.Path(__file__).resolve().parent
DATA = {
    "small": dict(areas=24, years=3),
    "national": dict(areas=1741, years=10),
    "shuffled": dict(areas=1741, years=10, shuffled=True),
    "ten-times": dict(areas=17410, years=10),
}
PARTS = ("reading", "judging", "writing")
REPOSITORY = HERE.parent.parent
COLUMNS = "target,area_code,year,measured,required"


def run(command, output):
    """Wall seconds, processor seconds, peak MiB."""
    helper = [sys.executable, str(HERE / "measure.py"), str(output / "stdout"), *command]
    done = subprocess.run(helper, capture_output=True, text=True, check=True)
    wall, processor, peak, code = (float(word) for word in done.stdout.split())
    # pdca ends with 1 where something is missed; a peer that does so has failed.
    if code != 0 and not (code == 1 and "evaluate" in command):
        sys.exit(f"{command[0]} ended with {code:.0f}: {done.stderr[-2000:]}")
    return wall, processor, peak


def pdca(program, case, output, *options):
    return [program, "evaluate", str(case / "rulebook.pdca"), str(case / "facts.csv"), "--areas", str(case / "areas.csv"), "--year", "all",
            "--format", "csv", "--only", "missed", "--columns", COLUMNS, "--totals", str(output / "totals.csv"), *options]


def runners(program, case, scratch):
    """By name: the command, where it writes, and what its answer is read by."""
    made = {}
    for name, command in (
        ("pdca", lambda out: pdca(program, case, out)),
        ("pdca, one core", lambda out: pdca(program, case, out, "--cores", "1")),
        ("duckdb", lambda out: [sys.executable, str(HERE / "duckdb_peer.py"), str(case), str(out)]),
        ("polars", lambda out: [sys.executable, str(HERE / "polars_peer.py"), str(case), str(out)]),
    ):
        output = scratch / "out" / f"{case.name}-{name.replace(', ', '-').replace(' ', '-')}"
        shutil.rmtree(output, ignore_errors=True)
        output.mkdir(parents=True)
        made[name] = (command(output), output)
    return made


def check(name, case, output):
    if name.startswith("pdca"):
        shutil.move(output / "stdout", output / "missed.csv")
        counts, missed = exact.read_pdca(output)
    else:
        counts, missed = exact.read_peer(output)
    wrong = exact.differences(case, counts, missed)
    return "right" if not wrong else f"WRONG in {len(wrong)}: {', '.join(wrong[:5])}"


def measure(commands, runs):
    """In turn, `runs` times each."""
    found = {name: [] for name in commands}
    for _ in range(runs):
        for name, (command, output) in commands.items():
            found[name].append(run(command, output))
    return {name: [statistics.median(one) for one in zip(*all_runs)] for name, all_runs in found.items()}


def whole(name, program, scratch, runs):
    case = scratch / name
    if not (case / "facts.csv").exists():
        workload.make(case, **DATA[name])
    exact.answer(case)
    commands = runners(program, case, scratch)
    medians = measure(commands, runs)
    print(f"\n{name}: {DATA[name]['areas']} areas, {DATA[name]['years']} years, {os.path.getsize(case / 'facts.csv') / 1e6:.1f} MB")
    print(f"  {'':16}{'wall ms':>10}{'cpu ms':>10}{'peak MiB':>10}{'to pdca':>10}  answer")
    for peer, (wall, cpu, peak) in medians.items():
        verdict = check(peer, case, commands[peer][1])
        print(f"  {peer:16}{wall * 1000:10.1f}{cpu * 1000:10.1f}{peak:10.0f}{wall / medians['pdca'][0]:10.2f}  {verdict}")


def sample(program, scratch, runs):
    """Cold starts on the made-up submissions of 24 wards, with all targets of the sample's rulebook and with 60 of them."""
    rules, data = REPOSITORY / "Rules" / "osaka-home-care", REPOSITORY / "Samples" / "osaka-home-care"
    sixty = scratch / "sample-of-60-targets"
    workload.fewer_targets(rules, sixty, 60)
    output = scratch / "out" / "sample"
    output.mkdir(parents=True, exist_ok=True)
    commands = {
        name: ([program, "evaluate", str(rulebook), str(data), *options], output)
        for name, rulebook, options in (
            ("all targets", rules, []), ("60 targets", sixty, []), ("60, one core", sixty, ["--cores", "1"]),
        )
    }
    medians = measure(commands, runs)
    print("\nsample: 24 wards, 3 years, 77 indicators, reports of a year as text")
    print(f"  {'':16}{'wall ms':>10}{'cpu ms':>10}{'peak MiB':>10}")
    for name, (wall, cpu, peak) in medians.items():
        print(f"  {name:16}{wall * 1000:10.1f}{cpu * 1000:10.1f}{peak:10.0f}")


def parts(program, scratch, runs):
    """What the national case consists of, by leaving out the rest: no target, or nothing listed."""
    case = scratch / "national"
    if not (case / "facts.csv").exists():
        workload.make(case, **DATA["national"])
    untargeted = scratch / "national-without-targets"
    untargeted.mkdir(exist_ok=True)
    rules = (case / "rulebook.pdca").read_text(encoding="utf-8")
    first, second = rules.index("\ntarget [T001]"), rules.index("\ntarget [T002]")
    (untargeted / "rulebook.pdca").write_text(rules[:first] + rules[first:second], encoding="utf-8")
    for name in ("facts.csv", "areas.csv"):
        shutil.copy(case / name, untargeted / name)
    output = scratch / "out" / "parts"
    output.mkdir(parents=True, exist_ok=True)
    silent = pdca(program, case, output)
    silent[silent.index("missed")] = "waived"
    medians = measure(
        {"reading": ([*pdca(program, untargeted, output)], output), "and judging": (silent, output), "and writing": (pdca(program, case, output), output)},
        runs,
    )
    print("\nwhat national consists of (each line with those before)")
    print(f"  {'':16}{'wall ms':>10}{'cpu ms':>10}{'peak MiB':>10}")
    for name, (wall, cpu, peak) in medians.items():
        print(f"  {name:16}{wall * 1000:10.1f}{cpu * 1000:10.1f}{peak:10.0f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="*", metavar="CASE")
    parser.add_argument("--program", required=True, help="the pdca to measure")
    parser.add_argument("--scratch", type=pathlib.Path, required=True, help="where data and results are put")
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    cases = given.cases or ["sample", "small", "national", "shuffled", *PARTS]
    for name in cases:
        if name != "sample" and name not in DATA and name not in PARTS:
            sys.exit(f"there is no case {name}: {', '.join(['sample', *DATA, *PARTS])}")
    if "sample" in cases:
        sample(given.program, given.scratch, max(20, given.runs))
    for name in DATA:
        if name in cases:
            whole(name, given.program, given.scratch, given.runs)
    if any(name in PARTS for name in cases):
        parts(given.program, given.scratch, given.runs)


if __name__ == "__main__":
    main()
