// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/peerbook.h"
#include "items/situationwatch.h"
#include "items/wording.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"
#include "widgets/situationbar.h"
#include "widgets/wall/walltile.h"
#include "widgets/wall/wallview.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;

class WallViewTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        HonestTest::init();
        book = std::make_unique<PeerBook>([this] { return monitor.now(); });
        for (quint32 number = 1; number <= 6; ++number) {
            const PeerId peer = SyntheticMonitor::id(number);
            book->add(peer, SyntheticMonitor::settings(QStringLiteral("edge-%1").arg(number)));
            book->apply({{monitor.state(peer, ConnectionState::Open), monitor.opened(peer)}, {}});
            book->apply({{monitor.sample(peer, 20ms)}, {}});
        }
        watch = std::make_unique<SituationWatch>(book.get());
        wall = std::make_unique<WallView>(watch.get());
        wall->resize(1200, 700);
        wall->show();
        QVERIFY(QTest::qWaitForWindowExposed(wall.get()));
    }

    void cleanup()
    {
        wall.reset();
        watch.reset();
        book.reset();
    }

    void wellPeersStandByName()
    {
        QCOMPARE(names(),
                 (QStringList{QStringLiteral("edge-1"), QStringLiteral("edge-2"), QStringLiteral("edge-3"),
                              QStringLiteral("edge-4"), QStringLiteral("edge-5"), QStringLiteral("edge-6")}));
    }

    void troubleComesFirstByItselfAndTheNewestOfItAtTheTop()
    {
        monitor.advance(1s);
        book->apply({{monitor.timedOut(SyntheticMonitor::id(4), 3s)}, {}});
        QTRY_COMPARE(names().constFirst(), QStringLiteral("edge-4"));
        monitor.advance(5s);
        book->apply({{monitor.timedOut(SyntheticMonitor::id(6), 3s)}, {}});
        QTRY_COMPARE(names().constFirst(), QStringLiteral("edge-6"));
        QCOMPARE(names().at(1), QStringLiteral("edge-4"));
    }

    void theLineOverTheTilesSaysHowAllFareAndLeadsToTheTrouble()
    {
        auto *line = wall->findChild<SituationBar *>();
        QVERIFY(line);
        QCOMPARE(line->headline(), QStringLiteral("All 6 peers answer."));
        book->apply({{monitor.timedOut(SyntheticMonitor::id(2), 3s)}, {}});
        QTRY_VERIFY2(line->headline().contains(QStringLiteral("edge-2")), qPrintable(line->headline()));
        for (const WallTile *tile : wall->tiles()) {
            QVERIFY2(!tile->geometry().intersects(line->geometry()), "a tile lies under the line");
        }
        QSignalSpy activated(wall.get(), &WallView::troubleActivated);
        QTest::mouseClick(line, Qt::LeftButton);
        QCOMPARE(activated.size(), 1);
    }

    void aTileSaysItsStateInWordsToo()
    {
        book->apply({{monitor.timedOut(SyntheticMonitor::id(2), 3s)}, {}});
        monitor.advance(8s);
        wall->refresh();
        QAccessibleInterface *tile = QAccessible::queryAccessibleInterface(wall->tiles().constFirst());
        QCOMPARE(tile->text(QAccessible::Name), QStringLiteral("edge-2"));
        QVERIFY2(tile->text(QAccessible::Description).contains(QStringLiteral("Timed out")),
                 qPrintable(tile->text(QAccessible::Description)));
        QVERIFY(tile->text(QAccessible::Description).contains(Wording::duration(8s)));
    }

    void arrowsMoveAndReturnOpens()
    {
        QSignalSpy activated(wall.get(), &WallView::peerActivated);
        wall->tiles().constFirst()->setFocus();
        QTest::keyClick(wall->tiles().constFirst(), Qt::Key_Right);
        QCOMPARE(wall->focusWidget(), static_cast<QWidget *>(wall->tiles().at(1)));
        QTest::keyClick(wall->focusWidget(), Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.first().first().value<PeerId>(), SyntheticMonitor::id(2));
    }

    void escapeAsksToBeClosed()
    {
        QSignalSpy wanted(wall.get(), &WallView::closeWanted);
        QTest::keyClick(wall->tiles().constFirst(), Qt::Key_Escape);
        QCOMPARE(wanted.size(), 1);
    }

    void thoseWithoutAPlaceAreCounted()
    {
        for (quint32 number = 100; number < 400; ++number) {
            book->add(SyntheticMonitor::id(number), SyntheticMonitor::settings(QString::number(number)));
        }
        wall->refresh();
        const qsizetype shown = wall->tiles().size();
        QVERIFY(shown < 306);
        QVERIFY2(wall->restText().contains(QString::number(306 - shown)), qPrintable(wall->restText()));
        for (const WallTile *tile : wall->tiles()) {
            QVERIFY(tile->width() >= WallView::smallestTile.width());
        }
    }

    void aPeerThatIsGoneLeavesTheWall()
    {
        book->remove(SyntheticMonitor::id(3));
        QTRY_COMPARE(wall->tiles().size(), 5);
        QVERIFY(!names().contains(QStringLiteral("edge-3")));
    }

private:
    [[nodiscard]] QStringList names() const
    {
        QStringList all;
        for (const WallTile *tile : wall->tiles()) {
            all.append(tile->accessibleName());
        }
        return all;
    }

    SyntheticMonitor monitor;
    std::unique_ptr<PeerBook> book;
    std::unique_ptr<SituationWatch> watch;
    std::unique_ptr<WallView> wall;
};

QTEST_MAIN(WallViewTest)
#include "tst_wallview.moc"
