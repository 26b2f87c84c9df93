#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The client of python-websockets as a second opinion: pings a server and prints each RTT.

One JSON object a line: {"rtt_ms": 0.21}. Ends with status 1 when the connection ends before its last ping.
"""

import argparse
import asyncio
import json
import ssl
import sys

import websockets
from websockets.client import connect


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("--interval", type=float, default=1.0, metavar="S")
    parser.add_argument("--count", type=int, default=10)
    parser.add_argument("--ca", metavar="FILE")
    return parser.parse_args()


async def main():
    args = options()
    context = ssl.create_default_context(cafile=args.ca) if args.url.startswith("wss:") else None
    async with connect(args.url, ssl=context, ping_interval=None, compression=None) as connection:
        for _ in range(args.count):
            await asyncio.sleep(args.interval)
            pong = await connection.ping()
            print(json.dumps({"rtt_ms": await pong * 1000}), flush=True)


try:
    asyncio.run(main())
except (OSError, websockets.WebSocketException) as error:
    print(error, file=sys.stderr)
    sys.exit(1)
