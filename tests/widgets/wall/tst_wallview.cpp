// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis.h"
#include "peers/peerbook.h"
#include "peers/situationwatch.h"
#include "tests/support/contrast.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"
#include "text/wording.h"
#include "widgets/situationbar.h"
#include "widgets/statuscounts.h"
#include "widgets/statuslook.h"
#include "widgets/wall/wallfield.h"
#include "widgets/wall/walltile.h"
#include "widgets/wall/wallview.h"

#include <QAccessible>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

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
        QCOMPARE(line->headline().text, QStringLiteral("All 6 peers answer."));
        book->apply({{monitor.timedOut(SyntheticMonitor::id(2), 3s)}, {}});
        QTRY_VERIFY2(line->headline().text.contains(QStringLiteral("edge-2")),
                     qPrintable(line->headline().text));
        for (const WallTile *tile : wall->tiles())
            QVERIFY2(!tile->geometry().intersects(line->geometry()), "a tile lies under the line");
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
        QVERIFY(tile->text(QAccessible::Description).contains(Formatter().age(8s)));
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

    void aTileInTroubleSaysWhyAndWhereToLook()
    {
        Verdict refused;
        refused.cause = Cause::Refused;
        const PeerId peer = SyntheticMonitor::id(5);
        book->apply({{monitor.ended(peer, refused), monitor.waiting(peer, 5s)}, {}});
        QTRY_COMPARE(names().constFirst(), QStringLiteral("edge-5"));
        const WallTile *tile = wall->tiles().constFirst();
        QVERIFY(tile->isInTrouble());
        const QString said = tile->accessibleDescription();
        QVERIFY2(said.contains(Wording::endInShort(refused)), qPrintable(said));
        QVERIFY2(said.contains(Wording::suspicion(suspicionOf(refused))), qPrintable(said));
        for (const WallTile *other : wall->tiles().mid(1))
            QVERIFY(other->width() * 2 < tile->width());
    }

    void textsOfATileInTroubleStandOut_data()
    {
        QTest::addColumn<QColor>("base");
        QTest::addColumn<QColor>("text");
        QTest::newRow("light") << QColor(Qt::white) << QColor(0x1f, 0x23, 0x28);
        QTest::newRow("dark") << QColor(0x1b, 0x1e, 0x22) << QColor(0xe4, 0xe7, 0xeb);
    }

    void textsOfATileInTroubleStandOut()
    {
        QFETCH(QColor, base);
        QFETCH(QColor, text);
        QPalette palette;
        palette.setColor(QPalette::Base, base);
        palette.setColor(QPalette::Text, text);
        for (const Health health :
             {Health::Failed, Health::TimedOut, Health::Closed, Health::Waiting, Health::Ok}) {
            const QColor ground = WallTile::ground(health, palette);
            for (const QColor &ink :
                 {StatusLook::healthColor(health, palette), StatusLook::quietText(palette), text})
                QVERIFY2(contrast(ink, ground) >= 4.5, qPrintable(Wording::health(health) + ink.name()));
        }
    }

    void theFocusStaysWithItsPeer()
    {
        WallTile *tile = wall->tiles().at(2);
        tile->setFocus();
        const PeerId peer = tile->peer();
        book->apply({{monitor.timedOut(SyntheticMonitor::id(6), 3s)}, {}});
        QTRY_COMPARE(names().constFirst(), QStringLiteral("edge-6"));
        QSignalSpy activated(wall.get(), &WallView::peerActivated);
        QTest::keyClick(wall->focusWidget(), Qt::Key_Return);
        QCOMPARE(activated.first().first().value<PeerId>(), peer);
    }

    void thoseWithoutATileAreAField()
    {
        for (quint32 number = 100; number < 700; ++number) {
            const PeerId peer = SyntheticMonitor::id(number);
            book->add(peer, SyntheticMonitor::settings(QString::number(number)));
            book->apply({{monitor.state(peer, ConnectionState::Open), monitor.opened(peer)}, {}});
        }
        book->apply({{monitor.timedOut(SyntheticMonitor::id(650), 3s)}, {}});
        wall->refresh();
        QCOMPARE(names(), QStringList{QStringLiteral("650")});
        const WallField *field = wall->field();
        QCOMPARE(field->cells().size(), 605);
        QCOMPARE(field->placed(), 605);
        QVERIFY2(wall->restText().isEmpty(), qPrintable(wall->restText()));
        QVERIFY(wall->tiles().constFirst()->geometry().bottom() < field->geometry().top());

        // By keyboard: down to the field, along it, and to a peer.
        QSignalSpy activated(wall.get(), &WallView::peerActivated);
        QTest::keyClick(wall->tiles().constFirst(), Qt::Key_Down);
        QCOMPARE(wall->focusWidget(), static_cast<const QWidget *>(field));
        QTest::keyClick(wall->focusWidget(), Qt::Key_Right);
        QVERIFY2(field->accessibleDescription().contains(field->cells().at(1).name),
                 qPrintable(field->accessibleDescription()));
        QTest::keyClick(wall->focusWidget(), Qt::Key_Return);
        QCOMPARE(activated.first().first().value<PeerId>(), field->cells().at(1).peer);
        QTest::keyClick(wall->focusWidget(), Qt::Key_Left);
        QTest::keyClick(wall->focusWidget(), Qt::Key_Up);
        QCOMPARE(wall->focusWidget(), static_cast<QWidget *>(wall->tiles().constFirst()));

        // By mouse.
        const PeerId peer = SyntheticMonitor::id(333);
        auto *clicked = wall->findChild<WallField *>();
        QTest::mouseDClick(clicked, Qt::LeftButton, {}, clicked->middleOf(peer));
        QCOMPARE(activated.last().first().value<PeerId>(), peer);
    }

    void aThousandPeersKeepTheNamesOfTheirGroups()
    {
        for (quint32 number = 100; number < 1100; ++number) {
            const PeerId peer = SyntheticMonitor::id(number);
            const QString group = number < 600 ? QStringLiteral("sensors") : QStringLiteral("prices");
            book->add(peer, SyntheticMonitor::settings(QString::number(number)), {group, {}});
            book->apply({{monitor.state(peer, ConnectionState::Open), monitor.opened(peer)}, {}});
        }
        wall->refresh();
        const WallField *field = wall->field();
        const auto namesOfGroups = [field] {
            QStringList names;
            for (const WallField::Group &group : field->groups())
                names.append(group.name);
            return names;
        };
        QCOMPARE(namesOfGroups().size(), 3); // plus those without a group
        QCOMPARE(field->placed(), 1006);

        // A whole group in trouble: its tile says so, instead of tiles for some of its peers.
        for (quint32 number = 100; number < 600; ++number)
            book->apply({{monitor.timedOut(SyntheticMonitor::id(number), 3s)}, {}});
        wall->refresh();
        QVERIFY(wall->tiles().isEmpty());
        QCOMPARE(namesOfGroups().constFirst(), QStringLiteral("sensors"));
        QVERIFY2(field->groups().constFirst().headline.contains(QStringLiteral("500")),
                 qPrintable(field->groups().constFirst().headline));
        QCOMPARE(field->placed(), 1006);
        QVERIFY2(wall->restText().isEmpty(), qPrintable(wall->restText()));
        QVERIFY(field->accessibleDescription().contains(QStringLiteral("sensors")));
        // By keyboard from one group to the next.
        auto *keys = wall->findChild<WallField *>();
        keys->setFocus();
        QTest::keyClick(keys, Qt::Key_Right);
        QVERIFY(field->accessibleDescription().startsWith(WallField::words(field->cells().at(1))));
    }

    void troubleBeyondTheTilesIsCounted()
    {
        for (quint32 number = 1; number <= 6; ++number)
            book->apply({{monitor.timedOut(SyntheticMonitor::id(number), 3s)}, {}});
        wall->resize(640, 480);
        wall->refresh();
        const qsizetype shown = wall->tiles().size();
        QVERIFY(shown < 6);
        QVERIFY2(wall->restText().contains(QString::number(6 - shown)), qPrintable(wall->restText()));
    }

    void aCountAtTheFootLeadsToItsPeers()
    {
        QSignalSpy activated(wall.get(), &WallView::statesActivated);
        auto *counts = wall->findChild<StatusCounts *>();
        QTRY_VERIFY(counts->button(Health::Ok));
        counts->button(Health::Ok)->click();
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.first().first().value<QSet<Health>>(), QSet<Health>{Health::Ok});
        QVERIFY(!counts->button(Health::Ok)->isChecked());
    }

    void theClockRuns()
    {
        const auto clock = [this] {
            for (const QLabel *label : wall->findChildren<QLabel *>())
                if (label->accessibleName() == QStringLiteral("Time"))
                    return label->text();
            return QString();
        };
        QCOMPARE(clock(), Formatter().moment(monitor.now(), monitor.now()));
        monitor.advance(83s);
        QTRY_COMPARE(clock(), Formatter().moment(monitor.now(), monitor.now()));
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
        for (const WallTile *tile : wall->tiles())
            all.append(tile->accessibleName());
        return all;
    }

    SyntheticMonitor monitor;
    std::unique_ptr<PeerBook> book;
    std::unique_ptr<SituationWatch> watch;
    std::unique_ptr<WallView> wall;
};

QTEST_MAIN(WallViewTest)
#include "tst_wallview.moc"
