# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds `pongwatch examine` against real servers with their default settings, to compare it with their manuals.

    python3 tools/examine_servers.py [--program FILE] [--servers websockets,ws,...] [--up-to 90] [--npm FOLDER]

Prints what was found of each server, one line a finding. Servers that are not installed are left out. --npm is a
folder with node_modules, as tools/test makes it (build/npm).
"""

import argparse
import asyncio
import json
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent

WEBSOCKETS = """
import asyncio, sys
sys.path.insert(0, "/usr/lib/python3/dist-packages")
import websockets
async def echo(connection, *_):
    async for message in connection:
        await connection.send(message)
async def main():
    async with websockets.serve(echo, "127.0.0.1", {port}):
        await asyncio.Future()
asyncio.run(main())
"""

TORNADO = """
import asyncio, tornado.web, tornado.websocket
class Echo(tornado.websocket.WebSocketHandler):
    def on_message(self, message):
        self.write_message(message)
async def main():
    tornado.web.Application([("/", Echo)]).listen({port}, "127.0.0.1")
    await asyncio.Event().wait()
asyncio.run(main())
"""

AIOHTTP = """
from aiohttp import web
async def echo(request):
    answer = web.WebSocketResponse()
    await answer.prepare(request)
    async for message in answer:
        if message.type == 1:
            await answer.send_str(message.data)
    return answer
app = web.Application()
app.router.add_get("/", echo)
web.run_app(app, host="127.0.0.1", port={port}, print=None)
"""

UVICORN = """
import uvicorn
async def app(scope, receive, send):
    if scope["type"] != "websocket":
        return
    while True:
        event = await receive()
        if event["type"] == "websocket.connect":
            await send({{"type": "websocket.accept"}})
        elif event["type"] == "websocket.receive":
            await send({{"type": "websocket.send", "text": event.get("text") or ""}})
        else:
            return
uvicorn.run(app, host="127.0.0.1", port={port}, log_level="critical", lifespan="off")
"""

WS = """
const {{ WebSocketServer }} = require("{modules}ws");
new WebSocketServer({{ host: "127.0.0.1", port: {port} }}).on("connection", (socket) => {{
    socket.on("error", () => {{}});
    socket.on("message", (data, binary) => socket.send(data, {{ binary }}));
}});
"""

SOCKET_IO = """
const server = require("http").createServer().listen({port}, "127.0.0.1");
new (require("{modules}socket.io").Server)(server).on("connection", (socket) => socket.onAny((...all) => socket.emit(...all)));
"""

TOMCAT = """
import jakarta.servlet.*;
import jakarta.websocket.*;
import jakarta.websocket.server.*;
import org.apache.catalina.startup.Tomcat;

public class Echo {{
    @ServerEndpoint("/")
    public static class Endpoint {{
        @OnMessage public String echo(String message) {{ return message; }}
        @OnError public void error(Throwable why) {{ }}
    }}
    public static class Adds implements ServletContextListener {{
        @Override public void contextInitialized(ServletContextEvent event) {{
            try {{
                ((ServerContainer) event.getServletContext().getAttribute(ServerContainer.class.getName())).addEndpoint(Endpoint.class);
            }} catch (DeploymentException why) {{
                throw new RuntimeException(why);
            }}
        }}
    }}
    public static void main(String[] arguments) throws Exception {{
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir("{folder}");
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort({port});
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        var context = tomcat.addContext("", "{folder}");
        context.addServletContainerInitializer(new org.apache.tomcat.websocket.server.WsSci(), null);
        context.addApplicationListener(Adds.class.getName());
        Tomcat.addServlet(context, "none", new org.apache.catalina.servlets.DefaultServlet());
        context.addServletMappingDecoded("/", "none");
        tomcat.start();
        tomcat.getServer().await();
    }}
}}
"""


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Setup:
    """What starts one server: commands, in order, the last one stays; its environment; and the path of its URL."""

    def __init__(self, commands, path="/", environment=None, folder=None):
        self.commands = commands
        self.path = path
        self.environment = environment or {}
        self.folder = folder


def python_server(text):
    def make(folder, port, _options):
        (folder / "server.py").write_text(text.format(port=port))
        return Setup([["/usr/bin/python3", str(folder / "server.py")]])
    return make


def node_server(text, module, path="/"):
    def make(folder, port, options):
        modules = pathlib.Path(options.npm) / "node_modules"
        prefix = f"{modules}/" if (modules / module).is_dir() else ""
        if not prefix and not pathlib.Path("/usr/share/nodejs", module).is_dir():
            return None
        (folder / "server.js").write_text(text.format(port=port, modules=prefix))
        return Setup([["/usr/bin/node", str(folder / "server.js")]], path)
    return make


def tomcat(folder, port, _options):
    jars = ":".join(str(jar) for jar in pathlib.Path("/usr/share/tomcat10/lib").glob("*.jar"))
    if not jars:
        return None
    juli = "/usr/share/tomcat10/bin/tomcat-juli.jar"
    (folder / "Echo.java").write_text(TOMCAT.format(port=port, folder=folder))
    return Setup([["/usr/bin/javac", "-proc:none", "-cp", jars, "-d", str(folder), str(folder / "Echo.java")],
                  ["/usr/bin/java", "-cp", f"{folder}:{jars}:{juli}", "Echo"]])


def mosquitto(folder, port, _options):
    (folder / "mosquitto.conf").write_text(f"user root\nallow_anonymous true\nlistener 0 {folder}/mqtt.sock\n"
                                           f"listener {port} 127.0.0.1\nprotocol websockets\n")
    return Setup([["/usr/sbin/mosquitto", "-c", str(folder / "mosquitto.conf")]])


def nats(folder, port, _options):
    (folder / "nats.conf").write_text(f"host: 127.0.0.1\nport: -1\nwebsocket {{ host: 127.0.0.1, port: {port}, no_tls: true }}\n")
    return Setup([["/usr/sbin/nats-server", "-c", str(folder / "nats.conf")]])


def rabbitmq(folder, port, _options):
    versions = sorted(pathlib.Path("/usr/lib/rabbitmq/lib").glob("rabbitmq_server-*"))
    if not versions:
        return None
    epmd = free_port()
    (folder / "rabbitmq.conf").write_text(
        "listeners.tcp = none\nstomp.listeners.tcp = none\nweb_stomp.tcp.ip = 127.0.0.1\n"
        f"web_stomp.tcp.port = {port}\nlog.console = true\nlog.file = false\n")
    (folder / "enabled_plugins").write_text("[rabbitmq_web_stomp].\n")
    environment = {"RUNNING_UNDER_SYSTEMD": "1", "RABBITMQ_CONF_ENV_FILE": "/dev/null",
                   "RABBITMQ_NODENAME": "examined@localhost", "ERL_EPMD_PORT": str(epmd),
                   "RABBITMQ_DIST_PORT": str(free_port()), "HOME": str(folder),
                   "RABBITMQ_CONFIG_FILE": f"{folder}/rabbitmq.conf",
                   "RABBITMQ_ENABLED_PLUGINS_FILE": f"{folder}/enabled_plugins",
                   "RABBITMQ_MNESIA_BASE": f"{folder}/mnesia", "RABBITMQ_LOG_BASE": f"{folder}/log",
                   "RABBITMQ_PID_FILE": f"{folder}/pid", "RABBITMQ_GENERATED_CONFIG_DIR": f"{folder}/config",
                   "RABBITMQ_PLUGINS_EXPAND_DIR": f"{folder}/expand",
                   "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": "-kernel inet_dist_use_interface {127,0,0,1}"}
    return Setup([["/usr/bin/epmd", "-daemon", "-port", str(epmd), "-address", "127.0.0.1"],
                  [str(versions[-1] / "sbin/rabbitmq-server")]], "/ws", environment)


SERVERS = {
    "websockets": python_server(WEBSOCKETS),
    "tornado": python_server(TORNADO),
    "aiohttp": python_server(AIOHTTP),
    "uvicorn": python_server(UVICORN),
    "ws": node_server(WS, "ws"),
    "socket.io": node_server(SOCKET_IO, "socket.io", "/socket.io/?EIO=4&transport=websocket"),
    "tomcat": tomcat,
    "mosquitto": mosquitto,
    "nats": nats,
    "rabbitmq": rabbitmq,
}
SUBPROTOCOLS = {"mosquitto": "mqtt", "rabbitmq": "v12.stomp"}


async def accepts(port, process):
    for _ in range(3000):
        if process.poll() is not None:
            return False
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.close()
            return True
        except OSError:
            await asyncio.sleep(0.2)
    return False


async def examine(name, options):
    folder = pathlib.Path(tempfile.mkdtemp(prefix=f"examine-{name}-"))
    folder.chmod(0o755)
    port = free_port()
    setup = SERVERS[name](folder, port, options)
    if not setup:
        return f"== {name}: not installed\n"
    environment = dict(PATH="/usr/sbin:/usr/bin:/sbin:/bin", HOME=str(folder), **{k: v for k, v in setup.environment.items() if k != "HOME"})
    log = (folder / "server.out").open("w")
    for command in setup.commands[:-1]:
        subprocess.run(command, env=environment, stdout=log, stderr=log, check=True)
    server = subprocess.Popen(setup.commands[-1], env=environment, stdout=log, stderr=log)
    try:
        if not await accepts(port, server):
            return f"== {name}: does not listen: {(folder / 'server.out').read_text()[-600:]}\n"
        began = time.monotonic()
        more = ["--subprotocol", SUBPROTOCOLS[name]] if name in SUBPROTOCOLS else []
        run = await asyncio.create_subprocess_exec(
            options.program, "examine", f"ws://127.0.0.1:{port}{setup.path}", "--up-to", str(options.up_to), "--keep", "none",
            "--hostile", "--output", "jsonl", *more, stdout=asyncio.subprocess.PIPE)
        output, _ = await run.communicate()
        lines = [f"== {name}  [{time.monotonic() - began:.0f} s]"]
        for event in map(json.loads, output.splitlines()):
            if event["event"] == "finding":
                lines.append(f"{event['result']:8}{event['name']:14}{event['explanation']}")
        return "\n".join(lines) + "\n"
    finally:
        server.terminate()
        try:
            server.wait(20)
        except subprocess.TimeoutExpired:
            server.kill()
        if name == "rabbitmq":
            subprocess.run(["/usr/bin/epmd", "-port", setup.environment["ERL_EPMD_PORT"], "-kill"], stdout=log, stderr=log, check=False)
        shutil.rmtree(folder, ignore_errors=True)


async def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=str(ROOT / "build/ci/app/pongwatch"))
    parser.add_argument("--servers", default=",".join(SERVERS))
    parser.add_argument("--up-to", type=int, default=90)
    parser.add_argument("--npm", default=str(ROOT / "build/npm"))
    options = parser.parse_args()
    for done in asyncio.as_completed([examine(name, options) for name in options.servers.split(",")]):
        print(await done, flush=True)


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
