# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the symbols of the tray, one for each state that the icon there shows: icons.py FOLDER

They have the shapes of StatusLook::paintShape() beside a small pulse, in one colour, which desktops replace by that of
their text. Where a desktop knows the classes "warning" and "error", shapes are in its colours for these.
"""
import math
import pathlib
import sys

SIDE = 16
PULSE = [(0.9, 6.5), (2.7, 6.5), (4.1, 1.7), (5.5, 10.6)]
PLACE, SIZE = 6.8, 9.2  # of the shape: its left upper corner, its width


def number(value):
    return f"{value:.2f}".rstrip("0").rstrip(".")


def polygon(points):
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "Z"


def disc(x, y, radius):
    r, d = number(radius), number(2 * radius)
    return f"M{number(x - radius)} {number(y)}a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0 -{d} 0Z"


def line(points, width):
    """As areas: desktops recolour these, and not lines."""
    parts = [disc(x, y, width / 2) for x, y in points]
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        scale = width / 2 / math.hypot(x1 - x0, y1 - y0)
        dx, dy = (y0 - y1) * scale, (x1 - x0) * scale
        parts.append(polygon([(x0 + dx, y0 + dy), (x1 + dx, y1 + dy), (x1 - dx, y1 - dy), (x0 - dx, y0 - dy)]))
    return " ".join(parts)


def placed(*points):
    """Points of the unit square, where the shape is."""
    return [(PLACE + x * SIZE, PLACE + y * SIZE) for x, y in points]


def shape(*points):
    return polygon(placed(*points))


def arc(radius, first, last):
    """Points of a circle around the middle of the unit square, by degrees."""
    steps = 24
    angles = [math.radians(first + (last - first) * i / steps) for i in range(steps + 1)]
    return [(.5 + radius * math.cos(a), .5 + radius * math.sin(a)) for a in angles]


SHAPES = {
    "failed": ("error", line(placed((.15, .15), (.85, .85)), 2) + " " + line(placed((.85, .15), (.15, .85)), 2)),
    "timed-out": ("error", shape((.5, .02), (1, .96), (0, .96))),
    "waiting": ("error", shape((0, .04), (1, .04), (.5, .98))),
    "flapping": ("error", shape((.24, .06), (.48, .8), (0, .8)) + " " + shape((.52, .2), (1, .2), (.76, .94))),
    "stale": ("error", shape((.1, .02), (.9, .02), (.5, .54)) + " " + shape((.5, .46), (.9, .98), (.1, .98))),
    "closed": ("", shape((.06, .06), (.94, .06), (.94, .94), (.06, .94)) +
               shape((.26, .26), (.26, .74), (.74, .74), (.74, .26))),
    "connecting": ("", " ".join(disc(*placed((x, .6))[0], 1.2) for x in (.14, .5, .86))),
    "partly": ("warning", shape(*arc(.5, 90, 270)) + " " + shape(*arc(.5, -90, 90), *arc(.36, 90, -90))),
    "unknown": ("", " ".join(disc(*placed((x, y))[0], 1) for x, y in ((.5, .1), (.9, .5), (.5, .9), (.1, .5)))),
    "slow": ("warning", shape((.5, 0), (1, .5), (.5, 1), (0, .5))),
}


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(exist_ok=True)
    for state, (kind, drawing) in SHAPES.items():
        kind = f' class="{kind}"' if kind else ""
        (folder / f"pongwatch-{state}-symbolic.svg").write_text(
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{SIDE}" height="{SIDE}" viewBox="0 0 {SIDE} {SIDE}" fill="#2e3436">\n'
            f"  <!-- SPDX-License-Identifier: GPL-3.0-or-later; drawn by tools/icons -->\n"
            f'  <path d="{line(PULSE, 1.7)}"/>\n'
            f'  <path{kind} d="{drawing}"/>\n'
            f"</svg>\n", encoding="utf-8")


if __name__ == "__main__":
    main()
