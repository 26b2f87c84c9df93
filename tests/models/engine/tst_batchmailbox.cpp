// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/batchmailbox.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;
using Kind = BatchMailbox::Kind;

/// Who is told that something is in the box, and when.
class TestBatchMailbox : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void firstOfEachKindIsTold()
    {
        std::vector<Kind> told;
        BatchMailbox box([&told](Kind kind) { told.push_back(kind); });
        box.sample({});
        box.sample({});
        QVERIFY(told == std::vector{Kind::Sample});
        box.event({});
        box.event({});
        QVERIFY((told == std::vector{Kind::Sample, Kind::Event}));
        QCOMPARE(box.take().items.size(), std::size_t(4));
        box.sample({});
        QCOMPARE(told.size(), std::size_t(3));
    }

    void whoKnowsOfAnEventNeedNotBeToldOfSamples()
    {
        std::vector<Kind> told;
        BatchMailbox box([&told](Kind kind) { told.push_back(kind); });
        box.event({});
        box.sample({});
        QVERIFY(told == std::vector{Kind::Event});
    }

    void whoComesAgainIsToldOfEventsOnly()
    {
        std::vector<Kind> told;
        BatchMailbox box([&told](Kind kind) { told.push_back(kind); });
        box.sample({});
        QCOMPARE(box.take(true).items.size(), std::size_t(1));
        told.clear();
        box.sample({});
        QVERIFY(told.empty());
        box.event({});
        QVERIFY(told == std::vector{Kind::Event});
        QCOMPARE(box.take(true).items.size(), std::size_t(2));
        QVERIFY(box.take().items.empty());
        box.sample({});
        QVERIFY((told == std::vector{Kind::Event, Kind::Sample}));
    }

    void worstLagIsHandedOnOnce()
    {
        BatchMailbox box([](Kind) {});
        box.noteLag(milliseconds(3));
        box.noteLag(milliseconds(7));
        box.noteLag(milliseconds(5));
        QCOMPARE(box.take().worstLag, nanoseconds(milliseconds(7)));
        QCOMPARE(box.take().worstLag, nanoseconds(0));
    }
};

QTEST_GUILESS_MAIN(TestBatchMailbox)
#include "tst_batchmailbox.moc"
