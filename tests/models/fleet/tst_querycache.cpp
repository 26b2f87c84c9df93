// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/querycache.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QList<QueriedSeries> answerWith(int points)
{
    QueriedSeries series;
    series.labels.insert(QStringLiteral("peer"), QStringLiteral("edge-1"));
    for (int i = 0; i < points; ++i)
        series.points.append({WallTime(seconds(i)), double(i)});
    return {series};
}

} // namespace

/// Answers of a Prometheus that are kept for a while.
class QueryCacheTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerIsKeptForItsTime()
    {
        QueryCache cache;
        QVERIFY(!cache.find("a", SteadyTime(seconds(0))));
        cache.keep("a", answerWith(3), SteadyTime(seconds(10)));
        cache.keep("b", answerWith(4), std::nullopt);
        QCOMPARE(cache.find("a", SteadyTime(seconds(9)))->first().points.size(), 3);
        QVERIFY(!cache.find("a", SteadyTime(seconds(10))));
        QCOMPARE(cache.count(), size_t(1)); // what is over takes no room
        QCOMPARE(cache.find("b", SteadyTime::max())->first().points.size(), 4);
    }

    void aNewerAnswerReplacesTheOld()
    {
        QueryCache cache;
        cache.keep("a", answerWith(1'000), std::nullopt);
        const size_t before = cache.bytes();
        cache.keep("a", answerWith(2), std::nullopt);
        QCOMPARE(cache.count(), size_t(1));
        QVERIFY(cache.bytes() < before);
        QCOMPARE(cache.find("a", {})->first().points.size(), 2);
    }

    void whatWasUsedLastStays()
    {
        const size_t one = QueryCache::bytesOf(answerWith(100));
        QCOMPARE(one > 100 * sizeof(QueriedPoint), true);
        QueryCache cache(3 * one);
        for (const char *question : {"a", "b", "c"})
            cache.keep(question, answerWith(100), std::nullopt);
        QVERIFY(cache.find("a", {}));
        cache.keep("d", answerWith(100), std::nullopt);
        QVERIFY(cache.find("a", {}));
        QVERIFY(!cache.find("b", {}));
        QVERIFY(cache.find("c", {}));
        QVERIFY(cache.bytes() <= 3 * one);
        cache.keep("huge", answerWith(1'000), std::nullopt);
        QVERIFY(!cache.find("huge", {}));
        QCOMPARE(cache.count(), size_t(3)); // nothing had to go for it
    }

    void thereAreNotTooMany()
    {
        QueryCache cache;
        for (size_t i = 0; i < QueryCache::mostAnswers + 50; ++i)
            cache.keep(QByteArray::number(qulonglong(i)), answerWith(1), std::nullopt);
        QCOMPARE(cache.count(), QueryCache::mostAnswers);
        QVERIFY(!cache.find("0", {}));
        QVERIFY(cache.find("149", {}));
    }
};

QTEST_GUILESS_MAIN(QueryCacheTest)
#include "tst_querycache.moc"
