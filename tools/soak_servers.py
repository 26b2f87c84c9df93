# SPDX-License-Identifier: GPL-3.0-or-later
"""Raw WebSocket servers that misbehave when told to. They share no code with the program that is tried."""

import asyncio
import base64
import collections
import hashlib
import logging
import random
import ssl
import struct
import subprocess
import time

GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
NEAR = ("steady", "restarts", "stalls", "floods", "resets", "tls")  # on the program's own host
FAR = ("network", "network-tls")  # at the other end of the cable
KINDS = NEAR + FAR
# A flood into a connection that has just been reset is part of the soak, and asyncio would warn of each piece.
logging.getLogger("asyncio").setLevel(logging.ERROR)

FLOODS = ("pongs", "pings", "messages", "fragments", "megabytes")


def frame(opcode, payload=b"", final=True):
    head = bytes([(0x80 if final else 0) | opcode])
    if len(payload) < 126:
        head += bytes([len(payload)])
    elif len(payload) < 65536:
        head += bytes([126]) + struct.pack(">H", len(payload))
    else:
        head += bytes([127]) + struct.pack(">Q", len(payload))
    return head + payload


def flood_of(kind):
    """Some tens of KiB of it."""
    if kind == "pongs":
        return frame(0xA, b"nobody asked") * 3000
    if kind == "pings":
        return frame(0x9, b"well?") * 3000
    if kind == "messages":
        return frame(0x1, b"x") * 10000
    if kind == "fragments":
        return frame(0x1, b"", False) + frame(0x0, b"", False) * 20000 + frame(0x0)
    return frame(0x2, bytes(1024 * 1024))


def make_certificates(folder):
    made = []
    for number in (1, 2):
        certificate, key = folder / f"c{number}.pem", folder / f"k{number}.pem"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                        "-days", "2", "-subj", f"/CN=soak{number}", "-keyout", key, "-out", certificate],
                       check=True, capture_output=True)
        made.append((certificate, key))
    return made


class Servers:
    """One server a kind. `network` says where each listens (soak_network)."""

    def __init__(self, certificates, network):
        self.certificates = certificates
        self.network = network
        self.certificate = 0
        self.servers = {}
        self.ports = {}
        self.writers = collections.defaultdict(set)
        self.stalled = False

    async def start(self):
        for kind in self.kinds():
            await self.listen(kind)

    def kinds(self):
        return KINDS if self.network.has_cable else NEAR

    def address(self, kind):
        return self.network.far_address if kind in FAR else "127.0.0.1"

    async def listen(self, kind):
        context = None
        if kind.endswith("tls"):
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*self.certificates[self.certificate])
        listening = self.network.listen(self.address(kind), self.ports.get(kind, 0))
        self.servers[kind] = await asyncio.start_server(
            lambda reader, writer: self.serve(kind, reader, writer), sock=listening, ssl=context)
        self.ports[kind] = listening.getsockname()[1]

    async def serve(self, kind, reader, writer):
        # Nothing but the answer may come before the answer.
        if kind != "floods":
            self.writers[kind].add(writer)
        try:
            request = await reader.readuntil(b"\r\n\r\n")
            key = next(line.split(b":", 1)[1].strip() for line in request.split(b"\r\n")
                       if line.lower().startswith(b"sec-websocket-key:"))
            accept = base64.b64encode(hashlib.sha1(key + GUID).digest())
            writer.write(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                         b"Sec-WebSocket-Accept: " + accept + b"\r\n\r\n")
            self.writers[kind].add(writer)
            while True:
                head = await reader.readexactly(2)
                size = head[1] & 0x7F
                if size == 126:
                    size = struct.unpack(">H", await reader.readexactly(2))[0]
                elif size == 127:
                    size = struct.unpack(">Q", await reader.readexactly(8))[0]
                mask = await reader.readexactly(4)
                payload = bytes(byte ^ mask[i % 4] for i, byte in enumerate(await reader.readexactly(size)))
                if writer.transport.is_closing():
                    break
                if head[0] & 0xF == 0x9 and not (kind == "stalls" and self.stalled):
                    writer.write(frame(0xA, payload))
                elif head[0] & 0xF == 0x8:
                    writer.write(frame(0x8, payload[:2]))
                    break
                await writer.drain()
        except (OSError, EOFError, asyncio.CancelledError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, StopIteration):
            pass
        finally:
            self.writers[kind].discard(writer)
            writer.close()

    def drop(self, kind, how):
        for writer in list(self.writers[kind]):
            if how == "reset":
                socket = writer.get_extra_info("socket")
                if socket:
                    socket.setsockopt(1, 13, struct.pack("ii", 1, 0))  # SOL_SOCKET, SO_LINGER
            elif how == "close" and not writer.transport.is_closing():
                writer.write(frame(0x8, struct.pack(">H", 1012) + b"soak"))
            writer.close()

    async def restart(self, kind):
        self.servers[kind].close()
        self.drop(kind, "close")
        await asyncio.sleep(random.uniform(0.2, 1.5))
        await self.listen(kind)

    async def stall(self):
        self.stalled = True
        await asyncio.sleep(random.uniform(1, 5))
        self.stalled = False

    async def change_certificate(self):
        self.certificate = 1 - self.certificate
        for kind in self.kinds():
            if kind.endswith("tls"):
                await self.restart(kind)

    async def flood(self):
        """Returns what with."""
        kind = random.choice(FLOODS)
        bytes_of_it = flood_of(kind)
        end = time.monotonic() + random.uniform(1, 4)
        # What waits in front of a pong: more than can be read in time, or not.
        in_front = random.choice((64 * 1024, 4 * 1024 * 1024))
        while time.monotonic() < end:
            for writer in list(self.writers["floods"]):
                if writer.transport.get_write_buffer_size() < in_front and not writer.transport.is_closing():
                    writer.write(bytes_of_it)
            await asyncio.sleep(0.01)
        return kind
