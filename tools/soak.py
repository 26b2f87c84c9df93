# SPDX-License-Identifier: GPL-3.0-or-later
"""Two programs against servers, a network, a disk and a clock that misbehave, and their books: see tools/soak."""

import argparse
import asyncio
import collections
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import soak_books
import soak_network
import soak_servers

TIME_LIBRARY = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"
DISK_MB = 256
HANGS_ABOVE_S = 0.25
MOST_ENDS = 10_000  # that monitor keeps for its report
KB_OF_AN_END = 2


class Program:
    """One that watches, started again whenever it has ended."""

    def __init__(self, name, options, folder, servers):
        self.name, self.options, self.folder, self.servers = name, options, folder, servers
        self.history = folder / "disk" / name / "history.sqlite"
        self.books = soak_books.Books()
        self.process = None
        self.reader = None
        self.errors = None
        self.ending = False
        self.worst = collections.Counter()
        self.rss = []  # (moment, MB, ends of connections so far)

    def workspace(self):
        """Each kind of server with both clients."""
        profiles = []
        kinds = self.servers.kinds()
        for i in range(self.options.peers):
            kind = kinds[i % len(kinds)]
            scheme = "wss" if kind.endswith("tls") else "ws"
            profiles.append({
                "name": f"{kind} {i}", "url": f"{scheme}://{self.servers.address(kind)}:{self.servers.ports[kind]}/{i}",
                "client": ("qt", "wire")[i // len(kinds) % 2], "ping_interval_s": 0.25,
                # Steady ones must not time out, also when this program was stopped for longer than that.
                "ping_timeout_s": 3 if kind == "steady" else 2, "close_timeout_s": 2, "open_timeout_s": 5,
                "reconnect": {"initial_s": 0.5, "min_s": 0.5, "max_s": 5}})
        file = self.folder / f"{self.name}.pongwatch"
        file.write_text(json.dumps({"pongwatch": 1, "defaults": {"proxy": "none", "tls": {"verify": False}}, "profiles": profiles}))
        return file

    async def start(self):
        self.history.parent.mkdir(parents=True, exist_ok=True)
        command = [self.options.program, "monitor", "--workspace", self.workspace(), "--trust-workspace",
                   "--output", "jsonl", "--history", self.history]
        if self.options.clock:
            command = ["env", f"LD_PRELOAD={TIME_LIBRARY}", f"FAKETIME_TIMESTAMP_FILE={self.folder / 'clock'}",
                       "FAKETIME_DONT_FAKE_MONOTONIC=1", "FAKETIME_CACHE_DURATION=1", "NO_FAKE_STAT=1", *command]
        # What Qt says of itself is told as well: it may be a fault of ours.
        command = ["env", "QT_LOGGING_RULES=", *command]
        self.errors = open(self.folder / f"{self.name}.errors", "ab")
        self.process = await asyncio.create_subprocess_exec(
            *[str(word) for word in self.servers.network.program(command)],
            stdout=asyncio.subprocess.PIPE, stderr=self.errors, limit=1 << 20)
        self.ending = False
        self.reader = asyncio.create_task(self.read())

    async def read(self):
        async for line in self.process.stdout:
            self.books.line(line)

    async def end(self, number):
        self.ending = True
        at = time.monotonic()
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGCONT)
            self.process.send_signal(number)
        await self.process.wait()
        await self.reader
        self.errors.close()
        self.books.end_of_life(number == signal.SIGKILL, at)
        return self.process.returncode

    def look(self):
        path = pathlib.Path(f"/proc/{self.process.pid}")
        try:
            descriptors = len(list((path / "fd").iterdir()))
            status = dict(line.split(":", 1) for line in (path / "status").read_text().splitlines() if ":" in line)
            rss = int(status["VmRSS"].split()[0]) / 1024
        except (OSError, KeyError):
            return
        self.rss.append((time.monotonic(), rss, self.books.ends))
        for what, value in (("descriptors", descriptors), ("threads", int(status["Threads"])), ("rss", rss)):
            self.worst[what] = max(self.worst[what], value)

    def has_died(self):
        return self.process.returncode is not None and not self.ending

    def growth(self, minutes):
        """Resident memory after the first third, and at the end: the means of a tenth of the run each. Beside the list of
        ends, which the report is made of, it may not grow by more than 5 %."""
        first, last = self.rss[0][0], self.rss[-1][0]
        length = last - first

        def mean(begin, end):
            values = [each[1] for each in self.rss if begin * length <= each[0] - first <= end * length]
            return sum(values) / max(1, len(values))

        early, late = mean(0.3, 0.4), mean(0.9, 1)
        listed = [min(MOST_ENDS, each[2]) for each in self.rss]
        of_list = (listed[-1] - listed[len(listed) // 3]) * KB_OF_AN_END / 1024
        # A run that is short is still warming up.
        return early, late, minutes < 20 or late < early * 1.05 + of_list


class Soak:
    def __init__(self, options):
        self.options = options
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="pongwatch-soak-"))
        self.log = collections.Counter()
        self.full_disks = []  # from when to when
        self.hangs = []  # of this program: from when to when
        self.network = soak_network.Network() if options.namespaces else soak_network.NoNetwork()
        self.servers = soak_servers.Servers(soak_servers.make_certificates(self.folder), self.network)
        self.kept = Program("kept", options, self.folder, self.servers)  # lives through all of it
        self.killed = Program("killed", options, self.folder, self.servers)
        self.problems = []

    async def disk_fills(self):
        disk = self.folder / "disk"
        began = time.monotonic()

        def fill():
            with open(disk / "ballast", "wb", buffering=0) as ballast:
                block = bytes(1 << 20)
                while block:
                    try:
                        ballast.write(block)
                    except OSError:
                        block = block[:len(block) // 2]

        self.full_disks.append((began, float("inf")))
        await asyncio.to_thread(fill)
        await asyncio.sleep(random.uniform(2, 15))
        os.unlink(disk / "ballast")
        self.full_disks[-1] = (began, time.monotonic())

    async def clock_steps(self):
        offset = random.choice((-7200, -600, -61, -2, -0.3, 0, 0, 0.3, 2, 61, 600, 7200))
        temporary = self.folder / "clock.new"
        temporary.write_text(f"{offset:+}\n")
        temporary.replace(self.folder / "clock")

    async def program_is_stopped(self):
        """As a debugger, a laptop's lid or a loaded machine stops it."""
        self.kept.process.send_signal(signal.SIGSTOP)
        await asyncio.sleep(random.uniform(0.3, 4))
        self.kept.process.send_signal(signal.SIGCONT)

    async def program_is_killed(self):
        number = random.choice((signal.SIGKILL, signal.SIGKILL, signal.SIGTERM))
        await self.killed.end(number)
        await self.killed.start()
        return "kill -9" if number == signal.SIGKILL else "SIGTERM"

    async def report_in_between(self):
        await self.report(self.kept, "between.json")

    async def report(self, program, name):
        file = self.folder / name
        process = await asyncio.create_subprocess_exec(
            str(self.options.program), "report", "--history", str(program.history), "-o", str(file),
            stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE)
        _, said = await process.communicate()
        if process.returncode != 0:
            self.problems.append(f"report ended with {process.returncode}: {said.decode(errors='replace').strip()}")
        return file

    async def again_and_again(self, what, action, pause, end):
        """Does it at random moments, `pause` seconds apart on average."""
        while True:
            wait = random.uniform(0.3, 1.7) * pause
            if time.monotonic() + wait > end:
                return
            await asyncio.sleep(wait)
            self.log[await action() or what] += 1

    def disturbances(self):
        yield "restart", lambda: self.servers.restart("restarts"), 15
        yield "stall", self.servers.stall, 20
        yield "flood", self.flood, 12
        yield "reset", self.reset, 9
        yield "certificate", self.servers.change_certificate, 25
        yield "program stopped", self.program_is_stopped, 50
        yield "report in between", self.report_in_between, 60
        if self.network.has_cable:
            yield "network", self.network.disturb, 15
        if self.options.disk:
            yield "disk full", self.disk_fills, 40
        if self.options.clock:
            yield "clock step", self.clock_steps, 30
        if self.options.kill:
            yield "kill", self.program_is_killed, 25

    async def flood(self):
        return "flood of " + await self.servers.flood()

    async def reset(self):
        self.servers.drop("resets", "reset")

    async def time_ourselves(self):
        """When our servers hung, for that is not the program's fault."""
        while True:
            due = time.monotonic() + 0.1
            await asyncio.sleep(0.1)
            if time.monotonic() - due > HANGS_ABOVE_S:
                self.hangs.append((due, time.monotonic()))

    async def watch(self, end):
        while time.monotonic() < end:
            await asyncio.sleep(1)
            for program in (self.kept, self.killed):
                program.look()
                if program.has_died():
                    raise RuntimeError(f"the program that is {program.name} ended by itself with {program.process.returncode}")

    async def run(self):
        (self.folder / "clock").write_text("+0\n")
        (self.folder / "disk").mkdir()
        if self.options.disk:
            subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK_MB}m", "tmpfs", self.folder / "disk"], check=True)
        await self.servers.start()
        await self.kept.start()
        await self.killed.start()
        # The last seconds are quiet, so that each disturbance is over.
        end = time.monotonic() + self.options.minutes * 60 - 10
        timing = asyncio.create_task(self.time_ourselves())
        tasks = [asyncio.create_task(self.watch(end + 10))]
        tasks += [asyncio.create_task(self.again_and_again(*each, end)) for each in self.disturbances()]
        try:
            await asyncio.gather(*tasks)
        finally:
            for task in [timing, *tasks]:
                task.cancel()
        statuses = [await program.end(signal.SIGINT) for program in (self.kept, self.killed)]
        return await self.judge(statuses)

    async def judge(self, statuses):
        print(f"\n{self.options.minutes:g} minutes, 2 × {self.options.peers} peers; "
              + ", ".join(f"{n} × {what}" for what, n in sorted(self.log.items())))
        holds = True
        for program, status in zip((self.kept, self.killed), statuses):
            kept = soak_books.samples_of(await self.report(program, f"{program.name}.csv"))
            lines = soak_books.judge(program.books, kept, self.full_disks, self.hangs)
            worst = program.worst
            lines.append(("descriptors at most", str(worst["descriptors"]), worst["descriptors"] < self.options.peers * 4 + 100))
            lines.append(("threads at most", str(worst["threads"]), worst["threads"] < 40))
            if program is self.kept:
                early, late, flat = program.growth(self.options.minutes)
                lines.append(("resident memory after a third, and at the end", f"{early:.1f} and {late:.1f} MB", flat))
            lines.append(("resident memory at most", f"{worst['rss']:.1f} MB", True))
            lines.append(("status after SIGINT", str(status), status == 130))
            print(f"\n| the program that is {program.name} | |\n|---|---|")
            for what, figures, line_holds in lines:
                holds = holds and line_holds
                print(f"| {what} | {figures}{'' if line_holds else ' **does not hold**'} |")
            print("ends: " + "; ".join(f"{kind}: " + ", ".join(f"{n} × {cause}" for cause, n in counts.most_common())
                                       for kind, counts in sorted(program.books.causes.items())))
            for _, fault in program.books.steady_faults[:5]:
                print("steady:", fault.decode(errors="replace").strip())
        for problem in self.problems:
            print(problem)
        if holds and not self.problems:
            shutil.rmtree(self.folder, ignore_errors=True)
            return 0
        if self.options.disk:
            # The disk goes with this namespace.
            shutil.copytree(self.folder / "disk", self.folder / "disk-kept")
        print(f"the files are in {self.folder}")
        return 1


def main():
    parser = argparse.ArgumentParser(prog="tools/soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--peers", type=int, default=32, help="of each of the two programs")
    parser.add_argument("--program", required=True, type=pathlib.Path, help="the program to try (what tools/soak builds)")
    parser.add_argument("--seed", type=int, default=None, help="for the same disturbances again")
    parser.add_argument("--no-kill", dest="kill", action="store_false", help="kill neither program")
    parser.add_argument("--no-clock", dest="clock", action="store_false", help="leave the clock alone")
    parser.add_argument("--namespaces", action="store_true", help=argparse.SUPPRESS)  # we are in our own
    options = parser.parse_args()
    options.disk = options.namespaces
    options.program = options.program.absolute()
    if options.clock and not os.path.exists(TIME_LIBRARY):
        print("soak: the clock is left alone: libfaketime is not here", file=sys.stderr)
        options.clock = False
    if not options.namespaces:
        print("soak: network and disk are left alone: no namespaces here", file=sys.stderr)
    random.seed(options.seed)
    os.environ["LC_ALL"] = "C.UTF-8"
    soak = Soak(options)
    try:
        status = asyncio.run(soak.run())
    finally:
        soak.network.end()
        for program in (soak.kept, soak.killed):
            if program.process and program.process.returncode is None:
                os.kill(program.process.pid, signal.SIGKILL)
    sys.exit(status)


if __name__ == "__main__":
    main()
