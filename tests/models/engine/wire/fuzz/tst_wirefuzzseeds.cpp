// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/engine/wire/fuzz/wirefuzzed.h"
#include "tests/support/honesttest.h"

#include <QDir>
#include <QTest>

using namespace Pongwatch::TestSupport;

/// Replays the seeds of the wire's fuzz targets, and what the fuzzer has found with them.
class TestWireFuzzSeeds : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void holds_data()
    {
        using Reading = void (*)(const QByteArray &);
        QTest::addColumn<Reading>("read");
        QTest::addColumn<QString>("path");
        const auto rows = [](const QString &kind, Reading reading) {
            const QFileInfoList files =
                QDir(QStringLiteral(PONGWATCH_SEEDS) + QLatin1Char('/') + kind).entryInfoList(QDir::Files);
            for (const QFileInfo &file : files)
                QTest::newRow(qPrintable(kind + QStringLiteral(": ") + file.baseName()))
                    << reading << file.filePath();
        };
        rows(QStringLiteral("frames"), readAsFrames);
        rows(QStringLiteral("handshake"), readAsHandshake);
        rows(QStringLiteral("answers"), readAsAnswer);
        rows(QStringLiteral("proxy"), readAsProxy);
        rows(QStringLiteral("tls"), readAsTls);
        rows(QStringLiteral("demo"), readAsDemoClient);
    }

    void holds()
    {
        using Reading = void (*)(const QByteArray &);
        QFETCH(Reading, read);
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.isEmpty());
        read(bytes);
    }
};

QTEST_GUILESS_MAIN(TestWireFuzzSeeds)
#include "tst_wirefuzzseeds.moc"
