// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/settings/othervalues.h"
#include "tests/support/engine/connectionrig.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

/// The engine dials again after exactly those changes for which the table of settings says so.
class DialsAnewTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void aChange_data()
    {
        QTest::addColumn<int>("row");
        int row = 0;
        forEachSetting([&row](const auto &setting) {
            if (setting.inUse.write)
                QTest::newRow(setting.path) << row;
            ++row;
        });
    }
    void aChange()
    {
        QFETCH(int, row);
        std::visit(
            [](const auto &setting) {
                if (!setting.inUse.write)
                    return;
                ConnectionSettings settings =
                    ConnectionRig::settingsFor(std::nullopt, std::chrono::seconds(20));
                settings.keepalive.heartbeat = HeartbeatSettings{QStringLiteral("ping"), {}};
                settings.keepalive.firstPing = ConnectionSettings().keepalive.firstPing;
                ConnectionRig rig(settings);
                const ScriptedWire &wire = rig.open();
                setting.inUse.write(settings, otherThanDefault(setting));
                QVERIFY(settings != rig.connection.settings());
                rig.connection.setSettings(settings);
                QCOMPARE(wire.closeSent.has_value(), setting.dialsAnew);
            },
            settingsTable()[static_cast<size_t>(row)]);
    }
};

QTEST_GUILESS_MAIN(DialsAnewTest)
#include "tst_dialsanew.moc"
