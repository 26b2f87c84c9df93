// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzzed.h"
#include "tests/support/honesttest.h"

#include <QDir>
#include <QTest>

using namespace Pongwatch::TestSupport;

/// The fuzz targets' seeds, and what the fuzzer found with them, once more.
class TestFuzzSeeds : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void holds_data()
    {
        QTest::addColumn<bool>("isWorkspace");
        QTest::addColumn<QString>("path");
        for (const bool isWorkspace : {true, false}) {
            const QDir folder(QStringLiteral(PONGWATCH_SEEDS "/%1")
                                  .arg(isWorkspace ? QStringLiteral("workspace") : QStringLiteral("import")));
            for (const QFileInfo &file : folder.entryInfoList(QDir::Files))
                QTest::newRow(qPrintable(file.fileName())) << isWorkspace << file.filePath();
        }
    }
    void holds()
    {
        QFETCH(bool, isWorkspace);
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        if (isWorkspace)
            readAsWorkspace(text);
        else
            readAsImport(text);
    }
};

QTEST_GUILESS_MAIN(TestFuzzSeeds)
#include "tst_fuzzseeds.moc"
