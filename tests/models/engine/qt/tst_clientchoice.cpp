// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis.h"
#include "engine/qt/clientchoice.h"
#include "tests/support/honesttest.h"

#include <QTest>

#include <functional>

using namespace Pongwatch;

namespace
{
using Change = std::function<void(ConnectionSettings &)>;
}

/// What makes a peer use the wire client whatever it asks for: the list in docs/clients.md.
class TestClientChoice : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void choosesByWhatIsWanted_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<Change>("change");
        QTest::addColumn<int>("reason");
        const auto row = [](const char *name, const char *url, const Change &change, WireReason reason) {
            QTest::newRow(name) << QString::fromUtf8(url) << change << static_cast<int>(reason);
        };
        const char *const usual = "wss://example.org/feed?x=1";
        const Change nothing = [](ConnectionSettings &) {};
        row("nothing special", usual, nothing, WireReason::None);
        row("an address", "ws://127.0.0.1:9001/", nothing, WireReason::None);
        row("an IPv6 address", "ws://[::1]:9001/", nothing, WireReason::None);
        row("an IPv6 address with a zone", "ws://[fe80::1%25eth0]:9001/", nothing, WireReason::AddressZone);
        row("a host that is not ASCII", "wss://b\u00fccher.de/", nothing, WireReason::HostName);
        row("the same in its other spelling", "wss://xn--bcher-kva.de/", nothing, WireReason::HostName);
        row("a line break in the path", "ws://example.org/a%0D%0Ab", nothing, WireReason::Path);
        row(
            "IPv6 only", usual, [](ConnectionSettings &s) { s.addressFamily = AddressFamily::IPv6; },
            WireReason::AddressFamily);
        row(
            "two headers", usual,
            [](ConnectionSettings &s) {
                s.headers = {{QStringLiteral("A"), {}}, {QStringLiteral("B"), {}}};
            },
            WireReason::None);
        row(
            "a header twice", usual,
            [](ConnectionSettings &s) {
                s.headers = {{QStringLiteral("X-Tag"), QStringLiteral("a")},
                             {QStringLiteral("x-tag"), QStringLiteral("b")}};
            },
            WireReason::HeaderTwice);
        row(
            "a Host header", usual,
            [](ConnectionSettings &s) {
                s.headers = {{QStringLiteral("host"), QStringLiteral("other")}};
            },
            WireReason::OwnHost);
    }

    void choosesByWhatIsWanted()
    {
        QFETCH(const QString, url);
        QFETCH(const Change, change);
        QFETCH(const int, reason);
        ConnectionSettings settings;
        settings.url = QUrl(url);
        QVERIFY(settings.url.isValid());
        change(settings);
        const WireReason why = whyNotQWebSocket(settings);
        QCOMPARE(static_cast<int>(why), reason);
        QCOMPARE(textOf(why).isEmpty(), why == WireReason::None);
    }
};

QTEST_GUILESS_MAIN(TestClientChoice)
#include "tst_clientchoice.moc"
