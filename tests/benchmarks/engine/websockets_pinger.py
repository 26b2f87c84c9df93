# SPDX-License-Identifier: GPL-3.0-or-later
"""python-websockets under the same load; its own keepalive is off, so that each ping's time can be taken."""
import argparse
import asyncio
import gc
import json
import os
import random
import re
import resource
import ssl
import time

import websockets

parser = argparse.ArgumentParser()
parser.add_argument("--port", type=int, required=True)
parser.add_argument("--connections", type=int, default=100)
parser.add_argument("--interval", type=float, default=10)
parser.add_argument("--warm-up", type=float, default=11)
parser.add_argument("--seconds", type=float, default=20)
parser.add_argument("--tls", type=int, default=0)
options = parser.parse_args()

tls = ssl._create_unverified_context() if options.tls else None

round_trips = []
in_window = False


def cpu_time():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def private_bytes():
    gc.collect()
    with open("/proc/self/smaps_rollup", encoding="ascii") as rollup:
        return int(re.search(r"Private_Dirty:\s+(\d+)", rollup.read()).group(1)) * 1024


def dial(index):
    scheme = "wss" if options.tls else "ws"
    return websockets.connect(f"{scheme}://127.0.0.{1 + index % 4}:{options.port}/", ping_interval=None,
                              compression=None, ssl=tls)


async def keep_pinging(connection, first):
    due = first
    loop = asyncio.get_running_loop()
    while True:
        await asyncio.sleep(due - loop.time())
        payload = random.getrandbits(64).to_bytes(8, "little")
        sent_at = time.perf_counter_ns()
        pong = await connection.ping(payload)
        await pong
        if in_window:
            round_trips.append((time.perf_counter_ns() - sent_at) / 1000)
        due += options.interval


async def main():
    global in_window
    before = private_bytes()
    begun = time.perf_counter()
    connections = []
    for i in range(0, options.connections, 200):
        connections += await asyncio.gather(*(dial(j) for j in range(i, min(i + 200, options.connections))))
    opening = time.perf_counter() - begun
    start = asyncio.get_running_loop().time()
    tasks = [
        asyncio.create_task(keep_pinging(connection, start + options.interval * (i + 1) / options.connections))
        for i, connection in enumerate(connections)
    ]
    await asyncio.sleep(options.warm_up)
    in_window = True
    cpu = cpu_time()
    await asyncio.sleep(options.seconds)
    cpu = cpu_time() - cpu
    in_window = False
    memory = private_bytes() - before
    round_trips.sort()
    count = len(round_trips)
    print(json.dumps({
        "client": "python-websockets", "connections": options.connections, "pings": count,
        "cpu_us_per_ping": cpu * 1e6 / count,
        "rtt_median_us": round_trips[count // 2], "rtt_p99_us": round_trips[count * 99 // 100],
        "bytes_per_connection": memory // options.connections, "open_s": opening,
        "threads": len(os.listdir("/proc/self/task")),
    }), flush=True)
    del tasks


if __name__ == "__main__":
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit))
    loop = asyncio.new_event_loop()
    loop.run_until_complete(main())
    # What is open is dropped with the process: saying goodbye to thousands is not what is measured.
    os._exit(0)
