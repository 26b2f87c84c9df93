#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How quiet a window is: its processor time and how often it wakes up while 10 peers are pinged every 20 s.

Starts the program on a virtual display of its own, lets it settle, and reads /proc/PID/task/*/schedstat and the
voluntary context switches of each thread: once with the window shown, once with it started minimized.

  tests/benchmarks/window/quiet_window.py PONGWATCH [--seconds S] [--settle S] [--check] [--json]

--check: exit status 1 when the shown window takes more than 0.3 % of a core or wakes up more than 5 times a second,
or when the minimized one takes more than the shown one."""
import argparse
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time

PEERS = 10
MOST_PERCENT = 0.3
MOST_WAKE_UPS = 5.0


def threads(pid):
    found = {}
    for task in os.listdir(f"/proc/{pid}/task"):
        try:
            with open(f"/proc/{pid}/task/{task}/status", encoding="utf-8") as file:
                status = dict(line.split(":", 1) for line in file)
            with open(f"/proc/{pid}/task/{task}/schedstat", encoding="utf-8") as file:
                busy = int(file.read().split()[0])
            found[task] = (status["Name"].strip(), busy, int(status["voluntary_ctxt_switches"]))
        except FileNotFoundError:
            pass  # it has ended
    return found


def measure(pid, seconds):
    before, begun = threads(pid), time.monotonic()
    time.sleep(seconds)
    after, took = threads(pid), time.monotonic() - begun
    percent = wake_ups = 0.0
    for task, (name, busy, switches) in sorted(after.items()):
        _, busy_before, switches_before = before.get(task, (name, 0, 0))
        its_percent = (busy - busy_before) / 1e7 / took
        its_wake_ups = (switches - switches_before) / took
        percent += its_percent
        wake_ups += its_wake_ups
        print(f"    {name:<18}{its_percent:8.3f} %{its_wake_ups:8.2f} wake-ups/s", file=sys.stderr)
    return percent, wake_ups


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def run(program, display, arguments, settle, seconds):
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, DISPLAY=display, QT_QPA_PLATFORM="xcb", HOME=home, XDG_RUNTIME_DIR=home)
        environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
        for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
            environment[f"XDG_{kind}_HOME"] = os.path.join(home, kind.lower())
        port = free_port()
        server = subprocess.Popen([program, "serve", "--listen", f"127.0.0.1:{port}"], stdout=subprocess.DEVNULL)
        time.sleep(1)
        urls = [f"ws://127.0.0.1:{port}/slow?ms={n}" for n in range(1, PEERS + 1)]
        window = subprocess.Popen([program, *arguments, *urls], env=environment, stderr=subprocess.DEVNULL)
        try:
            time.sleep(settle)
            return measure(window.pid, seconds)
        finally:
            for process in (window, server):
                process.terminate()
                process.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--settle", type=float, default=90,
                        help="seconds before (90): states younger than a minute are counted by the second")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--json", action="store_true", help="one line with all figures on standard output")
    options = parser.parse_args()
    if not shutil.which("Xvfb"):
        sys.exit("Xvfb is needed")
    display = next(f":{n}" for n in range(90, 200) if not os.path.exists(f"/tmp/.X{n}-lock"))
    screen = subprocess.Popen(["Xvfb", display, "-screen", "0", "1440x900x24", "-noreset"],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(1)
    try:
        results = {}
        for name, arguments in (("shown", []), ("minimized", ["--minimized"])):
            print(f"  {name}, {PEERS} peers every 20 s:", file=sys.stderr)
            results[name] = run(options.program, display, arguments, options.settle, options.seconds)
            print(f"    in all            {results[name][0]:8.3f} %{results[name][1]:8.2f} wake-ups/s", file=sys.stderr)
    finally:
        screen.terminate()
        screen.wait()
    shown, minimized = results["shown"], results["minimized"]
    if options.json:
        print(json.dumps({name: {"percent": percent, "wake_ups": wake_ups} for name, (percent, wake_ups) in results.items()}))
    if options.check and (shown[0] > MOST_PERCENT or shown[1] > MOST_WAKE_UPS or minimized[0] > shown[0]):
        sys.exit(1)


if __name__ == "__main__":
    main()
