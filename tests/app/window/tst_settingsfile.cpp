// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/settingsfile.h"
#include "app/window/windowsettings.h"
#include "tests/support/honesttest.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

/// When a window's settings are written to disk.
class SettingsFileTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void manyChangesAreOneWriting()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("window.ini"));
        SettingsFile settings(path);
        settings.setValue(QStringLiteral("chart"), 1);
        QCoreApplication::sendPostedEvents();
        QVERIFY(!QFile::exists(path)); // a zoom step does not wait for the disk
        settings.setValue(QStringLiteral("chart"), 2);
        QTRY_VERIFY(QFile::exists(path));
        QCOMPARE(content(path), QByteArray("[General]\nchart=2\n"));
        settings.setValue(QStringLiteral("chart"), 3);
        QTRY_COMPARE(content(path), QByteArray("[General]\nchart=3\n"));
    }

    void nothingIsLostAtTheEnd()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("window.ini"));
        {
            SettingsFile settings(path);
            settings.setValue(QStringLiteral("chart"), 1);
            QCoreApplication::sendPostedEvents();
        }
        QCOMPARE(content(path), QByteArray("[General]\nchart=1\n"));
    }

    void whatOlderVersionsKeptOfNewWorkspacesIsRead()
    {
        const QTemporaryDir folder;
        qputenv("XDG_STATE_HOME", folder.path().toLocal8Bit());
        {
            SettingsFile settings(WindowSettings::path());
            settings.setValue(QStringLiteral("new_workspaces/ping_interval_s"), 5);
            settings.setValue(QStringLiteral("new_workspaces/ping_timeout_s"), 0);
            settings.setValue(QStringLiteral("new_workspaces/reconnect"), false);
        }
        ProfileSettings expected;
        expected.pingInterval = ProfileSettings::Limit(seconds(5));
        expected.pingTimeout = ProfileSettings::Limit();
        expected.reconnectEnabled = false;
        QCOMPARE(WindowSettings().defaultsOfNewWorkspaces(), expected);
        expected.slowAfter = SlowLimit();
        expected.reconnectGiveUp = true;
        WindowSettings().setDefaultsOfNewWorkspaces(expected);
        QCOMPARE(WindowSettings().defaultsOfNewWorkspaces(), expected);
    }

private:
    static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

QTEST_GUILESS_MAIN(SettingsFileTest)
#include "tst_settingsfile.moc"
