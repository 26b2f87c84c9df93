// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/application.h"
#include "app/window/desktop/trayicon.h"
#include "app/window/features/alertfeature.h"
#include "app/window/features/notificationfeature.h"
#include "app/window/features/preferencesfeature.h"
#include "app/window/features/trayfeature.h"
#include "app/window/mainwindow.h"
#include "app/window/windowactions.h"
#include "tests/support/honesttest.h"

#include <QAction>
#include <QCheckBox>
#include <QCloseEvent>
#include <QDBusConnection>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QtTest/qtestspontaneevent.h>

#include <memory>
#include <optional>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

/// A notification service that keeps what it is told.
class KeepingService : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Told {
        QString title;
        QString body;
        QStringList actions;
        QVariantMap hints;
    };
    QList<Told> told;
    QStringList capabilities{QStringLiteral("body"), QStringLiteral("actions")};

public Q_SLOTS:
    QStringList GetCapabilities() { return capabilities; }
    uint Notify(const QString & /*application*/, uint /*replaces*/, const QString & /*icon*/,
                const QString &title, const QString &body, const QStringList &actions,
                const QVariantMap &hints, int /*timeout*/)
    {
        told.append({title, body, actions, hints});
        return static_cast<uint>(told.size());
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);
};

/// A panel with a place for icons of the new kind.
class Panel : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.StatusNotifierWatcher")
    Q_PROPERTY(bool IsStatusNotifierHostRegistered READ hasHost)

public:
    [[nodiscard]] bool hasHost() const { return true; }
};

} // namespace

/// The window and the desktop around it: a bus of its own, with or without a notification service and a tray.
class DesktopTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // A bus that starts nothing: what this machine has installed does not matter.
        QFile config(bus.filePath(QStringLiteral("bus.conf")));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>"
                     "<policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/><allow "
                     "eavesdrop=\"true\"/><allow own=\"*\"/>"
                     "<allow user=\"*\"/></policy></busconfig>");
        config.close();
        daemon.start(QStringLiteral("dbus-daemon"),
                     {QStringLiteral("--config-file=") + config.fileName(), QStringLiteral("--nofork"),
                      QStringLiteral("--print-address")});
        QVERIFY2(daemon.waitForReadyRead(), qPrintable(daemon.errorString()));
        address = QString::fromLatin1(daemon.readLine().trimmed());
    }

    void init()
    {
        HonestTest::init();
        folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_STATE_HOME", folder->path().toUtf8());
        service = std::make_unique<KeepingService>();
        panel = std::make_unique<Panel>();
        application = std::make_unique<Application>(
            Application::Options{folder->filePath(QStringLiteral("w.pongwatch")), {}, {}});
        window = std::make_unique<MainWindow>(application.get());
        AlertOptions atOnce;
        atOnce.after = nanoseconds(0);
        window->findChild<AlertFeature *>()->setOptions(atOnce);
        tray = window->findChild<TrayFeature *>();
        notifications = window->findChild<NotificationFeature *>();
    }

    void cleanup()
    {
        window.reset();
        application.reset();
        for (const QString &name : {QStringLiteral("desktop"), QStringLiteral("program")})
            QDBusConnection::disconnectFromBus(name);
    }

    void cleanupTestCase()
    {
        daemon.kill();
        daemon.waitForFinished();
    }

    void withoutATrayTheServiceOfTheDesktopTells_data()
    {
        QTest::addColumn<bool>("takesMarkup");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("startOfBody");
        QTest::newRow("plain text") << false << QStringLiteral("<b>a & b</b>: Down")
                                    << QStringLiteral("The connection was refused");
        QTest::newRow("a service that reads markup")
            << true << QStringLiteral("<b>a & b</b>: Down") << QStringLiteral("The connection was refused");
    }

    void withoutATrayTheServiceOfTheDesktopTells()
    {
        QFETCH(bool, takesMarkup);
        QFETCH(QString, title);
        QFETCH(QString, startOfBody);
        if (takesMarkup)
            service->capabilities.append(QStringLiteral("body-markup"));
        startService();
        window->useDesktop(program());
        QTRY_VERIFY(notifications->canNotify());
        QVERIFY(!tray->hasTray());
        addRefusedPeer(QStringLiteral("<b>a & b</b>"));
        QTRY_COMPARE(service->told.size(), 1);
        const KeepingService::Told &told = service->told.constFirst();
        QCOMPARE(told.title, title);
        QVERIFY2(told.body.startsWith(startOfBody), qPrintable(told.body));
        QCOMPARE(told.body.contains(QLatin1Char('"')), false);
        QCOMPARE(told.hints.value(QStringLiteral("urgency")).toUInt(), 1U);
        for (const char *action : {"default", "acknowledge", "mute"})
            QVERIFY2(told.actions.contains(QLatin1String(action)), action);
    }

    void aNotificationIsAnsweredByItsButtons()
    {
        startService();
        window->useDesktop(program());
        addRefusedPeer(QStringLiteral("a"));
        QTRY_COMPARE(service->told.size(), 1);
        QCoreApplication::processEvents();
        Q_EMIT service->ActionInvoked(1, QStringLiteral("acknowledge"));
        QTRY_VERIFY(!application->alerts()->openCases().empty() &&
                    application->alerts()->openCases().front().acknowledgedAt);
        Q_EMIT service->ActionInvoked(1, QStringLiteral("mute"));
        QTRY_VERIFY(application->book()->muted().contains(QStringLiteral("a")));
        QVERIFY(window->findChild<AlertFeature *>()->mutedUntil(QStringLiteral("a")));
    }

    void whatStrangersSayIsNoMarkup()
    {
        service->capabilities.append(QStringLiteral("body-markup"));
        startService();
        DesktopNotifications desktop(program());
        desktop.tell({QStringLiteral("a<b"), QStringLiteral("<a href=\"x\">&"), true});
        QTRY_COMPARE(service->told.size(), 1);
        QCOMPARE(service->told.constFirst().title, QStringLiteral("a<b"));
        QCOMPARE(service->told.constFirst().body, QStringLiteral("&lt;a href=&quot;x&quot;&gt;&amp;"));
    }

    void aNotificationThatIsChosenShowsTheWindow()
    {
        startService();
        window->useDesktop(program());
        window->hide();
        addRefusedPeer(QStringLiteral("a"));
        QTRY_COMPARE(service->told.size(), 1);
        QCoreApplication::processEvents();
        Q_EMIT service->ActionInvoked(99, QStringLiteral("default")); // somebody else's
        Q_EMIT service->ActionInvoked(1, QStringLiteral("default"));
        QTRY_VERIFY(window->isVisible());
    }

    void whatCannotBeShownIsSaid()
    {
        DesktopNotifications desktop(program());
        QSignalSpy failed(&desktop, &DesktopNotifications::failed);
        desktop.tell({QStringLiteral("a"), QStringLiteral("b"), true});
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!desktop.isAvailable());
        DesktopNotifications noBus(QDBusConnection(QStringLiteral("no such connection")));
        QSignalSpy failedToo(&noBus, &DesktopNotifications::failed);
        noBus.tell({QStringLiteral("a"), QStringLiteral("b"), true});
        QCOMPARE(failedToo.size(), 1);
    }

    void aServiceThatComesLaterIsFound()
    {
        window->useDesktop(program());
        QCoreApplication::processEvents();
        QVERIFY(!notifications->canNotify());
        startService();
        QTRY_VERIFY(notifications->canNotify());
        QVERIFY(desktop().unregisterService(QStringLiteral("org.freedesktop.Notifications")));
        QTRY_VERIFY(!notifications->canNotify());
    }

    void aTrayThatComesLaterIsFound()
    {
        window->useDesktop(program());
        QCoreApplication::processEvents();
        QVERIFY(!tray->hasTray());
        startPanel();
        QTRY_VERIFY(tray->hasTray());
        QVERIFY(notifications->canNotify());
        QVERIFY(desktop().unregisterService(QStringLiteral("org.kde.StatusNotifierWatcher")));
        QTRY_VERIFY(!tray->hasTray());
    }

    void closingToTheTrayNeverEndsTheProgram_data()
    {
        QTest::addColumn<bool>("hasPanel");
        QTest::newRow("with a tray") << true;
        QTest::newRow("without a tray") << false;
    }

    void closingToTheTrayNeverEndsTheProgram()
    {
        QFETCH(bool, hasPanel);
        if (hasPanel)
            startPanel();
        window->useDesktop(program());
        if (hasPanel)
            QTRY_VERIFY(tray->hasTray());
        tray->setCloseToTray(true);
        window->show();
        QSignalSpy closed(window.get(), &MainWindow::closed);
        QCloseEvent close; // as by the button of its frame
        QSpontaneKeyEvent::setSpontaneous(&close);
        qApp->notify(window.get(), &close);
        QCOMPARE(closed.size(), 0);
        QCOMPARE(window->isVisible(), !hasPanel);
        QCOMPARE(window->isMinimized(), !hasPanel);
        tray->showWindow();
        QVERIFY(window->isVisible());
        QVERIFY(!window->isMinimized());
        window->actions()->quit->trigger();
        QCOMPARE(closed.size(), 1);
    }

    void aHiddenWindowComesBackWhenItsTrayGoes()
    {
        startPanel();
        window->useDesktop(program());
        QTRY_VERIFY(tray->hasTray());
        window->hide();
        QVERIFY(desktop().unregisterService(QStringLiteral("org.kde.StatusNotifierWatcher")));
        QTRY_VERIFY_WITH_TIMEOUT(window->isVisible(), 20'000);
        QVERIFY(window->isMinimized());
    }

    void aPanelGetsTheNameOfASymbol_data()
    {
        QTest::addColumn<std::optional<Health>>("worst");
        QTest::addColumn<QString>("name");
        QTest::newRow("no peers") << std::optional<Health>() << QStringLiteral("pongwatch-symbolic");
        for (const Health health : allHealths) {
            const bool isWell = health == Health::Ok || health == Health::Paused;
            QTest::newRow(toWord(health).data())
                << std::optional(health)
                << (isWell ? QStringLiteral("pongwatch-symbolic")
                           : QStringLiteral("pongwatch-%1-symbolic").arg(toWord(health)));
        }
    }

    void aPanelGetsTheNameOfASymbol()
    {
        QFETCH(std::optional<Health>, worst);
        QFETCH(QString, name);
        const QByteArray before = qgetenv("XDG_DATA_DIRS");
        const QPalette palette = window->palette();
        // Where it is not installed, a panel would not find the symbol.
        qputenv("XDG_DATA_DIRS", folder->path().toUtf8());
        QCOMPARE(trayIcon(worst, palette).name(), QString());
        QVERIFY(!trayIcon(worst, palette).pixmap(22).isNull());
        // As an installation puts them.
        const QString symbols = folder->filePath(QStringLiteral("icons/hicolor/symbolic/apps"));
        QVERIFY(QDir().mkpath(symbols));
        const QDir icons(QStringLiteral(PONGWATCH_ICONS));
        const QString drawn = QFile::exists(icons.filePath(name + QStringLiteral(".svg")))
                                  ? icons.filePath(name)
                                  : icons.filePath(QStringLiteral("states/") + name);
        QVERIFY(QFile::copy(drawn + QStringLiteral(".svg"), symbols + u'/' + name + QStringLiteral(".svg")));
        const QIcon icon = trayIcon(worst, palette);
        qputenv("XDG_DATA_DIRS", before);
        QCOMPARE(icon.name(), name);
        QCOMPARE(icon.availableSizes().size(), 4);
        QCOMPARE(icon.pixmap(22).toImage(), trayIcon(worst, palette).pixmap(22).toImage());
    }

    void whatTheDesktopHasNotIsNotOffered()
    {
        window->useDesktop(program());
        auto *preferences = window->findChild<PreferencesFeature *>();
        preferences->action()->trigger();
        QCheckBox *box = preferences->dialog()->closeToTrayBox();
        QVERIFY(!box->isEnabled());
        startPanel();
        QTRY_VERIFY(box->isEnabled());
        box->setChecked(true);
        QVERIFY(desktop().unregisterService(QStringLiteral("org.kde.StatusNotifierWatcher")));
        QTRY_VERIFY(!tray->hasTray());
        QVERIFY(box->isEnabled()); // so that it can be taken back
        box->setChecked(false);
        QVERIFY(!box->isEnabled());
    }

private:
    QDBusConnection desktop() { return QDBusConnection::connectToBus(address, QStringLiteral("desktop")); }
    QDBusConnection program() { return QDBusConnection::connectToBus(address, QStringLiteral("program")); }

    void startService()
    {
        QVERIFY(
            desktop().registerObject(QStringLiteral("/org/freedesktop/Notifications"), service.get(),
                                     QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(desktop().registerService(QStringLiteral("org.freedesktop.Notifications")));
    }

    void startPanel()
    {
        if (QGuiApplication::platformName() == QStringLiteral("offscreen")) // which has no tray itself
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("systemTrayWindowChanged")));
        QVERIFY(desktop().registerObject(QStringLiteral("/StatusNotifierWatcher"), panel.get(),
                                         QDBusConnection::ExportAllProperties));
        QVERIFY(desktop().registerService(QStringLiteral("org.kde.StatusNotifierWatcher")));
    }

    void addRefusedPeer(const QString &name)
    {
        ConnectionSettings settings;
        settings.name = name;
        settings.url = QUrl(QStringLiteral("ws://127.0.0.1:1/"));
        settings.proxy.kind = ProxyKind::None;
        application->addPeerForThisRun(settings);
    }

    QTemporaryDir bus;
    QProcess daemon;
    QString address;
    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<KeepingService> service;
    std::unique_ptr<Panel> panel;
    std::unique_ptr<Application> application;
    std::unique_ptr<MainWindow> window;
    TrayFeature *tray = nullptr;
    NotificationFeature *notifications = nullptr;
};

QTEST_MAIN(DesktopTest)
#include "tst_desktop.moc"
