"""What the checks know of the package: its targets, their order, and which of them are the core."""

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# The rooms that also run in a browser page, without an operating system. Anything new belongs here unless it can't.
OUTSIDE_THE_CORE = {"CZlib", "CPacker", "CProcessors", "Inflation", "Forms", "Page", "PDCAEngine", "pdca"}
CORE = [
    "Diagnostics", "Quantities", "RuleLanguage", "Rulebook", "Facts", "Workbook", "Submissions", "Evaluation", "Reports",
    "SelfCheck",
]
# Folders of core rooms that the page does without: formats that it does not write.
NOT_FOR_THE_PAGE = ["Sources/Reports/HTML", "Sources/Reports/Programs"]


class Target:
    """One target of Package.swift."""

    def __init__(self, description):
        self.name = description["name"]
        self.kind = description["type"]
        folder = "Tests" if self.kind == "test" else "Sources"
        self.path = ROOT / (description.get("path") or f"{folder}/{self.name}")
        self.dependencies = [name_of(dependency) for dependency in description["dependencies"]]
        self.excluded = [self.path / name for name in description.get("exclude", [])]

    def sources(self):
        """The Swift files of the target, in an order that no file system changes."""
        found = sorted(self.path.rglob("*.swift"))
        return [file for file in found if not any(file.is_relative_to(out) for out in self.excluded)]

    def sources_for_the_page(self):
        """The same, without what no page needs."""
        return [file for file in self.sources() if not any(file.is_relative_to(ROOT / out) for out in NOT_FOR_THE_PAGE)]


def name_of(dependency):
    for kind in ("byName", "target", "product"):
        if kind in dependency:
            return dependency[kind][0]
    raise SystemExit(f"Package.swift: a dependency of an unknown kind: {dependency}")


def targets():
    """All targets by name, as the package manager reads them."""
    done = subprocess.run(["swift", "package", "dump-package"], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        stop("Package.swift can't be read")
    return {target["name"]: Target(target) for target in json.loads(done.stdout)["targets"]}


def core(all_targets):
    """The core rooms in an order in which each comes after those that it uses."""
    missing = [name for name in CORE if name not in all_targets]
    if missing:
        raise SystemExit("Package.swift has no target " + ", ".join(missing) + " (see .ci/rooms.py)")
    order = []

    def visit(name):
        if name in order:
            return
        for dependency in all_targets[name].dependencies:
            if dependency not in CORE:
                raise SystemExit(f"{name} is a core room and may not use {dependency}")
            visit(dependency)
        order.append(name)

    for name in CORE:
        visit(name)
    return [all_targets[name] for name in order]


IMPORT = re.compile(
    r"^\s*(?:@[\w(): ,]+?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?"
    r"import\s+(?:(?:struct|class|enum|protocol|typealias|func|var|let)\s+)?(?P<name>[\w.]+)",
    re.MULTILINE)
# Text between quotation marks and remarks may hold the word import at the start of a line.
NOT_CODE = re.compile(r'"""(?:\\.|[^\\])*?"""|"(?:\\.|[^"\\\n])*"|//[^\n]*|/\*.*?\*/', re.DOTALL)


def imports(file):
    """The modules that a Swift file imports, each with its line."""
    text = file.read_text(encoding="utf-8")

    def blank(match):
        return re.sub(r"[^\n]", " ", match.group(0))

    code = NOT_CODE.sub(blank, text)
    for match in IMPORT.finditer(code):
        line = code.count("\n", 0, match.start("name")) + 1
        yield match.group("name").split(".")[0], line


def shown(path):
    return path.relative_to(ROOT).as_posix()


def stop(message):
    print(message, file=sys.stderr)
    raise SystemExit(1)
