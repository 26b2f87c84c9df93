# SPDX-License-Identifier: GPL-3.0-or-later
"""What is written in several places for several readers is the same: packaging.py VERSION"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).parents[2]
# They only save time, or any Debian that builds packages has them.
NOT_IN_DEBIAN = {"g++", "mold", "ccache"}
ONLY_IN_DEBIAN = {"debhelper-compat"}


def text(name):
    return (ROOT / name).read_text(encoding="utf-8")


def main():
    version = sys.argv[1]
    assert text("debian/changelog").startswith(f"pongwatch ({version})"), "debian/changelog has another version"
    newest = re.search(r'<release version="([^"]+)"', text("resources/desktop/org.pongwatch.Pongwatch.metainfo.xml")).group(1)
    assert newest == version, f"the metainfo's newest release is {newest}"
    for page in ("README.md", "docs/installing.md", "tools/package"):
        for found in re.findall(r"pongwatch_([0-9.]+)_amd64\.deb", text(page)):
            assert found == version, f"{page} speaks of {found}"
    assert f"\n## {version}" in text("CHANGELOG.md"), "CHANGELOG.md has no section of this version"

    needed = {line.split()[1] for line in text("tools/packages").splitlines() if line.startswith("build ")} - NOT_IN_DEBIAN
    field = re.search(r"^Build-Depends:((?:.*\n)(?: .*\n)*)", text("debian/control"), re.M).group(1)
    declared = {entry.split()[0] for entry in field.split(",") if entry.strip()} - ONLY_IN_DEBIAN
    assert needed == declared, f"tools/packages and debian/control differ in {sorted(needed ^ declared)}"
    print(f"all places have {version} and the same packages")


if __name__ == "__main__":
    main()
