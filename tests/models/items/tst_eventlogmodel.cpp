// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis.h"
#include "items/eventlogmodel.h"
#include "peers/peerbook.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"
#include "text/wording.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class EventLogModelTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        HonestTest::init();
        monitor = SyntheticMonitor();
        book = std::make_unique<PeerBook>([this] { return monitor.now(); });
        book->add(peer, SyntheticMonitor::settings(QStringLiteral("edge")));
    }

    void anEndIsToldWithItsVerdictsSentence()
    {
        EventLogModel model(book.get());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const ConnectionEvent end = monitor.rejected(peer, 503);

        model.append({{end}, {}});

        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(text(model, 0, EventColumn::Peer), QStringLiteral("edge"));
        QCOMPARE(text(model, 0, EventColumn::What), explain(std::get<Closed>(end.what).verdict));
        QCOMPARE(kind(model, 0), EventKind::Ended);
    }

    void timeoutsAndLatePongsAreToldAndOrdinaryPongsAreNot()
    {
        EventLogModel model(book.get());
        model.append({{monitor.sample(peer, milliseconds(1)), monitor.timedOut(peer, seconds(3)),
                       monitor.sample(peer, seconds(4), PingOutcome::Late)},
                      {}});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(kind(model, 0), EventKind::TimedOut);
        QVERIFY(text(model, 0, EventColumn::What).contains(QStringLiteral("3\u00a0s")));
        QCOMPARE(kind(model, 1), EventKind::Recovered);
    }

    void aPeerWithoutItsSecretWasNotPausedByTheUser()
    {
        EventLogModel model(book.get());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        book->setHold(peer, PeerHold{PeerHold::Kind::AwaitingSecret, monitor.now(), {}});
        const Batch paused{{monitor.state(peer, ConnectionState::Paused)}, {}};
        book->apply(paused);
        model.append(paused);
        QCOMPARE(model.rowCount(), 0);
        book->setHold(peer,
                      PeerHold{PeerHold::Kind::SecretMissing, monitor.now(), QStringLiteral("no keychain")});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(kind(model, 0), EventKind::Failed);
        QCOMPARE(text(model, 0, EventColumn::What), Wording::holdSentence(*book->record(peer)->hold()));
        book->setHold(peer, std::nullopt);
        model.append(paused);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(text(model, 1, EventColumn::What), QStringLiteral("Paused by the user."));
    }

    void aFinalEndIsAFailure()
    {
        EventLogModel model(book.get());
        Verdict verdict;
        verdict.cause = Cause::HandshakeInvalid;
        verdict.final = true;
        model.append({{monitor.ended(peer, verdict)}, {}});
        QCOMPARE(kind(model, 0), EventKind::Failed);
    }

    void theOldestGoWhenThereAreTooMany()
    {
        EventLogModel model(book.get(), 3);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (int i = 1; i <= 5; ++i)
            model.append({{monitor.timedOut(peer, seconds(i))}, {}});
        QCOMPARE(model.rowCount(), 3);
        QVERIFY(text(model, 0, EventColumn::What).contains(QStringLiteral("3\u00a0s")));
        QVERIFY(text(model, 2, EventColumn::What).contains(QStringLiteral("5\u00a0s")));
    }

    void oneBatchMayHoldMoreThanTheCap()
    {
        EventLogModel model(book.get(), 3);
        Batch batch;
        for (int i = 1; i <= 10; ++i)
            batch.items.emplace_back(monitor.timedOut(peer, seconds(i)));
        model.append(batch);
        QCOMPARE(model.rowCount(), 3);
        QVERIFY(text(model, 0, EventColumn::What).contains(QStringLiteral("8\u00a0s")));
    }

    void entriesKeepTheNameOfAPeerThatIsGone()
    {
        EventLogModel model(book.get());
        model.append({{monitor.opened(peer)}, {}});
        book->remove(peer);
        QCOMPARE(text(model, 0, EventColumn::Peer), QStringLiteral("edge"));
        book->add(peer, SyntheticMonitor::settings(QStringLiteral("edge")));
    }

private:
    static QString text(const EventLogModel &model, int row, EventColumn column)
    {
        return model.index(row, static_cast<int>(column)).data().toString();
    }
    static EventKind kind(const EventLogModel &model, int row)
    {
        return static_cast<EventKind>(model.index(row, 0).data(EventKindRole).toInt());
    }

    const PeerId peer = SyntheticMonitor::id(1);
    SyntheticMonitor monitor;
    std::unique_ptr<PeerBook> book;
};

QTEST_GUILESS_MAIN(EventLogModelTest)
#include "tst_eventlogmodel.moc"
