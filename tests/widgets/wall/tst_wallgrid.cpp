// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "widgets/wall/wallgrid.h"

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
            for (int other = 0; other < i; ++other) {
                QVERIFY(!grid.place(i).intersects(grid.place(other)));
            }
        }
    }

    void theFirstTileIsWhereReadingStarts()
    {
        const QRect screen(0, 0, 1000, 600);
        const WallGrid grid(screen, 4, 10);
        QCOMPARE(grid.place(0).topLeft(), screen.topLeft());
        QCOMPARE(grid.place(0, Qt::RightToLeft).topRight(), screen.topRight());
    }

    void arrowsStayOnTheWall()
    {
        const WallGrid grid(QRect(0, 0, 1000, 600), 5, 10);
        QCOMPARE(grid.neighbour(0, -1, 0), 0);
        QCOMPARE(grid.neighbour(0, 1, 0), 1);
        QCOMPARE(grid.neighbour(0, 0, 1), grid.columns());
        QCOMPARE(grid.neighbour(4, 1, 0), 4);
        QCOMPARE(grid.neighbour(4, 0, 1), 4);
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
