# SPDX-License-Identifier: GPL-3.0-or-later
"""What a program said, what its summaries counted and what its history kept, held against each other."""

import collections
import csv
import datetime
import json
import time

# A program that is killed may lose what had not reached its file: one transaction a second, and what was on its way.
LOST_WITH_A_KILL_S = 2.0
READ_AFTER_A_KILL_S = 2.0
# After a full disk has room again the writer tries once a second, and writes what it kept.
CAUGHT_UP_AFTER_S = 5.0
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
MICROSECOND = datetime.timedelta(microseconds=1)


def microseconds(moment):
    """RFC 3339 to a number."""
    return (datetime.datetime.fromisoformat(moment) - EPOCH) // MICROSECOND


class Life:
    """From one start of a program to its end."""

    def __init__(self):
        self.said = collections.defaultdict(collections.Counter)  # by peer, by outcome
        self.summaries = {}
        self.killed = False
        self.ended_at = None
        self.not_written = 0  # samples that its history could not take, as it said at its end


class Books:
    """What one program said, line by line, over all of its lives."""

    def __init__(self):
        self.lives = [Life()]
        self.pongs = {}  # (peer, sent at in microseconds, seq) -> when it was said, on our steady clock
        self.causes = collections.defaultdict(collections.Counter)  # by kind of peer
        self.steady_faults = []  # (moment, line)
        self.bad_lines = 0
        self.ends = 0
        self.lagged = 0
        self.suspended = 0
        self.round_trips = []  # of steady peers, in milliseconds, where this machine was in time

    def line(self, text):
        try:
            event = json.loads(text)
        except ValueError:
            self.bad_lines += 1
            return
        life, name = self.lives[-1], event.get("event")
        peer = event.get("peer", "")
        kind = peer.split()[0] if peer else ""
        if name == "pong":
            life.said[peer]["pongs"] += 1
            sent = microseconds(event["time"]) - int(round(event["rtt_ms"] * 1_000_000)) // 1000
            self.pongs[peer, sent, event["seq"]] = time.monotonic()
            if event.get("observer_lag"):
                self.lagged += 1
            elif kind == "steady":
                self.round_trips.append(event["rtt_ms"])
        elif name == "timeout":
            life.said[peer]["timeouts"] += 1
            if kind == "steady":
                self.steady_faults.append((time.monotonic(), text))
        elif name == "closed":
            self.ends += 1
            suspects = "/".join(event.get("suspects", [])) or "/".join(f"{who}?" for who in event.get("possible_suspects", []))
            self.causes[kind][event["cause"] + (f" ({suspects})" if suspects else "")] += 1
            if kind == "steady" and event["cause"] != "local-close":
                self.steady_faults.append((time.monotonic(), text))
        elif name == "suspended":
            self.suspended += 1
        elif name == "summary":
            life.summaries[peer] = event
        elif name == "history":
            life.not_written = event.get("samples_not_written", 0)

    def end_of_life(self, killed, at):
        self.lives[-1].killed = killed
        self.lives[-1].ended_at = at
        self.lives.append(Life())

    def kills(self):
        return [life.ended_at for life in self.lives if life.killed]


def samples_of(table):
    """The pongs in a report as CSV, as Books keeps them."""
    kept = set()
    with open(table, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["record"] == "sample" and row["outcome"] in ("answered", "slow", "late"):
                kept.add((row["peer"], microseconds(row["time"]), int(row["seq"])))
    return kept


def against_summaries(books):
    """Differences between what was said and what was counted, of lives that ended by themselves."""
    pings = outcomes = said = counted = timeouts_said = timed_out = missed = lives = 0
    for life in books.lives:
        if not life.summaries:
            continue
        lives += 1
        for peer, its in life.summaries.items():
            pings += its["pings"]
            outcomes += its["pongs"] + its["timeouts"] + its.get("superseded", 0) + its.get("lost", 0)
            counted += its["pongs"]
            timed_out += its["timeouts"]
            missed += its["missed"]
            said += life.said[peer]["pongs"]
            timeouts_said += life.said[peer]["timeouts"]
    ends = "1 end" if lives == 1 else f"{lives} ends"
    return [(f"pings = outcomes ({ends})", f"{pings} = {outcomes}", pings == outcomes),
            ("pong lines = pongs of summaries", f"{said} = {counted}", said == counted),
            # A pong that was there when its deadline was looked at is late, and not announced before.
            ("timeouts ≤ timeout lines ≤ missed, of summaries", f"{timed_out} ≤ {timeouts_said} ≤ {missed}",
             timed_out <= timeouts_said <= missed)]


def stretches(moments):
    """[from, to, how many] of moments that are no more than a second apart."""
    found = []
    for moment in sorted(moments):
        if not found or moment > found[-1][1] + 1:
            found.append([moment, moment, 0])
        found[-1][1] = moment
        found[-1][2] += 1
    return found


def against_history(books, kept, full_disks):
    """Differences between what was said and what a report makes of the history. `full_disks`: from when to when."""
    missing = [moment for key, moment in books.pongs.items() if key not in kept]
    unsaid = len(kept - books.pongs.keys())
    kills = books.kills()

    def may_be_lost(moment):
        for kill in kills:
            # A line may be read some time after the program that said it was killed.
            if moment > kill + READ_AFTER_A_KILL_S:
                continue
            since = kill - LOST_WITH_A_KILL_S
            for began, ended in full_disks:
                if began < kill < ended + CAUGHT_UP_AFTER_S:
                    since = min(since, began - LOST_WITH_A_KILL_S)
            if moment >= since:
                return True
        return False

    # A program that ends by itself while the disk is full can't keep what it has, and says how much that is.
    lost = sorted(moment for moment in missing if not may_be_lost(moment))
    told, began = 0, 0.0
    for life in books.lives:
        if life.ended_at is None:
            break
        if not life.killed:
            its = set([moment for moment in lost if began < moment <= life.ended_at + READ_AFTER_A_KILL_S][:life.not_written])
            told += len(its)
            lost = [moment for moment in lost if moment not in its]
        began = life.ended_at
    for began, ended, count in stretches(lost):
        ends = ", ".join(f"{'killed' if life.killed else 'ended'} {life.ended_at - began:+.1f}" for life in books.lives
                         if life.ended_at and -30 < life.ended_at - began < 60)
        disks = ", ".join(f"full {full - began:+.1f} to {room - began:+.1f}" for full, room in full_disks
                          if -60 < full - began < 60)
        print(f"lost without a reason: {count} pongs within {ended - began:.1f} s; relative to the first, in s: {ends}; {disks}")
    unexplained = len(lost)
    if not kills:
        return [("pong lines = samples in history = report", f"{len(books.pongs)} = {len(kept)}", not missing and not unsaid)]
    return [("pong lines, samples in history and report", f"{len(books.pongs)}, {len(kept)}", True),
            (f"lost with {len(kills)} kills; told at an end with a full disk; otherwise",
             f"{len(missing) - told - unexplained}; {told}; {unexplained}", unexplained == 0),
            ("kept, but killed before it was said", str(unsaid), unsaid <= len(kills) * 100)]


def share(part, whole):
    return f"{100 * part / max(1, whole):.2f} %"


def percentile(values, share_of_them):
    return sorted(values)[int(share_of_them * (len(values) - 1))]


def judge(books, kept, full_disks, hangs):
    """The lines of the table: what, the figures, whether it holds. `hangs`: when the servers themselves hung, from when to when."""
    lines = against_summaries(books) + against_history(books, kept, full_disks)
    kills = len(books.kills())
    lines.append(("lines that are no JSON", str(books.bad_lines), books.bad_lines <= kills))
    excused = sum(any(began - 1 < moment < ended + 4 for began, ended in hangs) for moment, _ in books.steady_faults)
    faults = len(books.steady_faults) - excused
    lines.append(("ends and timeouts of steady peers",
                  f"{faults}" + (f" (and {excused} while their servers hung)" if excused else ""), faults == 0))
    lines.append(("pongs marked as read late by this program", f"{books.lagged} ({share(books.lagged, len(books.pongs))})", True))
    if books.round_trips:
        lines.append(("steady peers, median and 99th percentile",
                      f"{percentile(books.round_trips, 0.5):.3f} and {percentile(books.round_trips, 0.99):.3f} ms", True))
    return lines
