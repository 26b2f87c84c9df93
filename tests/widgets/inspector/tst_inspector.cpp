// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis.h"
#include "items/endlistmodel.h"
#include "items/figuresmodel.h"
#include "past/seriessource.h"
#include "peers/peerbook.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"
#include "text/wording.h"
#include "widgets/inspector/endlistview.h"
#include "widgets/inspector/inspector.h"
#include "widgets/inspector/inspectorsection.h"
#include "widgets/inspector/peerpage.h"
#include "widgets/inspector/selectionpage.h"
#include "widgets/inspector/suspicionpath.h"
#include "widgets/inspector/troublelist.h"
#include "widgets/phasebars.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class InspectorTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        HonestTest::init();
        QLocale::setDefault(QLocale::c());
        monitor = SyntheticMonitor();
        book = std::make_unique<PeerBook>([this] { return monitor.now(); });
        source = std::make_unique<SeriesSource>(book.get());
        inspector = std::make_unique<Inspector>(source.get());
        book->add(peer, SyntheticMonitor::settings(QStringLiteral("edge")));
        inspector->resize(400, 900);
    }

    void cleanup()
    {
        inspector.reset();
        source.reset();
        book.reset();
    }

    void theSentenceOfTheLastEndIsShownAtOnce()
    {
        select();
        QVERIFY(inspector->sentence().isEmpty());

        const ConnectionEvent end = monitor.rejected(peer, 503);
        book->apply({{end}, {}});

        QCOMPARE(inspector->sentence(), explain(std::get<Closed>(end.what).verdict));
        QVERIFY(texts().contains(QStringLiteral("503")));
    }

    void theWayToThePeerShowsWhereAnEndPointsTo()
    {
        select();
        Verdict silent;
        silent.cause = Cause::KeepaliveTimeout;
        silent.evidence = Evidence::PathSilent;
        book->apply({{monitor.opened(peer), monitor.ended(peer, silent)}, {}});
        const auto *path = inspector->findChild<SuspicionPath *>();
        QVERIFY(path && !path->isHidden());
        QCOMPARE(path->suspicion().likely, Suspects(Suspect::Network));
        QCOMPARE(path->suspicion().possible, Suspects(Suspect::Peer));
        QCOMPARE(path->accessibleDescription(),
                 QStringLiteral("Points to the network, perhaps to the peer."));
        QVERIFY(inspector->plainText().contains(path->accessibleDescription()));

        Verdict wanted;
        wanted.cause = Cause::LocalClose;
        book->apply({{monitor.opened(peer), monitor.ended(peer, wanted)}, {}});
        QVERIFY(path->isHidden());
        QVERIFY(!inspector->plainText().contains(QStringLiteral("Points to")));
    }

    void closeFramesAreShownAsSentAndReceived()
    {
        select();
        Verdict verdict;
        verdict.cause = Cause::KeepaliveTimeout;
        verdict.sent = CloseFrame{quint16(1011), QStringLiteral("keepalive ping timeout")};
        book->apply({{monitor.opened(peer), monitor.ended(peer, verdict)}, {}});

        QVERIFY(texts().contains(QStringLiteral("1011 keepalive ping timeout")));
        QVERIFY(texts().contains(QStringLiteral("none")));
        QVERIFY(texts().contains(QStringLiteral("1006")));
    }

    void textOfAPeerIsNeverRichText()
    {
        book->update(peer, SyntheticMonitor::settings(QStringLiteral("<b>edge</b>")), {});
        select();
        const QList<QLabel *> labels = inspector->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            QVERIFY(label->textFormat() == Qt::PlainText || label->text().isEmpty());
        QVERIFY(texts().contains(QStringLiteral("<b>edge</b>")));
    }

    void aPeerThatIsRemovedIsNoLongerShown()
    {
        book->apply({{monitor.rejected(peer, 503)}, {}});
        select();
        QVERIFY(!inspector->sentence().isEmpty());
        book->remove(peer);
        QVERIFY(inspector->sentence().isEmpty());
        QVERIFY(inspector->plainText().isEmpty());
    }

    void whatIsInFlightAndWhenTheNextPingComesIsTold()
    {
        ConnectionSettings settings = SyntheticMonitor::settings(QStringLiteral("edge"));
        settings.keepalive.interval = seconds(10);
        book->update(peer, settings, {});
        book->apply({{monitor.state(peer, ConnectionState::Open), monitor.opened(peer)}, {}});
        monitor.advance(seconds(1));
        book->apply({{monitor.sample(peer, milliseconds(1))}, {}});
        monitor.advance(seconds(24));
        select();

        QVERIFY2(inspector->plainText().contains(QStringLiteral("Next ping in: 6\u00a0s")),
                 qPrintable(inspector->plainText()));
        QVERIFY2(inspector->plainText().contains(QStringLiteral("In flight: 2, the first for 14\u00a0s")),
                 qPrintable(inspector->plainText()));
    }

    void everythingIsCopiedAtOnce()
    {
        book->apply({{monitor.state(peer, ConnectionState::Open), monitor.opened(peer),
                      monitor.sample(peer, milliseconds(7)), monitor.rejected(peer, 503)},
                     {}});
        select();
        inspector->show();
        QVERIFY(QTest::qWaitForWindowExposed(inspector.get()));
        const QString text = inspector->plainText();
        for (const QString &part : {QStringLiteral("edge"), QStringLiteral("503"), QStringLiteral("p50"),
                                    QStringLiteral("answered"), QStringLiteral("7.00\u00a0ms")})
            QVERIFY2(text.contains(part), qPrintable(part + QStringLiteral(" is not in:\n") + text));
    }

    void selectedRowsOfATableAreCopiedByTheKeyboard()
    {
        book->apply({{monitor.rejected(peer, 503)}, {}});
        select();
        inspector->show();
        QVERIFY(QTest::qWaitForWindowExposed(inspector.get()));
        EndListView *ends = inspector->peerPage()->endList();
        ends->setFocus();
        ends->setCurrentIndex(ends->model()->index(0, 0));
        QTest::keyClick(ends, Qt::Key_C, Qt::ControlModifier);
        QVERIFY2(QGuiApplication::clipboard()->text().contains(QStringLiteral("503")),
                 qPrintable(QGuiApplication::clipboard()->text()));
    }

    void anEndOpensToItsSentenceAndEvidence()
    {
        book->apply({{monitor.rejected(peer, 503)}, {}});
        select();
        inspector->show();
        QVERIFY(QTest::qWaitForWindowExposed(inspector.get()));
        EndListView *ends = inspector->peerPage()->endList();
        ends->setCurrentIndex(ends->model()->index(0, 0));
        QTest::keyClick(ends, Qt::Key_Right);
        const QModelIndex end = ends->model()->index(0, 0);
        QVERIFY(ends->isExpanded(end));
        QCOMPARE(ends->model()->index(0, 0, end).data().toString(), inspector->sentence());
        QVERIFY(ends->isFirstColumnSpanned(0, end));
    }

    void aMarkedRangeGetsFiguresOfItsOwn()
    {
        select();
        const WallTime begin = monitor.now();
        book->apply({{monitor.sample(peer, milliseconds(1))}, {}});
        monitor.advance(seconds(10));
        book->apply({{monitor.sample(peer, milliseconds(5))}, {}});
        FiguresModel *figures = inspector->peerPage()->figures();
        QCOMPARE(figures->columnCount(), 5);

        inspector->setMarkedRange(begin + seconds(15), begin + seconds(5));
        QCOMPARE(figures->columnCount(), 6);
        QCOMPARE(figures->headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(),
                 QStringLiteral("Marked"));
        QCOMPARE(figures->index(0, 1).data().toString(), QStringLiteral("1"));
        QCOMPARE(figures->index(2, 1).data().toString(), QStringLiteral("5.00\u00a0ms"));

        inspector->clearMarkedRange();
        QCOMPARE(figures->columnCount(), 5);
    }

    void severalPeersAreComparedWithTroubleFirst()
    {
        const PeerId other = SyntheticMonitor::id(2);
        book->add(other, SyntheticMonitor::settings(QStringLiteral("zebra")));
        book->apply(
            {{monitor.state(peer, ConnectionState::Open), monitor.state(other, ConnectionState::Open)}, {}});
        book->apply({{monitor.timedOut(other, seconds(3))}, {}});
        inspector->setSelection({peer, other}, {});

        const FiguresModel *figures = inspector->selectionPage()->figures();
        QCOMPARE(figures->headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("zebra"));
        QCOMPARE(figures->index(0, 1).data().toString(), QStringLiteral("Timed out"));
        QVERIFY(inspector->plainText().contains(QStringLiteral("1\u00a0Timed\u00a0out, 1\u00a0OK")));
    }

    void withNothingSelectedAllAreLookedAtTogether()
    {
        const PeerId other = SyntheticMonitor::id(2);
        book->add(other, SyntheticMonitor::settings(QStringLiteral("zebra")));
        inspector->setSelection({}, {});
        QCOMPARE(inspector->currentWidget(), inspector->selectionPage());
        QVERIFY(inspector->plainText().startsWith(QStringLiteral("All peers: 2\n")));
        book->add(SyntheticMonitor::id(3), SyntheticMonitor::settings(QStringLiteral("third")));
        QTRY_VERIFY(inspector->plainText().startsWith(QStringLiteral("All peers: 3\n")));
        for (quint32 i = 1; i <= 3; ++i)
            book->remove(SyntheticMonitor::id(i));
        QTRY_VERIFY(inspector->plainText().isEmpty());
    }

    void figuresOfALongListFollowWhileItGrows()
    {
        const auto add = [this](quint32 first, quint32 last) {
            for (quint32 i = first; i <= last; ++i)
                book->add(SyntheticMonitor::id(i), SyntheticMonitor::settings(QStringLiteral("p%1").arg(i)));
        };
        add(2, 200);
        inspector->setSelection({}, {});
        const auto isCompared = [this](const char *of) {
            const auto labels = inspector->selectionPage()->findChildren<QLabel *>();
            return std::any_of(labels.cbegin(), labels.cend(), [of](const QLabel *label) {
                return label->text().contains(QLatin1String(of));
            });
        };
        QVERIFY(isCompared("of 200 peers"));
        add(201, 300);
        QTRY_VERIFY(inspector->plainText().startsWith(QStringLiteral("All peers: 300\n")));
        QTRY_VERIFY(isCompared("of 300 peers"));
    }

    void whoIsInTroubleIsToldWithTheReasonAndOpenedByOneClick()
    {
        const PeerId other = SyntheticMonitor::id(2);
        book->add(other, SyntheticMonitor::settings(QStringLiteral("zebra")));
        book->apply({{monitor.state(peer, ConnectionState::Open), monitor.rejected(other, 503),
                      monitor.waiting(other, seconds(3))},
                     {}});
        inspector->setSelection({}, {});
        inspector->show();
        QVERIFY(QTest::qWaitForWindowExposed(inspector.get()));
        TroubleList *list = inspector->selectionPage()->troubleList();
        QCOMPARE(list->model()->rowCount(), 1);
        QVERIFY(list->isVisible());
        QVERIFY(inspector->plainText().contains(QStringLiteral("503")));
        QCOMPARE(list->height(), list->sizeHint().height()); // nothing is cut off

        QSignalSpy activated(inspector.get(), &Inspector::peerActivated);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(0, 0)).center());
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.takeFirst().first().value<PeerId>(), other);
        list->setFocus();
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);

        book->apply({{monitor.state(other, ConnectionState::Open), monitor.opened(other)}, {}});
        QTRY_VERIFY(!list->isVisible());
    }

    void pingsThatAreUnansweredOnAKeptConnectionAreExplained()
    {
        select();
        book->apply({{monitor.state(peer, ConnectionState::Open), monitor.opened(peer)}, {}});
        QVERIFY(!sectionTitles().contains(QStringLiteral("Why it is timed out")));
        book->apply({{monitor.timedOut(peer, seconds(3))}, {}});
        QVERIFY(sectionTitles().contains(QStringLiteral("Why it is timed out")));
        QVERIFY2(inspector->sentence().contains(QStringLiteral("no pong came for 3")),
                 qPrintable(inspector->sentence()));
    }

    void theStepsOfADialThatFailedAreShownWithTheOneItFailedIn()
    {
        select();
        ConnectionEvent end = monitor.rejected(peer, 503);
        std::get<Closed>(end.what).phases.tcp = milliseconds(2);
        std::get<Closed>(end.what).phases.upgrade = milliseconds(30);
        book->apply({{end, monitor.waiting(peer, seconds(3))}, {}});
        QVERIFY(sectionTitles().contains(
            QStringLiteral("Last dial, failed at %1").arg(Formatter().moment(monitor.now(), monitor.now()))));
        const auto *steps = inspector->findChild<PhaseBars *>();
        QCOMPARE(steps->accessibleDescription().replace(QChar::Nbsp, u' '),
                 QStringLiteral("TCP 2.00 ms, Upgrade failed after 30.0 ms"));
        QVERIFY(inspector->plainText().contains(QStringLiteral("Upgrade failed after")));
        QVERIFY(!sectionTitles().contains(QStringLiteral("Round trips"))); // there were none

        book->apply({{monitor.state(peer, ConnectionState::Open), monitor.opened(peer),
                      monitor.sample(peer, milliseconds(1))},
                     {}});
        QVERIFY(!inspector->plainText().contains(QStringLiteral("failed after")));
        QVERIFY(sectionTitles().contains(QStringLiteral("Round trips")));
    }

    void slowAnswersAreExplained()
    {
        ConnectionSettings settings = SyntheticMonitor::settings(QStringLiteral("edge"));
        settings.keepalive.slowAfter = milliseconds(250);
        book->update(peer, settings, {});
        select();
        PingSample sample = monitor.sample(peer, milliseconds(300), PingOutcome::Slow);
        sample.tcpRtt = microseconds(40);
        book->apply({{monitor.state(peer, ConnectionState::Open), monitor.opened(peer), sample}, {}});
        QVERIFY(sectionTitles().contains(QStringLiteral("Why it is slow")));
        QVERIFY(inspector->sentence().contains(QStringLiteral("over 250 ms")));
        const auto *path = inspector->findChild<SuspicionPath *>();
        QCOMPARE(path->suspicion().likely, Suspects(Suspect::Peer));
    }

    void aGroupIsShownByItsNameAndItsSum()
    {
        inspector->setSelection({peer}, QStringLiteral("prod"));
        QVERIFY(inspector->plainText().startsWith(QStringLiteral("prod\n")));
        QVERIFY(inspector->plainText().contains(QStringLiteral("Peers: 1")));
    }

    void sectionsThatWereFoldedAreKept()
    {
        book->apply({{monitor.rejected(peer, 503)}, {}});
        select();
        InspectorSection *ends = inspector->peerPage()->sections().value(QStringLiteral("ends"));
        inspector->show();
        QVERIFY(QTest::qWaitForWindowExposed(inspector.get()));
        QTest::keyClick(ends->heading(), Qt::Key_Space);
        QVERIFY(!ends->isExpanded());
        QVERIFY(!inspector->peerPage()->endList()->isVisible());

        Inspector another(source.get());
        another.restoreLook(inspector->saveLook());
        QVERIFY(!another.peerPage()->sections().value(QStringLiteral("ends"))->isExpanded());
        QVERIFY(another.peerPage()->sections().value(QStringLiteral("pings"))->isExpanded());
    }

    void aCertificateThatIsNotVerifiedIsWarnedOf()
    {
        ConnectionSettings settings = SyntheticMonitor::settings(QStringLiteral("edge"));
        settings.url.setScheme(QStringLiteral("wss"));
        settings.tls.verify = false;
        book->update(peer, settings, {});
        select();
        QVERIFY(inspector->plainText().contains(QStringLiteral("not verified")));
    }

    void aScreenReaderHearsTheFigures()
    {
        book->apply({{monitor.sample(peer, milliseconds(7))}, {}});
        select();
        const FiguresModel *figures = inspector->peerPage()->figures();
        QCOMPARE(figures->index(3, 1).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("p50, In sight: 7.00\u00a0ms"));
        QAccessibleInterface *page = QAccessible::queryAccessibleInterface(inspector->peerPage());
        QVERIFY(page);
        QCOMPARE(page->text(QAccessible::Name), QStringLiteral("Selected peer"));
        const auto tables = inspector->findChildren<ValueTable *>();
        for (const ValueTable *table : tables)
            QVERIFY(!table->accessibleName().isEmpty());
    }

private:
    void select() { inspector->setSelection({peer}, {}); }

    [[nodiscard]] QStringList texts() const
    {
        QStringList texts;
        const QList<QLabel *> labels = inspector->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            texts.append(label->text());
        return texts;
    }

    [[nodiscard]] QStringList sectionTitles() const
    {
        QStringList titles;
        for (const InspectorSection *section : inspector->peerPage()->sections())
            if (!section->isHidden())
                titles.append(section->title());
        return titles;
    }

    const PeerId peer = SyntheticMonitor::id(1);
    SyntheticMonitor monitor;
    std::unique_ptr<PeerBook> book;
    std::unique_ptr<SeriesSource> source;
    std::unique_ptr<Inspector> inspector;
};

QTEST_MAIN(InspectorTest)
#include "tst_inspector.moc"
