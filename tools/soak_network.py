# SPDX-License-Identifier: GPL-3.0-or-later
"""Two hosts in network namespaces and a cable between them that can be cut, slow or bad. The cable is a process: not every
kernel has netem. Run as a program, this file is that cable: `python3 soak_network.py DEVICE DEVICE`, told by lines on
standard input (`delay MS JITTER_MS`, `loss PERCENT`, `cut`, `whole`)."""

import array
import asyncio
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
FAR_ADDRESS = "10.77.0.2"
NEAR_ADDRESS = "10.77.0.1"


class Cable:
    """Carries Ethernet frames between two devices."""

    def __init__(self, names):
        self.ends = [self.open(name) for name in names]
        self.delay = self.jitter = self.loss = 0.0
        self.late = []
        self.number = 0
        self.last_due = [0.0, 0.0]

    @staticmethod
    def open(name):
        end = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
        flags = struct.unpack("16sh", fcntl.ioctl(end, 0x8913, struct.pack("16sh", name.encode(), 0))[:18])[1]
        fcntl.ioctl(end, 0x8914, struct.pack("16sh", name.encode(), flags | 1))  # up
        end.bind((name, 0))
        end.setblocking(False)
        return end

    def obey(self, line):
        words = line.split()
        self.delay = self.jitter = self.loss = 0.0
        if words[0] == "delay":
            self.delay, self.jitter = float(words[1]) / 1000, float(words[2]) / 1000
        elif words[0] == "loss":
            self.loss = float(words[1]) / 100
        elif words[0] == "cut":
            self.loss = 1.0

    def take(self, index):
        for _ in range(64):
            try:
                frame, source = self.ends[index].recvfrom(65536)
            except BlockingIOError:
                return
            if source[2] == socket.PACKET_OUTGOING or random.random() < self.loss:
                continue
            # Late, but in the order in which they came.
            due = max(self.last_due[index], time.monotonic() + self.delay + random.uniform(0, self.jitter))
            self.last_due[index] = due
            self.number += 1
            heapq.heappush(self.late, (due, self.number, 1 - index, frame))

    def deliver(self):
        while self.late and self.late[0][0] <= time.monotonic():
            _, _, other, frame = heapq.heappop(self.late)
            try:
                self.ends[other].send(frame)
            except OSError:
                pass  # a full device loses frames, as real ones do

    def run(self):
        while True:
            wait = max(0.0, self.late[0][0] - time.monotonic()) if self.late else None
            for ready in select.select([sys.stdin, *self.ends], [], [], wait)[0]:
                if ready is sys.stdin:
                    line = sys.stdin.readline()
                    if not line:
                        return
                    self.obey(line)
                else:
                    self.take(self.ends.index(ready))
            self.deliver()


def host():
    """A process that does nothing, in a network of its own. It ends with us."""
    return subprocess.Popen(["unshare", "--net", "sh", "-c", "echo ready; exec sleep infinity"],
                            stdout=subprocess.PIPE,
                            preexec_fn=lambda: ctypes.CDLL(None).prctl(1, signal.SIGKILL))


def finish_checksums(device):
    """Makes a device finish its checksums itself (SIOCETHTOOL, ETHTOOL_STXCSUM): the cable would carry them unfinished."""
    value = array.array("B", struct.pack("II", 0x17, 0))
    request = struct.pack("16sP", device.encode(), value.buffer_info()[0])
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, 0x8946, request)


def run(*words):
    subprocess.run([str(word) for word in words], check=True)


class Network:
    """Where programs and servers are. To be made in a network namespace of its own (tools/soak sees to it)."""

    has_cable = True
    far_address = FAR_ADDRESS

    def __init__(self):
        self.near, self.far = host(), host()
        for each, device, address in ((self.near, "near", NEAR_ADDRESS), (self.far, "far", FAR_ADDRESS)):
            each.stdout.readline()
            run("ip", "link", "add", device, "type", "veth", "peer", "name", f"{device}-end")
            run("ip", "link", "set", device, "netns", each.pid)
            inside = self.inside(each)
            # One frame a segment: what the cable carries must fit the device.
            run(*inside, "ip", "link", "set", device, "mtu", 9000, "gso_max_segs", 1, "up")
            run("ip", "link", "set", f"{device}-end", "mtu", 9000, "up")
            self.on(each, lambda name=device: finish_checksums(name))
            run(*inside, "ip", "link", "set", "lo", "up")
            run(*inside, "ip", "address", "add", f"{address}/24", "dev", device)
        self.cable = subprocess.Popen([sys.executable, __file__, "near-end", "far-end"], stdin=subprocess.PIPE, text=True)

    @staticmethod
    def inside(of_host):
        return ["nsenter", "--target", str(of_host.pid), "--net", "--"]

    @staticmethod
    def on(of_host, work):
        """What `work` returns, done on that host."""
        made = []

        def there():
            space = os.open(f"/proc/{of_host.pid}/ns/net", os.O_RDONLY)
            if ctypes.CDLL(None, use_errno=True).setns(space, CLONE_NEWNET) != 0:
                raise OSError(ctypes.get_errno(), "setns")
            os.close(space)
            made.append(work())

        thread = threading.Thread(target=there)  # a thread's namespace is its own
        thread.start()
        thread.join()
        return made[0]

    def listen(self, address, port):
        """A listening socket on the host that has this address: sockets stay where they were made."""
        return self.on(self.far if address == FAR_ADDRESS else self.near,
                       lambda: socket.create_server((address, port), backlog=1000))

    def program(self, command):
        return [*self.inside(self.near), *command]

    def tell_cable(self, line):
        self.cable.stdin.write(line + "\n")
        self.cable.stdin.flush()

    async def disturb(self):
        """One thing that goes wrong with the network, then whole again. Returns what it was."""
        what = random.choice(("cut", "delay", "loss", "interface down"))
        if what == "interface down":
            await asyncio.to_thread(run, *self.inside(self.near), "ip", "link", "set", "near", "down")
            await asyncio.sleep(random.uniform(1, 5))
            await asyncio.to_thread(run, *self.inside(self.near), "ip", "link", "set", "near", "up")
            return what
        seconds = random.uniform(1, 8)
        if what == "cut":
            self.tell_cable("cut")
        elif what == "delay":
            self.tell_cable(f"delay {random.uniform(20, 300)} {random.uniform(0, 50)}")
        else:
            self.tell_cable(f"loss {random.uniform(1, 20)}")
        await asyncio.sleep(seconds)
        self.tell_cable("whole")
        return what

    def end(self):
        for process in (self.cable, self.near, self.far):
            process.kill()
            process.wait()


class NoNetwork:
    """Where namespaces are not to be had: everything is on this host, and no network is disturbed."""

    has_cable = False
    far_address = None

    @staticmethod
    def listen(address, port):
        return socket.create_server((address, port), backlog=1000)

    @staticmethod
    def program(command):
        return list(command)

    def end(self):
        pass


if __name__ == "__main__":
    Cable(sys.argv[1:]).run()
