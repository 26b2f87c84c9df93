# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules of the house: who may include whom, who may speak SQL or open sockets, and the form of the files.

    python3 tests/house/house.py ROOT [FOLDER_OF_QTWIDGETS_HEADERS]

Prints one line for each violation (file:line: rule) and ends with status 1 when there are any.
docs/architecture.md says why the rules are what they are.
"""

import pathlib
import re
import sys

# Which of our own folders a folder's files may include from; the longest prefix that fits counts. Paths are those of
# files in the tree; "models/" is left out in #include lines, which are resolved first.
MAY_INCLUDE = {
    "models/engine/values/": ["models/engine/values/"],
    "models/engine/": ["models/engine/"],
    "models/engine/diagnosis/": ["models/engine/", "models/text/formatter.h"],  # figures in sentences
    "models/demo/": ["models/demo/"],
    "models/examine/": ["models/examine/", "models/engine/"],
    "models/examine/findings/": ["models/examine/findings/", "models/engine/values/", "models/engine/diagnosis/"],
    "models/settings/": ["models/settings/", "models/engine/values/"],
    "models/history/": ["models/history/", "models/settings/", "models/engine/values/", "models/engine/callqueue"],
    "models/workspace/": ["models/workspace/", "models/alerts/rules/", "models/settings/", "models/engine/values/"],
    "models/reports/": ["models/reports/", "models/examine/findings/", "models/text/", "models/history/", "models/workspace/", "models/settings/",
                        "models/engine/values/",
                        "models/engine/diagnosis/",  # pure functions: a verdict's sentence
                        "models/text/formatter.h"],
    "models/text/": ["models/text/", "models/history/", "models/settings/", "models/engine/values/",
                     "models/engine/diagnosis"],
    "models/peers/": ["models/peers/", "models/text/", "models/history/", "models/settings/", "models/engine/values/",
                      "models/engine/diagnosis"],
    "models/alerts/": ["models/alerts/", "models/text/", "models/history/", "models/settings/", "models/engine/values/",
                       "models/engine/diagnosis"],
    "models/alerts/delivery/": ["models/alerts/", "models/text/", "models/history/", "models/settings/", "models/engine/values/",
                                "models/engine/diagnosis",
                                "models/engine/wire/proxychoice.h"],  # webhooks go through the proxies that peers go through
    "models/alerts/rules/": ["models/alerts/rules/", "models/settings/", "models/engine/values/"],
    "models/past/": ["models/past/", "models/examine/findings/", "models/peers/", "models/text/", "models/history/", "models/settings/",
                     "models/engine/values/"],
    "models/metrics/": ["models/metrics/", "models/history/", "models/engine/values/", "models/engine/diagnosis"],
    "models/metrics/server/": ["models/metrics/", "models/workspace/yamlreader.h", "models/engine/values/"],
    "models/fleet/": ["models/fleet/", "models/text/formatter.h", "models/engine/values/", "models/engine/wire/proxychoice.h",
                      "models/engine/wire/tlsconfiguration.h"],
    "models/fleet/watch/": ["models/fleet/", "models/past/", "models/peers/", "models/text/", "models/history/",
                            "models/engine/values/"],
    "models/frames/": ["models/frames/", "models/text/", "models/workspace/secretsintext.h", "models/engine/values/",
                       "models/engine/diagnosis/explanation.h"],
    "models/path/": ["models/path/", "models/engine/"],
    "models/items/": ["models/"],
    "widgets/": ["widgets/", "models/alerts/", "models/fleet/", "models/items/", "models/examine/findings/", "models/frames/", "models/peers/", "models/past/", "models/text/", "models/history/",
                 "models/workspace/", "models/settings/", "models/reports/", "models/engine/values/"],
    "app/": ["app/", "widgets/", "models/"],
    "tests/": ["tests/", "app/", "widgets/", "models/"],
    "docs/examples/": ["models/"],  # as another program would use them
}

SQL_HEADER = re.compile(r"^(QtSql/.*|QSql.*)$")
SOCKET_HEADER = re.compile(
    r"^(QtNetwork/.*|Q(Tcp|Udp|Ssl|Local|Abstract)(Socket|Server)|QNetwork(AccessManager|Request|Reply|Proxy)|QWebSocket.*"
    r"|QtWebSockets/.*|sys/socket\.h|sys/epoll\.h|netinet/.*|arpa/inet\.h|openssl/.*)$")
WEBSOCKETS_HEADER = re.compile(r"^(QWebSocket.*|QMaskGenerator|QtWebSockets/.*)$")
WIDGETS_HEADER = re.compile(
    r"^(QtWidgets/.*|QtPrintSupport/.*|Q(Application|Widget|Dialog|MainWindow|Action|Menu|Layout|Label|PushButton|StyledItem"
    r"Delegate|Style|(Tree|Table|List|Header|Column|Graphics|AbstractItem)View|\w+Dialog|\w+Layout|\w+Button|LineEdit|ComboBox"
    r"|ToolBar|StatusBar))$")
SQL_TEXT = re.compile(
    r"\"[^\"]*\b(SELECT\s.+\sFROM\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|CREATE\s+(TABLE|INDEX|VIEW)\s|DELETE\s+FROM\s"
    r"|UPDATE\s+\w+\s+SET\s|PRAGMA\s+\w+)")

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]')
# A number with decimals for a person, and a unit behind a number.
OWN_FIGURE = re.compile(r"\b(toString|number)\([^;]*,\s*'[fge]'(?!, QLocale::FloatingPointShortest)|\btr\(\s*\"[^\"]*%\d (ms|s|min|h|d)\b")
# Who writes numbers that are no figures of ours: for files and pictures, as somebody typed them, or as ping(8) does.
WRITES_NUMBERS = ("models/text/", "models/demo/", "models/reports/csvreport.cpp", "models/reports/svgdrawing.cpp",
                  "models/workspace/objectreader.cpp", "widgets/profileeditor/settingpages.cpp",
                  "widgets/chart/latencyaxisdialog.cpp", "models/settings/settingtext.cpp",
                  "models/engine/values/regularfile.cpp", "app/headless/pinglines.cpp", "tests/", "docs/")
OTHER_SYSTEM = re.compile(r"^\s*#\s*(el)?if.*\b(__linux__|_WIN32|__APPLE__|Q_OS_\w+)")
OWN_INIT = re.compile(r"^\s*void (\w+::)?init\(\)")
FIXED_WAIT = re.compile(r"\bQTest::q(Wait|Sleep)\s*\(|\bQThread::(m|u)?sleep\s*\(|\bsleep_for\s*\(|\bQSKIP\s*\(")

SPDX = "SPDX-License-Identifier: GPL-3.0-or-later"
SPDX_SUFFIXES = {".cpp", ".h", ".py", ".sh", ".js", ".mjs", ".cmake", ".sql", ".svg", ".qrc", ".yml", ".yaml", ".xml",
                 ".desktop", ".in"}
SPDX_NAMES = {"CMakeLists.txt", "packages"}
LONGEST = 800  # lines of a file of code
LEFT_OUT = {"build", ".git", ".cache", "__pycache__"}


def files_of(root):
    for path in sorted(root.iterdir()):
        if path.is_dir():
            if path.name not in LEFT_OUT:
                yield from files_of(path)
        elif not path.is_symlink():
            yield path


def is_script(path):
    if path.suffix:
        return False
    with path.open("rb") as file:
        return file.read(2) == b"#!"


class House:
    """One look at a source tree."""

    def __init__(self, root, widgets_headers=None):
        self.root = root
        self.problems = []
        self.widgets_names = set()
        if widgets_headers:
            self.widgets_names = {path.name for path in widgets_headers.iterdir()}
        self.files = {path.relative_to(root).as_posix(): path for path in files_of(root)}
        self.texts = {}
        self.includes = {}
        for name, path in self.files.items():
            if path.suffix in (".cpp", ".h"):
                self.texts[name] = path.read_text(encoding="utf-8", errors="replace").splitlines()
                self.includes[name] = list(self.includes_of(name))

    def includes_of(self, name):
        """(line, header as written, our file that it is or None) of each #include."""
        for number, line in enumerate(self.texts[name], 1):
            found = INCLUDE.match(line)
            if not found:
                continue
            header = found.group(2)
            ours = None
            if found.group(1) == '"':
                folder = name.rpartition("/")[0]
                for candidate in ("models/" + header, header, folder + "/" + header):
                    if candidate in self.files:
                        ours = candidate
                        break
            yield number, header, ours

    def problem(self, name, line, text):
        self.problems.append(f"{name}:{line}: {text}")

    def check(self):
        for name in self.texts:
            self.check_who_includes_whom(name)
            self.check_libraries(name)
            self.check_text(name)
        self.check_reach_of_widgets()
        self.check_form()
        return self.problems

    def check_who_includes_whom(self, name):
        part = max((prefix for prefix in MAY_INCLUDE if name.startswith(prefix)), key=len, default=None)
        if part is None:
            self.problem(name, 1, "code lives in app/, models/, widgets/ or tests/")
            return
        for line, header, ours in self.includes[name]:
            if ours and not ours.startswith(tuple(MAY_INCLUDE[part])):
                self.problem(name, line, f"{part} must not include {header}")

    def check_libraries(self, name):
        is_test = name.startswith("tests/")
        for line, header, _ in self.includes[name]:
            if header == "qcustomplot.h" and name != "widgets/latencychart.cpp":
                self.problem(name, line, "only widgets/latencychart.cpp knows the plotting library")
            if SQL_HEADER.match(header) and not name.startswith(("models/history/", "tests/")):
                self.problem(name, line, "only models/history/ speaks SQL")
            if WEBSOCKETS_HEADER.match(header) and not is_test and not name.startswith("models/engine/qt/"):
                self.problem(name, line, "only models/engine/qt/ includes QWebSocket")
            if header == "QSaveFile" and not is_test and name != "models/engine/values/wholefile.h":
                self.problem(name, line, "files are replaced by WholeFile, which spares devices and pipes")
            if SOCKET_HEADER.match(header) and name.startswith("widgets/"):
                self.problem(name, line, "widgets/ never knows a socket")
            if name.startswith("models/") and (
                    WIDGETS_HEADER.match(header) or header.rpartition("/")[2] in self.widgets_names):
                self.problem(name, line, "models/ never knows a widget")

    def check_text(self, name):
        lines = self.texts[name]
        for number, line in enumerate(lines, 1):
            if SQL_TEXT.search(line) and not name.startswith(("models/history/", "tests/")):
                self.problem(name, number, "SQL belongs into models/history/ or resources/sql/")
            if OTHER_SYSTEM.search(line):
                self.problem(name, number, "the program runs on Linux: a branch for another system is not built nor tested")
            if OWN_FIGURE.search(line) and not name.startswith(WRITES_NUMBERS):
                self.problem(name, number, "latencies, durations and percentages are written by models/text/formatter")
            if name.startswith("tests/") and OWN_INIT.search(line) and not any(
                    "HonestTest::init()" in other for other in lines):
                self.problem(name, number, "an init() of a test calls HonestTest::init(), or warnings pass unseen")
            if name.startswith("tests/") and FIXED_WAIT.search(line):
                self.problem(name, number, "a test waits for a condition (QTRY_…), never for a time, and never skips")
        if name.endswith(".h") and not any(line.strip() == "#pragma once" for line in lines):
            self.problem(name, 1, "a header starts with #pragma once")

    def check_reach_of_widgets(self):
        """No header that a widget sees, however far away, may bring in a socket or a database."""
        for name in self.texts:
            if not name.startswith("widgets/"):
                continue
            for line, header, ours in self.includes[name]:
                allowed = ours and ours.startswith(tuple(MAY_INCLUDE["widgets/"]))
                culprit = self.reaches(ours, set()) if allowed else None
                if culprit:
                    self.problem(name, line, f"{header} brings {culprit} into widgets/")

    def reaches(self, name, seen):
        if name in seen or name not in self.includes:
            return None
        seen.add(name)
        for _, header, ours in self.includes[name]:
            if SQL_HEADER.match(header) or SOCKET_HEADER.match(header):
                return header
            culprit = self.reaches(ours, seen) if ours else None
            if culprit:
                return culprit
        return None

    def check_form(self):
        for name, path in self.files.items():
            if path.suffix in SPDX_SUFFIXES or path.name in SPDX_NAMES or is_script(path):
                head = path.read_text(encoding="utf-8", errors="replace").splitlines()[:4]
                if not any(SPDX in line for line in head):
                    self.problem(name, 1, f"the first lines say {SPDX}")
        lengths = {name: len(lines) for name, lines in self.texts.items()}
        for name, length in lengths.items():
            if length > LONGEST:
                self.problem(name, length, f"no file of code is longer than {LONGEST} lines")


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    headers = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    problems = House(root, headers).check()
    for problem in problems:
        print(problem)
    if problems:
        print(f"{len(problems)} violations of the rules of the house (docs/architecture.md)")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
