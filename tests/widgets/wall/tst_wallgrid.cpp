// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "widgets/wall/fieldgrid.h"
#include "widgets/wall/wallgrid.h"
#include "widgets/wall/wallplan.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class WallGridTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void tilesFillTheScreenAtAPleasantShape_data()
    {
        QTest::addColumn<int>("tiles");
        QTest::addColumn<int>("columns");
        QTest::addColumn<int>("rows");
        QTest::newRow("one takes all") << 1 << 1 << 1;
        QTest::newRow("four in a square") << 4 << 2 << 2;
        QTest::newRow("ten") << 10 << 4 << 3;
        QTest::newRow("two hundred") << 200 << 15 << 14;
    }

    void tilesFillTheScreenAtAPleasantShape()
    {
        QFETCH(int, tiles);
        const QRect screen(0, 0, 1920, 1080);
        const WallGrid grid(screen, tiles, 10);
        QTEST(grid.columns(), "columns");
        QTEST(grid.rows(), "rows");
        for (int i = 0; i < tiles; ++i) {
            QVERIFY(screen.contains(grid.place(i)));
            QCOMPARE(grid.place(i).size(), grid.tileSize());
            for (int other = 0; other < i; ++other)
                QVERIFY(!grid.place(i).intersects(grid.place(other)));
        }
    }

    void theFirstTileIsWhereReadingStarts()
    {
        const QRect screen(0, 0, 1000, 600);
        const WallGrid grid(screen, 4, 10);
        QCOMPARE(grid.place(0).topLeft(), screen.topLeft());
        QCOMPARE(grid.place(0, Qt::RightToLeft).topRight(), screen.topRight());
    }

    void arrowsGoToWhatLiesThere()
    {
        // Two large ones above three small ones.
        const QList<QRect> places{QRect(0, 0, 300, 200), QRect(310, 0, 300, 200), QRect(0, 220, 100, 60),
                                  QRect(110, 220, 100, 60), QRect(220, 220, 100, 60)};
        QCOMPARE(neighbourOf(places, 0, 1, 0), 1);
        QCOMPARE(neighbourOf(places, 1, -1, 0), 0);
        QCOMPARE(neighbourOf(places, 0, 0, 1), 3);
        QCOMPARE(neighbourOf(places, 1, 0, 1), 4);
        QCOMPARE(neighbourOf(places, 4, 0, -1), 0);
        QCOMPARE(neighbourOf(places, 2, 1, 0), 3);
    }

    void arrowsStayOnTheWall()
    {
        const QList<QRect> places{QRect(0, 0, 100, 100), QRect(110, 0, 100, 100)};
        QCOMPARE(neighbourOf(places, 0, -1, 0), 0);
        QCOMPARE(neighbourOf(places, 1, 1, 0), 1);
        QCOMPARE(neighbourOf(places, 0, 0, 1), 0);
        QCOMPARE(neighbourOf(places, 0, 0, -1), 0);
    }

    void troubleIsLargeAndWhatIsWellIsSmall_data()
    {
        QTest::addColumn<int>("trouble");
        QTest::addColumn<int>("others");
        QTest::addColumn<int>("large");
        QTest::addColumn<int>("small");
        QTest::addColumn<int>("inField");
        QTest::newRow("one, well") << 0 << 1 << 0 << 1 << 0;
        QTest::newRow("one, down") << 1 << 0 << 1 << 0 << 0;
        QTest::newRow("one of twelve") << 1 << 11 << 1 << 11 << 0;
        QTest::newRow("all of twelve") << 12 << 0 << 12 << 0 << 0;
        QTest::newRow("a hundred, well") << 0 << 100 << 0 << 100 << 0;
        QTest::newRow("three of a hundred") << 3 << 97 << 3 << 0 << 97;
        QTest::newRow("a thousand, well") << 0 << 1000 << 0 << 0 << 1000;
        QTest::newRow("three of a thousand") << 3 << 997 << 3 << 0 << 997;
        QTest::newRow("forty of a thousand") << 40 << 960 << 18 << 0 << 982;
        QTest::newRow("all of a thousand") << 1000 << 0 << 18 << 0 << 982;
        QTest::newRow("none") << 0 << 0 << 0 << 0 << 0;
    }

    void troubleIsLargeAndWhatIsWellIsSmall()
    {
        QFETCH(int, trouble);
        QFETCH(int, others);
        const QRect area(14, 60, 1892, 950);
        const WallPlan plan(area, trouble, others, 10, 160);
        QTEST(plan.largeTiles(), "large");
        QTEST(plan.smallTiles(), "small");
        QTEST(plan.inField(), "inField");
        QList<QRect> places;
        for (int i = 0; i < plan.largeTiles(); ++i) {
            places.append(plan.large().place(i));
            QVERIFY(places.constLast().width() >= WallPlan::smallestLarge.width());
            QVERIFY(places.constLast().height() >= WallPlan::smallestLarge.height());
        }
        for (int i = 0; i < plan.smallTiles(); ++i) {
            places.append(plan.small().place(i));
            QVERIFY(places.constLast().width() >= WallPlan::smallestSmall.width());
            QVERIFY(places.constLast().height() >= WallPlan::smallestSmall.height());
            if (trouble > 0)
                QVERIFY(places.constLast().height() < places.constFirst().height());
        }
        QCOMPARE(plan.field().isEmpty(), plan.inField() == 0);
        if (plan.inField() > 0) {
            places.append(plan.field());
            const FieldGrid cells(plan.field().size(), plan.inField(), 160);
            QCOMPARE(cells.placed(), plan.inField());
        }
        for (qsizetype i = 0; i < places.size(); ++i) {
            QVERIFY(area.contains(places.at(i)));
            for (qsizetype other = 0; other < i; ++other)
                QVERIFY(!places.at(i).intersects(places.at(other)));
        }
    }

    void aFieldHasNamesWhereTheyAllFit()
    {
        QVERIFY(FieldGrid(QSize(1200, 300), 70, 160).isNamed());
        QVERIFY2(!FieldGrid(QSize(1200, 300), 70, 320).isNamed(), "names that would be cut are left out");
        const FieldGrid many(QSize(1200, 300), 900, 160);
        QVERIFY(!many.isNamed());
        QCOMPARE(many.placed(), 900);
        for (const int cell : {0, 1, 85, 899}) {
            QVERIFY(QRect(0, 0, 1200, 300).contains(many.place(cell)));
            QCOMPARE(many.cellAt(many.place(cell).center()), cell);
        }
        QCOMPARE(many.cellAt(QPoint(-1, 5)), -1);
        QVERIFY(many.place(900).isEmpty());
        QVERIFY(FieldGrid(QSize(100, 20), 900, 160).placed() < 900);
    }

    void withoutTilesOrRoomNothingHasAPlace()
    {
        QVERIFY(WallGrid(QRect(0, 0, 100, 100), 0, 10).place(0).isEmpty());
        QVERIFY(WallGrid(QRect(), 3, 10).place(0).isEmpty());
        QCOMPARE(WallGrid::mostTiles(QSize(10, 10), QSize(100, 100), 5), 1);
        QCOMPARE(WallGrid::mostTiles(QSize(205, 100), QSize(100, 100), 5), 2);
    }
};

QTEST_GUILESS_MAIN(WallGridTest)
#include "tst_wallgrid.moc"
