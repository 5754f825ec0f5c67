"""Builds the reader of workbooks alone, optimised, as a program that other programs can be compared with."""

import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import rooms  # noqa: E402

HERE = Path(__file__).resolve().parent
FLAGS = ["-O", "-wmo", "-parse-as-library", "-swift-version", "6", "-package-name", "pdca"]


def build():
    """The path of the program; see Read.swift for what it does."""
    folder = rooms.ROOT / ".build/reading"
    folder.mkdir(parents=True, exist_ok=True)
    objects = []
    for name in ("Diagnostics", "Workbook", "Inflation"):
        objects.append(folder / f"{name}.o")
        compile_module(folder, [
            "-module-name", name, "-c", "-o", objects[-1], "-emit-module", "-emit-module-path", folder / f"{name}.swiftmodule",
            *sorted((rooms.ROOT / "Sources" / name).rglob("*.swift"))])
    program = folder / "read"
    compile_module(folder, ["-module-name", "Reading", HERE / "Read.swift", *objects, "-o", program])
    return program


def compile_module(folder, arguments):
    command = ["swiftc", *FLAGS, "-I", folder, "-I", rooms.ROOT / "Sources/CZlib", *arguments]
    if subprocess.run([str(part) for part in command], cwd=folder).returncode != 0:
        rooms.stop("the reader of workbooks does not build")
