// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/desktop/desktopnotifications.h"
#include "tests/support/honesttest.h"
#include "tests/support/peerprocess.h"

#include <QDBusArgument>
#include <QDBusInterface>
#include <QDBusReply>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

using DunstEntry = QMap<QString, QVariant>;

} // namespace

/// Notifications on a service that others wrote: dunst, on a bus and a display of its own, and without a
/// tray.
class DunstTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QFile config(m_folder.filePath(s("bus.conf")));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>"
                     "<policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/><allow "
                     "eavesdrop=\"true\"/><allow own=\"*\"/><allow user=\"*\"/></policy></busconfig>");
        config.close();
        m_bus.start(s("dbus-daemon"),
                    {s("--config-file=") + config.fileName(), s("--nofork"), s("--print-address")});
        QVERIFY2(m_bus.waitForReadyRead(), qPrintable(m_bus.errorString()));
        m_address = QString::fromLatin1(m_bus.readLine().trimmed());
        m_display.start(s("Xvfb"), {s("-displayfd"), s("1"), s("-screen"), s("0"), s("640x480x24"),
                                    s("-nolisten"), s("tcp")});
        QVERIFY2(m_display.waitForReadyRead(), qPrintable(m_display.errorString()));
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(s("DISPLAY"), u':' + QString::fromLatin1(m_display.readLine().trimmed()));
        environment.remove(s("WAYLAND_DISPLAY"));
        environment.insert(s("DBUS_SESSION_BUS_ADDRESS"), m_address);
        environment.insert(s("XDG_CONFIG_HOME"), m_folder.path());
        m_dunst.setProcessEnvironment(environment);
        m_dunst.setProcessChannelMode(QProcess::MergedChannels);
        m_dunst.start(s("dunst"), QStringList());
        QVERIFY2(m_dunst.waitForStarted(), qPrintable(m_dunst.errorString()));
    }

    void cleanupTestCase()
    {
        for (QProcess *process : {&m_dunst, &m_display, &m_bus}) {
            process->kill();
            process->waitForFinished();
        }
    }

    void anAlertIsShownAndLeadsToTheWindow()
    {
        const QDBusConnection bus = QDBusConnection::connectToBus(m_address, s("program"));
        DesktopNotifications notifications(bus);
        QTRY_VERIFY_WITH_TIMEOUT(notifications.isAvailable(), 20'000);
        QSignalSpy failed(&notifications, &DesktopNotifications::failed);
        QSignalSpy activated(&notifications, &DesktopNotifications::activated);
        notifications.tell(
            {s("edge-1: Down"), s("The connection was refused <b>here</b>."), true, s("run-1")});
        QDBusInterface dunst(s("org.freedesktop.Notifications"), s("/org/freedesktop/Notifications"),
                             s("org.dunstproject.cmd0"),
                             QDBusConnection::connectToBus(m_address, s("dunst")));
        QTRY_COMPARE_WITH_TIMEOUT(dunst.property("displayedLength").toInt(), 1, 20'000);
        QVERIFY(failed.isEmpty());

        // As a click on it does, and again if it comes before dunst has drawn it.
        const auto click = [&dunst, &activated] {
            if (activated.isEmpty())
                dunst.call(s("NotificationAction"), 0U);
            return QTest::qWaitFor([&activated] { return !activated.isEmpty(); }, 2000);
        };
        QTRY_VERIFY_WITH_TIMEOUT(click(), 20'000);
        QCOMPARE(activated.first().first().toString(), s("run-1"));

        dunst.call(s("NotificationCloseAll"));
        QTRY_COMPARE(dunst.property("displayedLength").toInt(), 0);
        const QDBusMessage history = dunst.call(s("NotificationListHistory"));
        QList<DunstEntry> entries;
        history.arguments().value(0).value<QDBusArgument>() >> entries;
        QCOMPARE(entries.size(), 1);
        QCOMPARE(entries.first()[s("summary")].toString(), s("edge-1: Down"));
        QCOMPARE(entries.first()[s("appname")].toString(), s("Pongwatch"));
        QVERIFY2(entries.first()[s("body")].toString().contains(s("&lt;b&gt;")),
                 qPrintable(entries.first()[s("body")].toString())); // no markup of a stranger's
    }

private:
    QTemporaryDir m_folder;
    QProcess m_bus;
    QProcess m_display;
    QProcess m_dunst;
    QString m_address;
};

QTEST_GUILESS_MAIN(DunstTest)
#include "tst_dunst.moc"
