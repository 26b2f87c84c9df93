# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures how much one peer that floods moves the round trips of others, and writes the table into docs/performance.md.

All in one run of the program: for each kind of flood the same steady peers are pinged without it and with it, in turns, so
that what else the machine does falls on both."""

import argparse
import asyncio
import json
import os
import pathlib
import random
import signal
import statistics
import subprocess
import sys
import tempfile

from benchmark_common import awake, machine, write_section
from soak_servers import Servers, flood_of, frame, make_certificates

FLOODS = ("pongs", "pings", "messages", "fragments", "megabytes", "closes")
ALLOWED_SHARE = 0.10
ALLOWED_MS = 0.05


class Local:
    """Everything on this host: what Servers asks of a network."""

    has_cable = False

    @staticmethod
    def listen(address, port):
        import socket
        return socket.create_server((address, port), backlog=1000)


async def serve(folder):
    """A process of servers that prints its ports, and floods as lines on standard input say: a kind, or "quiet"."""
    servers = Servers([(folder / "c1.pem", folder / "k1.pem")], Local())
    for kind in ("steady", "floods", "tls"):
        await servers.listen(kind)
    print(json.dumps(servers.ports), flush=True)
    kind = "quiet"

    async def flood():
        while True:
            if kind == "quiet":
                await asyncio.sleep(0.02)
                continue
            some = frame(0x8, b"\x03\xe8") * 1000 if kind == "closes" else flood_of(kind)
            for writer in [*servers.writers["floods"], *servers.writers["tls"]]:
                if writer.transport.get_write_buffer_size() < 256 * 1024 and not writer.transport.is_closing():
                    writer.write(some)
            await asyncio.sleep(0.005)

    task = asyncio.create_task(flood())
    lines = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    while line := await lines.readline():
        kind = line.decode().strip()
    task.cancel()


def start_servers(folder):
    process = subprocess.Popen([sys.executable, __file__, "--serve", str(folder)], stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, text=True)
    return process, json.loads(process.stdout.readline())


def workspace(options, client, tls, steady, flooding):
    scheme = "wss" if tls else "ws"
    kind = "tls" if tls else "steady"
    profiles = [{"name": f"steady {i}", "url": f"{scheme}://127.0.0.1:{steady[kind]}/{i}", "ping_interval_s": 0.1}
                for i in range(options.peers)]
    profiles.append({"name": "flood", "url": f"{scheme}://127.0.0.1:{flooding['tls' if tls else 'floods']}/",
                     "ping_interval_s": 1, "ping_timeout_s": None,
                     "reconnect": {"initial_s": 0.1, "min_s": 0.1, "max_s": 0.1}})
    return {"pongwatch": 1, "profiles": profiles,
            "defaults": {"client": client, "proxy": "none", "tls": {"verify": False}}}


async def measure(options, folder, client, tls):
    """For each flood the round trips without it and with it, in milliseconds."""
    steady_process, steady = start_servers(folder)
    flood_process, flooding = start_servers(folder)
    file = folder / "flood.pongwatch"
    file.write_text(json.dumps(workspace(options, client, tls, steady, flooding)))
    program = await asyncio.create_subprocess_exec(
        str(options.program), "monitor", "--workspace", str(file), "--trust-workspace", "--output", "jsonl", "--history", "none",
        stdout=asyncio.subprocess.PIPE, limit=1 << 20)
    bucket = []

    async def read():
        async for line in program.stdout:
            event = json.loads(line)
            if event["event"] == "pong" and event["peer"] != "flood":
                bucket.append(event["rtt_ms"])

    reader = asyncio.create_task(read())

    def tell(kind):
        flood_process.stdin.write(kind + "\n")
        flood_process.stdin.flush()

    async def during(kind):
        tell(kind)
        await asyncio.sleep(0.5)
        bucket.clear()
        await asyncio.sleep(options.seconds)
        return list(bucket)

    await asyncio.sleep(2)
    results = {}
    try:
        for flood in FLOODS:
            without, beside = [], []
            for _ in range(options.turns):
                without += await during("quiet")
                beside += await during(flood)
            tell("quiet")
            results[flood] = (without, beside)
    finally:
        program.send_signal(signal.SIGINT)
        await program.wait()
        await reader
        for process in (steady_process, flood_process):
            process.stdin.close()
            process.kill()
            process.wait()
    return results


def row(client, tls, flood, without, beside):
    if len(without) < 20 or len(beside) < 20:
        return [client + (", TLS" if tls else ""), flood, "–", "–", "too few pongs", "no"], False
    before, after = statistics.median(without), statistics.median(beside)
    holds = after - before < max(ALLOWED_SHARE * before, ALLOWED_MS)
    return [client + (", TLS" if tls else ""), flood, f"{before:.3f} ms", f"{after:.3f} ms", f"{after - before:+.3f} ms",
            "yes" if holds else "**no**"], holds


async def run(options):
    rows, all_hold = [], True
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        make_certificates(folder)
        for client in ("qt", "wire"):
            for tls in (False, True):
                for flood, (without, beside) in (await measure(options, folder, client, tls)).items():
                    cells, holds = row(client, tls, flood, without, beside)
                    rows.append("| " + " | ".join(cells) + " |")
                    all_hold = all_hold and holds
    return rows, all_hold


def main():
    parser = argparse.ArgumentParser(prog="tools/benchmark flood", description=__doc__)
    parser.add_argument("--program", type=pathlib.Path, default=pathlib.Path("build/release/app/pongwatch"))
    parser.add_argument("--peers", type=int, default=20, metavar="N", help="steady ones (20)")
    parser.add_argument("--turns", type=int, default=3, help="how often without and with each flood (3)")
    parser.add_argument("--seconds", type=float, default=3, help="of each turn (3)")
    parser.add_argument("--no-page", action="store_true", help="print the table only, leave docs/performance.md as it is")
    parser.add_argument("--serve", type=pathlib.Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        asyncio.run(serve(options.serve))
        return
    random.seed(1)
    load_before = os.getloadavg()[0]
    with awake():
        rows, all_hold = asyncio.run(run(options))
    text = "\n".join([
        f"{machine(load_before)} {options.peers} steady peers and one that floods, pinged ten times a second, "
        f"{options.turns} × {options.seconds:g} s each without the flood and with it, in turns. It holds when the median moves by "
        f"less than {ALLOWED_SHARE:.0%} or {ALLOWED_MS * 1000:.0f} µs.",
        "",
        "| client | flood of | median without | median beside it | moved | holds |",
        "|---|---|---:|---:|---:|---|",
        *rows,
    ])
    if options.no_page:
        print(text)
    else:
        write_section("flood", text)
    sys.exit(0 if all_hold else 1)


if __name__ == "__main__":
    main()
