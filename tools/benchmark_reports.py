# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures reports of a large history file and writes the table into docs/performance.md. The file (20 peers, 30 days,
one ping a second: 52 million pings) is that of the history's benchmark, made on the first run and kept in build/."""
import argparse
import json
import os
import subprocess
import tempfile

from benchmark_common import BENCHMARKS, ROOT, awake, machine, write_section

FORMS = ["html", "pdf", "png", "json", "csv"]


def arguments():
    parser = argparse.ArgumentParser(prog="tools/benchmark reports", description=__doc__)
    parser.add_argument("--peers", type=int, default=20, metavar="N", help="in the file (20)")
    parser.add_argument("--days", type=int, default=30, metavar="N", help="in the file (30)")
    parser.add_argument("--no-page", action="store_true", help="print the table, leave docs/performance.md as it is")
    return parser.parse_args()


def run(file, form, folder):
    """One report by a process of its own, so that the memory is its own as well."""
    answer = subprocess.run([BENCHMARKS / "reports/bench_reports", file, form, folder], check=True,
                            stdout=subprocess.PIPE, text=True)
    return json.loads(answer.stdout)


def size(count):
    return f"{count / 1e9:.1f} GB" if count >= 1e9 else f"{count / 1e6:.1f} MB"


def table(said):
    lines = ["| form | read | written | in all | memory at most | size | aim: 10 s, 300 MiB |",
             "|---|---:|---:|---:|---:|---:|---|"]
    for each in said:
        whole = each["read_s"] + each["write_s"]
        small = each["peak_mib"] <= 300
        if each["form"] == "csv":
            reached = "memory reached; every ping is written" if small else "missed"
        else:
            reached = "reached" if small and whole < 10 else "missed"
        lines.append(f'| {each["form"].upper()} | {each["read_s"]:.1f} s | {each["write_s"]:.1f} s | {whole:.1f} s '
                     f'| {each["peak_mib"]:.0f} MiB | {size(each["bytes"])} | {reached} |')
    return lines


def main():
    options = arguments()
    file = ROOT / f"build/history-{options.peers}-peers-{options.days}-days.sqlite"
    load_before = os.getloadavg()[0]
    subprocess.run([BENCHMARKS / "history/bench_history", "fill", "--peers", str(options.peers),
                    "--days", str(options.days), "--file", file], check=True, stdout=subprocess.DEVNULL)
    with awake(), tempfile.TemporaryDirectory() as folder:
        said = [run(file, form, folder) for form in FORMS]
    text = "\n".join([
        f'{machine(load_before)} {said[0]["pings"]:,} pings of {said[0]["peers"]} peers, all of a file of '
        f"{size(os.path.getsize(file))}; each report by a process of its own. CSV goes nowhere, the others to the disk.",
        "",
        *table(said),
    ])
    if options.no_page:
        print(text)
    else:
        write_section("reports", text)


if __name__ == "__main__":
    main()
