# SPDX-License-Identifier: GPL-3.0-or-later
"""clang-tidy over the project's .cpp files, in parallel, with a memory of what passed.

It looks at the files as tools/test compiles them: several as one (CMake's unity files), so that Qt's headers are read once
for all of them. Such a file is looked at again when one of its sources, one of our headers that it reaches, its compiler
command, .clang-tidy or clang-tidy itself has changed. Arguments name folders or files; without any, all are looked at.
"""

import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "ci"
PASSED = ROOT / "build" / "lint"
INCLUDE = re.compile(rb'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)
# Findings are shown wherever they are in our files; a unity file includes .cpp files on purpose.
OPTIONS = ["--quiet", "--extra-arg=-w", r"--header-filter=(app|models|widgets|tests)/.*\.(h|cpp)$",
           "--checks=-bugprone-suspicious-include"]


def our_headers(source, seen):
    """Adds source and all of our headers that it reaches to seen."""
    if source in seen:
        return
    seen.add(source)
    for name in INCLUDE.findall(source.read_bytes()):
        for folder in (ROOT / "models", ROOT, source.parent):
            header = folder / name.decode(errors="replace")
            if header.is_file():
                our_headers(header.resolve(), seen)
                break


def sources_of(unit):
    """The sources that a unity file is made of; of any other file, that file."""
    if BUILD not in unit.parents:
        return [unit]
    return [pathlib.Path(name.decode()) for name in INCLUDE.findall(unit.read_bytes())]


def key_of(sources, command, common):
    digest = hashlib.sha256(common)
    digest.update(command.encode())
    reached = set()
    for source in sources:
        our_headers(source, reached)
    for path in sorted(reached):
        digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def main():
    wanted = [pathlib.Path(name).resolve() for name in sys.argv[1:]]
    version = subprocess.run(["clang-tidy", "--version"], capture_output=True, check=True).stdout
    common = version + (ROOT / ".clang-tidy").read_bytes() + pathlib.Path(__file__).read_bytes()
    todo = {}
    count = 0
    for entry in json.loads((BUILD / "compile_commands.json").read_text()):
        unit = pathlib.Path(entry["directory"], entry["file"]).resolve()
        if not unit.exists():
            continue  # made when a target is built that is not part of everything, such as the benchmarks
        sources = [path for path in sources_of(unit) if path.suffix == ".cpp" and BUILD not in path.parents]
        if wanted:
            sources = [path for path in sources if any(path == name or name in path.parents for name in wanted)]
        if sources:
            todo[unit] = PASSED / key_of(sources_of(unit), entry["command"], common)
            count += len(sources)
    if wanted and not todo:
        sys.exit("lint: not part of the build: " + ", ".join(sys.argv[1:]))

    fresh = sorted(unit for unit, mark in todo.items() if not mark.exists())
    print(f"lint: {count} files in {len(todo)} units, {len(fresh)} to look at", flush=True)
    PASSED.mkdir(parents=True, exist_ok=True)

    def look(unit):
        # Compiler warnings are the compiler's business: the flags are GCC's, and clang knows some others.
        run = subprocess.run(["clang-tidy", "-p", str(BUILD), *OPTIONS, str(unit)], capture_output=True, text=True, check=False)
        return unit, run

    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for unit, run in pool.map(look, fresh):
            if run.returncode == 0:
                todo[unit].touch()
                continue
            failed += 1
            print(run.stdout.strip() or run.stderr.strip(), flush=True)
    for mark in PASSED.iterdir():
        if not wanted and mark not in todo.values():
            mark.unlink()
    print(f"lint: {failed} of {len(todo)} units have findings" if failed else f"lint: {count} files are clean")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
