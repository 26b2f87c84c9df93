# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows that each rule of the house can be broken, and that keeping it is not called a violation."""

import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from house import House, LONGEST  # noqa: E402

SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
HEADER = SPDX + "#pragma once\n"

# A tree that keeps every rule; each row below adds to it.
GOOD = {
    "models/engine/values/verdict.h": HEADER,
    "models/engine/monitor.h": HEADER + '#include "engine/values/verdict.h"\n#include <QTcpSocket>\n',
    "models/history/series.h": HEADER + '#include "engine/values/verdict.h"\n',
    "models/history/store.h": HEADER + "#include <QSqlDatabase>\n",
    "models/history/store.cpp": SPDX + 'const char *sql = "SELECT rtt FROM sample WHERE peer = 1";\n',
    "models/workspace/profile.h": HEADER,
    "models/reports/report.h": HEADER + '#include "history/series.h"\n#include "workspace/profile.h"\n',
    "models/text/wording.h": HEADER + '#include "engine/values/verdict.h"\n',
    "models/peers/peerbook.h": HEADER + '#include "history/series.h"\n#include "text/wording.h"\n',
    "models/past/pastseries.h": HEADER + '#include "peers/peerbook.h"\n',
    "models/items/peermodel.h": HEADER + '#include "engine/monitor.h"\n#include <QAbstractItemModel>\n',
    "models/demo/demoserver.h": HEADER + "#include <QTcpServer>\n",
    "widgets/latencychart.cpp": SPDX + '#include "history/series.h"\n#include <qcustomplot.h>\n',
    "widgets/peerview.h": HEADER + "#include <QTreeView>\n",
    "app/main.cpp": SPDX + '#include "engine/monitor.h"\n#include "widgets/peerview.h"\n',
    "tests/models/engine/tst_monitor.cpp": SPDX + '#include "engine/monitor.h"\nQTRY_VERIFY(true);\n',
    "tools/run": "#!/bin/bash\n# SPDX-License-Identifier: GPL-3.0-or-later\n",
}

# What is added, and a piece of the violation that must be told: none for None.
ROWS = {
    "nothing": ({}, None),
    "values know the engine": (
        {"models/engine/values/x.h": HEADER + '#include "engine/monitor.h"\n'},
        "models/engine/values/x.h:3: models/engine/values/ must not include engine/monitor.h"),
    "the engine knows history": (
        {"models/engine/x.cpp": SPDX + '#include "history/series.h"\n'},
        "models/engine/x.cpp:2: models/engine/ must not include history/series.h"),
    "history knows the engine": (
        {"models/history/x.cpp": SPDX + '#include "engine/monitor.h"\n'}, "must not include engine/monitor.h"),
    "the workspace knows history": (
        {"models/workspace/x.cpp": SPDX + '#include "history/series.h"\n'}, "must not include history/series.h"),
    "the workspace knows the values": (
        {"models/workspace/x.cpp": SPDX + '#include "engine/values/verdict.h"\n'}, None),
    "the demo knows anything": (
        {"models/demo/x.cpp": SPDX + '#include "engine/values/verdict.h"\n'}, "models/demo/ must not include"),
    "reports know items": (
        {"models/reports/x.cpp": SPDX + '#include "items/peermodel.h"\n'}, "models/reports/ must not include"),
    "text knows the peers": (
        {"models/text/x.cpp": SPDX + '#include "peers/peerbook.h"\n'}, "models/text/ must not include"),
    "the peers know the past": (
        {"models/peers/x.cpp": SPDX + '#include "past/pastseries.h"\n'}, "models/peers/ must not include"),
    "the past knows items": (
        {"models/past/x.cpp": SPDX + '#include "items/peermodel.h"\n'}, "models/past/ must not include"),
    "the past knows the engine": (
        {"models/past/x.cpp": SPDX + '#include "engine/monitor.h"\n'}, "models/past/ must not include"),
    "a model knows a view of ours": (
        {"models/items/x.cpp": SPDX + '#include "widgets/peerview.h"\n'}, "models/items/ must not include"),
    "a header beside the file, by its bare name": (
        {"widgets/x.cpp": SPDX + '#include "peerview.h"\n'}, None),
    "a widget knows the engine": (
        {"widgets/x.cpp": SPDX + '#include "engine/monitor.h"\n'}, "widgets/ must not include engine/monitor.h"),
    "a widget knows a socket": (
        {"widgets/x.cpp": SPDX + "#include <QTcpSocket>\n"}, "widgets/ never knows a socket"),
    "a widget reaches SQL by a detour": (
        {"widgets/x.cpp": SPDX + '#include "history/store.h"\n'}, "history/store.h brings QSqlDatabase into widgets/"),
    "a widget reaches a socket by a detour": (
        {"widgets/x.cpp": SPDX + '#include "items/peermodel.h"\n'}, "items/peermodel.h brings QTcpSocket into widgets/"),
    "production code knows a test": (
        {"app/x.cpp": SPDX + '#include "tests/support/x.h"\n', "tests/support/x.h": HEADER}, "app/ must not include"),
    "code in a folder of its own": ({"extras/x.cpp": SPDX}, "code lives in app/, models/, widgets/ or tests/"),
    "a model knows a widget of Qt": ({"models/items/x.h": HEADER + "#include <QWidget>\n"}, "models/ never knows a widget"),
    "a model knows a rare widget of Qt": (
        {"models/items/x.h": HEADER + "#include <QRareThing>\n"}, "models/ never knows a widget"),
    "another file knows the plotting library": (
        {"widgets/x.cpp": SPDX + "#include <qcustomplot.h>\n"}, "only widgets/latencychart.cpp knows"),
    "SQL headers in items": ({"models/items/x.h": HEADER + "#include <QSqlQuery>\n"}, "only models/history/ speaks SQL"),
    "SQL text in app": (
        {"app/x.cpp": SPDX + 'auto s = "DELETE FROM sample";\n'}, "SQL belongs into models/history/"),
    "English that looks a little like SQL": (
        {"app/x.cpp": SPDX + 'auto s = "Select a peer from the list";\n'}, None),
    "a branch for another system": (
        {"models/demo/x.cpp": SPDX + "#ifdef Q_OS_WIN\n#endif\n"}, "the program runs on Linux"),
    "a figure of its own in a widget": (
        {"widgets/x.cpp": SPDX + "auto s = QLocale().toString(ms, 'f', 1);\n"}, "are written by models/text/formatter"),
    "a unit of its own in a sentence": (
        {"app/x.cpp": SPDX + 'auto s = tr("after %1 ms").arg(n);\n'}, "are written by models/text/formatter"),
    "a unit that is none": ({"app/x.cpp": SPDX + 'auto s = tr("%1 %2").arg(a, b);\n'}, None),
    "the formatter writes figures": (
        {"models/text/formatter.cpp": SPDX + "auto s = locale.toString(ms, 'f', 1);\n"}, None),
    "a sentence knows the formatter": (
        {"models/engine/diagnosis/x.cpp": SPDX + '#include "text/formatter.h"\n',
         "models/text/formatter.h": HEADER}, None),
    "a sentence knows other texts": (
        {"models/engine/diagnosis/x.cpp": SPDX + '#include "text/wording.h"\n'},
        "models/engine/diagnosis/ must not include text/wording.h"),
    "QWebSocket in its own folder": ({"models/engine/qt/x.cpp": SPDX + "#include <QWebSocket>\n"}, None),
    "QWebSocket elsewhere in the engine": (
        {"models/engine/x.cpp": SPDX + "#include <QWebSocket>\n"}, "only models/engine/qt/ includes QWebSocket"),
    "a file that may replace a device": (
        {"app/x.cpp": SPDX + "#include <QSaveFile>\n"}, "files are replaced by WholeFile"),
    "a test that waits for a time": ({"tests/x.cpp": SPDX + "QTest::qWait(100);\n"}, "waits for a condition"),
    "a test that skips": ({"tests/x.cpp": SPDX + 'QSKIP("no server");\n'}, "never skips"),
    "a header without a guard": ({"app/x.h": SPDX}, "#pragma once"),
    "no licence in C++": ({"app/x.cpp": "int x;\n"}, "app/x.cpp:1: the first lines say SPDX"),
    "no licence in a script": ({"tools/y": "#!/bin/sh\n"}, "tools/y:1: the first lines say SPDX"),
    "no licence in CMake": ({"app/CMakeLists.txt": "add_library(x)\n"}, "app/CMakeLists.txt:1"),
    "a file that is as long as may be": ({"app/x.cpp": SPDX + "\n" * (LONGEST - 1)}, None),
    "a file that is too long": ({"app/x.cpp": SPDX + "\n" * LONGEST}, "longer than 800 lines"),
    "a test that forgets what its base prepares": (
        {"tests/tst_x.cpp": SPDX + "    void init() { m_folder = {}; }\n"}, "calls HonestTest::init()"),
    "a test that prepares more than its base": (
        {"tests/tst_x.cpp": SPDX + "    void init() { HonestTest::init(); m_folder = {}; }\n"}, None),
    "what was built is no concern": ({"build/dev/x.cpp": "int x;\n"}, None),
}


class TestHouse(unittest.TestCase):
    def test_rows(self):
        for name, (added, wanted) in ROWS.items():
            with self.subTest(name), tempfile.TemporaryDirectory() as folder:
                root = pathlib.Path(folder)
                for path, text in (GOOD | added).items():
                    (root / path).parent.mkdir(parents=True, exist_ok=True)
                    (root / path).write_text(text, encoding="utf-8")
                headers = root / "build" / "QtWidgets"
                headers.mkdir(parents=True)
                (headers / "QRareThing").touch()
                problems = House(root, headers).check()
                if wanted is None:
                    self.assertEqual(problems, [])
                else:
                    self.assertEqual(len(problems), 1, problems)
                    self.assertIn(wanted, problems[0])


if __name__ == "__main__":
    unittest.main()
