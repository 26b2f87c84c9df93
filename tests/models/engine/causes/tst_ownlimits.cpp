// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis.h"
#include "tests/models/engine/causes/causeprobe.h"
#include "tests/models/engine/causes/rawpeer.h"
#include "tests/support/engine/bothclients.h"
#include "tests/support/honesttest.h"

#include <QTest>

#include <atomic>
#include <cerrno>

#include <dlfcn.h>
#include <sys/socket.h>

using namespace Pongwatch;
using TestSupport::CauseProbe;
using TestSupport::dialOnce;
using TestSupport::RawPeer;

namespace
{

std::atomic<int> socketFault{0};
std::atomic<int> connectFault{0};

} // namespace

// Replaces the system's calls, for this program and the libraries that it uses: they fail as on a machine at
// its limits.
extern "C" int socket(int domain, int type, int protocol)
{
    static const auto real = reinterpret_cast<int (*)(int, int, int)>(::dlsym(RTLD_NEXT, "socket"));
    const bool isDial = domain == AF_INET || domain == AF_INET6;
    if (const int fault = socketFault; fault != 0 && isDial) {
        errno = fault;
        return -1;
    }
    return real(domain, type, protocol);
}

extern "C" int connect(int descriptor, const sockaddr *address, socklen_t length)
{
    using Connect = int (*)(int, const sockaddr *, socklen_t);
    static const auto real = reinterpret_cast<Connect>(::dlsym(RTLD_NEXT, "connect"));
    const bool isDial = address->sa_family == AF_INET || address->sa_family == AF_INET6;
    if (const int fault = connectFault; fault != 0 && isDial) {
        errno = fault;
        return -1;
    }
    return real(descriptor, address, length);
}

/// Limits of this machine that keep it from dialling: they point to this side, and say what to set.
class OwnLimitsTest : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestSupport::runForBothClients(); }

    void pointToThisSide_data()
    {
        QTest::addColumn<int>("ofSocket");
        QTest::addColumn<int>("ofConnect");
        QTest::addColumn<QStringList>("words");
        const auto words = [](const char *text) { return QString::fromLatin1(text).split(u'|'); };
        QTest::newRow("this process has too many files open") << EMFILE << 0 << words("EMFILE|LimitNOFILE");
        QTest::newRow("this machine has too many files open") << ENFILE << 0 << words("ENFILE|fs.file-max");
        QTest::newRow("no memory for a socket") << ENOMEM << 0 << words("ENOMEM|tcp_mem");
        QTest::newRow("no buffers for a socket") << ENOBUFS << 0 << words("ENOBUFS|tcp_mem");
        QTest::newRow("no local port is free")
            << 0 << EADDRNOTAVAIL << words("EADDRNOTAVAIL|ip_local_port_range");
    }
    void pointToThisSide()
    {
        QFETCH(int, ofSocket);
        QFETCH(int, ofConnect);
        QFETCH(QStringList, words);
        RawPeer peer({.connected = [](QTcpSocket &) {}});
        CauseProbe probe;
        socketFault = ofSocket;
        connectFault = ofConnect;
        probe.watch(dialOnce(peer.url()));
        const bool ended = QTest::qWaitFor([&probe] { return !probe.verdicts().empty(); }, 20'000);
        socketFault = 0;
        connectFault = 0;
        QVERIFY(ended);
        const Verdict &verdict = probe.verdicts().front();
        const QString said = explain(verdict);
        QVERIFY2(verdict.cause == Cause::OwnLimit,
                 qPrintable(QString(toWord(verdict.cause)) + QStringLiteral(": ") + said));
        QCOMPARE(suspicionOf(verdict).likely, Suspects(Suspect::ThisSide));
        for (const QString &word : words)
            QVERIFY2(said.contains(word), qPrintable(said));
    }
};

QTEST_GUILESS_MAIN(OwnLimitsTest)
#include "tst_ownlimits.moc"
