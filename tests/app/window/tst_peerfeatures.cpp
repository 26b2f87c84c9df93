// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/application.h"
#include "app/window/features/alertfeature.h"
#include "app/window/features/closefeature.h"
#include "app/window/features/palettefeature.h"
#include "app/window/features/trayfeature.h"
#include "app/window/mainwindow.h"
#include "app/window/readabletext.h"
#include "app/window/windowactions.h"
#include "demo/demofleet.h"
#include "items/palettemodel.h"
#include "tests/support/honesttest.h"
#include "widgets/closepeerdialog.h"
#include "widgets/help/shortcutsdialog.h"
#include "widgets/palette/commandpalette.h"
#include "widgets/peerlistview.h"

#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

/// Actions on a peer besides watching it, by keyboard and mouse, with demo peers.
class PeerFeaturesTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(demo.start(), QString()); }

    void init()
    {
        HonestTest::init();
        folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_STATE_HOME", folder->path().toUtf8());
        application = std::make_unique<Application>(
            Application::Options{folder->filePath(QStringLiteral("w.pongwatch")), {}, {}});
        ConnectionSettings settings;
        settings.name = QStringLiteral("steady");
        settings.url = demo.url(QStringLiteral("/steady"));
        settings.proxy.kind = ProxyKind::None;
        peer = application->addPeerForThisRun(settings);
        settings.name = QStringLiteral("second");
        second = application->addPeerForThisRun(settings);
        window = std::make_unique<MainWindow>(application.get());
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        window->peerList()->selectPeer(peer);
        QTRY_COMPARE(state(), ConnectionState::Open);
    }

    void cleanup()
    {
        window.reset();
        application.reset();
    }

    void aPeerIsClosedWithTheCodeThatWasChosen()
    {
        auto *feature = window->findChild<CloseFeature *>();
        QTest::keyClick(window.get(), Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(feature->dialog());
        ClosePeerDialog *dialog = feature->dialog();
        dialog->codeField()->setEditText(QStringLiteral("4001 my own"));
        QTest::keyClicks(dialog->reasonField(), QStringLiteral("just trying"));
        QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok),
                          Qt::LeftButton);
        QTRY_COMPARE(state(), ConnectionState::Closed);
        const auto verdict = application->book()->record(peer)->lastVerdict();
        QCOMPARE(verdict->cause, Cause::LocalClose);
        QVERIFY(verdict->sent);
        QCOMPARE(verdict->sent->code, std::optional<quint16>(4001));
        QCOMPARE(verdict->sent->reason, QStringLiteral("just trying"));
    }

    void whatMayNotBeSentIsSaidAtOnce_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<bool>("fits");
        const QString none;
        QTest::newRow("a normal end") << QStringLiteral("1000") << none << true;
        QTest::newRow("1006 is never on the wire") << QStringLiteral("1006") << none << false;
        QTest::newRow("1015 is never on the wire") << QStringLiteral("1015") << none << false;
        QTest::newRow("a range that is not used") << QStringLiteral("2000") << none << false;
        QTest::newRow("a private one") << QStringLiteral("4999") << none << true;
        QTest::newRow("not a number") << QStringLiteral("abc") << none << false;
        QTest::newRow("123 bytes of reason") << QStringLiteral("1000") << QString(123, u'a') << true;
        QTest::newRow("124 bytes of reason") << QStringLiteral("1000") << QString(124, u'a') << false;
        QTest::newRow("62 letters of two bytes")
            << QStringLiteral("1000") << QString(62, QChar(0xe9)) << false;
    }

    void whatMayNotBeSentIsSaidAtOnce()
    {
        QFETCH(QString, code);
        QFETCH(QString, reason);
        QFETCH(bool, fits);
        ClosePeerDialog dialog;
        dialog.codeField()->setEditText(code);
        dialog.reasonField()->setText(reason);
        QCOMPARE(dialog.problem().isEmpty(), fits);
        QCOMPARE(dialog.frame().has_value(), fits);
        QCOMPARE(dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->isEnabled(), fits);
    }

    void clientsAreComparedSideBySide()
    {
        auto *compare = window->findChild<QAction *>(QStringLiteral("compare-clients"));
        QVERIFY(compare && compare->isEnabled());
        const qsizetype before = application->book()->peers().size();
        compare->trigger();
        QCOMPARE(application->book()->peers().size(), before + 2);
        const QList<PeerId> both = window->peerList()->selectedPeers();
        QCOMPARE(both.size(), 2);
        for (qsizetype i = 0; i < both.size(); ++i) {
            const Client client = i == 0 ? Client::Qt : Client::Wire;
            const PeerRecord *record = application->book()->record(both[i]);
            QCOMPARE(record->name(), QStringLiteral("steady (%1)").arg(toWord(client)));
            QTRY_COMPARE(record->state(), ConnectionState::Open);
            QCOMPARE(record->lastOpened()->what.client, client);
        }
        // The original continues, and the two are not saved in any file.
        QCOMPARE(state(), ConnectionState::Open);
        for (const Profile &profile : application->session()->workspace().profiles)
            QVERIFY(profile.isGuest || !profile.name.endsWith(QLatin1Char(')')));
    }

    void thePaletteDoesWhatAFewLettersName()
    {
        QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
        CommandPalette *palette = window->findChild<PaletteFeature *>()->palette();
        QVERIFY(palette->isVisible());
        QTest::keyClicks(palette->field(), QStringLiteral("pause"));
        QCOMPARE(palette->list()->currentIndex().data().toString(), QStringLiteral("Pause"));
        QTest::keyClick(palette->field(), Qt::Key_Return);
        QVERIFY(!palette->isVisible());
        QTRY_COMPARE(state(), ConnectionState::Paused);
    }

    void whatWasChosenInThePaletteIsTheFirstTheNextTime()
    {
        const QSignalSpy pinged(window->actions()->ping, &QAction::triggered);
        for (int time = 0; time < 2; ++time) {
            window->findChild<QAction *>(QStringLiteral("palette"))->trigger();
            CommandPalette *palette = window->findChild<PaletteFeature *>()->palette();
            QTRY_VERIFY(palette->isVisible());
            if (time == 1)
                QCOMPARE(palette->list()->model()->index(0, 0).data().toString(), QStringLiteral("Ping Now"));
            QTest::keyClicks(palette->field(), QStringLiteral("ping now"));
            QTest::keyClick(palette->field(), Qt::Key_Return);
            QTRY_COMPARE(pinged.size(), time + 1);
        }
    }

    void thePaletteSaysWhyAnActionCannotBeDone()
    {
        window->peerList()->clearSelection();
        QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
        CommandPalette *palette = window->findChild<PaletteFeature *>()->palette();
        QTest::keyClicks(palette->field(), QStringLiteral("ping now"));
        const QModelIndex found = palette->list()->currentIndex();
        QCOMPARE(found.data().toString(), QStringLiteral("Ping Now"));
        QCOMPARE(found.data(PaletteUnavailableRole).toString(), QStringLiteral("select a peer first"));
        QTest::keyClick(palette->field(), Qt::Key_Return);
        QVERIFY(palette->isVisible());
    }

    void buttonsThatCannotBeUsedLookLikeIt()
    {
        const QIcon icon = window->actions()->reconnect->icon();
        const QImage enabled = icon.pixmap(QSize(20, 20), QIcon::Normal).toImage();
        const QImage disabled = icon.pixmap(QSize(20, 20), QIcon::Disabled).toImage();
        QVERIFY(enabled != disabled);
        window->peerList()->clearSelection();
        QVERIFY(!window->actions()->reconnect->isEnabled());
        QVERIFY(window->actions()->reconnect->toolTip().contains(QStringLiteral("Select a peer first")));
        window->peerList()->selectPeer(second);
        QVERIFY(!window->actions()->reconnect->toolTip().contains(QStringLiteral("Select a peer first")));
    }

    void thePaletteFindsPeersToo()
    {
        QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
        CommandPalette *palette = window->findChild<PaletteFeature *>()->palette();
        QTest::keyClicks(palette->field(), QStringLiteral("second"));
        QTest::keyClick(palette->field(), Qt::Key_Return);
        QTRY_COMPARE(window->peerList()->selectedPeers(), QList<PeerId>{second});
    }

    void aMutedPeerStaysMutedOverARestart()
    {
        QTest::keyClick(window.get(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(application->book()->muted().contains(QStringLiteral("steady")));
        QVERIFY(!application->book()->muted().contains(QStringLiteral("second")));
        window.reset();
        window = std::make_unique<MainWindow>(application.get());
        QVERIFY(application->book()->muted().contains(QStringLiteral("steady")));
    }

    void whatIsToBeToldIsKept()
    {
        window->findChild<AlertFeature *>()->setOptions({true, false, true, milliseconds(1500)});
        window.reset();
        window = std::make_unique<MainWindow>(application.get());
        QCOMPARE(window->findChild<AlertFeature *>()->options(),
                 (AlertOptions{true, false, true, milliseconds(1500)}));
    }

    void theTrayShowsTheWorstState()
    {
        auto *tray = window->findChild<TrayFeature *>();
        QTRY_COMPARE(tray->worst(), std::optional(Health::Ok));
        application->closePeers({second}, {quint16(1000), {}});
        QTRY_COMPARE(tray->worst(), std::optional(Health::Closed));
    }

    void everyKeyIsOnOnePage()
    {
        QTest::keyClick(window.get(), Qt::Key_F1);
        auto *dialog = window->findChild<ShortcutsDialog *>();
        QVERIFY(dialog);
        QVERIFY(!dialog->list()
                     ->findItems(QStringLiteral("Ctrl+K"), Qt::MatchExactly | Qt::MatchRecursive, 1)
                     .isEmpty());
        dialog->close();
    }

    void menuTextsAreReadWithoutAccessKeys_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("plain");
        QTest::newRow("a letter") << QStringLiteral("&Add Peer…") << QStringLiteral("Add Peer…");
        QTest::newRow("an ampersand") << QStringLiteral("This && That") << QStringLiteral("This & That");
        QTest::newRow("in brackets") << QString::fromUtf8("退出(&Q)") << QString::fromUtf8("退出");
    }

    void menuTextsAreReadWithoutAccessKeys()
    {
        QFETCH(QString, text);
        QTEST(readableMenuText(text), "plain");
    }

private:
    [[nodiscard]] ConnectionState state() const { return application->book()->record(peer)->state(); }

    DemoFleet demo;
    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<Application> application;
    std::unique_ptr<MainWindow> window;
    PeerId peer{};
    PeerId second{};
};

QTEST_MAIN(PeerFeaturesTest)
#include "tst_peerfeatures.moc"
