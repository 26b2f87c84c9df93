// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/feedledger.h"
#include "tests/models/history/seriesmaker.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

/// The start of a minute.
const WallTime start = std::chrono::floor<std::chrono::minutes>(epoch);

} // namespace

class TestFeedLedger : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsKnownOfAPeerWithoutAFeed()
    {
        const FeedLedger ledger;
        QVERIFY(!ledger.last());
        QCOMPARE(ledger.perSecond(start), 0.0);
        QVERIFY(ledger.spans(start, start + std::chrono::hours(1), seconds(1)).empty());
        QCOMPARE(ledger.heapBytes(), size_t(0));
    }

    void rateIsOfTheLastMinute()
    {
        FeedLedger ledger;
        for (int i = 1; i <= 120; ++i)
            ledger.add(1, {static_cast<quint64>(i) * 3, start + seconds(i)});
        QCOMPARE(ledger.messages(), quint64(360));
        QCOMPARE(*ledger.last(), start + seconds(120));
        QCOMPARE(ledger.perSecond(start + seconds(120)), 3.0);
        // It decreases while nothing comes.
        QCOMPARE(ledger.perSecond(start + seconds(150)), 1.5);
        QCOMPARE(ledger.perSecond(start + seconds(180)), 0.0);
    }

    void rateOfAYoungFeedIsOfTheTimeThatItLasts()
    {
        FeedLedger ledger;
        ledger.add(1, {10, start});
        ledger.add(1, {50, start + seconds(10)});
        QCOMPARE(ledger.perSecond(start + seconds(10)), 5.0);
        const auto spans = ledger.spans(start, start + seconds(60), seconds(1));
        QCOMPARE(spans.size(), size_t(2));
        QCOMPARE(spans.back().messages, quint64(40));
    }

    void eachConnectionCountsAnew()
    {
        FeedLedger ledger;
        ledger.add(1, {100, start});
        ledger.add(2, {7, start + seconds(5)});
        ledger.add(2, {9, start + seconds(6)});
        QCOMPARE(ledger.messages(), quint64(109));
    }

    void whatIsOldIsKnownByTheMinute()
    {
        FeedLedger ledger;
        for (int i = 0; i < 3600; ++i)
            ledger.add(1, {static_cast<quint64>(i) + 1, start + seconds(i)});
        const WallTime end = start + seconds(3600);
        quint64 messages = 0;
        WallTime reached = start;
        for (const FeedSpan &span : ledger.spans(start, end, seconds(5))) {
            QVERIFY(span.from >= reached);
            reached = span.to();
            QVERIFY(span.width == seconds(5) || span.width == std::chrono::minutes(1));
            messages += span.messages;
        }
        QCOMPARE(messages, quint64(3600));
        const auto recent = ledger.spans(end - std::chrono::minutes(5), end, seconds(5));
        QCOMPARE(recent.size(), size_t(60));
        QCOMPARE(recent.front().messages, quint64(5));
    }

    void memoryIsBounded()
    {
        FeedLedger ledger;
        for (int i = 0; i < 20'000; ++i)
            ledger.add(1, {static_cast<quint64>(i) + 1, start + std::chrono::minutes(i)});
        QVERIFY(ledger.heapBytes() < size_t(200 * 1024));
        const auto spans = ledger.spans(WallTime::min(), WallTime::max(), std::chrono::minutes(1));
        QCOMPARE(spans.size(), FeedLedger::mostMinutes);
        QCOMPARE(spans.back().from, start + std::chrono::minutes(19'999));
    }

    void aClockThatIsSetBackLosesNoMessages()
    {
        FeedLedger ledger;
        ledger.add(1, {10, start + std::chrono::hours(1)});
        ledger.add(1, {15, start});
        ledger.add(1, {18, start + seconds(1)});
        QCOMPARE(ledger.messages(), quint64(18));
        QCOMPARE(*ledger.last(), start + seconds(1));
        const auto spans = ledger.spans(start, start + std::chrono::minutes(1), std::chrono::minutes(1));
        QCOMPARE(spans.size(), size_t(1));
        QCOMPARE(spans.front().messages, quint64(8));
    }

    void spansAreJoinedWhereTheyAreTooMany()
    {
        std::vector<FeedSpan> spans;
        for (int i = 0; i < 1000; ++i)
            spans.push_back({start + std::chrono::minutes(i), std::chrono::minutes(1), 2});
        const WallTime end = start + std::chrono::minutes(1000);
        const auto joined = joinedSpans(spans, start, end, 100);
        QVERIFY2(joined.size() <= 100, qPrintable(QString::number(joined.size())));
        quint64 messages = 0;
        for (const FeedSpan &span : joined)
            messages += span.messages;
        QCOMPARE(messages, quint64(2000));
        QCOMPARE(joinedSpans(spans, start, end, 1000), spans);
    }
};

QTEST_GUILESS_MAIN(TestFeedLedger)
#include "tst_feedledger.moc"
