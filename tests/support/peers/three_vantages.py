# SPDX-License-Identifier: GPL-3.0-or-later
"""Three agents in three network namespaces, a Prometheus that reads them and an Alertmanager: what is told when one
place's network is cut, when a peer ends, and when an agent is killed.

    unshare --net --mount three_vantages.py PROGRAM WINDOW FOLDER RULES

To be run as root of a network and a mount namespace of its own. Each agent has two links: one to the peers, which is cut, and
one for Prometheus. Prints a JSON object a line for each step: what `pongwatch fleet`, the alerts and the window (a program that prints
what it tells) say of it.
"""

import http.server
import json
import os
import pathlib
import signal
import subprocess
import sys
import threading
import time
import urllib.parse
import urllib.request

PROGRAM, WINDOW, FOLDER, RULES = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]), pathlib.Path(sys.argv[4])
PROMETHEUS = "http://127.0.0.1:9090"
VANTAGES = {"a": "one", "b": "one", "c": "two"}
PATIENCE = 60  # s
processes = {}
alerts = {}  # name with labels -> "firing" or "resolved"
window = {"headline": "", "peers": {}, "edge": ""}  # what it told last


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def start(name, *command, stdin=subprocess.DEVNULL, stdout=None):
    log = open(FOLDER / f"{name}.log", "ab")
    processes[name] = subprocess.Popen(command, stdout=stdout or log, stderr=log, stdin=stdin)


def stop(name, number=signal.SIGTERM):
    process = processes.pop(name)
    process.send_signal(number)
    process.wait()


class Receiver(http.server.BaseHTTPRequestHandler):
    """Takes what Alertmanager sends."""

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        for alert in body["alerts"]:
            labels = alert["labels"]
            where = labels.get("vantage") or labels.get("peer")
            alerts[f"{labels['alertname']} {where}"] = alert["status"]
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_):
        pass


def read_window():
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    start("window", WINDOW, PROMETHEUS, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    for line in processes["window"].stdout:
        window.update(json.loads(line))


def asked(query):
    """The series of an answer of Prometheus."""
    url = f"{PROMETHEUS}/api/v1/query?" + urllib.parse.urlencode({"query": query})
    with urllib.request.urlopen(url) as answer:
        return json.load(answer)["data"]["result"]


def scrapes_until(alert, seen_by, begun):
    """How many scrapes passed from the first in which this series was 0 to the alert, by Prometheus' own times."""
    first = min(float(when) for series in asked(f"{seen_by}[5m]") for when, what in series["values"]
                if what == "0" and float(when) >= begun)
    name = alert.split()[0]
    fired = [float(when) for series in asked(f'ALERTS{{alertname="{name}",alertstate="firing"}}[5m]')
             for when, _ in series["values"] if float(when) >= first]
    return round(min(fired) - first, 1)  # one each second


def make_networks():
    run("mount", "-t", "tmpfs", "none", "/run")
    os.makedirs("/run/netns")
    run("ip", "link", "set", "lo", "up")
    for net, bridge in (("10.77.0", "peers"), ("10.78.0", "prom")):
        run("ip", "link", "add", "name", bridge, "type", "bridge")
        run("ip", "addr", "add", f"{net}.1/24", "dev", bridge)
        run("ip", "link", "set", bridge, "up")
    for number, name in enumerate(VANTAGES, 11):
        run("ip", "netns", "add", name)
        for net, bridge in (("10.77.0", "peers"), ("10.78.0", "prom")):
            run("ip", "link", "add", "name", f"{bridge}-{name}", "type", "veth", "peer", "name", bridge, "netns", name)
            run("ip", "link", "set", f"{bridge}-{name}", "master", bridge, "up")
            run("ip", "-n", name, "addr", "add", f"{net}.{number}/24", "dev", bridge)
            run("ip", "-n", name, "link", "set", bridge, "up")


def start_peer(name, port):
    start(name, PROGRAM, "serve", "--listen", f"10.77.0.1:{port}")


def start_all():
    profiles = [{"name": name, "url": f"ws://10.77.0.1:{port}/steady"} for name, port in (("edge", 9001), ("other", 9002))]
    defaults = {"ping_interval_s": 0.5, "ping_timeout_s": 1, "open_timeout_s": 1, "close_timeout_s": 0.5, "proxy": "none",
                "reconnect": {"initial_s": 0.2, "min_s": 0.5, "max_s": 1}}
    (FOLDER / "fleet.pongwatch").write_text(json.dumps({"pongwatch": 1, "defaults": defaults, "profiles": profiles}))
    start_peer("edge", 9001)
    start_peer("other", 9002)
    for number, (name, provider) in enumerate(VANTAGES.items(), 11):
        start(f"agent-{name}", "ip", "netns", "exec", name, PROGRAM, "agent", "--workspace", str(FOLDER / "fleet.pongwatch"),
              "--metrics", f"10.78.0.{number}:9464", "--vantage", name, "--provider", provider)
    # As shipped, but for the pace: a scrape and an evaluation each second in place of 15.
    (FOLDER / "rules.yml").write_text(RULES.read_text().replace("for: 15s", "for: 1s"))
    (FOLDER / "prometheus.yml").write_text(json.dumps({
        "global": {"scrape_interval": "1s", "scrape_timeout": "1s", "evaluation_interval": "1s"},
        "rule_files": ["rules.yml"],
        "alerting": {"alertmanagers": [{"static_configs": [{"targets": ["127.0.0.1:9093"]}]}]},
        "scrape_configs": [{"job_name": "pongwatch", "honor_labels": True,
                            "static_configs": [{"targets": [f"10.78.0.{n}:9464" for n in (11, 12, 13)]}]}]}))
    (FOLDER / "alertmanager.yml").write_text(json.dumps({
        "route": {"receiver": "test", "group_by": ["..."], "group_wait": "0s", "group_interval": "1s"},
        "receivers": [{"name": "test", "webhook_configs": [{"url": "http://127.0.0.1:9095/"}]}]}))
    start("alertmanager", "prometheus-alertmanager", f"--config.file={FOLDER}/alertmanager.yml",
          f"--storage.path={FOLDER}/alertmanager", "--web.listen-address=127.0.0.1:9093", "--cluster.listen-address=")
    start("prometheus", "prometheus", f"--config.file={FOLDER}/prometheus.yml", f"--storage.tsdb.path={FOLDER}/data",
          "--web.listen-address=127.0.0.1:9090")
    receiver = http.server.ThreadingHTTPServer(("127.0.0.1", 9095), Receiver)
    threading.Thread(target=receiver.serve_forever, daemon=True).start()
    threading.Thread(target=read_window, daemon=True).start()


def fleet():
    """What `pongwatch fleet` says: the verdict of each peer, and its status."""
    done = subprocess.run([PROGRAM, "fleet", PROMETHEUS, "--proxy", "none", "--output", "jsonl"],
                          capture_output=True, text=True, check=False)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return {line["peer"]: line for line in lines if line["event"] == "fleet-peer"}, done.returncode, done.stderr


def in_window():
    """{peer: "up up down"}: what its cells show of each vantage. A cell says what exactly is wrong there ("Timed out")."""
    kinds = {"OK": "up", "Silent": "silent"}
    return {peer: " ".join(kinds.get(cell.split(" ", 1)[1], "down") for cell in cells.split(", ") if cell)
            for peer, cells in window["peers"].items()}


def tell(step, holds, shown, alert=None, seen_by=None):
    """Waits until the fleet's verdicts are as wanted, the window's cells show the same, and the alert has come; prints what is
    told then."""
    begin, begun = time.monotonic(), time.time()
    while True:
        peers, status, complaint = fleet()
        if (len(peers) == 2 and holds(peers) and in_window() == shown and (alert is None or alerts.get(alert) == "firing")) \
                or time.monotonic() - begin > PATIENCE:
            break
        time.sleep(0.2)
    print(json.dumps({
        "step": step, "took_s": round(time.monotonic() - begin, 1), "status": status, "complaint": complaint,
        "verdicts": {name: peer["verdict"] for name, peer in peers.items()},
        "down": {name: peer["down"] for name, peer in peers.items()},
        "silent": {name: peer["silent"] for name, peer in peers.items()},
        "explanations": {name: peer.get("explanation", "") for name, peer in peers.items()},
        "window": dict(window), "window_is_right": in_window() == shown,
        "scrapes": scrapes_until(alert, seen_by, begun) if seen_by and alerts.get(alert) == "firing" else None,
        "alerts": sorted(name for name, state in alerts.items() if state == "firing")}), flush=True)


def all_up(peers):
    return all(peer["verdict"] == "up" and len(peer["up"]) == 3 for peer in peers.values())


def both(sights):
    return {"edge": sights, "other": sights}


def main():
    make_networks()
    start_all()
    tell("all is well", all_up, both("up up up"))

    run("ip", "link", "set", "peers-b", "down")
    tell("network of b cut", lambda peers: all(peer["verdict"] == "vantage-network" for peer in peers.values()),
         both("up down up"), "PongwatchVantageNetwork b", 'pongwatch_peer_up{vantage="b",peer="other"}')
    run("ip", "link", "set", "peers-b", "up")
    tell("network of b back", all_up, both("up up up"))
    alerts.clear()

    stop("edge")
    tell("peer stopped", lambda peers: peers["edge"]["verdict"] == "peer",
         {"edge": "down down down", "other": "up up up"},
         "PongwatchPeerDown edge", 'pongwatch_peer_up{vantage="c",peer="edge"}')
    start_peer("edge", 9001)
    tell("peer back", all_up, both("up up up"))
    alerts.clear()

    stop("agent-c", signal.SIGKILL)
    tell("agent of c killed", lambda peers: all(peer["silent"] == ["c"] for peer in peers.values()),
         both("up up silent"), "PongwatchVantageSilent c")


try:
    main()
finally:
    for one in list(processes):
        stop(one, signal.SIGKILL)
