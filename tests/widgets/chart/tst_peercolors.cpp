// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/peerbook.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"
#include "widgets/chart/peercolors.h"
#include "widgets/statuslook.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class PeerColorsTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void fewPeersAllHaveAColourAndKeepIt()
    {
        add(1, 8);
        PeerColors colors(&book);
        colors.want({SyntheticMonitor::id(3)}, true);
        QSet<int> places;
        for (const PeerId peer : book.peers()) {
            QVERIFY(colors.placeOf(peer).has_value());
            places.insert(*colors.placeOf(peer));
        }
        QCOMPARE(places.size(), 8);
        const auto before = colors.placeOf(SyntheticMonitor::id(5));
        colors.want({SyntheticMonitor::id(5), SyntheticMonitor::id(1)}, true);
        QCOMPARE(colors.placeOf(SyntheticMonitor::id(5)), before);
    }

    void thoseBeyondTheColoursAreGreyUntilTheyAreChosen()
    {
        add(1, 12);
        PeerColors colors(&book);
        colors.want(book.peers(), false);
        const PeerId late = SyntheticMonitor::id(11);
        const PeerId early = SyntheticMonitor::id(2);
        QVERIFY(colors.placeOf(early).has_value());
        QVERIFY(!colors.placeOf(late));
        QCOMPARE(colors.color(late, QPalette()), StatusLook::greySeries(QPalette()));
        const auto ofEarly = colors.placeOf(early);
        // Peers that are drawn keep their colours; the chosen one takes another's.
        colors.want({early, late}, true);
        QVERIFY(colors.placeOf(late).has_value());
        QCOMPARE(colors.placeOf(early), ofEarly);
        const auto ofLate = colors.placeOf(late);
        // Showing all again takes nobody's colour away.
        colors.want(book.peers(), false);
        QCOMPARE(colors.placeOf(late), ofLate);
        QCOMPARE(colors.placeOf(early), ofEarly);
    }

    void coloursAreThereAgainInTheNextRun()
    {
        add(1, 3);
        PeerColors colors(&book);
        colors.want({SyntheticMonitor::id(3)}, true);
        colors.want(book.peers(), true);
        const QByteArray kept = colors.save();

        // The next run gets the peers in another order, and more of them.
        PeerBook next;
        PeerColors again(&next);
        again.restore(kept);
        for (const quint32 number : {9U, 3U, 1U, 2U})
            next.add(SyntheticMonitor::id(number), settingsOf(number));
        again.want(next.peers(), false);
        for (const quint32 number : {1U, 2U, 3U}) {
            QCOMPARE(again.placeOf(SyntheticMonitor::id(number)),
                     colors.placeOf(SyntheticMonitor::id(number)));
        }
        QVERIFY(again.placeOf(SyntheticMonitor::id(9)).has_value());
    }

    void aPeerThatIsRenamedOrComesBackHasItsColour()
    {
        add(1, 3);
        PeerColors colors(&book);
        colors.want(book.peers(), true);
        const auto place = colors.placeOf(SyntheticMonitor::id(2));
        QSignalSpy changed(&colors, &PeerColors::changed);
        book.update(SyntheticMonitor::id(2), SyntheticMonitor::settings(QStringLiteral("renamed")), {});
        QCOMPARE(changed.size(), 1);
        book.remove(SyntheticMonitor::id(2));
        QVERIFY(!colors.placeOf(SyntheticMonitor::id(2)));
        book.add(SyntheticMonitor::id(7), SyntheticMonitor::settings(QStringLiteral("renamed")));
        QCOMPARE(colors.placeOf(SyntheticMonitor::id(7)), place);
    }

    void whatCannotBeReadChangesNothing()
    {
        add(1, 2);
        PeerColors colors(&book);
        colors.want(book.peers(), true);
        const auto place = colors.placeOf(SyntheticMonitor::id(2));
        colors.restore("rubbish");
        colors.restore("[1,2,{}]");
        QCOMPARE(colors.placeOf(SyntheticMonitor::id(2)), place);
    }

    void init()
    {
        HonestTest::init();
        for (const PeerId peer : QList<PeerId>(book.peers()))
            book.remove(peer);
    }

private:
    static ConnectionSettings settingsOf(quint32 number)
    {
        return SyntheticMonitor::settings(QStringLiteral("peer-%1").arg(number));
    }

    void add(quint32 first, quint32 last)
    {
        for (quint32 number = first; number <= last; ++number)
            book.add(SyntheticMonitor::id(number), settingsOf(number));
    }

    PeerBook book;
};

QTEST_MAIN(PeerColorsTest)
#include "tst_peercolors.moc"
