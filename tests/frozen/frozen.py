# SPDX-License-Identifier: GPL-3.0-or-later
"""That files of an earlier version are read and go on being written, for good.

    frozen.py PROGRAM                     what each version in this folder has left is read as it was then
    frozen.py PROGRAM --write VERSION     leaves the same for a version that is about to be released: once, and never again

In VERSION/ are a workspace, written by hand, with every setting that there was; history.sqlite, a record of demo peers that
ended their connections in several ways; and what that version itself said of both: workspace.jsonl and
history.json. A later version may say more, but nothing else.
"""
import contextlib
import datetime
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
# Of the report itself, and not of what was measured.
OF_THE_REPORT = {"version", "made_at", "title", "source"}

PEERS = [("steady", "/jitter?ms=5"), ("slow", "/slow?ms=120"), ("newest", "/newest"), ("closes", "/close?after=3&code=1012&reason=deploy"),
         ("ends", "/eof?after=3"), ("resets", "/reset?after=4"), ("stalls", "/stall?after=2"), ("rejects", "/reject?status=503"),
         ("spoken to", "/steady")]


def run(program, *arguments, statuses=(0,), **options):
    done = subprocess.run([program, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=120,
                          env=dict(os.environ, LC_ALL="C.UTF-8", HOME="/nonexistent"), check=False, **options)
    assert done.returncode in statuses, (arguments, done.returncode, done.stdout, done.stderr)
    return done.stdout


def report(program, history, folder, to):
    """Up to a fixed moment, as a report ends with the present otherwise."""
    target = pathlib.Path(folder, "report.json")
    run(program, "report", "--history", history, "--time-zone", "UTC", "--language", "en", "--to", to, "-o", target)
    return json.loads(target.read_text(encoding="utf-8"))


def checked(program, workspace):
    """Each line, without the file's own name."""
    lines = [json.loads(line) for line in run(program, "check", workspace, "--output", "jsonl", statuses=(0, 1)).splitlines()]
    return [{key: value for key, value in line.items() if key != "file"} for line in lines]


def without_additions(now, then):
    """Of the references that `check` lists now those that it listed then, in their order; later versions may ask about more."""
    wanted = iter(then)
    found, one = [], next(wanted, None)
    for each in now:
        if one is not None and one.items() <= each.items():
            found.append(each)
            one = next(wanted, None)
    return found


def contains(now, then, place="", leave_out=()):
    """What was there then is there now, with the same values."""
    if isinstance(then, dict):
        assert isinstance(now, dict), (place, now, then)
        for key, value in then.items():
            if key in leave_out:
                continue
            assert key in now, f"{place}.{key} is missing"
            contains(now[key], value, f"{place}.{key}", leave_out)
    elif isinstance(then, list):
        if place.endswith(".references"):
            now = without_additions(now, then)
        assert isinstance(now, list) and len(now) == len(then), (place, now, then)
        for number, value in enumerate(then):
            contains(now[number], value, f"{place}[{number}]", leave_out)
    else:
        assert now == then, f"{place}: {now!r}, was {then!r}"


@contextlib.contextmanager
def serving(program):
    """The address of demo peers."""
    with subprocess.Popen([program, "serve", "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, text=True) as server:
        try:
            yield next(line.split()[-1] for line in server.stdout if line.startswith("listening on"))
        finally:
            server.terminate()


def record(program, history, root, peers, seconds, folder):
    """Watches demo peers for so long."""
    profiles = [{"name": name, "url": root + path} for name, path in peers]
    if profiles[-1]["name"] == "spoken to":
        profiles[-1]["dialogue"] = {"alive": {"at_least_every_s": 2}}
    workspace = pathlib.Path(folder, "demo.pongwatch")
    workspace.write_text(json.dumps({"pongwatch": 1, "defaults": {
        "ping_interval_s": 0.25, "ping_timeout_s": 1.5, "slow_after_s": 0.1, "proxy": "none",
        "reconnect": {"initial_s": 1, "min_s": 1, "max_s": 2}}, "profiles": profiles}), encoding="utf-8")
    run(program, "monitor", "--workspace", workspace, "--duration", seconds, "--history", history, statuses=(0, 1))


def write(program, version):
    folder = HERE / version
    history = folder / "history.sqlite"
    history.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        with serving(program) as root:
            record(program, history, root, PEERS, 12, temporary)
            record(program, history, root, PEERS, 6, temporary)  # a second run of the program, so that there is a gap
        to = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        said = {key: value for key, value in report(program, history, temporary, to).items() if key not in OF_THE_REPORT}
    (folder / "history.json").write_text(json.dumps(said, ensure_ascii=False) + "\n", encoding="utf-8")
    (folder / "workspace.jsonl").write_text("".join(
        json.dumps(line, ensure_ascii=False) + "\n" for line in checked(program, folder / "workspace.pongwatch")), encoding="utf-8")
    for beside in ("-wal", "-shm"):  # a reader leaves them
        pathlib.Path(f"{history}{beside}").unlink(missing_ok=True)
    print(f"{folder}: {history.stat().st_size} bytes of history")


def read(program, folder):
    with tempfile.TemporaryDirectory() as temporary:
        history = pathlib.Path(temporary, "history.sqlite")
        shutil.copy(folder / "history.sqlite", history)
        then = json.loads((folder / "history.json").read_text(encoding="utf-8"))

        run(program, "history", "check", history)
        contains(report(program, history, temporary, then["to"]), then, "report", OF_THE_REPORT)

        # It goes on being written, and what was in it stays as it was.
        with serving(program) as root:
            record(program, history, root, [("new", "/steady")], 1, temporary)
        run(program, "history", "check", history)
        now = report(program, history, temporary, "now")
        peers = {peer["peer"]: peer for peer in now["peers"]}
        assert "new" in peers, peers.keys()
        for peer in then["peers"]:
            assert peer["peer"] in peers, peer["peer"]

        workspace = pathlib.Path(temporary, "workspace.pongwatch")
        shutil.copy(folder / "workspace.pongwatch", workspace)
        said = [json.loads(line) for line in (folder / "workspace.jsonl").read_text(encoding="utf-8").splitlines()]
        contains(checked(program, workspace), said, "workspace")
        copy = pathlib.Path(temporary, "copy.json")
        run(program, "export", workspace, "-o", copy)
        assert json.loads(copy.read_text(encoding="utf-8"))["x-of-another-tool"], "an unknown key is lost"


def main():
    program = sys.argv[1]
    if sys.argv[2:3] == ["--write"]:
        write(program, sys.argv[3])
        return
    versions = sorted(path for path in HERE.iterdir() if (path / "workspace.pongwatch").exists())
    assert versions
    for folder in versions:
        read(program, folder)
        print(f"files of {folder.name} are read as they were")


if __name__ == "__main__":
    main()
