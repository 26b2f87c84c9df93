#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Servers that are kept alive by messages, with the quirks of public APIs.

Prints "listening PORT", then one JSON object a line for each connection that closes. Ends with its standard input.

/op       {"op":"ping"} gets {"op":"pong"}, after --delay, with data in between
/id       {"id":"x","type":"ping"} gets {"id":"x","type":"pong"}; every second one is answered after the next one
/first    says {"type":"ping","id":n} itself, before and while it answers "ping" with "pong"
/engine   "2" gets "3", as in Engine.IO, after an opening message
/ignore   says data and answers nothing
/strict   closes with 4000 when nothing was sent for --delay
"""

import argparse
import asyncio
import json
import sys

import websockets
from websockets.server import serve

DATA = '{"stream":"trades","data":{"op":"trade","note":"no pong here"}}'


async def ticks(connection, text, every):
    while True:
        await connection.send(text)
        await asyncio.sleep(every)


async def op(connection, delay):
    async for message in connection:
        if json.loads(message).get("op") == "ping":
            await connection.send(DATA)
            await asyncio.sleep(delay)
            await connection.send(DATA)
            await connection.send('{"op":"pong"}')


async def by_id(connection, _delay):
    held = None
    async for message in connection:
        asked = json.loads(message)
        answer = json.dumps({"id": asked["id"], "type": "pong"})
        if held is None:
            held = answer
        else:
            await connection.send(answer)
            await connection.send(held)
            held = None


async def first(connection, _delay):
    await connection.send('{"type":"ping","id":0}')
    task = asyncio.ensure_future(ticks(connection, '{"type":"ping","id":1}', 0.03))
    try:
        async for message in connection:
            if message == "ping":
                await connection.send("pong")
    finally:
        task.cancel()


async def engine(connection, _delay):
    await connection.send('0{"sid":"x","pingInterval":25000}')
    async for message in connection:
        if message == "2":
            await connection.send("3")


async def ignore(connection, _delay):
    await ticks(connection, DATA, 0.03)


async def strict(connection, delay):
    try:
        while True:
            message = await asyncio.wait_for(connection.recv(), delay)
            await connection.send(message)
    except asyncio.TimeoutError:
        await connection.close(4000, "no heartbeat")


MANNERS = {"/op": op, "/id": by_id, "/first": first, "/engine": engine, "/ignore": ignore, "/strict": strict}


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--delay", type=float, default=0.05, metavar="S")
    args = parser.parse_args()

    async def handle(connection):
        try:
            await MANNERS[connection.path](connection, args.delay)
        except websockets.ConnectionClosed:
            pass
        print(json.dumps({"event": "closed", "code": connection.close_code}), flush=True)

    server = await serve(handle, "127.0.0.1", 0, ping_interval=None, compression=None)
    print("listening", server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(main())
