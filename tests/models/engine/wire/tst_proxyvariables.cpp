// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/proxychoice.h"
#include "engine/wire/proxyvariables.h"
#include "tests/support/honesttest.h"

#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Pongwatch;

namespace
{

/// "https_proxy=http://p:1 no_proxy=*" as an environment; blanks within a value are written as underscores.
QProcessEnvironment environmentOf(const QString &text)
{
    QProcessEnvironment environment;
    for (const QString &setting : text.split(u' ', Qt::SkipEmptyParts))
        environment.insert(setting.section(u'=', 0, 0), setting.section(u'=', 1).replace(u'_', u' '));
    return environment;
}

} // namespace

/// Proxies from the environment, compared with what curl makes of the same one.
class TestProxyVariables : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void asCurlHasThem_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("environment"); // %1: the port of one of the test's proxies
        QTest::addColumn<bool>("proxied");
        const auto row = [](const char *name, const char *url, const char *environment, bool proxied) {
            QTest::newRow(name) << QString::fromLatin1(url) << QString::fromLatin1(environment) << proxied;
        };
        const char *app = "ws://app.corp.example:8000/";
        row("http_proxy", app, "http_proxy=http://127.0.0.1:%1", true);
        row("http_proxy without a scheme", app, "http_proxy=127.0.0.1:%1", true);
        row("HTTP_PROXY in capitals", app, "HTTP_PROXY=http://127.0.0.1:%1", false);
        row("https_proxy for ws", app, "https_proxy=http://127.0.0.1:%1", false);
        row("https_proxy for wss", "wss://app.corp.example/", "https_proxy=http://127.0.0.1:%1", true);
        row("HTTPS_PROXY for wss", "wss://app.corp.example/", "HTTPS_PROXY=http://127.0.0.1:%1", true);
        row("http_proxy for wss", "wss://app.corp.example/", "http_proxy=http://127.0.0.1:%1", false);
        row("all_proxy", app, "all_proxy=http://127.0.0.1:%1", true);
        row("ALL_PROXY for wss", "wss://app.corp.example/", "ALL_PROXY=http://127.0.0.1:%1", true);
        row("http_proxy for a web page", "http://app.corp.example/", "http_proxy=http://127.0.0.1:%1", true);
        row("https_proxy for a web page over TLS", "https://app.corp.example/",
            "https_proxy=http://127.0.0.1:%1", true);
        row("http_proxy for a web page over TLS", "https://app.corp.example/",
            "http_proxy=http://127.0.0.1:%1", false);
        row("all_proxy for a web page over TLS", "https://app.corp.example/", "all_proxy=http://127.0.0.1:%1",
            true);
        row("ws_proxy for a web page", "http://app.corp.example/",
            "ws_proxy=http://127.0.0.1:1 http_proxy=http://127.0.0.1:%1", true);
        row("wss_proxy for a web page over TLS", "https://app.corp.example/", "wss_proxy=http://127.0.0.1:%1",
            false);
        row("nothing", app, "", false);
        row("an empty http_proxy", app, "http_proxy= all_proxy=", false);
        const auto except = [&row](const char *name, const char *url, const QByteArray &noProxy,
                                   bool proxied) {
            row(name, url, QByteArray("http_proxy=http://127.0.0.1:%1 no_proxy=" + noProxy).constData(),
                proxied);
        };
        except("no_proxy of all", app, "*", false);
        except("a star among others", app, "a.example,*", true);
        except("the host itself", app, "app.corp.example", false);
        except("the host in capitals", app, "APP.Corp.Example", false);
        except("a bare parent domain", app, "corp.example", false);
        except("a parent domain with a dot", app, ".corp.example", false);
        except("a parent domain with a star", app, "*.corp.example", true);
        except("a trailing dot", app, "corp.example.", false);
        except("a domain that only ends alike", "ws://notcorp.example:8000/", "corp.example", true);
        except("a list", app, "a.example,corp.example", false);
        except("a list with blanks", app, "a.example,_corp.example", false);
        except("a list of blanks", app, "a.example_corp.example", false);
        except("a port", app, "app.corp.example:8000", true);
        except("another port", app, "app.corp.example:8001", true);
        except("an address", "ws://192.0.2.7:8000/", "192.0.2.7", false);
        except("a CIDR block", "ws://192.0.2.7:8000/", "192.0.2.0/24", false);
        except("a CIDR block beside it", "ws://192.0.2.7:8000/", "192.0.3.0/24", true);
        except("a CIDR block of odd length", "ws://192.0.2.7:8000/", "192.0.2.0/29", false);
        except("an address of IPv6", "ws://[2001:db8::7]:8000/", "2001:db8::7", false);
        except("another address of IPv6", "ws://[2001:db8::7]:8000/", "2001:db8::8", true);
        row("NO_PROXY in capitals", app, "http_proxy=http://127.0.0.1:%1 NO_PROXY=corp.example", false);
        row("both, of which the small one counts", app,
            "http_proxy=http://127.0.0.1:%1 no_proxy=a.example NO_PROXY=corp.example", true);
    }

    void asCurlHasThem()
    {
        QFETCH(QString, url);
        QFETCH(QString, environment);
        QFETCH(bool, proxied);
        QTcpServer proxy;
        QVERIFY(proxy.listen(QHostAddress::LocalHost));
        if (environment.contains(QLatin1String("%1")))
            environment = environment.arg(proxy.serverPort());

        ConnectionSettings settings;
        settings.url = QUrl(url);
        const ChosenProxy chosen = chooseProxy(settings, environmentOf(environment));
        QCOMPARE(chosen.isProxied(), proxied);
        QCOMPARE(chosen.refusal, QString());
        if (proxied) {
            QCOMPARE(chosen.proxy.port(), proxy.serverPort());
            QCOMPARE(chosen.use->source, ProxySource::Environment);
            QVERIFY(environment.contains(chosen.use->variable));
        }

        // And curl, for a web page on the same host: whether it uses the proxy.
        QUrl page(url);
        page.setScheme(page.scheme().replace(QLatin1String("ws"), QLatin1String("http")));
        QProcess curl;
        QProcessEnvironment its = environmentOf(environment);
        its.insert(QStringLiteral("PATH"), qEnvironmentVariable("PATH"));
        curl.setProcessEnvironment(its);
        // The names and addresses are for documentation, so they don't exist.
        curl.start(QStringLiteral("curl"),
                   {QStringLiteral("-s"), QStringLiteral("--max-time"), QStringLiteral("2"),
                    QStringLiteral("--connect-timeout"), QStringLiteral("1"), page.toString()});
        bool came = false;
        connect(&proxy, &QTcpServer::newConnection, &proxy, [&proxy, &came] {
            came = true;
            while (QTcpSocket *client = proxy.nextPendingConnection())
                client->disconnectFromHost();
        });
        QTRY_COMPARE(curl.state(), QProcess::NotRunning);
        QCOMPARE(curl.error() == QProcess::FailedToStart, false);
        QCOMPARE(came, proxied);
    }

    void blocksOfIPv6()
    {
        // They are in curl's manual, but curl 7.88 itself ignores them.
        QVERIFY(isInNoProxy(QStringLiteral("2001:db8::7"), QStringLiteral("2001:db8::/32")));
        QVERIFY(!isInNoProxy(QStringLiteral("2001:db9::7"), QStringLiteral("2001:db8::/32")));
        QVERIFY(isInNoProxy(QStringLiteral("2001:db8::7"), QStringLiteral("2001:db8::7/128")));
    }

    void kindsOfProxies_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("refused");
        QTest::addColumn<bool>("looksUpNames");
        const auto row = [](const char *value, const char *address, bool refused, bool looksUpNames = true) {
            QTest::newRow(value) << QString::fromLatin1(value) << QString::fromLatin1(address) << refused
                                 << looksUpNames;
        };
        row("http://p.example:3128", "http://p.example:3128", false);
        row("p.example:3128", "http://p.example:3128", false);
        row("p.example", "http://p.example:1080", false);
        row("http://u:secret@p.example:3128/", "http://p.example:3128", false);
        row("socks5h://p.example", "socks5://p.example:1080", false);
        row("socks5://p.example:1081", "socks5://p.example:1081", false, false);
        row("https://p.example", "https://p.example:443", true);
        row("socks4://p.example:1080", "socks4://p.example:1080", true);
        row("socks4a://p.example:1080", "socks4a://p.example:1080", true);
        row("quic://p.example:1", "quic://p.example:1", true);
        row("http://[::1]:3128", "http://[::1]:3128", false);
        row("http://", "?", true);
    }

    void kindsOfProxies()
    {
        QFETCH(QString, value);
        QFETCH(QString, address);
        QFETCH(bool, refused);
        QFETCH(bool, looksUpNames);
        ConnectionSettings settings;
        settings.url = QUrl(QStringLiteral("wss://app.example/"));
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("https_proxy"), value);
        const ChosenProxy chosen = chooseProxy(settings, environment);
        QCOMPARE(chosen.use.value().address, address);
        QCOMPARE(!chosen.refusal.isEmpty(), refused);
        QVERIFY(!chosen.refusal.contains(QLatin1String("secret")));
        if (refused)
            QVERIFY2(chosen.refusal.contains(QLatin1String("https_proxy")), qPrintable(chosen.refusal));
        else
            QCOMPARE(chosen.proxy.capabilities().testFlag(QNetworkProxy::HostNameLookupCapability),
                     looksUpNames);
    }

    void thisMachineNeedsNoProxy()
    {
        for (const char *host : {"localhost", "127.0.0.1", "[::1]", "x.localhost"}) {
            ConnectionSettings settings;
            settings.url = QUrl(QStringLiteral("ws://%1:9000/").arg(QString::fromLatin1(host)));
            QVERIFY(
                !chooseProxy(settings, environmentOf(QStringLiteral("all_proxy=http://p:1"))).isProxied());
        }
    }
};

QTEST_GUILESS_MAIN(TestProxyVariables)
#include "tst_proxyvariables.moc"
