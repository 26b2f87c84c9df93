# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers like a Prometheus over a fleet that is too large to be simulated: large_fleet.py AGENTS PEERS. All agents watch the same peers,
which are up. Prints its address; ends when its standard input does."""
import http.server
import json
import sys
import threading
import time
import urllib.parse

AGENTS, PEERS = int(sys.argv[1]), int(sys.argv[2])


def vector(label_sets):
    entries = [{"metric": labels, "value": [time.time(), "1"]} for labels in label_sets]
    return json.dumps({"status": "success", "data": {"resultType": "vector", "result": entries}}, separators=(",", ":")).encode()


def agent(number):
    return {"instance": f"10.0.0.{number}:9464", "vantage": f"place-{number}"}


def peer(number):
    return {"group": f"site-{number // 50:03}", "peer": f"edge-{number:05}"}


# By the part of the question that tells them apart; the first that fits counts. The questions are those of FleetAnswers.
ANSWERS = [
    (" unless ", vector([])),
    ("(pongwatch_peer_up)", vector({**peer(p), **agent(a)} for a in range(AGENTS) for p in range(PEERS))),
    ("pongwatch_build_info", vector(agent(a) for a in range(AGENTS))),
    ("pongwatch_vantage_info", vector({"provider": f"net-{a // 2}", "vantage": agent(a)["vantage"]} for a in range(AGENTS))),
    ("pongwatch_peer_info", vector({**peer(p), "url": f"wss://edge-{p:05}.example.com"} for p in range(PEERS))),
    ("", vector([])),
]
NO_RANGE = b'{"status":"success","data":{"resultType":"matrix","result":[]}}'


class Answering(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        form = urllib.parse.parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        question = form["query"][0]
        answer = next(text for part, text in ANSWERS if part in question) if self.path.endswith("/query") else NO_RANGE
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *_):
        pass  # the window ends while it is connected


server = Server(("127.0.0.1", 0), Answering)
print(f"http://127.0.0.1:{server.server_address[1]}", flush=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdin.read()
