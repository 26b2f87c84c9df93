# SPDX-License-Identifier: GPL-3.0-or-later
"""pongwatch-agent needs no library of windows, not even by a library that it needs: agentlinks.py PROGRAM"""
import subprocess
import sys

WINDOWS = ("libQt6Widgets", "libQt6PrintSupport", "libQt6Svg", "libQCustomPlot", "libQt6OpenGL")


def main():
    loaded = subprocess.run(["ldd", sys.argv[1]], stdout=subprocess.PIPE, text=True, check=True).stdout
    assert "libQt6Core" in loaded, loaded
    found = [line.strip() for line in loaded.splitlines() if line.strip().startswith(WINDOWS)]
    assert not found, found

    run = subprocess.run([sys.argv[1]], stderr=subprocess.PIPE, text=True, check=False)
    assert run.returncode == 2 and "a command is missing" in run.stderr, run
    run = subprocess.run([sys.argv[1], "wss://example.org/?token=s3cret"], stderr=subprocess.PIPE, text=True, check=False)
    assert run.returncode == 2 and "no such command" in run.stderr and "s3cret" not in run.stderr, run
    run = subprocess.run([sys.argv[1], "--version"], stdout=subprocess.PIPE, text=True, check=True)
    lines = run.stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["pongwatch-agent", "Qt", "SQLite", "OpenSSL"], lines
    assert all(line.split()[1][0].isdigit() for line in lines), lines


if __name__ == "__main__":
    main()
