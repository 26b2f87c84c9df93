// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sharedsettings.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;

/// Settings of many peers, each stored once.
class TestSharedSettings : public TestSupport::HonestTest
{
    Q_OBJECT

private:
    static ConnectionSettings settingsOf(int peer)
    {
        ConnectionSettings settings;
        settings.name = QStringLiteral("peer %1").arg(peer);
        settings.url = QUrl(QStringLiteral("wss://example.com/%1").arg(peer));
        settings.headers = {{QStringLiteral("X-Tenant"), QStringLiteral("a")}};
        return settings;
    }

private Q_SLOTS:
    void comeOutAsTheyWentIn()
    {
        SettingsPool pool;
        const SharedSettings first(settingsOf(1), pool);
        const SharedSettings second(settingsOf(2), pool);
        QVERIFY(first.whole() == settingsOf(1));
        QVERIFY(second.whole() == settingsOf(2));
        QCOMPARE(second.url(), settingsOf(2).url);
    }

    void peersWithTheSameShareThem()
    {
        SettingsPool pool;
        const SharedSettings first(settingsOf(1), pool);
        const SharedSettings second(settingsOf(2), pool);
        QCOMPARE(first.operator->(), second.operator->());
        ConnectionSettings other = settingsOf(3);
        other.auth = {AuthKind::Bearer, {}, QStringLiteral("another token")};
        const SharedSettings third(other, pool);
        QVERIFY(third.operator->() != first.operator->());
        QVERIFY(third.whole() == other);
    }

    void nobodysAreForgotten()
    {
        SettingsPool pool;
        std::weak_ptr<const ConnectionSettings> kept;
        {
            const SharedSettings peer(settingsOf(1), pool);
            kept = pool.common(settingsOf(1));
            QVERIFY(!kept.expired());
        }
        QVERIFY(kept.expired());
    }

    void moreKindsThanAreLookedThroughStayRight()
    {
        SettingsPool pool;
        std::vector<SharedSettings> peers;
        for (int i = 0; i < 100; ++i) {
            ConnectionSettings settings = settingsOf(i);
            settings.maxMessageBytes = 1000 + i % 30;
            peers.emplace_back(settings, pool);
        }
        for (int i = 0; i < 100; ++i)
            QCOMPARE(peers[static_cast<std::size_t>(i)]->maxMessageBytes, qint64(1000 + i % 30));
    }
};

QTEST_GUILESS_MAIN(TestSharedSettings)
#include "tst_sharedsettings.moc"
