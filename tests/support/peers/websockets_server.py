#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server of python-websockets to test against.

Prints "listening PORT", then one JSON object a line for each connection that opens and closes. It sends no
pings of its own. Ends with its standard input.
"""

import argparse
import asyncio
import http
import json
import ssl
import sys

import websockets
from websockets.server import serve


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--tls", nargs=2, metavar=("CERTIFICATE", "KEY"))
    parser.add_argument("--client-ca", help="ask clients for a certificate of this authority")
    parser.add_argument("--close-after", type=float, metavar="S", help="close each connection after that time")
    parser.add_argument("--code", type=int, default=1000)
    parser.add_argument("--reason", default="")
    parser.add_argument("--no-read", action="store_true", help="never read what clients send once open")
    parser.add_argument("--subprotocol", action="append")
    parser.add_argument("--require-header", metavar="NAME: VALUE", help="answer 401 to requests without it")
    return parser.parse_args()


def say(**event):
    print(json.dumps(event), flush=True)


def tls_context(args):
    if not args.tls:
        return None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*args.tls)
    if args.client_ca:
        context.load_verify_locations(args.client_ca)
        context.verify_mode = ssl.CERT_REQUIRED
    return context


async def main():
    args = options()

    async def handle(connection):
        say(event="open", path=connection.path, subprotocol=connection.subprotocol)
        if args.no_read:
            connection.transport.pause_reading()
            await asyncio.Future()
        if args.close_after is not None:
            await asyncio.sleep(args.close_after)
            await connection.close(args.code, args.reason)
        try:
            async for message in connection:
                await connection.send(message)
        except websockets.ConnectionClosed:
            pass
        say(event="closed", code=connection.close_code, reason=connection.close_reason)

    async def check(_path, headers):
        if args.require_header:
            name, value = args.require_header.split(":", 1)
            if headers.get(name) != value.strip():
                return http.HTTPStatus.UNAUTHORIZED, [], b"a header is missing\n"
        return None

    server = await serve(
        handle,
        args.host,
        args.port,
        ssl=tls_context(args),
        ping_interval=None,
        compression=None,
        subprotocols=args.subprotocol,
        process_request=check,
    )
    print("listening", server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(main())
