// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/latencyhistogram.h"
#include "tests/support/honesttest.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace Pongwatch;

namespace
{

/// Quantile by definition: the value at rank ceil(q × n) of the sorted values.
nanoseconds byTheBook(std::vector<nanoseconds> values, double q)
{
    std::sort(values.begin(), values.end());
    const auto rank = static_cast<size_t>(std::ceil(q * static_cast<double>(values.size())));
    return values[std::max<size_t>(rank, 1) - 1];
}

bool isWithinOnePercent(nanoseconds found, nanoseconds right)
{
    return std::abs(static_cast<double>((found - right).count())) <=
           0.01 * static_cast<double>(right.count());
}

std::vector<nanoseconds> randomValues(unsigned seed, int count, double mu, double sigma)
{
    std::mt19937 random(seed);
    std::lognormal_distribution<double> distribution(mu, sigma);
    std::vector<nanoseconds> values;
    for (int i = 0; i < count; ++i)
        values.emplace_back(static_cast<nanoseconds::rep>(distribution(random)));
    return values;
}

} // namespace

class TestLatencyHistogram : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void emptyHasNoQuantiles()
    {
        LatencyHistogram histogram;
        QVERIFY(!histogram.quantile(0.5));
        QCOMPARE(histogram.heapBytes(), size_t(0));
    }

    void quantilesAreWithinOnePercent_data()
    {
        QTest::addColumn<double>("mu");
        QTest::addColumn<double>("sigma");
        QTest::newRow("microseconds, narrow") << 11.0 << 0.05;
        QTest::newRow("milliseconds, wide") << 17.0 << 1.0;
        QTest::newRow("from nanoseconds to hours") << 18.0 << 5.0;
        QTest::newRow("a few nanoseconds") << 3.0 << 1.0;
    }
    void quantilesAreWithinOnePercent()
    {
        QFETCH(double, mu);
        QFETCH(double, sigma);
        for (unsigned seed = 1; seed <= 5; ++seed) {
            const auto values = randomValues(seed, 5000, mu, sigma);
            LatencyHistogram histogram;
            for (const nanoseconds value : values)
                histogram.add(value);
            QCOMPARE(histogram.count(), quint64(5000));
            for (const double q : {0.0, 0.01, 0.05, 0.5, 0.9, 0.95, 0.99, 0.999, 1.0})
                QVERIFY2(isWithinOnePercent(*histogram.quantile(q), byTheBook(values, q)),
                         qPrintable(QString::number(q)));
        }
    }

    void everyValueIsInsideItsBucket()
    {
        std::vector<nanoseconds::rep> values = {0, 1, 63, 64, 65, 127, 128, 129};
        for (int bit = 7; bit < 63; ++bit) {
            const auto power = nanoseconds::rep(1) << bit;
            values.insert(values.end(), {power - 1, power, power + 1});
        }
        values.push_back(std::numeric_limits<nanoseconds::rep>::max() / 2);
        for (const auto value : values) {
            LatencyHistogram histogram;
            histogram.add(nanoseconds(value));
            const quint32 bucket = histogram.cells().front().bucket;
            QVERIFY(LatencyHistogram::lowerBound(bucket).count() <= value);
            QVERIFY(LatencyHistogram::upperBound(bucket).count() > value ||
                    LatencyHistogram::upperBound(bucket).count() < 0);
            QVERIFY(isWithinOnePercent(*histogram.quantile(0.5), nanoseconds(value)));
        }
    }

    void negativeCountsAsZero()
    {
        LatencyHistogram histogram;
        histogram.add(nanoseconds(-5));
        QCOMPARE(histogram.quantile(0.5)->count(), 0);
    }

    void removingTakesBackExactly()
    {
        const auto kept = randomValues(1, 500, 17, 2);
        const auto removed = randomValues(2, 500, 15, 2);
        LatencyHistogram both;
        LatencyHistogram expected;
        for (size_t i = 0; i < kept.size(); ++i) {
            both.add(kept[i]);
            both.add(removed[i]);
            expected.add(kept[i]);
        }
        for (const nanoseconds value : removed)
            both.remove(value);
        QCOMPARE(both.count(), expected.count());
        QCOMPARE(both.cells().size(), expected.cells().size());
        for (const double q : {0.0, 0.25, 0.5, 0.75, 1.0})
            QCOMPARE(*both.quantile(q), *expected.quantile(q));
    }

    void removingWhatIsNotThereChangesNothing()
    {
        LatencyHistogram histogram;
        histogram.add(milliseconds(1));
        histogram.remove(milliseconds(2));
        QCOMPARE(histogram.count(), quint64(1));
    }

    void mergingIsAddingAll()
    {
        const auto values = randomValues(7, 2000, 16, 3);
        LatencyHistogram whole;
        LatencyHistogram first;
        LatencyHistogram second;
        for (size_t i = 0; i < values.size(); ++i) {
            whole.add(values[i]);
            (i % 3 == 0 ? first : second).add(values[i]);
        }
        first.merge(second);
        QCOMPARE(first.count(), whole.count());
        for (double q = 0; q <= 1; q += 0.05)
            QCOMPARE(*first.quantile(q), *whole.quantile(q));
    }

    void memoryIsBounded()
    {
        LatencyHistogram histogram;
        for (int bit = 0; bit < 62; ++bit) {
            for (nanoseconds::rep sub = 0; sub < 64; ++sub) {
                const auto base = nanoseconds::rep(1) << bit;
                histogram.add(nanoseconds(base + base / 64 * sub));
            }
        }
        QVERIFY(histogram.cells().size() <= 58U * 64);
        QVERIFY(histogram.heapBytes() <= 64U * 1024); // the vector may have grown to twice the necessary size
    }
};

QTEST_APPLESS_MAIN(TestLatencyHistogram)
#include "tst_latencyhistogram.moc"
