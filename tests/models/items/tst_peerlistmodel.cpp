// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/peercolumns.h"
#include "items/peerlistmodel.h"
#include "peers/trend.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class PeerListModelTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        HonestTest::init();
        QLocale::setDefault(QLocale::c());
        monitor = SyntheticMonitor();
        book = std::make_unique<PeerBook>([this] { return monitor.now(); });
        model = std::make_unique<PeerListModel>(book.get());
        tester = std::make_unique<QAbstractItemModelTester>(
            model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup()
    {
        tester.reset();
        model.reset();
        book.reset();
    }

    void aPeerThatTimesOutIsFlaggedWithTheNextAnnouncement()
    {
        addPeers(1);
        const PeerId peer = SyntheticMonitor::id(1);
        book->apply({{monitor.state(peer, ConnectionState::Open), monitor.opened(peer)}, {}});
        book->apply({{monitor.timedOut(peer, seconds(3))}, {}});
        QSignalSpy changes(model.get(), &QAbstractItemModel::dataChanged);

        QTRY_VERIFY_WITH_TIMEOUT(!changes.isEmpty(), 1000);

        QCOMPARE(cell(0, PeerColumn::State).data().toString(), QStringLiteral("Timed out"));
        QCOMPARE(cell(0, PeerColumn::State).data(PeerHealthRole).toInt(), static_cast<int>(Health::TimedOut));
    }

    void aVerdictBesideAPeerThatIsWellHasItsAgeAndGoes()
    {
        addPeers(1);
        const PeerId peer = SyntheticMonitor::id(1);
        Verdict verdict;
        verdict.cause = Cause::Reset;
        verdict.phase = DialPhase::Open;
        verdict.age = seconds(60);
        book->apply({{monitor.state(peer, ConnectionState::Open), monitor.opened(peer),
                      monitor.ended(peer, verdict), monitor.state(peer, ConnectionState::Waiting)},
                     {}});
        const auto why = [this] { return cell(0, PeerColumn::LastEnd).data().toString().simplified(); };
        const QString whileDown = why();
        QVERIFY(!whileDown.isEmpty());
        QVERIFY(!whileDown.contains(QStringLiteral("ago")));
        book->apply({{monitor.state(peer, ConnectionState::Open), monitor.opened(peer)}, {}});
        monitor.advance(std::chrono::minutes(7));
        QCOMPARE(why(), whileDown + QStringLiteral(", 7.0 min ago"));
        monitor.advance(std::chrono::minutes(52));
        QCOMPARE(why(), whileDown + QStringLiteral(", 59 min ago"));
        monitor.advance(std::chrono::minutes(2));
        QCOMPARE(why(), QString());
    }

    void figuresAreShownFormattedAndSortedRaw()
    {
        addPeers(1);
        const PeerId peer = SyntheticMonitor::id(1);
        book->apply({{monitor.state(peer, ConnectionState::Open), monitor.opened(peer)}, {}});
        monitor.advance(seconds(65));
        book->apply({{monitor.sample(peer, microseconds(12345))}, {}});

        QCOMPARE(cell(0, PeerColumn::LastRtt).data().toString(), QStringLiteral("12.3\u00a0ms"));
        QCOMPARE(cell(0, PeerColumn::LastRtt).data(PeerSortRole).toLongLong(), 12345000);
        QCOMPARE(cell(0, PeerColumn::Loss).data().toString(), QStringLiteral("0\u00a0%"));
        QCOMPARE(cell(0, PeerColumn::OpenTime).data().toString(), QStringLiteral("65\u00a0s"));
    }

    void aPeerWithoutPingsHasNoFigures()
    {
        addPeers(1);
        for (const PeerColumn column : {PeerColumn::LastRtt, PeerColumn::Median, PeerColumn::P95,
                                        PeerColumn::Loss, PeerColumn::OpenTime, PeerColumn::LastEnd}) {
            QVERIFY(!cell(0, column).data().isValid());
            QVERIFY(cell(0, column).data(Qt::AccessibleTextRole).toString().endsWith(QStringLiteral("none")));
        }
    }

    void silenceIsShownBetweenTheUsualRoundTripAndTheDeadline_data()
    {
        QTest::addColumn<int>("usualMs");
        QTest::addColumn<int>("sinceDueMs");
        QTest::addColumn<QString>("shown");
        QTest::newRow("quick, just sent") << 20 << 700 << QString();
        QTest::newRow("quick, a second over due") << 20 << 1200 << QStringLiteral("No answer for 1 s");
        QTest::newRow("quick, long over due") << 20 << 7400 << QStringLiteral("No answer for 7 s");
        QTest::newRow("slow, not over due yet") << 3000 << 8500 << QString();
        QTest::newRow("slow, over due") << 3000 << 9100 << QStringLiteral("No answer for 9 s");
        QTest::newRow("the deadline is over") << 20 << 16500 << QString();
    }

    void silenceIsShownBetweenTheUsualRoundTripAndTheDeadline()
    {
        QFETCH(int, usualMs);
        QFETCH(int, sinceDueMs);
        QFETCH(QString, shown);
        ConnectionSettings settings = SyntheticMonitor::settings(QStringLiteral("alpha"));
        settings.keepalive.interval = seconds(20);
        settings.keepalive.timeout = seconds(15);
        const PeerId peer = SyntheticMonitor::id(1);
        book->add(peer, settings);
        book->apply({{monitor.state(peer, ConnectionState::Open), monitor.opened(peer)}, {}});
        for (int i = 0; i < 5; ++i) {
            monitor.advance(seconds(20));
            book->apply({{monitor.sample(peer, milliseconds(usualMs))}, {}});
        }
        const auto sentAt = monitor.now() - milliseconds(usualMs);
        monitor.advance(sentAt + seconds(20) + milliseconds(sinceDueMs) - monitor.now());
        QCOMPARE(cell(0, PeerColumn::LastEnd).data().toString().replace(QChar::Nbsp, u' '), shown);
        const QString tip = cell(0, PeerColumn::LastEnd).data(Qt::ToolTipRole).toString();
        QVERIFY(shown.isEmpty() || QString(tip).replace(QChar::Nbsp, u' ').contains(QStringLiteral("15 s")));
        QVERIFY(!cell(0, PeerColumn::LastEnd).data(PeerSortRole).isValid());
    }

    void silenceAfterTheFirstPingIsShown()
    {
        ConnectionSettings settings = SyntheticMonitor::settings(QStringLiteral("alpha"));
        settings.keepalive.firstPing = FirstPing::Now;
        const PeerId peer = SyntheticMonitor::id(1);
        book->add(peer, settings);
        book->apply({{monitor.state(peer, ConnectionState::Open), monitor.opened(peer)}, {}});
        monitor.advance(seconds(4));
        QCOMPARE(cell(0, PeerColumn::LastEnd).data().toString().replace(QChar::Nbsp, u' '),
                 QStringLiteral("No answer for 4 s"));
    }

    void aWaitSaysWhenTheNextDialComes()
    {
        addPeers(1);
        const PeerId peer = SyntheticMonitor::id(1);
        book->apply({{monitor.rejected(peer, 503), monitor.waiting(peer, seconds(4))}, {}});
        monitor.advance(seconds(1));

        QCOMPARE(cell(0, PeerColumn::State).data().toString(), QStringLiteral("Down"));
        QCOMPARE(cell(0, PeerColumn::State).data(PeerDetailRole).toString(), QStringLiteral("1\u00a0s"));
        QCOMPARE(cell(0, PeerColumn::NextRetry).data().toString(), QStringLiteral("3\u00a0s"));
        QVERIFY2(cell(0, PeerColumn::LastEnd).data().toString().contains(QStringLiteral("503")),
                 qPrintable(cell(0, PeerColumn::LastEnd).data().toString()));
    }

    void aPeerThatLooksDownForLongSaysHowOftenItIsTried()
    {
        addPeers(1);
        const PeerId peer = SyntheticMonitor::id(1);
        ConnectionEvent waiting = monitor.waiting(peer, seconds(30));
        std::get<StateChanged>(waiting.what).triedEvery = std::chrono::minutes(15);
        book->apply({{monitor.rejected(peer, 404), waiting}, {}});
        const auto shown = [this](int role) {
            return cell(0, PeerColumn::LastEnd).data(role).toString().replace(QChar::Nbsp, u' ');
        };
        QCOMPARE(shown(Qt::DisplayRole),
                 QStringLiteral("Handshake rejected: HTTP 404; tried at least every 15 min"));
        QVERIFY2(
            shown(Qt::ToolTipRole).contains(QLatin1String("It is down, and tried at least every 15 min.")),
            qPrintable(shown(Qt::ToolTipRole)));
        // A dial in between changes nothing; an open connection does.
        book->apply({{monitor.state(peer, ConnectionState::Connecting)}, {}});
        QVERIFY(shown(Qt::DisplayRole).contains(QLatin1String("tried at least every")));
        book->apply({{monitor.state(peer, ConnectionState::Open), monitor.opened(peer)}, {}});
        QVERIFY(!shown(Qt::DisplayRole).contains(QLatin1String("tried at least every")));
    }

    void aPeerThatIsHeldBackSaysWhy()
    {
        addPeers(1);
        const PeerId peer = SyntheticMonitor::id(1);
        book->apply({{monitor.state(peer, ConnectionState::Paused)}, {}});
        model->flush();
        QSignalSpy changes(model.get(), &QAbstractItemModel::dataChanged);
        book->setHold(
            peer, PeerHold{PeerHold::Kind::SecretMissing, monitor.now(), QStringLiteral("none <b>there")});
        model->flush();
        QVERIFY(!changes.isEmpty());
        QCOMPARE(cell(0, PeerColumn::State).data().toString(), QStringLiteral("Failed"));
        QCOMPARE(cell(0, PeerColumn::LastEnd).data().toString(), QStringLiteral("secret is missing"));
        book->setHold(peer, PeerHold{PeerHold::Kind::AwaitingSecret, monitor.now(), {}});
        QCOMPARE(cell(0, PeerColumn::State).data().toString(), QStringLiteral("Down"));
        book->setHold(peer, std::nullopt);
        QCOMPARE(cell(0, PeerColumn::State).data().toString(), QStringLiteral("Paused"));
    }

    void neighboursAreAnnouncedAsOneRange()
    {
        addPeers(10);
        model->flush();
        model->setAnnouncedColumns(peerColumns({PeerColumn::P95}));
        QSignalSpy changes(model.get(), &QAbstractItemModel::dataChanged);

        Batch batch;
        for (const quint32 number : {3U, 4U, 5U, 8U})
            batch.items.emplace_back(monitor.sample(SyntheticMonitor::id(number), milliseconds(1)));
        book->apply(batch);
        model->flush();

        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes.at(0).at(0).toModelIndex().row(), 2);
        QCOMPARE(changes.at(0).at(1).toModelIndex().row(), 4);
        QCOMPARE(changes.at(1).at(0).toModelIndex().row(), 7);
        QCOMPARE(changes.at(1).at(1).toModelIndex().row(), 7);
    }

    void samplesDoNotTouchTheStateColumn()
    {
        addPeers(1);
        QSignalSpy changes(model.get(), &QAbstractItemModel::dataChanged);

        book->apply({{monitor.sample(SyntheticMonitor::id(1), milliseconds(1))}, {}});
        model->flush();

        QCOMPARE(changes.size(), 2); // the figures and the timeline
        QCOMPARE(changes.at(0).at(0).toModelIndex().column(), static_cast<int>(PeerColumn::LastRtt));
        QCOMPARE(changes.at(1).at(0).toModelIndex().column(), static_cast<int>(PeerColumn::Timeline));
        QVERIFY(!changes.at(0).at(2).value<QList<int>>().isEmpty());
    }

    void errorBudgetsAreShownWhereThereAreAny()
    {
        addPeers(2);
        const auto cell = [this](int row) { return model->index(row, static_cast<int>(PeerColumn::Budget)); };
        QVERIFY(!cell(0).data().isValid());
        std::optional<double> left = 0.52;
        model->setBudgets(
            [&left](PeerId peer) {
                return peer == SyntheticMonitor::id(1)
                           ? PeerListModel::Budget{left, QStringLiteral("slo: 52% of its error budget left")}
                           : PeerListModel::Budget{};
            },
            [](const QString &) { return PeerListModel::Budget{}; });
        const int mine = model->indexOf(SyntheticMonitor::id(1)).row();
        QCOMPARE(cell(mine).data().toString(), QStringLiteral("52.0\u00a0%"));
        QCOMPARE(cell(mine).data(PeerSortRole).toDouble(), 0.52);
        QVERIFY(!cell(mine).data(PeerWarningRole).toBool());
        QVERIFY(cell(mine).data(Qt::ToolTipRole).toString().startsWith(QStringLiteral("slo")));
        QVERIFY(!cell(1 - mine).data().isValid());
        left = -0.2;
        QCOMPARE(cell(mine).data().toString(), QStringLiteral("used up"));
        QVERIFY(cell(mine).data(PeerWarningRole).toBool());
        // Its changes are announced with those of the other figures.
        QSignalSpy changes(model.get(), &QAbstractItemModel::dataChanged);
        book->apply({{monitor.sample(SyntheticMonitor::id(1), milliseconds(1))}, {}});
        model->flush();
        QCOMPARE(changes.last().at(0).toModelIndex().column(), static_cast<int>(PeerColumn::Budget));
    }

    void manyBatchesAtOnceAreOneAnnouncement()
    {
        addPeers(1);
        model->flush();
        model->setAnnouncedColumns(peerColumns({PeerColumn::P95}));
        QSignalSpy changes(model.get(), &QAbstractItemModel::dataChanged);

        for (int i = 0; i < 100; ++i)
            book->apply({{monitor.sample(SyntheticMonitor::id(1), milliseconds(1))}, {}});

        QTRY_COMPARE(changes.size(), 1);
    }

    void onlyColumnsThatAreSeenAreAnnounced()
    {
        addPeers(1);
        model->flush();
        PeerColumns seen;
        seen.set(static_cast<size_t>(PeerColumn::LastRtt)).set(static_cast<size_t>(PeerColumn::Loss));
        model->setAnnouncedColumns(seen);
        QSignalSpy changes(model.get(), &QAbstractItemModel::dataChanged);

        book->apply({{monitor.sample(SyntheticMonitor::id(1), milliseconds(1))}, {}});
        model->flush();

        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes.at(0).at(1).toModelIndex().column(), static_cast<int>(PeerColumn::LastRtt));
        QCOMPARE(changes.at(1).at(0).toModelIndex().column(), static_cast<int>(PeerColumn::Loss));
    }

    void peersOfAGroupAreItsChildren()
    {
        addGrouped(1, QStringLiteral("prod"));
        addGrouped(2, QString());
        addGrouped(3, QStringLiteral("prod"));

        QVERIFY(model->hasGroups());
        QCOMPARE(model->rowCount(), 2);
        const QModelIndex group = model->index(0, 0);
        QCOMPARE(group.data(PeerGroupRole).toString(), QStringLiteral("prod"));
        QCOMPARE(model->rowCount(group), 2);
        QCOMPARE(model->indexOf(SyntheticMonitor::id(3)).parent(), group);
        QCOMPARE(model->indexOf(SyntheticMonitor::id(2)).parent(), QModelIndex());
    }

    void aGroupTellsItsWorstAndSinceWhen()
    {
        addGrouped(1, QStringLiteral("prod"));
        addGrouped(2, QStringLiteral("prod"));
        book->apply({{monitor.state(SyntheticMonitor::id(1), ConnectionState::Open),
                      monitor.state(SyntheticMonitor::id(2), ConnectionState::Open)},
                     {}});
        monitor.advance(seconds(30));
        book->apply({{monitor.timedOut(SyntheticMonitor::id(2), seconds(3))}, {}});
        monitor.advance(seconds(5));
        model->flush();

        const QModelIndex group = model->index(0, static_cast<int>(PeerColumn::State));
        QCOMPARE(group.data().toString(), QStringLiteral("Timed out"));
        QCOMPARE(group.data(PeerDetailRole).toString(), QStringLiteral("5\u00a0s"));
        QCOMPARE(group.siblingAtColumn(static_cast<int>(PeerColumn::LastEnd)).data().toString(),
                 QStringLiteral("1 Timed out, 1 OK"));
    }

    void aGroupsFiguresAreThoseOfAllItsPeers()
    {
        addGrouped(1, QStringLiteral("prod"));
        addGrouped(2, QStringLiteral("prod"));
        addGrouped(3, QStringLiteral("prod"));
        book->apply({{monitor.sample(SyntheticMonitor::id(1), milliseconds(1)),
                      monitor.sample(SyntheticMonitor::id(2), milliseconds(5)),
                      monitor.sample(SyntheticMonitor::id(3), milliseconds(9)),
                      monitor.sample(SyntheticMonitor::id(3), seconds(3), PingOutcome::TimedOut)},
                     {}});
        model->flush();

        const QModelIndex group = model->index(0, 0);
        const auto raw = [&group](PeerColumn c) {
            return group.siblingAtColumn(static_cast<int>(c)).data(PeerSortRole);
        };
        QVERIFY(!raw(PeerColumn::Median).isValid()); // a median of medians would belong to nobody
        QVERIFY(raw(PeerColumn::P95).toLongLong() >= 9'000'000);
        QCOMPARE(raw(PeerColumn::Loss).toDouble(), 0.25);
    }

    void aPeerThatIsFiledElsewhereMovesWithItsIndex()
    {
        addGrouped(1, QStringLiteral("prod"));
        addGrouped(2, QStringLiteral("prod"));
        addGrouped(3, QString());
        const QPersistentModelIndex kept = model->indexOf(SyntheticMonitor::id(1));

        file(1, QStringLiteral("test"));
        QCOMPARE(kept.parent().data(PeerGroupRole).toString(), QStringLiteral("test"));
        file(1, QString());
        QCOMPARE(QModelIndex(kept), model->indexOf(SyntheticMonitor::id(1)));
        QVERIFY(!model->indexOfGroup(QStringLiteral("test")).isValid());
        file(2, QString());
        QVERIFY(!model->hasGroups());
        QCOMPARE(model->rowCount(), 3);
    }

    void groupsFollowTheOrderOfTheBookAndMayBeEmpty()
    {
        addGrouped(1, QStringLiteral("b"));
        book->setGroups({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
        QCOMPARE(groups(), (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
        book->setGroups({QStringLiteral("c"), QStringLiteral("b")});
        QCOMPARE(groups(), (QStringList{QStringLiteral("c"), QStringLiteral("b")}));
        QCOMPARE(model->indexOf(SyntheticMonitor::id(1)).parent().row(), 1);
        book->setGroups({});
        QCOMPARE(groups(), QStringList{QStringLiteral("b")});
    }

    void aDropOnAGroupAsksForTheMove()
    {
        addGrouped(1, QStringLiteral("prod"));
        addGrouped(2, QString());
        QList<PeerId> peers;
        QString target;
        connect(model.get(), &PeerListModel::moveRequested, this,
                [&](const QList<PeerId> &moved, const QString &group) {
                    peers = moved;
                    target = group;
                });
        const QModelIndex dragged = model->indexOf(SyntheticMonitor::id(2));
        const std::unique_ptr<QMimeData> data(
            model->mimeData({dragged, dragged.siblingAtColumn(0), model->index(0, 0)}));

        QVERIFY(!model->dropMimeData(data.get(), Qt::MoveAction, -1, -1, model->index(0, 0)));

        QCOMPARE(peers, QList<PeerId>{SyntheticMonitor::id(2)});
        QCOMPARE(target, QStringLiteral("prod"));
        QCOMPARE(model->rowCount(), 2); // moving is up to the owner of the groups
    }

    void aCertificateThatExpiresWithinAFortnightIsWarnedOf_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<bool>("warning");
        QTest::newRow("in thirteen days") << 13 << true;
        QTest::newRow("in fifteen days") << 15 << false;
        QTest::newRow("yesterday") << -1 << true;
    }
    void aCertificateThatExpiresWithinAFortnightIsWarnedOf()
    {
        QFETCH(int, days);
        QFETCH(bool, warning);
        addPeers(1);
        ConnectionEvent opened = monitor.opened(SyntheticMonitor::id(1));
        TlsFacts tls;
        tls.certificateExpires = QDateTime::fromSecsSinceEpoch(
            std::chrono::floor<seconds>(monitor.now()).time_since_epoch().count() + days * 86400, Qt::UTC);
        std::get<Opened>(opened.what).tls = tls;
        book->apply({{opened}, {}});

        QCOMPARE(cell(0, PeerColumn::Certificate).data(PeerWarningRole).toBool(), warning);
        QVERIFY(!cell(0, PeerColumn::Certificate).data().toString().isEmpty());
    }

    void theModelHoldsUnderChurn()
    {
        const QStringList names{QString(), QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
        QRandomGenerator random(7);
        QList<quint32> present;
        for (quint32 step = 1; step <= 300; ++step) {
            const QString group = names.at(random.bounded(static_cast<int>(names.size())));
            const int act = present.isEmpty() ? 0 : random.bounded(4);
            if (act == 0) {
                addGrouped(step, group);
                present.append(step);
            } else if (act == 1) {
                book->remove(SyntheticMonitor::id(present.takeAt(random.bounded(int(present.size())))));
            } else if (act == 2) {
                file(present.at(random.bounded(static_cast<int>(present.size()))), group);
            } else {
                const PeerId peer =
                    SyntheticMonitor::id(present.at(random.bounded(static_cast<int>(present.size()))));
                book->apply(
                    {{monitor.sample(peer, milliseconds(1)), monitor.timedOut(peer, seconds(3))}, {}});
                model->flush();
            }
        }
        for (const quint32 number : std::as_const(present))
            QCOMPARE(model->indexOf(SyntheticMonitor::id(number)).data(PeerIdRole).toUInt(), number);
    }

    void rowsMoveUpWhenOneIsRemoved()
    {
        addPeers(4);
        book->remove(SyntheticMonitor::id(2));

        QCOMPARE(model->rowCount(), 3);
        QCOMPARE(model->indexOf(SyntheticMonitor::id(2)), QModelIndex());
        QCOMPARE(model->indexOf(SyntheticMonitor::id(4)).row(), 2);
        book->apply({{monitor.sample(SyntheticMonitor::id(4), milliseconds(7))}, {}});
        QCOMPARE(cell(2, PeerColumn::LastRtt).data(PeerSortRole).toLongLong(), 7000000);
    }

    void tenThousandPeersAreTaken()
    {
        tester.reset(); // it examines everything after each row
        addPeers(10'000);
        Batch batch;
        for (quint32 number = 1; number <= 10'000; ++number)
            batch.items.emplace_back(monitor.sample(SyntheticMonitor::id(number), milliseconds(1)));
        model->setAnnouncedColumns(peerColumns({PeerColumn::P95}));
        QSignalSpy changes(model.get(), &QAbstractItemModel::dataChanged);

        book->apply(batch);
        model->flush();

        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.at(0).at(1).toModelIndex().row(), 9999);
    }

private:
    void addPeers(quint32 count)
    {
        for (quint32 number = 1; number <= count; ++number) {
            book->add(SyntheticMonitor::id(number),
                      SyntheticMonitor::settings(QStringLiteral("peer-%1").arg(number)));
        }
    }

    void addGrouped(quint32 number, const QString &group)
    {
        book->add(SyntheticMonitor::id(number),
                  SyntheticMonitor::settings(QStringLiteral("peer-%1").arg(number)), {group, {}});
    }

    void file(quint32 number, const QString &group)
    {
        const PeerId peer = SyntheticMonitor::id(number);
        book->update(peer, *book->settings(peer), {group, {}});
    }

    [[nodiscard]] QStringList groups() const
    {
        QStringList names;
        for (int row = 0; row < model->rowCount(); ++row)
            if (model->index(row, 0).data(PeerIsGroupRole).toBool())
                names.append(model->index(row, 0).data(PeerGroupRole).toString());
        return names;
    }

    [[nodiscard]] QModelIndex cell(int row, PeerColumn column) const
    {
        return model->index(row, static_cast<int>(column));
    }

    SyntheticMonitor monitor;
    std::unique_ptr<PeerBook> book;
    std::unique_ptr<PeerListModel> model;
    std::unique_ptr<QAbstractItemModelTester> tester;
};

QTEST_GUILESS_MAIN(PeerListModelTest)
#include "tst_peerlistmodel.moc"
