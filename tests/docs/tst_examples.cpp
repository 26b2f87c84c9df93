// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demofleet.h"
#include "tests/support/honesttest.h"

#include <QProcess>
#include <QTest>

using namespace Pongwatch;

/// The programs in docs/examples do what their page says.
class TestExamples : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(m_fleet.start(), QString()); }

    void watchMeasuresAndReceives()
    {
        QProcess example;
        QByteArray output;
        connect(&example, &QProcess::readyReadStandardOutput, this,
                [&] { output += example.readAllStandardOutput(); });
        example.start(QStringLiteral(EXAMPLE_WATCH), {m_fleet.url(QStringLiteral("/steady")).toString()});
        QTRY_VERIFY2_WITH_TIMEOUT(output.contains("received: hello"), output.constData(), 20000);
        QVERIFY2(output.contains("a ping took "), output.constData());
        example.kill();
        QVERIFY(example.waitForFinished());
    }

    void watchSaysWhyItEnds()
    {
        QProcess example;
        example.start(QStringLiteral(EXAMPLE_WATCH),
                      {m_fleet.url(QStringLiteral("/reject?status=403")).toString()});
        QVERIFY(example.waitForFinished());
        QCOMPARE(example.exitCode(), 1);
        const QByteArray output = example.readAllStandardOutput();
        QVERIFY2(output.contains("403"), output.constData());
    }

private:
    DemoFleet m_fleet;
};

QTEST_GUILESS_MAIN(TestExamples)
#include "tst_examples.moc"
