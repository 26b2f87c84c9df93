# SPDX-License-Identifier: GPL-3.0-or-later
"""A network in network namespaces: a host, four routers in a row, and a peer with a WebSocket server on port 8080.

    unshare --net python3 router_chain.py PID_OF_A_PROCESS_ON_THE_HOST

The process with that PID is alone in a network namespace of its own, which becomes the host. Link 0 leads from the host to
router 1, link 4 from router 4 to the peer; in link I the near end is 10.77.I.1 (fd77:I::1) and the far end 10.77.I.2
(fd77:I::2), so that hop K answers as 10.77.(K-1).2 and the peer, hop 5, is 10.77.4.2. Each link is a cable that this program
carries the frames of. Beside each router K stands another one, 10.78.K.2, which the path leads over after `reroute K`.

Prints "listening 8080" when all is up, and "ok" after each command on standard input:

    cut LINK | loss LINK PERCENT | delay LINK MS    the cable does so
    refuse ROUTER      the router says that it has no route to the peer
    limit ROUTER       the router answers one probe a second, and few at once
    reroute ROUTER     the other router stands in for it
    whole              everything as it was
"""

import array
import ctypes
import fcntl
import heapq
import os
import random
import select
import signal
import socket
import struct
import subprocess
import sys
import threading
import time

CLONE_NEWNET = 0x40000000
LINKS = 5

SERVER = """
import asyncio, websockets

async def handler(websocket):
    async for _ in websocket:
        pass

async def main():
    async with websockets.serve(handler, ["0.0.0.0", "::"], 8080, ping_interval=None):
        print("ready", flush=True)
        await asyncio.Future()

asyncio.run(main())
"""


def dies_with_us():
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


class Host:
    """A network namespace, held by a process that sleeps, or by somebody else's."""

    def __init__(self, pid=None):
        self.process = None
        if pid is None:
            self.process = subprocess.Popen(["unshare", "--net", "sh", "-c", "echo ready; exec sleep infinity"],
                                            stdout=subprocess.PIPE, preexec_fn=dies_with_us)
            self.process.stdout.readline()
        self.pid = pid or self.process.pid
        self.commands = ["link set lo up"]

    def inside(self):
        return ["nsenter", f"--net=/proc/{self.pid}/ns/net"]

    def ip(self, *commands):
        subprocess.run([*self.inside(), "ip", "-batch", "-"], input="\n".join(commands), text=True, check=True)

    def set(self, name, value):
        self.on(lambda: open(f"/proc/sys/net/{name}", "w", encoding="ascii").write(str(value)))

    def on(self, work):
        """`work`, done on that host by a thread: its namespace is its own, and /proc/sys/net shows it."""
        failures = []

        def there():
            try:
                space = os.open(f"/proc/{self.pid}/ns/net", os.O_RDONLY)
                if ctypes.CDLL(None, use_errno=True).setns(space, CLONE_NEWNET) != 0:
                    raise OSError(ctypes.get_errno(), "setns")
                os.close(space)
                work()
            except OSError as error:
                failures.append(error)

        thread = threading.Thread(target=there)
        thread.start()
        thread.join()
        if failures:
            raise failures[0]


def finish_checksums(device):
    """Makes a device finish its checksums itself (SIOCETHTOOL, ETHTOOL_STXCSUM): a cable would carry them unfinished."""
    value = array.array("B", struct.pack("II", 0x17, 0))
    request = struct.pack("16sP", device.encode(), value.buffer_info()[0])
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, 0x8946, request)


class Cable:
    """Carries Ethernet frames between two devices that are on this program's own host."""

    def __init__(self, near, far):
        self.ends = [self.open(near), self.open(far)]
        self.whole()

    def whole(self):
        self.delay = self.loss = 0.0

    @staticmethod
    def open(name):
        end = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
        end.bind((name, 0))
        end.setblocking(False)
        return end


class Chain:
    def __init__(self, pid_of_host):
        self.hosts = [Host(pid_of_host)] + [Host() for _ in range(LINKS)]  # the peer is the last
        self.twins = [None] + [Host() for _ in range(LINKS - 1)]
        self.late, self.number = [], 0
        self.undo = []
        own = []
        for link in range(LINKS):
            for end, (host, name) in enumerate(((self.hosts[link], "right"), (self.hosts[link + 1], "left"))):
                here = f"c{link}{'ab'[end]}"
                own.append(f"link add {here} type veth peer name {name}{link}")
                own.append(f"link set {name}{link} netns {host.pid}")
                own.append(f"link set {here} up")
                host.commands += [f"link set {name}{link} name {name} gso_max_segs 1 up",
                                  f"addr add 10.77.{link}.{end + 1}/24 dev {name}",
                                  f"addr add fd77:{link}::{end + 1}/64 dev {name} nodad"]
        subprocess.run(["ip", "-batch", "-"], input="\n".join(own), text=True, check=True)
        self.hosts[0].commands += ["route add default via 10.77.0.2", "route add default via fd77:0::2"]
        for k in range(1, LINKS):
            self.hosts[k].commands += [f"route add default via 10.77.{k}.2", f"route add default via fd77:{k}::2"]
            for back in range(k - 1):
                self.hosts[k].commands += [f"route add 10.77.{back}.0/24 via 10.77.{k - 1}.1",
                                           f"route add fd77:{back}::/64 via fd77:{k - 1}::1"]
        self.hosts[LINKS].commands += [f"route add default via 10.77.{LINKS - 1}.1", f"route add default via fd77:{LINKS - 1}::1"]
        for host in self.hosts:
            host.ip(*host.commands)
            host.on(lambda h=host: [finish_checksums(name) for _, name in socket.if_nameindex() if name in ("left", "right")])
        for k in range(1, LINKS):
            self.build_twin(k)
        for host in self.hosts + self.twins[1:]:
            host.set("ipv4/ip_forward", 1)
            host.set("ipv6/conf/all/forwarding", 1)
            # No limit by the mask: a limit of 0 would use up the tokens that unreachable destinations are told with.
            host.set("ipv4/icmp_ratemask", 0)
            host.set("ipv6/icmp/ratelimit", 0)
        self.cables = [Cable(f"c{link}a", f"c{link}b") for link in range(LINKS)]
        self.server = subprocess.Popen([*self.hosts[LINKS].inside(), "/usr/bin/python3", "-c", SERVER],
                                       stdout=subprocess.PIPE, preexec_fn=dies_with_us)
        self.server.stdout.readline()

    def build_twin(self, k):
        twin, before, after = self.twins[k], self.hosts[k - 1], self.hosts[k + 1]
        before.ip(f"link add twin{k} type veth peer name left netns {twin.pid}",
                  f"addr add 10.78.{k}.1/24 dev twin{k}", f"link set twin{k} up")
        after.ip(f"link add twinof{k} type veth peer name right netns {twin.pid}",
                 f"addr add 10.79.{k}.2/24 dev twinof{k}", f"link set twinof{k} up")
        twin.ip("link set lo up", f"addr add 10.78.{k}.2/24 dev left", "link set left up",
                f"addr add 10.79.{k}.1/24 dev right", "link set right up",
                f"route add 10.77.{LINKS - 1}.2/32 via 10.79.{k}.2", f"route add default via 10.78.{k}.1")

    def obey(self, words):
        name, number = words[0], int(words[1]) if len(words) > 1 else 0
        if name == "whole":
            for cable in self.cables:
                cable.whole()
            while self.undo:
                self.undo.pop()()
        elif name == "cut":
            self.cables[number].loss = 1.0
        elif name == "loss":
            self.cables[number].loss = float(words[2]) / 100
        elif name == "delay":
            self.cables[number].delay = float(words[2]) / 1000
        elif name == "refuse":
            peer = f"10.77.{LINKS - 1}.2"
            self.hosts[number].ip(f"route add unreachable {peer}")
            self.undo.append(lambda: self.hosts[number].ip(f"route del unreachable {peer}"))
        elif name == "limit":
            self.hosts[number].set("ipv4/icmp_ratemask", 6168)  # as Linux comes
            self.undo.append(lambda: self.hosts[number].set("ipv4/icmp_ratemask", 0))
        elif name == "reroute":
            route = f"10.77.{LINKS - 1}.2/32 via 10.78.{number}.2" + (" src 10.77.0.1" if number == 1 else "")
            self.hosts[number - 1].ip(f"route add {route}")
            self.undo.append(lambda: self.hosts[number - 1].ip(f"route del {route}"))
        print("ok", flush=True)

    def take(self, cable, index):
        for _ in range(64):
            try:
                frame, source = cable.ends[index].recvfrom(65536)
            except BlockingIOError:
                return
            # Neighbours are always found: what is tested is what becomes of packets.
            is_arp = frame[12:14] == b"\x08\x06"
            if source[2] == socket.PACKET_OUTGOING or (random.random() < cable.loss and (cable.loss == 1.0 or not is_arp)):
                continue
            self.number += 1
            heapq.heappush(self.late, (time.monotonic() + cable.delay, self.number, cable.ends[1 - index], frame))

    def run(self):
        ends = {end: (cable, index) for cable in self.cables for index, end in enumerate(cable.ends)}
        print("listening 8080", flush=True)
        poll = select.poll()
        by_number = {end.fileno(): end for end in ends}
        for number in (0, *by_number):
            poll.register(number, select.POLLIN)
        unread = b""
        while True:
            wait = max(0.0, self.late[0][0] - time.monotonic()) * 1000 if self.late else None
            for number, _ in poll.poll(wait):
                if number != 0:
                    self.take(*ends[by_number[number]])
                    continue
                read = os.read(0, 4096)
                if not read:
                    return
                unread += read
                *lines, unread = unread.split(b"\n")
                for line in lines:
                    self.obey(line.decode().split())
            while self.late and self.late[0][0] <= time.monotonic():
                _, _, end, frame = heapq.heappop(self.late)
                try:
                    end.send(frame)
                except OSError:
                    pass  # a full device loses frames, as real ones do

    def end(self):
        for process in [self.server] + [host.process for host in self.hosts + self.twins if host and host.process]:
            process.kill()
            process.wait()


if __name__ == "__main__":
    os.set_blocking(0, True)
    chain = Chain(int(sys.argv[1]))
    try:
        chain.run()
    finally:
        chain.end()
