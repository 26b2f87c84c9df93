// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/peerlistroles.h"
#include "items/troublelistmodel.h"
#include "peers/overview.h"
#include "peers/peerbook.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class TestTroubleListModel : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        HonestTest::init();
        QLocale::setDefault(QLocale::c());
        m_monitor = SyntheticMonitor();
        m_book = std::make_unique<PeerBook>([this] { return m_monitor.now(); });
        for (quint32 i = 1; i <= 4; ++i) {
            m_book->add(PeerId{i}, SyntheticMonitor::settings(QStringLiteral("peer-%1").arg(i)));
            m_book->apply(
                {{m_monitor.state(PeerId{i}, ConnectionState::Open), m_monitor.opened(PeerId{i})}, {}});
        }
        m_model = std::make_unique<TroubleListModel>(m_book.get());
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
        m_model->setPeers(m_book->peers());
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_book.reset();
    }

    void nobodyWhileAllAnswer()
    {
        QCOMPARE(m_model->rowCount(), 0);
        QCOMPARE(m_model->count(), 0);
        QVERIFY(m_model->plainText().isEmpty());
    }

    void theLongestInTroubleFirstAndTheSlowLast()
    {
        m_book->apply({{m_monitor.sample(PeerId{1}, seconds(1), PingOutcome::Slow)}, {}});
        fail(PeerId{3});
        m_monitor.advance(seconds(40));
        fail(PeerId{2});
        m_model->refresh();
        QCOMPARE(names(),
                 (QStringList{QStringLiteral("peer-3"), QStringLiteral("peer-2"), QStringLiteral("peer-1")}));
        QCOMPARE(m_model->count(), 3);
        const QModelIndex first = m_model->index(0);
        QCOMPARE(first.data(TroubleSinceRole).toString().replace(QChar::Nbsp, u' '), QStringLiteral("40 s"));
        QCOMPARE(first.data(TroubleFindingRole).toString(), QStringLiteral("Connection refused"));
        QVERIFY(first.data(TroubleSuspicionRole).toString().startsWith(QStringLiteral("Points to the peer")));
        QCOMPARE(first.data(PeerIdRole).toUInt(), 3U);
        QVERIFY(first.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Connection refused")));
        QVERIFY(m_model->plainText().contains(QStringLiteral("peer-3")));
    }

    void certificatesThatRunOutSoonComeLast()
    {
        fail(PeerId{3});
        openWithCertificate(PeerId{1}, 9);
        openWithCertificate(PeerId{2}, 90);
        openWithCertificate(PeerId{4}, -1);
        m_model->refresh();
        QCOMPARE(names(),
                 (QStringList{QStringLiteral("peer-3"), QStringLiteral("peer-1"), QStringLiteral("peer-4")}));
        const QModelIndex soon = m_model->index(1);
        QVERIFY(soon.data(PeerWarningRole).toBool());
        QVERIFY(soon.data(TroubleFindingRole)
                    .toString()
                    .startsWith(QStringLiteral("The certificate expires in")));
        QVERIFY(soon.data(TroubleSinceRole).toString().isEmpty());
        QCOMPARE(m_model->index(2).data(TroubleFindingRole).toString(),
                 QStringLiteral("The certificate has expired."));
        QVERIFY(!m_model->index(0).data(PeerWarningRole).toBool());
    }

    void onlyWhatIsOtherIsAnnounced()
    {
        fail(PeerId{3});
        fail(PeerId{2});
        m_model->refresh();
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        m_model->refresh();
        QCOMPARE(changed.size(), 0);
        m_monitor.advance(seconds(1));
        m_model->refresh();
        QCOMPARE(changed.size(), 2); // for how long
        QCOMPARE(reset.size(), 0);
    }

    void rowsComeMoveAndGo()
    {
        fail(PeerId{3});
        m_monitor.advance(seconds(1));
        fail(PeerId{2});
        m_model->refresh();
        QPersistentModelIndex two = m_model->index(1);
        QCOMPARE(two.data().toString(), QStringLiteral("peer-2"));
        m_book->apply({{m_monitor.state(PeerId{3}, ConnectionState::Open), m_monitor.opened(PeerId{3})}, {}});
        m_model->refresh();
        QCOMPARE(names(), QStringList{QStringLiteral("peer-2")});
        QCOMPARE(two.row(), 0);
        m_monitor.advance(seconds(1));
        fail(PeerId{3});
        m_model->refresh();
        QCOMPARE(names(), (QStringList{QStringLiteral("peer-2"), QStringLiteral("peer-3")}));
        m_book->remove(PeerId{2});
        m_model->setPeers(m_book->peers());
        QCOMPARE(names(), QStringList{QStringLiteral("peer-3")});
    }

    void namesOfPeersAreNotRichText()
    {
        m_book->update(PeerId{1}, SyntheticMonitor::settings(QStringLiteral("<b>bold</b>")), {});
        fail(PeerId{1});
        m_model->refresh();
        QVERIFY(!m_model->index(0).data(Qt::ToolTipRole).toString().contains(QLatin1Char('<')));
    }

    void manyOfAGroupWithTheSameTroubleAreOneRow()
    {
        for (quint32 i = 5; i <= 44; ++i) {
            const QString group = i < 35 ? QStringLiteral("sensors") : QStringLiteral("prices");
            m_book->add(PeerId{i}, SyntheticMonitor::settings(QStringLiteral("peer-%1").arg(i)), {group, {}});
            m_monitor.advance(milliseconds(10));
            fail(PeerId{i});
        }
        fail(PeerId{1});
        m_model->setPeers(m_book->peers());
        QCOMPARE(names(), (QStringList{QStringLiteral("sensors: 30 peers"),
                                       QStringLiteral("prices: 10 peers"), QStringLiteral("peer-1")}));
        QCOMPARE(m_model->count(), 41);
        QCOMPARE(m_model->index(0).data(TroubleFindingRole).toString(), QStringLiteral("Connection refused"));
        QCOMPARE(m_model->index(0).data(TroublePeersRole).value<QList<PeerId>>().size(), 30);
    }

    void ofTooManyTheWorstAreListedAndAllAreCounted()
    {
        for (quint32 i = 5; i <= 100; ++i) {
            m_book->add(PeerId{i}, SyntheticMonitor::settings(QStringLiteral("peer-%1").arg(i)),
                        {QStringLiteral("group %1").arg(i), {}});
            m_monitor.advance(milliseconds(10));
            fail(PeerId{i});
        }
        m_model->setPeers(m_book->peers());
        QCOMPARE(m_model->rowCount(), TroubleListModel::cap);
        QCOMPARE(m_model->count(), 96);
        QCOMPARE(m_model->index(0).data().toString(), QStringLiteral("peer-5"));
    }

    void allAreDrawnWhileTheyAreFew()
    {
        QCOMPARE(peersToDraw(*m_book, m_book->peers(), {}, 4), m_book->peers());
    }

    void ofManyThoseInTroubleAreDrawnAndTheOthersStay()
    {
        QCOMPARE(peersToDraw(*m_book, m_book->peers(), {}, 2), (QList<PeerId>{PeerId{1}, PeerId{2}}));
        fail(PeerId{4});
        m_monitor.advance(seconds(1));
        fail(PeerId{3});
        QCOMPARE(peersToDraw(*m_book, m_book->peers(), {PeerId{2}, PeerId{1}}, 3),
                 (QList<PeerId>{PeerId{4}, PeerId{3}, PeerId{2}}));
        QCOMPARE(peersToDraw(*m_book, m_book->peers(), {PeerId{2}, PeerId{77}}, 3).size(), 3); // 77 is gone
    }

private:
    void fail(PeerId peer)
    {
        Verdict verdict;
        verdict.cause = Cause::Refused;
        verdict.phase = DialPhase::Tcp;
        m_book->apply({{m_monitor.ended(peer, verdict), m_monitor.waiting(peer, seconds(3))}, {}});
    }

    void openWithCertificate(PeerId peer, int days)
    {
        ConnectionEvent opened = m_monitor.opened(peer);
        TlsFacts tls;
        tls.certificateExpires =
            QDateTime::fromSecsSinceEpoch(
                std::chrono::duration_cast<seconds>(m_monitor.now().time_since_epoch()).count(), Qt::UTC)
                .addDays(days);
        std::get<Opened>(opened.what).tls = tls;
        m_book->apply({{opened}, {}});
    }

    [[nodiscard]] QStringList names() const
    {
        QStringList all;
        for (int row = 0; row < m_model->rowCount(); ++row)
            all.append(m_model->index(row).data().toString());
        return all;
    }

    SyntheticMonitor m_monitor;
    std::unique_ptr<PeerBook> m_book;
    std::unique_ptr<TroubleListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestTroubleListModel)
#include "tst_troublelistmodel.moc"
