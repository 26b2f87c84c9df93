# SPDX-License-Identifier: GPL-3.0-or-later
"""Tries the manual and the completions that a program writes, in man and in the shells themselves:

    shells.py PROGRAM...

bash and zsh are interactive ones on a terminal of their own, in which Tab is pressed; fish has a command for it.
"""
import os
import pathlib
import pty
import re
import select
import subprocess
import sys
import tempfile
import time

PATIENCE_S = 30


class Shell:
    """An interactive shell on a pseudo-terminal."""

    def __init__(self, arguments, environment):
        self.seen = ""
        self.child, self.terminal = pty.fork()
        if self.child == 0:
            os.execvpe(arguments[0], arguments, environment)

    def type(self, text):
        self.seen = ""
        os.write(self.terminal, text.encode())

    def wait_for(self, pattern):
        """Until that has been written since something was typed."""
        end = time.monotonic() + PATIENCE_S
        while not re.search(pattern, self.seen):
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.terminal], [], [], left)[0]:
                raise AssertionError(f"waited for {pattern!r}, saw {self.seen!r}")
            written = os.read(self.terminal, 65536).decode(errors="replace")
            # Where the cursor goes elsewhere, a word ends.
            written = re.sub(r"\x1b\[[0-9;]*[ABHJ]|\r", "\n", written)
            self.seen += re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\x07", "", written)

    def end(self):
        os.close(self.terminal)
        os.waitpid(self.child, 0)


def offers_in(shell, name, one, many):
    """`one`: what is typed before Tab, and what it becomes. `many`: what is typed before Tab twice, and words listed."""
    for typed, becomes in one:
        shell.type(f"{name} {typed}\t")
        shell.wait_for(re.escape(becomes.strip()))
        shell.type("\x15")  # the line is gone
    for typed, words in many:
        shell.type(f"{name} {typed}\t\t")
        for word in words:
            shell.wait_for(r"(?<![\w-])" + re.escape(word) + r"(?![\w-])")
        shell.type("\x15")


ONE = [("moni", "monitor "), ("monitor --ping-int", "--ping-interval"), ("history che", "check"),
       ("import --into only", "only.pongwatch"), ("monitor --preset graph", "graphql-ws"), ("check onl", "only.pongwatch")]
MANY = [("monitor --on-timeout ", ["close", "keep"]), ("ping --output ", ["text", "jsonl"]),
        ("", ["monitor", "ping", "report", "serve", "demo-history"]), ("report --the", ["--theme"])]


def try_bash(share, name, environment, folder):
    shell = Shell(["bash", "--norc", "--noprofile", "-i"], environment)
    shell.type(f"cd {folder}; set +o history; bind 'set bell-style none'; bind 'set show-all-if-ambiguous on'; "
               f"source {share}/bash-completion/completions/{name}; echo rea''dy\n")
    shell.wait_for("ready")
    offers_in(shell, name, ONE + [("monitor --on-timeout=k", "keep")], MANY)
    shell.end()


def try_zsh(share, name, environment, folder):
    shell = Shell(["zsh", "-f", "-i"], environment)
    shell.type(f"cd {folder}; fpath=({share}/zsh/site-functions $fpath); autoload -U compinit; compinit -u -D; unsetopt list_beep; "
               "setopt auto_list; LISTMAX=1000; echo rea''dy\n")
    shell.wait_for("ready")
    offers_in(shell, name, ONE + [("monitor --on-timeout=k", "--on-timeout=keep")], MANY)
    shell.end()


def try_fish(share, name, environment, folder):
    script = f"{share}/fish/vendor_completions.d/{name}.fish"
    for typed, becomes in ONE:
        offered = subprocess.run(["fish", "--no-config", "-c", f"source {script}; complete -C '{name} {typed}'"], cwd=folder,
                                 env=environment, stdout=subprocess.PIPE, text=True, check=True, timeout=PATIENCE_S).stdout
        words = [line.split("\t")[0] for line in offered.splitlines()]
        assert words == [becomes.strip()], (typed, offered)
    for typed, words in MANY:
        offered = subprocess.run(["fish", "--no-config", "-c", f"source {script}; complete -C '{name} {typed}'"], cwd=folder,
                                 env=environment, stdout=subprocess.PIPE, text=True, check=True, timeout=PATIENCE_S).stdout
        for word in words:
            assert word in [line.split("\t")[0] for line in offered.splitlines()], (typed, word, offered)


def try_man(share, name):
    pages = sorted(share.glob(f"man/man?/{name}*.?"))
    assert len(pages) >= 10, pages
    for page in pages + sorted(share.glob(f"man/zh_CN/man?/{name}*.?")):
        environment = dict(os.environ, LC_ALL="C.UTF-8", MANROFFSEQ="", MANWIDTH="80")
        run = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", str(page)], stdout=subprocess.DEVNULL,
                             stderr=subprocess.PIPE, text=True, env=environment, check=True, timeout=PATIENCE_S)
        assert not run.stderr, (page, run.stderr)
        whatis = subprocess.run(["lexgrog", str(page)], stdout=subprocess.PIPE, text=True, check=True).stdout
        assert f'"{page.stem} - ' in whatis, whatis


def main():
    for program in sys.argv[1:]:
        name = os.path.basename(program)
        with tempfile.TemporaryDirectory() as temporary:
            share, folder = pathlib.Path(temporary, "share"), pathlib.Path(temporary, "folder")
            folder.mkdir()
            (folder / "only.pongwatch").touch()
            environment = dict(os.environ, PATH=os.path.dirname(program) + os.pathsep + os.environ["PATH"], HOME=temporary,
                               XDG_CONFIG_HOME=f"{temporary}/config", XDG_DATA_HOME=f"{temporary}/data", TERM="xterm",
                               LC_ALL="C.UTF-8", PS1="> ")
            for language in ("zh_CN", "en"):
                subprocess.run([program, "manual", str(share), "--language", language], stdout=subprocess.DEVNULL, check=True)
            try_man(share, name)
            try_bash(share, name, environment, folder)
            try_zsh(share, name, environment, folder)
            try_fish(share, name, environment, folder)
            print(f"{name}: man, bash, zsh and fish read what it writes")


if __name__ == "__main__":
    main()
