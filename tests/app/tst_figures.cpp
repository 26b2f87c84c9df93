// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/eventwords.h"
#include "engine/diagnosis/slowness.h"
#include "reports/reporttext.h"
#include "tests/support/honesttest.h"
#include "text/eventsentence.h"
#include "text/wording.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

/// The same latency wherever it appears: in the list and the chart, the log, on a terminal and in a report.
class FiguresTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void oneLatencyReadsTheSameEverywhere_data()
    {
        QTest::addColumn<qint64>("us");
        QTest::addColumn<QString>("text");
        QTest::newRow("over a second") << qint64(1'340'000) << QStringLiteral("1,340 ms");
        QTest::newRow("under a millisecond") << qint64(213) << QStringLiteral("0.213 ms");
        QTest::newRow("tens of milliseconds") << qint64(12'300) << QStringLiteral("12.3 ms");
    }
    void oneLatencyReadsTheSameEverywhere()
    {
        QFETCH(qint64, us);
        QFETCH(QString, text);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        PingSample sample;
        sample.rtt = microseconds(us);
        sample.outcome = PingOutcome::Late;
        const auto plain = [](QString said) { return said.replace(QChar::Nbsp, u' '); };
        QCOMPARE(plain(Formatter().latency(sample.rtt)), text);
        QCOMPARE(plain(ReportText(QTimeZone::utc()).latency(sample.rtt)), text);
        QVERIFY2(describeSample(sample).contains(text), qPrintable(describeSample(sample)));
        const auto entry = eventEntry(sample, Formatter());
        QVERIFY(entry);
        QVERIFY2(plain(entry->what).contains(text), qPrintable(entry->what));
        if (us > 1000) // "under 1 ms"
            QVERIFY2(explainSlow(sample, {}).contains(text), qPrintable(explainSlow(sample, {})));
    }
};

QTEST_GUILESS_MAIN(FiguresTest)
#include "tst_figures.moc"
