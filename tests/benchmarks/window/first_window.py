# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a program takes from its start to its first window on the screen, beside an empty Qt window:

    xvfb-run -a -s "-screen 0 1440x900x24" python3 tests/benchmarks/window/first_window.py \\
        build/release/tests/benchmarks/window/bench_empty_start /usr/bin/pongwatch [--starts 15]

Both are started in turn, each with folders of its own, and looked at from outside: the X server tells when a window of
theirs is mapped. So it can be the installed program that is measured, and not one that is made for the purpose. The
figure is the median of the ratios of neighbours, which a busy machine moves little.
"""
import argparse
import ctypes
import os
import select
import statistics
import subprocess
import sys
import tempfile
import time

SUBSTRUCTURE_NOTIFY_MASK, MAP_NOTIFY = 1 << 19, 19
SMALLEST = 300  # a window of a program, not a helper of the toolkit's
PATIENCE_S = 60


class MapEvent(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int), ("display", ctypes.c_void_p),
                ("event", ctypes.c_ulong), ("window", ctypes.c_ulong), ("override_redirect", ctypes.c_int)]


class Event(ctypes.Union):
    _fields_ = [("map", MapEvent), ("pad", ctypes.c_long * 24)]


class Screen:
    """Sees windows being mapped."""

    def __init__(self):
        self.x = ctypes.CDLL("libX11.so.6")
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.x.XDefaultRootWindow.restype = ctypes.c_ulong
        self.display = ctypes.c_void_p(self.x.XOpenDisplay(None))
        if not self.display:
            sys.exit("first_window: there is no display")
        # A window may be gone before it is asked for its size.
        self.ignore = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda *_: 0)
        self.x.XSetErrorHandler(self.ignore)
        self.x.XSelectInput(self.display, ctypes.c_ulong(self.x.XDefaultRootWindow(self.display)),
                            ctypes.c_long(SUBSTRUCTURE_NOTIFY_MASK))
        self.x.XSync(self.display, 0)

    def width_of(self, window):
        root, x, y, width, height, border, depth = (ctypes.c_ulong(), ctypes.c_int(), ctypes.c_int(), ctypes.c_uint(), ctypes.c_uint(),
                                                    ctypes.c_uint(), ctypes.c_uint())
        found = self.x.XGetGeometry(self.display, ctypes.c_ulong(window), *map(ctypes.byref, (root, x, y, width, height, border, depth)))
        return width.value if found else 0

    def forget(self):
        event = Event()
        while self.x.XPending(self.display):
            self.x.XNextEvent(self.display, ctypes.byref(event))

    def wait_for_window(self, until):
        """The moment at which one was mapped."""
        event = Event()
        while time.monotonic() < until:
            if not self.x.XPending(self.display):
                select.select([self.x.XConnectionNumber(self.display)], [], [], 0.2)
                continue
            self.x.XNextEvent(self.display, ctypes.byref(event))
            seen = time.monotonic()
            if event.map.type == MAP_NOTIFY and self.width_of(event.map.window) >= SMALLEST:
                return seen
        sys.exit("first_window: no window came")


def start(screen, program):
    with tempfile.TemporaryDirectory() as folder:
        environment = dict(os.environ, HOME=folder, XDG_CONFIG_HOME=f"{folder}/config", XDG_DATA_HOME=f"{folder}/data",
                           XDG_STATE_HOME=f"{folder}/state", XDG_RUNTIME_DIR=folder, QT_QPA_PLATFORM="xcb")
        screen.forget()
        begun = time.monotonic()
        with subprocess.Popen([program], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            taken = screen.wait_for_window(begun + PATIENCE_S) - begun
            process.terminate()
    return taken


def main():
    parser = argparse.ArgumentParser(prog="first_window.py")
    parser.add_argument("empty")
    parser.add_argument("program")
    parser.add_argument("--starts", type=int, default=15)
    options = parser.parse_args()
    screen = Screen()
    pairs = []
    for number in range(options.starts + 1):
        pair = start(screen, options.empty), start(screen, options.program)
        if number > 0:  # the first one reads the files from the disk
            pairs.append(pair)
    print(f"empty window {1000 * statistics.median(p[0] for p in pairs):.0f} ms, "
          f"{os.path.basename(options.program)} {1000 * statistics.median(p[1] for p in pairs):.0f} ms, "
          f"median ratio of {len(pairs)} pairs {statistics.median(p[1] / p[0] for p in pairs):.2f}")


if __name__ == "__main__":
    main()
