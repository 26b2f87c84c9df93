// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/damagedhistory.h"
#include "tests/fuzz/fuzzed.h"
#include "tests/fuzz/toldbyothers.h"
#include "tests/support/honesttest.h"

#include <QDir>
#include <QTest>

using namespace Pongwatch::TestSupport;

/// Replays the fuzz targets' seeds, and what the fuzzer has found with them.
class TestFuzzSeeds : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void holds_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("path");
        const QDir folders(QStringLiteral(PONGWATCH_SEEDS));
        for (const QString &kind : folders.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            for (const QFileInfo &file :
                 QDir(folders.filePath(kind)).entryInfoList(QDir::Files | QDir::Hidden))
                QTest::newRow(qPrintable(QStringLiteral("%1/%2").arg(kind, file.fileName())))
                    << kind << file.filePath();
        }
    }
    void holds()
    {
        QFETCH(QString, kind);
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        if (kind == QStringLiteral("workspace")) {
            readAsWorkspace(text);
            return;
        }
        if (kind == QStringLiteral("damage")) {
            readAsDamage(text);
            return;
        }
        // Whatever it is, each parser gets it.
        readAsTraceReplies(text);
        readAsQueryAnswer(text);
        readAsMetricsRequest(text);
        readAsCalendar(text);
        readAsFindings(text);
        readAsRecords(text);
        readAsImport(text);
        readAsLines(text);
        readAsTable(text);
        readAsDocument(text);
    }
};

QTEST_GUILESS_MAIN(TestFuzzSeeds)
#include "tst_fuzzseeds.moc"
