# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures how much it moves the round trips of others to look at the frames of a peer that floods, and writes the table into
docs/performance.md. In one run of the window the pane of frames is closed and open in turns, while the peer floods all the time."""

import argparse
import asyncio
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from benchmark_common import BENCHMARKS, awake, machine, write_section
from benchmark_flood import Local
from soak_servers import Servers, frame, make_certificates

ALLOWED_SHARE = 0.05
ALLOWED_MS = 0.010
EVERY_S = 0.01


async def serve(folder, kind, rate):
    """A process with the steady servers, or with one that sends so many messages a second to whoever is there."""
    servers = Servers([(folder / "c1.pem", folder / "k1.pem")], Local())
    await servers.listen(kind)
    print(json.dumps(servers.ports), flush=True)
    if kind == "steady":
        await asyncio.Event().wait()
    message = frame(0x1, b'{"e":"trade","s":"BTCUSDT","p":"97123.10","q":"0.004"}')
    sent, begun = 0, time.monotonic()
    while True:
        writers = [writer for writer in servers.writers[kind] if not writer.transport.is_closing()]
        due = int((time.monotonic() - begun) * rate)
        if not writers or due - sent > rate:  # nobody is there, or the peer does not take so much
            sent = due
        for writer in writers:
            writer.write(message * (due - sent))
        sent = due
        await asyncio.sleep(EVERY_S)


def start_server(folder, kind, rate=0):
    process = subprocess.Popen([sys.executable, __file__, "--serve", str(folder), kind, str(rate)], stdout=subprocess.PIPE,
                               text=True)
    return process, json.loads(process.stdout.readline())[kind]


def workspace(options, client, steady, flood):
    profiles = [{"name": f"steady {i}", "url": f"ws://127.0.0.1:{steady}/{i}", "ping_interval_s": 0.1}
                for i in range(options.peers)]
    profiles.append({"name": "flood", "url": f"ws://127.0.0.1:{flood}/", "ping_interval_s": 1, "ping_timeout_s": None})
    return {"pongwatch": 1, "profiles": profiles, "defaults": {"client": client, "proxy": "none"}}


def measure(options, folder, client):
    servers = [start_server(folder, "steady"), start_server(folder, "floods", options.rate)]
    try:
        file = folder / "frames.pongwatch"
        file.write_text(json.dumps(workspace(options, client, servers[0][1], servers[1][1])), encoding="utf-8")
        environment = dict(os.environ, XDG_CONFIG_HOME=f"{folder}/config", XDG_DATA_HOME=f"{folder}/data",
                           XDG_STATE_HOME=f"{folder}/state-{client}", XDG_RUNTIME_DIR=str(folder))
        run = subprocess.run([str(options.program), "--workspace", str(file), "--turns", str(options.turns), "--seconds",
                              str(options.seconds)], stdout=subprocess.PIPE, text=True, env=environment, check=False, timeout=600)
    finally:
        for process, _ in servers:
            process.kill()
            process.wait()
    if run.returncode != 0 or not run.stdout.strip():
        sys.exit("tools/benchmark: bench_frames failed")
    return json.loads(run.stdout)


def row(options, client, result):
    moved = result["open_ms"] - result["closed_ms"]
    seconds = options.turns * options.seconds
    rate = result["frames"] / seconds
    enough = min(result["pings_closed"], result["pings_open"]) >= 20 and rate >= 0.9 * options.rate
    holds = enough and moved < max(ALLOWED_SHARE * result["closed_ms"], ALLOWED_MS)
    cells = [client, f"{rate:,.0f}", f"{(result['frames'] - result['not_shown']) / seconds:,.0f}", f"{result['closed_ms']:.3f} ms",
             f"{result['open_ms']:.3f} ms", f"{moved:+.3f} ms", "yes" if holds else "**no**" if enough else "too few"]
    return "| " + " | ".join(cells) + " |", holds


def main():
    parser = argparse.ArgumentParser(prog="tools/benchmark frames", description=__doc__)
    parser.add_argument("--program", type=pathlib.Path, default=BENCHMARKS / "window/bench_frames")
    parser.add_argument("--peers", type=int, default=100, metavar="N", help="steady ones (100)")
    parser.add_argument("--rate", type=int, default=100_000, metavar="N", help="messages a second of the one that floods (100000)")
    parser.add_argument("--turns", type=int, default=5, help="how often with the pane closed and open (5)")
    parser.add_argument("--seconds", type=float, default=3, help="of each turn (3)")
    parser.add_argument("--no-page", action="store_true", help="print the table only, leave docs/performance.md as it is")
    parser.add_argument("--serve", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        asyncio.run(serve(pathlib.Path(options.serve[0]), options.serve[1], int(options.serve[2])))
        return
    load_before = os.getloadavg()[0]
    rows, all_hold = [], True
    with tempfile.TemporaryDirectory() as name, awake():
        folder = pathlib.Path(name)
        make_certificates(folder)
        for client in ("qt", "wire"):
            line, holds = row(options, client, measure(options, folder, client))
            rows.append(line)
            all_hold = all_hold and holds
    text = "\n".join([
        f"{machine(load_before)} {options.peers} steady peers, pinged ten times a second, and one that sends {options.rate:,} messages a "
        f"second, with its pane of frames closed and open in turns, {options.turns} × {options.seconds:g} s each. It holds when the "
        f"median round trip moves by less than {ALLOWED_SHARE:.0%} or {ALLOWED_MS * 1000:.0f} µs.",
        "",
        "| client | messages a second | of them shown | median, pane closed | median, pane open | moved | holds |",
        "|---|---:|---:|---:|---:|---:|---|",
        *rows,
    ])
    if options.no_page:
        print(text)
    else:
        write_section("frames", text)
    sys.exit(0 if all_hold else 1)


if __name__ == "__main__":
    main()
