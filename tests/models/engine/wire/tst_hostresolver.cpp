// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/hostresolver.h"
#include "tests/support/honesttest.h"

#include <QSemaphore>
#include <QTest>

#include <atomic>
#include <memory>
#include <optional>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class TestHostResolver : public HonestTest
{
    Q_OBJECT

    /// A name server that is silent about every name but "quick" until it is released, and counts the
    /// queries. Kept alive by the lookups themselves, which may outlive the resolver.
    struct SilentServer {
        QSemaphore released;
        std::atomic<int> questions = 0;
        std::atomic<int> answers = 0;
    };

    static HostResolver::LookUp ask(const std::shared_ptr<SilentServer> &server)
    {
        return [server](const QString &host) {
            ++server->questions;
            if (host != QStringLiteral("quick"))
                server->released.acquire();
            ++server->answers;
            return HostAnswer{{QHostAddress(QStringLiteral("192.0.2.1"))}, {}};
        };
    }

    static HostResolver::Answered into(std::optional<HostAnswer> *place)
    {
        return [place](const HostAnswer &answer) { *place = answer; };
    }

private Q_SLOTS:
    void answersFromTheSystem()
    {
        HostResolver resolver;
        std::optional<HostAnswer> answer;
        QVERIFY(resolver.lookUp(QStringLiteral("localhost"), into(&answer)) != 0);
        QVERIFY(!answer);
        QTRY_VERIFY(answer);
        QCOMPARE(answer->error, QString());
        QVERIFY(answer->addresses.contains(QHostAddress(QHostAddress::LocalHost)) ||
                answer->addresses.contains(QHostAddress(QHostAddress::LocalHostIPv6)));
    }

    void saysThatAHostIsNotThere_data()
    {
        QTest::addColumn<QString>("host");
        QTest::newRow("a name that can't be written") << QStringLiteral("a..b");
        QTest::newRow("no name") << QString();
    }

    void saysThatAHostIsNotThere()
    {
        QFETCH(const QString, host);
        HostResolver resolver;
        std::optional<HostAnswer> answer;
        resolver.lookUp(host, into(&answer));
        QTRY_VERIFY(answer);
        QVERIFY(answer->addresses.isEmpty());
        QCOMPARE(answer->error, QStringLiteral("Host not found"));
    }

    void slowNamesHoldNobodyUp()
    {
        const auto server = std::make_shared<SilentServer>();
        HostResolver resolver(ask(server));
        for (int i = 0; i < 100; ++i)
            resolver.lookUp(QStringLiteral("slow-%1").arg(i), [](const HostAnswer &) {});
        QTRY_COMPARE(server->questions.load(), 100);
        std::optional<HostAnswer> quick;
        resolver.lookUp(QStringLiteral("quick"), into(&quick));
        QTRY_VERIFY(quick);
        QCOMPARE(resolver.running(), 100);
        server->released.release(100);
        QTRY_COMPARE(resolver.running(), 0);
    }

    void oneQuestionServesAllWhoWantTheName()
    {
        const auto server = std::make_shared<SilentServer>();
        HostResolver resolver(ask(server));
        std::optional<HostAnswer> first;
        std::optional<HostAnswer> second;
        resolver.lookUp(QStringLiteral("shared"), into(&first));
        resolver.lookUp(QStringLiteral("shared"), into(&second));
        server->released.release();
        QTRY_VERIFY(first && second);
        QCOMPARE(server->questions.load(), 1);
        // Nothing is cached.
        std::optional<HostAnswer> third;
        resolver.lookUp(QStringLiteral("shared"), into(&third));
        server->released.release();
        QTRY_VERIFY(third);
        QCOMPARE(server->questions.load(), 2);
    }

    void cancelledIsNotTold()
    {
        const auto server = std::make_shared<SilentServer>();
        HostResolver resolver(ask(server));
        std::optional<HostAnswer> given;
        std::optional<HostAnswer> kept;
        const quint64 number = resolver.lookUp(QStringLiteral("shared"), into(&given));
        resolver.lookUp(QStringLiteral("shared"), into(&kept));
        resolver.cancel(number);
        server->released.release();
        QTRY_VERIFY(kept);
        QVERIFY(!given);
    }

    void moreThanTheLimitWaitForTheirTurn()
    {
        const auto server = std::make_shared<SilentServer>();
        HostResolver resolver(ask(server));
        const int all = HostResolver::lookupsAtOnce + 5;
        int told = 0;
        quint64 last = 0;
        for (int i = 0; i < all; ++i)
            last = resolver.lookUp(QStringLiteral("slow-%1").arg(i), [&told](const HostAnswer &) { ++told; });
        QTRY_COMPARE(server->questions.load(), HostResolver::lookupsAtOnce);
        QCOMPARE(resolver.running(), HostResolver::lookupsAtOnce);
        resolver.cancel(last); // it is still waiting: nobody asks for it
        server->released.release(all);
        QTRY_COMPARE(told, all - 1);
        QCOMPARE(server->questions.load(), all - 1);
    }

    void goesWithoutWaitingForAnswers()
    {
        const auto server = std::make_shared<SilentServer>();
        bool told = false;
        {
            HostResolver resolver(ask(server));
            resolver.lookUp(QStringLiteral("slow"), [&told](const HostAnswer &) { told = true; });
            QTRY_COMPARE(server->questions.load(), 1);
        }
        server->released.release();
        QTRY_COMPARE(server->answers.load(), 1);
        QCoreApplication::processEvents();
        QVERIFY(!told);
    }
};

QTEST_GUILESS_MAIN(TestHostResolver)
#include "tst_hostresolver.moc"
