# SPDX-License-Identifier: GPL-3.0-or-later
"""clang-tidy over the project's .cpp files, in parallel, with a memory of what passed.

A file is looked at again when it, one of our headers that it reaches, its compiler command, .clang-tidy or clang-tidy
itself has changed.
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
BUILD = ROOT / "build" / "dev"
PASSED = ROOT / "build" / "lint"
INCLUDE = re.compile(rb'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)


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


def key_of(source, command, common):
    digest = hashlib.sha256(common)
    digest.update(command.encode())
    reached = set()
    our_headers(source, reached)
    for path in sorted(reached):
        digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def main():
    wanted = {pathlib.Path(name).resolve() for name in sys.argv[1:]}
    version = subprocess.run(["clang-tidy", "--version"], capture_output=True, check=True).stdout
    common = version + (ROOT / ".clang-tidy").read_bytes() + pathlib.Path(__file__).read_bytes()
    todo = {}
    for entry in json.loads((BUILD / "compile_commands.json").read_text()):
        source = pathlib.Path(entry["directory"], entry["file"]).resolve()
        if BUILD in source.parents or (wanted and source not in wanted):
            continue
        todo[source] = PASSED / key_of(source, entry["command"], common)
    missing = wanted - todo.keys()
    if missing:
        sys.exit("lint: not part of the build: " + ", ".join(str(path) for path in sorted(missing)))

    fresh = sorted(source for source, mark in todo.items() if not mark.exists())
    print(f"lint: {len(todo)} files, {len(fresh)} to look at", flush=True)
    PASSED.mkdir(parents=True, exist_ok=True)

    def look(source):
        # Compiler warnings are the compiler's business: the flags are GCC's, and clang knows some others.
        run = subprocess.run(
            ["clang-tidy", "-p", str(BUILD), "--quiet", "--extra-arg=-w", str(source)],
            capture_output=True, text=True, check=False)
        return source, run

    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for source, run in pool.map(look, fresh):
            if run.returncode == 0:
                todo[source].touch()
                continue
            failed += 1
            print(run.stdout.strip() or run.stderr.strip(), flush=True)
    for mark in PASSED.iterdir():
        if not wanted and mark not in todo.values():
            mark.unlink()
    print(f"lint: {failed} of {len(todo)} files have findings" if failed else f"lint: {len(todo)} files are clean")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
