# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds `pongwatch examine` against proxies with a known limit: is the limit found within a second, and who set it?

    python3 tools/examine_proxies.py [--program FILE] [--limits 5,10,30,61] [--proxies nginx,haproxy,caddy,apache,varnish]
                                     [--hold-times 10]

Each proxy stands before an echo server of python3-websockets that sends no pings of its own. With --hold-times N, a
connection is then held with the recommended ping interval for N times the limit.
"""

import argparse
import asyncio
import json
import logging
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, "/usr/lib/python3/dist-packages")
import websockets  # noqa: E402  (Debian's)

ROOT = pathlib.Path(__file__).resolve().parent.parent


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def nginx(folder, port, upstream, limit):
    (folder / "nginx.conf").write_text(f"""daemon off; master_process off; pid {folder}/nginx.pid; error_log stderr warn;
events {{ worker_connections 256; }}
http {{ access_log off; client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
server {{ listen 127.0.0.1:{port}; location / {{ proxy_pass http://127.0.0.1:{upstream}; proxy_http_version 1.1;
proxy_set_header Host $host; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection upgrade;
proxy_read_timeout {limit}s; }} }} }}
""")
    return ["/usr/sbin/nginx", "-e", "stderr", "-p", str(folder), "-c", str(folder / "nginx.conf")]


def haproxy(folder, port, upstream, limit):
    (folder / "haproxy.cfg").write_text(f"""defaults
  mode http
  timeout connect 5s
  timeout client 3600s
  timeout server 3600s
  timeout tunnel {limit}s
frontend front
  bind 127.0.0.1:{port}
  default_backend back
backend back
  server one 127.0.0.1:{upstream}
""")
    return ["/usr/sbin/haproxy", "-db", "-f", str(folder / "haproxy.cfg")]


def caddy(folder, port, upstream, limit):
    (folder / "Caddyfile").write_text(f"""{{
  admin off
  auto_https off
}}
http://127.0.0.1:{port} {{
  reverse_proxy 127.0.0.1:{upstream} {{
    transport http {{
      read_timeout {limit}s
    }}
  }}
}}
""")
    return ["env", f"HOME={folder}", "/usr/bin/caddy", "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


def apache(folder, port, upstream, limit):
    modules = "/usr/lib/apache2/modules"
    (folder / "apache.conf").write_text(f"""ServerRoot {folder}
ServerName localhost
PidFile {folder}/apache.pid
ErrorLog {folder}/error.log
Listen 127.0.0.1:{port}
LoadModule mpm_event_module {modules}/mod_mpm_event.so
LoadModule authz_core_module {modules}/mod_authz_core.so
LoadModule proxy_module {modules}/mod_proxy.so
LoadModule proxy_http_module {modules}/mod_proxy_http.so
LoadModule proxy_wstunnel_module {modules}/mod_proxy_wstunnel.so
DefaultRuntimeDir {folder}
Timeout {limit}
ProxyTimeout {limit}
ProxyPass / ws://127.0.0.1:{upstream}/
""")
    return ["/usr/sbin/apache2", "-DFOREGROUND", "-f", str(folder / "apache.conf")]


def varnish(folder, port, upstream, limit):
    (folder / "default.vcl").write_text(f"""vcl 4.1;
backend default {{ .host = "127.0.0.1"; .port = "{upstream}"; }}
sub vcl_recv {{ if (req.http.upgrade ~ "(?i)websocket") {{ return (pipe); }} return (pass); }}
sub vcl_pipe {{ if (req.http.upgrade) {{ set bereq.http.upgrade = req.http.upgrade; set bereq.http.connection = req.http.connection; }} }}
""")
    return ["/usr/sbin/varnishd", "-F", "-n", str(folder), "-a", f"127.0.0.1:{port}", "-f", str(folder / "default.vcl"),
            "-p", f"pipe_timeout={limit}", "-s", "malloc,16m"]


PROXIES = {"nginx": nginx, "haproxy": haproxy, "caddy": caddy, "apache": apache, "varnish": varnish}
NAMES = {"nginx": "nginx", "haproxy": "HAProxy", "caddy": "Caddy", "apache": "Apache", "varnish": "Varnish"}


async def echo(connection, *_):
    try:
        async for message in connection:
            await connection.send(message)
    except websockets.ConnectionClosed:
        pass


async def accepts(port):
    for _ in range(200):
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.close()
            return
        except OSError:
            await asyncio.sleep(0.1)
    raise RuntimeError(f"nothing listens on {port}")


async def examine(program, name, limit, upstream, hold_times):
    folder = pathlib.Path(tempfile.mkdtemp(prefix=f"examine-{name}-"))
    folder.chmod(0o755)
    port = free_port()
    log = (folder / "log").open("w")
    proxy = subprocess.Popen(PROXIES[name](folder, port, upstream, limit), stdout=log, stderr=log)
    try:
        await accepts(port)
        began = time.monotonic()
        run = await asyncio.create_subprocess_exec(
            program, "examine", f"ws://127.0.0.1:{port}/", "--up-to", str(limit * 2 + 5), "--output", "jsonl",
            stdout=asyncio.subprocess.PIPE)
        output, _ = await run.communicate()
        took = time.monotonic() - began
        events = [json.loads(line) for line in output.splitlines()]
        findings = {event["name"]: event for event in events if event["event"] == "finding"}
        idle = findings.get("idle-limit", {})
        found = idle.get("idle_limit_s")
        good = found is not None and abs(found - limit) <= 1 and idle.get("front") == NAMES[name]
        if not idle:
            print(f"    {name} {limit} s: {[event.get('explanation') for event in findings.values()]}", flush=True)
        print(f"{'ok ' if good else 'BAD'} {name:8} {limit:4} s: {idle.get('explanation')}  [{took:.0f} s]", flush=True)
        interval = idle.get("recommended_ping_interval_s")
        if hold_times and interval:
            held = await asyncio.create_subprocess_exec(
                program, "monitor", f"ws://127.0.0.1:{port}/", "--ping-interval", str(interval), "--duration",
                str(limit * hold_times), "--reconnect", "off", "--output", "jsonl", stdout=asyncio.subprocess.PIPE)
            output, _ = await held.communicate()
            ends = [event for event in map(json.loads, output.splitlines()) if event["event"] == "closed"]
            stayed = bool(ends) and all(end.get("cause") == "local-close" for end in ends)
            good = good and stayed
            print(f"{'ok ' if stayed else 'BAD'} {name:8} {limit:4} s: "
                  f"{'held' if stayed else 'did not hold'} {hold_times} x the limit with a ping every {interval:g} s", flush=True)
        return good
    finally:
        proxy.terminate()
        try:
            proxy.wait(10)
        except subprocess.TimeoutExpired:
            proxy.kill()
        shutil.rmtree(folder, ignore_errors=True)


async def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=str(ROOT / "build/ci/app/pongwatch"))
    parser.add_argument("--limits", default="5,10,30,61")
    parser.add_argument("--proxies", default=",".join(PROXIES))
    parser.add_argument("--hold-times", type=int, default=0)
    options = parser.parse_args()
    logging.getLogger("websockets").setLevel(logging.CRITICAL)
    async with websockets.serve(echo, "127.0.0.1", 0, ping_interval=None) as server:
        upstream = server.sockets[0].getsockname()[1]
        results = await asyncio.gather(*[
            examine(options.program, name, int(limit), upstream, options.hold_times)
            for limit in options.limits.split(",") for name in options.proxies.split(",")])
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
