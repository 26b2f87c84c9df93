# SPDX-License-Identifier: GPL-3.0-or-later
"""A long run against servers that misbehave, and the books of it: see tools/soak."""

import argparse
import asyncio
import base64
import collections
import hashlib
import json
import os
import pathlib
import random
import shutil
import signal
import ssl
import struct
import subprocess
import sys
import tempfile
import time

GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
KINDS = ("steady", "restarts", "stalls", "floods", "resets", "tls")
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


class Server:
    """Raw WebSocket servers of one kind each: they share no code with what is tried."""

    def __init__(self, certificates):
        self.certificates = certificates
        self.certificate = 0
        self.servers = {}
        self.ports = {}
        self.writers = collections.defaultdict(set)
        self.stalled = False
        self.flooding = None

    async def start(self):
        for kind in KINDS:
            await self.listen(kind)

    async def listen(self, kind):
        context = None
        if kind == "tls":
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*self.certificates[self.certificate])
        self.servers[kind] = await asyncio.start_server(
            lambda reader, writer: self.serve(kind, reader, writer), "127.0.0.1", self.ports.get(kind, 0), ssl=context)
        self.ports[kind] = self.servers[kind].sockets[0].getsockname()[1]

    async def serve(self, kind, reader, writer):
        self.writers[kind].add(writer)
        try:
            request = await reader.readuntil(b"\r\n\r\n")
            key = next(line.split(b":", 1)[1].strip() for line in request.split(b"\r\n")
                       if line.lower().startswith(b"sec-websocket-key:"))
            accept = base64.b64encode(hashlib.sha1(key + GUID).digest())
            writer.write(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                         b"Sec-WebSocket-Accept: " + accept + b"\r\n\r\n")
            while True:
                head = await reader.readexactly(2)
                size = head[1] & 0x7F
                if size == 126:
                    size = struct.unpack(">H", await reader.readexactly(2))[0]
                elif size == 127:
                    size = struct.unpack(">Q", await reader.readexactly(8))[0]
                mask = await reader.readexactly(4)
                payload = bytes(byte ^ mask[i % 4] for i, byte in enumerate(await reader.readexactly(size)))
                if head[0] & 0xF == 0x9 and not (kind == "stalls" and self.stalled):
                    writer.write(frame(0xA, payload))
                elif head[0] & 0xF == 0x8:
                    writer.write(frame(0x8, payload[:2]))
                    break
                await writer.drain()
        except (OSError, EOFError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, StopIteration):
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
            elif how == "close":
                writer.write(frame(0x8, struct.pack(">H", 1012) + b"soak"))
            writer.close()

    async def restart(self, kind):
        self.servers[kind].close()
        self.drop(kind, "close")
        await asyncio.sleep(random.uniform(0.2, 1.5))
        await self.listen(kind)

    async def flood(self, seconds):
        kind = random.choice(FLOODS)
        bytes_of_it = flood_of(kind)
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for writer in list(self.writers["floods"]):
                if writer.transport.get_write_buffer_size() < 4 * 1024 * 1024:
                    writer.write(bytes_of_it)
            await asyncio.sleep(0.01)
        return kind


class Books:
    """What the program said, line by line, over all of its lives."""

    def __init__(self):
        self.outcomes = collections.Counter()
        self.life = collections.Counter()  # of this one
        self.summaries = []
        self.lives = []
        self.bad_lines = 0
        self.lagged = 0
        self.steady = []

    def line(self, text):
        try:
            event = json.loads(text)
        except ValueError:
            self.bad_lines += 1
            return
        name = event.get("event")
        if name == "pong":
            self.life[event["outcome"]] += 1
            self.lagged += bool(event.get("observer_lag"))
            if event["peer"].startswith("steady") and not event.get("observer_lag"):
                self.steady.append(event["rtt_ms"])
        elif name == "timeout":
            self.life["timeout"] += 1
        elif name == "summary":
            self.summaries.append(event)

    def end_of_life(self, killed):
        self.lives.append({"killed": killed, "said": dict(self.life), "summaries": self.summaries})
        self.outcomes.update(self.life)
        self.life = collections.Counter()
        self.summaries = []


class Program:
    def __init__(self, options, folder, ports, books):
        self.options, self.folder, self.ports, self.books = options, folder, ports, books
        self.process = None
        self.reader = None
        self.worst = {"descriptors": 0, "threads": 0, "rss": 0}
        self.rss = []

    async def start(self):
        urls, names = [], []
        for i in range(self.options.peers):
            kind = KINDS[i % len(KINDS)]
            urls.append(f"{'wss' if kind == 'tls' else 'ws'}://127.0.0.1:{self.ports[kind]}/{i}")
            names += ["--name", f"{kind} {i}"]
        self.process = await asyncio.create_subprocess_exec(
            self.options.program, "monitor", *urls, *names, "--ping-interval", "0.25", "--ping-timeout", "2",
            "--insecure", "--output", "jsonl", "--history", str(self.folder / "history.sqlite"),
            stdout=asyncio.subprocess.PIPE, limit=1 << 20)
        self.reader = asyncio.create_task(self.read())

    async def read(self):
        async for line in self.process.stdout:
            self.books.line(line)

    async def end(self, number):
        if self.process.returncode is None:
            self.process.send_signal(number)
        await self.process.wait()
        await self.reader
        self.books.end_of_life(number == signal.SIGKILL)
        return self.process.returncode

    def look(self):
        path = pathlib.Path(f"/proc/{self.process.pid}")
        try:
            descriptors = len(list((path / "fd").iterdir()))
            status = dict(line.split(":", 1) for line in (path / "status").read_text().splitlines() if ":" in line)
        except OSError:
            return
        rss = int(status["VmRSS"].split()[0]) // 1024
        self.rss.append(rss)
        for what, value in (("descriptors", descriptors), ("threads", int(status["Threads"])), ("rss", rss)):
            self.worst[what] = max(self.worst[what], value)


def make_certificates(folder):
    made = []
    for number in (1, 2):
        certificate, key = folder / f"c{number}.pem", folder / f"k{number}.pem"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                        "-days", "2", "-subj", f"/CN=soak{number}", "-keyout", key, "-out", certificate],
                       check=True, capture_output=True)
        made.append((certificate, key))
    return made


async def disturb(server, program, log, options):
    """One thing that goes wrong, by chance."""
    what = random.choice(("restart", "stall", "flood", "reset", "certificate", "kill"))
    log[what] += 1
    if what == "restart":
        await server.restart("restarts")
    elif what == "stall":
        server.stalled = True
        await asyncio.sleep(random.uniform(1, 5))
        server.stalled = False
    elif what == "flood":
        log["flood of " + await server.flood(random.uniform(1, 4))] += 1
    elif what == "reset":
        server.drop("resets", "reset")
    elif what == "certificate":
        server.certificate = 1 - server.certificate
        await server.restart("tls")
    elif options.kill:
        await program.end(signal.SIGKILL)
        await program.start()


def pongs_in_history(options, folder):
    report = folder / "report.json"
    subprocess.run([options.program, "report", "--history", folder / "history.sqlite", "-o", report], check=True)
    figures = json.loads(report.read_text())
    return sum(peer["pongs"] for peer in figures["peers"])


def judge(books, program, kept, options):
    """The lines of the table: what, the figures, whether it holds."""
    lines = []
    whole = [life for life in books.lives if not life["killed"]]
    pings = settled = said = counted = 0
    for life in whole:
        for summary in life["summaries"]:
            pings += summary["pings"]
            settled += (summary["pongs"] + summary["timeouts"] + summary.get("superseded", 0) + summary.get("lost", 0))
            counted += summary["pongs"]
        said += sum(life["said"].get(word, 0) for word in ("answered", "slow", "late"))
    lines.append(("pings = outcomes, in lives that ended by themselves", f"{pings} = {settled}", pings == settled))
    lines.append(("pong lines = pongs of the summaries", f"{said} = {counted}", said == counted))
    all_said = sum(books.outcomes[word] for word in ("answered", "slow", "late"))
    kills = sum(life["killed"] for life in books.lives)
    # What a kill takes is at most what had not reached the file: a second and a half of it, and the pipe's rest.
    most_lost = kills * options.peers * 4 * 3
    lines.append((f"pong lines = history = report, but for {kills} kills", f"{all_said}, {kept} (at most {most_lost} apart)",
                  abs(all_said - kept) <= most_lost))
    lines.append(("lines that are no JSON", str(books.bad_lines), books.bad_lines <= kills))
    lines.append(("samples taken late by this machine", f"{books.lagged} of {all_said}", True))
    steady = sorted(books.steady)
    if steady:
        lines.append(("median of the steady peers", f"{steady[len(steady) // 2]:.3f} ms", True))
    lines.append(("descriptors at most", str(program.worst["descriptors"]), program.worst["descriptors"] < options.peers * 4 + 100))
    lines.append(("threads at most", str(program.worst["threads"]), program.worst["threads"] < 40))
    settled_rss = program.rss[len(program.rss) // 4:]
    if len(settled_rss) > 20 and kills == 0:
        growth = 100 * (settled_rss[-1] / max(1, settled_rss[0]) - 1)
        lines.append(("resident memory after the first quarter", f"{settled_rss[0]} to {settled_rss[-1]} MB", growth < 10))
    lines.append(("resident memory at most", f"{program.worst['rss']} MB", True))
    return lines


async def run(options):
    folder = pathlib.Path(tempfile.mkdtemp(prefix="pongwatch-soak-"))
    server = Server(make_certificates(folder))
    await server.start()
    books = Books()
    program = Program(options, folder, server.ports, books)
    await program.start()
    log = collections.Counter()
    end = time.monotonic() + options.minutes * 60
    next_disturbance = time.monotonic() + 5
    while time.monotonic() < end:
        await asyncio.sleep(1)
        program.look()
        if program.process.returncode is not None:
            print(f"soak: the program ended by itself with {program.process.returncode}", file=sys.stderr)
            await program.end(signal.SIGINT)
            return 1
        if time.monotonic() >= next_disturbance and time.monotonic() < end - 8:
            await disturb(server, program, log, options)
            next_disturbance = time.monotonic() + random.uniform(2, 8)
    await asyncio.sleep(2)
    status = await program.end(signal.SIGINT)
    lines = judge(books, program, pongs_in_history(options, folder), options)
    lines.append(("ended by a signal as documented", f"status {status}", status == 130))
    print(f"\n{options.minutes:g} minutes, {options.peers} peers; " + ", ".join(f"{n} × {what}" for what, n in sorted(log.items())))
    width = max(len(line[0]) for line in lines)
    for what, figures, holds in lines:
        print(f"{what:{width}}  {figures}{'' if holds else '   DOES NOT HOLD'}")
    if all(line[2] for line in lines):
        shutil.rmtree(folder)
        return 0
    print(f"the files are in {folder}")
    return 1


def main():
    parser = argparse.ArgumentParser(prog="tools/soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--peers", type=int, default=30)
    parser.add_argument("--program", required=True, help="the program to try (what tools/soak builds)")
    parser.add_argument("--seed", type=int, default=None, help="for the same disturbances again")
    parser.add_argument("--no-kill", dest="kill", action="store_false", help="never kill the program: for its memory")
    options = parser.parse_args()
    random.seed(options.seed)
    os.environ.setdefault("LC_ALL", "C.UTF-8")
    sys.exit(asyncio.run(run(options)))


if __name__ == "__main__":
    main()
