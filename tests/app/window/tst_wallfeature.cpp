// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/application.h"
#include "app/window/features/wallfeature.h"
#include "app/window/mainwindow.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"
#include "widgets/peerlistview.h"
#include "widgets/wall/walltile.h"
#include "widgets/wall/wallview.h"

#include <QAction>
#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class WallFeatureTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void theWallOpensByKeyAndATileLeadsToItsPeer()
    {
        const QTemporaryDir folder;
        qputenv("XDG_STATE_HOME", folder.path().toUtf8());
        Application application({folder.filePath(QStringLiteral("w.pongwatch")), {}, {}});
        // Nothing listens there; only the tiles matter.
        ConnectionSettings settings = SyntheticMonitor::settings(QStringLiteral("first"));
        settings.url = QUrl(QStringLiteral("ws://127.0.0.1:1/a"));
        application.addPeerForThisRun(settings);
        settings.name = QStringLiteral("second");
        const PeerId second = application.addPeerForThisRun(settings);
        MainWindow window(&application);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));

        QTest::keyClick(&window, Qt::Key_F11);
        auto *feature = window.findChild<WallFeature *>();
        QVERIFY(feature->action()->isChecked());
        QVERIFY(QTest::qWaitForWindowExposed(feature->wall()));
        QTRY_COMPARE(feature->wall()->tiles().size(), 2);
        const auto tiles = feature->wall()->tiles();
        auto *tile = *std::find_if(tiles.cbegin(), tiles.cend(),
                                   [second](const WallTile *one) { return one->peer() == second; });
        QTest::keyClick(tile, Qt::Key_Return);
        QVERIFY(!feature->wall()->isVisible());
        QCOMPARE(window.peerList()->selectedPeers(), QList<PeerId>{second});

        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_F11);
        QVERIFY(QTest::qWaitForWindowActive(feature->wall())); // Escape has a meaning in the list, too
        QTest::keyClick(feature->wall(), Qt::Key_Escape);
        QVERIFY(!feature->wall()->isVisible());
        QVERIFY(!feature->action()->isChecked());
    }
};

QTEST_MAIN(WallFeatureTest)
#include "tst_wallfeature.moc"
