// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis.h"
#include "tests/models/engine/causes/causeprobe.h"
#include "tests/models/engine/causes/rawpeer.h"
#include "tests/support/engine/bothclients.h"
#include "tests/support/honesttest.h"

#include <QTest>

#include <algorithm>
#include <cstring>
#include <memory>
#include <vector>

#include <dlfcn.h>
#include <netdb.h>

using namespace Pongwatch;
using TestSupport::CauseProbe;
using TestSupport::dialOnce;

namespace
{

// Loopback addresses, on one port: this needs neither a network nor privileges.
const char *const live = "127.0.0.1";
const char *const refusing = "127.0.0.2"; // nothing listens there
const char *const deaf = "127.0.0.3"; // its backlog is full, so that Linux drops each SYN: as if it were dead
const char *const alsoRefusing = "127.0.0.4";
const char *const pathless = "127.255.255.255"; // TCP to a broadcast address is ENETUNREACH by definition

const char *const ending = ".several.test";

int systemsGetaddrinfo(const char *node, const char *service, const addrinfo *hints, addrinfo **result)
{
    using Function = int (*)(const char *, const char *, const addrinfo *, addrinfo **);
    static const auto function = reinterpret_cast<Function>(::dlsym(RTLD_NEXT, "getaddrinfo"));
    return function(node, service, hints, result);
}

} // namespace

/// This program's resolver, instead of the system's: "127.0.0.3-127.0.0.1.several.test" has these two
/// addresses, in this order. The system's would sort them, and read them from files that only root may write.
extern "C" int getaddrinfo(const char *node, const char *service, const addrinfo *hints, addrinfo **result)
{
    const QByteArray name(node);
    if (!name.endsWith(ending))
        return systemsGetaddrinfo(node, service, hints, result);
    addrinfo *first = nullptr;
    addrinfo **next = &first;
    for (const QByteArray &address : name.chopped(qsizetype(std::strlen(ending))).split('-')) {
        if (const int problem = systemsGetaddrinfo(address.constData(), service, hints, next); problem != 0)
            return problem;
        while (*next)
            next = &(*next)->ai_next;
    }
    *result = first;
    return 0;
}

/// Names with several addresses, some of which don't answer: what is dialled, and what each is said to do.
class TestSeveralAddresses : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestSupport::runForBothClients(); }

    void init()
    {
        HonestTest::init();
        m_live = std::make_unique<QTcpServer>();
        QVERIFY(m_live->listen(QHostAddress(QString::fromLatin1(live))));
        connect(m_live.get(), &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *client = m_live->nextPendingConnection())
                connect(client, &QTcpSocket::readyRead, client,
                        [client] { client->write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"); });
        });
        m_deaf = std::make_unique<QTcpServer>();
        m_deaf->setListenBacklogSize(1);
        QVERIFY(m_deaf->listen(QHostAddress(QString::fromLatin1(deaf)), m_live->serverPort()));
        m_deaf->pauseAccepting();
        m_crowd.clear();
        for (int i = 0; i < 6; ++i) {
            m_crowd.push_back(std::make_unique<QTcpSocket>());
            m_crowd.back()->connectToHost(QHostAddress(QString::fromLatin1(deaf)), m_live->serverPort());
        }
        QTRY_VERIFY(std::count_if(m_crowd.begin(), m_crowd.end(), [](const auto &socket) {
                        return socket->state() == QAbstractSocket::ConnectedState;
                    }) >= 2);
    }

    void whatEachAddressDid_data()
    {
        QTest::addColumn<QByteArrayList>("addresses");
        QTest::addColumn<QString>("wireCause"); // the one that answers says 404
        QTest::addColumn<QString>("wireStory"); // each address that did not answer, and what it did
        QTest::addColumn<QString>("qtCause");
        QTest::addColumn<QString>("qtStory");
        QTest::addColumn<int>("leftByQt");
        const QString answered = QStringLiteral("handshake-rejected");
        const QString refused = QStringLiteral("refused");
        const QString timedOut = QStringLiteral("open-timeout");
        const auto alike = [](const char *name, const QByteArrayList &addresses, const QString &cause,
                              const char *story) {
            QTest::newRow(name) << addresses << cause << QString::fromLatin1(story) << cause
                                << QString::fromLatin1(story) << 0;
        };
        alike("live, deaf", {live, deaf}, answered, "");
        alike("refusing, live", {refusing, live}, answered, "2 refused");
        alike("no route, live", {pathless, live}, answered, "255 unreachable");
        alike("refusing, no route, live", {refusing, pathless, live}, answered, "2 refused, 255 unreachable");
        alike("refusing, deaf", {refusing, deaf}, timedOut, "2 refused, 3 no-answer");
        alike("two that refuse", {refusing, alsoRefusing}, refused, "2 refused, 4 refused");
        alike("refusing, no route", {refusing, pathless}, refused, "2 refused, 255 unreachable");
        alike("no route, refusing", {pathless, refusing}, refused, "255 unreachable, 2 refused");
        // QWebSocket tries one after the other, 30 s each: it doesn't get to the second in time.
        QTest::newRow("deaf, live") << QByteArrayList{deaf, live} << answered << QStringLiteral("3 no-answer")
                                    << timedOut << QStringLiteral("3 no-answer") << 1;
        QTest::newRow("deaf, refusing")
            << QByteArrayList{deaf, refusing} << timedOut << QStringLiteral("3 no-answer, 2 refused")
            << timedOut << QStringLiteral("3 no-answer") << 1;
        QTest::newRow("refusing, deaf, live")
            << QByteArrayList{refusing, deaf, live} << answered << QStringLiteral("2 refused, 3 no-answer")
            << timedOut << QStringLiteral("2 refused, 3 no-answer") << 1;
        QTest::newRow("deaf, live, refusing")
            << QByteArrayList{deaf, live, refusing} << answered << QStringLiteral("3 no-answer") << timedOut
            << QStringLiteral("3 no-answer") << 2;
    }

    void whatEachAddressDid()
    {
        QFETCH(const QByteArrayList, addresses);
        QFETCH(const QString, wireCause);
        QFETCH(const QString, wireStory);
        QFETCH(const QString, qtCause);
        QFETCH(const QString, qtStory);
        QFETCH(const int, leftByQt);
        const bool isQt = TestSupport::clientOfRow() == Client::Qt;
        ConnectionSettings settings =
            dialOnce(QUrl(QStringLiteral("ws://%1%2:%3/")
                              .arg(QString::fromLatin1(addresses.join('-')), QString::fromLatin1(ending))
                              .arg(m_live->serverPort())));
        settings.openTimeout = milliseconds(1500);
        CauseProbe probe;
        probe.watch(settings);
        QTRY_COMPARE_WITH_TIMEOUT(probe.verdicts().size(), std::size_t(1), 15000);
        const Verdict &verdict = probe.verdicts().front();
        const QString sentence = explain(verdict);
        QVERIFY2(toWord(verdict.cause) == (isQt ? qtCause : wireCause), qPrintable(sentence));
        QCOMPARE(storyOf(verdict.attempts), isQt ? qtStory : wireStory);
        QCOMPARE(int(verdict.clientNote.count), isQt ? leftByQt : 0);
        if (verdict.cause == Cause::HandshakeRejected)
            return; // somebody answered: it doesn't matter what the others did
        for (const AddressAttempt &attempt : verdict.attempts) {
            const QString did =
                attempt.outcome == AddressOutcome::NoAnswer  ? QStringLiteral(" did not answer within ")
                : attempt.outcome == AddressOutcome::Refused ? QStringLiteral(" refused the connection")
                                                             : QStringLiteral(" can't be reached");
            QVERIFY2(sentence.contains(attempt.address + did), qPrintable(sentence));
        }
        const bool someLeft = isQt && leftByQt > 0;
        QVERIFY2(sentence.contains(QLatin1String("had not been tried")) == someLeft, qPrintable(sentence));
        QVERIFY2(sentence.contains(QLatin1String("the client wire tries them side by side")) == someLeft,
                 qPrintable(sentence));
    }

private:
    /// "2 refused, 3 no-answer": the last part of each address, and what it did.
    static QString storyOf(const QList<AddressAttempt> &attempts)
    {
        QStringList story;
        for (const AddressAttempt &attempt : attempts)
            story.append(attempt.address.section(u':', 0, 0).section(u'.', 3) + u' ' +
                         toWord(attempt.outcome));
        return story.join(QLatin1String(", "));
    }

    std::unique_ptr<QTcpServer> m_live;
    std::unique_ptr<QTcpServer> m_deaf;
    std::vector<std::unique_ptr<QTcpSocket>> m_crowd;
};

QTEST_GUILESS_MAIN(TestSeveralAddresses)
#include "tst_severaladdresses.moc"
