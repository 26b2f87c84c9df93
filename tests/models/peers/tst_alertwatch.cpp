// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/alerttext.h"
#include "peers/alertwatch.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"
#include "text/wording.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;

class AlertWatchTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        HonestTest::init();
        alerts.clear();
        book = std::make_unique<PeerBook>([this] { return monitor.now(); });
        watch = std::make_unique<AlertWatch>(book.get());
        connect(watch.get(), &AlertWatch::alert, this,
                [this](const Alert &alert) { alerts.push_back(alert); });
        for (quint32 number = 1; number <= 8; ++number) {
            book->add(id(number), SyntheticMonitor::settings(QStringLiteral("edge-%1").arg(number)));
            recover(number);
        }
    }

    void cleanup()
    {
        watch.reset();
        book.reset();
    }

    void troubleIsToldOnceAndAfterAWhile()
    {
        timeOut(1);
        watch->check();
        QVERIFY(alerts.empty());
        pass(5s);
        QCOMPARE(alerts.size(), size_t(1));
        QCOMPARE(alerts.front().inTrouble.front().peer, id(1));
        pass(60s);
        QCOMPARE(alerts.size(), size_t(1));
    }

    void whatIsOverInTimeIsNotTold()
    {
        timeOut(1);
        pass(4s);
        recover(1);
        pass(60s);
        QVERIFY(alerts.empty());
    }

    void dialingAgainAndAgainIsOneTrouble()
    {
        book->apply({{monitor.rejected(id(1), 503), monitor.waiting(id(1), 3s)}, {}});
        for (int i = 0; i < 5; ++i) {
            pass(3s);
            book->apply({{monitor.state(id(1), ConnectionState::Connecting)}, {}});
            pass(1s);
            book->apply({{monitor.rejected(id(1), 503), monitor.waiting(id(1), 3s)}, {}});
        }
        QCOMPARE(alerts.size(), size_t(1));
        const AlertText text = troubleText(*book, alerts.front());
        QVERIFY2(text.title.contains(QStringLiteral("edge-1")), qPrintable(text.title));
        QVERIFY2(text.body.contains(QStringLiteral("503")), qPrintable(text.body));
    }

    void recoveryIsToldOfWhatWasTold()
    {
        timeOut(1);
        pass(30s);
        recover(1);
        pass(1s);
        QCOMPARE(alerts.size(), size_t(2));
        QVERIFY(alerts.back().inTrouble.empty());
        const AlertText text = recoveryText(*book, alerts.back());
        QVERIFY2(text.body.contains(Wording::format().age(31s)), qPrintable(text.body));
    }

    void manyAtOnceAreOneAlert()
    {
        for (quint32 number = 1; number <= 7; ++number)
            timeOut(number);
        pass(6s);
        QCOMPARE(alerts.size(), size_t(1));
        const AlertText text = troubleText(*book, alerts.front());
        QVERIFY2(text.title.contains(u'7'), qPrintable(text.title));
        QVERIFY2(text.body.contains(QStringLiteral("edge-5")), qPrintable(text.body));
        QVERIFY2(!text.body.contains(QStringLiteral("edge-6")), qPrintable(text.body));
        QVERIFY2(text.body.contains(u'2'), qPrintable(text.body));
    }

    void whatTheUserDidIsNoTrouble()
    {
        book->apply({{monitor.state(id(1), ConnectionState::Paused)}, {}});
        Verdict verdict;
        verdict.cause = Cause::LocalClose;
        book->apply({{monitor.ended(id(2), verdict), monitor.state(id(2), ConnectionState::Closed)}, {}});
        pass(60s);
        QVERIFY(alerts.empty());
    }

    void mutedPeersAreLeftOut()
    {
        book->setMuted({QStringLiteral("edge-1")});
        timeOut(1);
        pass(60s);
        QVERIFY(alerts.empty());
        book->setMuted({});
        pass(6s);
        QCOMPARE(alerts.size(), size_t(1));
    }

    void aStoppedFeedIsToldWithItsSentence()
    {
        FeedStale stale;
        stale.waited = 30s;
        stale.expected = QStringLiteral("trade");
        stale.sinceLastPong = 1s;
        book->apply({{ConnectionEvent{id(1), 1, monitor.now(), stale}}, {}});
        pass(6s);
        QCOMPARE(alerts.size(), size_t(1));
        const AlertText text = troubleText(*book, alerts.front());
        QCOMPARE(text.title, QStringLiteral("edge-1: Stale"));
        QVERIFY2(
            text.body.contains(QStringLiteral("answers pings, but it sent nothing that matches “trade”")),
            qPrintable(text.body));
        // Pongs are no recovery; the feed is.
        recover(1);
        pass(2s);
        QCOMPARE(alerts.size(), size_t(1));
        book->apply({{ConnectionEvent{id(1), 1, monitor.now(), FeedSeen{1, monitor.now()}}}, {}});
        pass(1s);
        QCOMPARE(alerts.size(), size_t(2));
        QCOMPARE(alerts.back().recovered.front().peer, id(1));
    }

    void slownessIsTroubleOnlyIfWanted()
    {
        book->apply({{monitor.sample(id(1), 900ms, PingOutcome::Slow)}, {}});
        pass(60s);
        QVERIFY(alerts.empty());
        watch->setOptions({true, true, true, 5s});
        pass(6s);
        QCOMPARE(alerts.size(), size_t(1));
    }

    void nothingIsToldWhenNothingIsWanted()
    {
        watch->setOptions({false, true, true, 0s});
        timeOut(1);
        pass(60s);
        QVERIFY(alerts.empty());
    }

    void aPeerThatIsRemovedIsForgotten()
    {
        timeOut(1);
        book->remove(id(1));
        pass(60s);
        QVERIFY(alerts.empty());
    }

private:
    static PeerId id(quint32 number) { return SyntheticMonitor::id(number); }

    void timeOut(quint32 number) { book->apply({{monitor.timedOut(id(number), 3s)}, {}}); }

    void recover(quint32 number)
    {
        book->apply({{monitor.state(id(number), ConnectionState::Open), monitor.opened(id(number)),
                      monitor.sample(id(number), 20ms)},
                     {}});
    }

    void pass(nanoseconds time)
    {
        for (nanoseconds gone(0); gone < time; gone += 1s) {
            monitor.advance(1s);
            watch->check();
        }
    }

    SyntheticMonitor monitor;
    std::unique_ptr<PeerBook> book;
    std::unique_ptr<AlertWatch> watch;
    std::vector<Alert> alerts;
};

QTEST_GUILESS_MAIN(AlertWatchTest)
#include "tst_alertwatch.moc"
