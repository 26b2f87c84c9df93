// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/summarysentence.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

ReportIncident endOf(Cause cause, std::optional<nanoseconds> silence = {}, quint16 code = 1006,
                     Evidence evidence = Evidence::Unknown)
{
    ReportIncident incident;
    incident.peer = QStringLiteral("edge");
    incident.verdict.cause = cause;
    incident.verdict.closeCode = code;
    incident.verdict.evidence = evidence;
    incident.verdict.sinceLastReceived = silence;
    return incident;
}

QString plain(QString text)
{
    return text.replace(QChar(0x00A0), QChar(u' '));
}

} // namespace

/// The first sentence that readers see about a peer.
class SummarySentenceTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void ends_data();
    void ends();
    void wholeSentence();
    void neverRoundedUpToAll();
    void othersIncidentsAreNotIts();
};

void SummarySentenceTest::ends_data()
{
    QTest::addColumn<QList<ReportIncident>>("ends");
    QTest::addColumn<QString>("part");
    using Ends = QList<ReportIncident>;
    const auto dropped = [](double silence) { return endOf(Cause::Eof, fromSeconds(silence)); };
    QTest::newRow("none") << Ends{} << "";
    QTest::newRow("a proxy's idle limit")
        << Ends{dropped(60.01), dropped(60.2), endOf(Cause::Reset, fromSeconds(60.1))}
        << "all 3 connections were dropped after 60 s of silence, as by a proxy's idle limit";
    QTest::newRow("once after silence")
        << Ends{dropped(60)} << "the connection was dropped after 60 s of silence";
    QTest::newRow("short silences are no idle limit")
        << Ends{dropped(3), dropped(3.1)} << "both connections were dropped without a Close frame";
    QTest::newRow("silences that differ")
        << Ends{dropped(60), dropped(300)} << "both connections were dropped without a Close frame";
    QTest::newRow("deploys") << Ends{endOf(Cause::PeerClose, {}, 1012), endOf(Cause::PeerClose, {}, 1012)}
                             << "both connections were closed by the peer with 1012";
    QTest::newRow("path silent twice") << Ends{endOf(Cause::KeepaliveTimeout, {}, 1006, Evidence::PathSilent),
                                               endOf(Cause::KeepaliveTimeout, {}, 1006, Evidence::PathSilent)}
                                       << "both connections were lost because the network path fell silent";
    QTest::newRow("mostly one thing") << Ends{endOf(Cause::Refused), endOf(Cause::Refused), endOf(Cause::Dns)}
                                      << "most ends (2 of 3): refused";
    QTest::newRow("nothing in common") << Ends{endOf(Cause::Refused), endOf(Cause::Dns)} << "";
}

void SummarySentenceTest::ends()
{
    QFETCH(QList<ReportIncident>, ends);
    QFETCH(QString, part);
    std::vector<const ReportIncident *> pointers;
    for (const ReportIncident &end : std::as_const(ends))
        pointers.push_back(&end);
    QCOMPARE(plain(commonEnd(pointers, QTimeZone::utc())), part);
}

void SummarySentenceTest::wholeSentence()
{
    ReportPeer peer;
    peer.name = QStringLiteral("edge");
    peer.watched = seconds(100'000);
    peer.open = seconds(99'930);
    const WallTime at{};
    peer.outages = {
        {at, at + seconds(41), false}, {at, at + seconds(20), false}, {at, at + seconds(9), false}};
    peer.statistics.pings = 5000;
    peer.statistics.p50 = milliseconds(23);
    peer.statistics.p99 = milliseconds(180);
    const std::vector<ReportIncident> incidents(3, endOf(Cause::Eof, seconds(60)));
    QCOMPARE(plain(summarySentence(peer, incidents, QTimeZone::utc())),
             QStringLiteral(
                 "99.93 % open; 3 outages, longest 41 s; median 23.0 ms, p99 180 ms; all 3 connections were "
                 "dropped after 60 s of silence, as by a proxy's idle limit"));
}

void SummarySentenceTest::neverRoundedUpToAll()
{
    ReportPeer peer;
    peer.watched = seconds(1'000'000);
    peer.open = seconds(999'999);
    QVERIFY(plain(summarySentence(peer, {}, QTimeZone::utc())).startsWith(QStringLiteral("99.99 % open")));
    peer.open = peer.watched;
    QVERIFY(plain(summarySentence(peer, {}, QTimeZone::utc()))
                .startsWith(QStringLiteral("100 % open; no outage")));
}

void SummarySentenceTest::othersIncidentsAreNotIts()
{
    ReportPeer peer;
    peer.name = QStringLiteral("another");
    peer.watched = peer.open = seconds(10);
    QVERIFY(!summarySentence(peer, {endOf(Cause::Refused)}, QTimeZone::utc())
                 .contains(QStringLiteral("refused")));
}

QTEST_GUILESS_MAIN(SummarySentenceTest)
#include "tst_summarysentence.moc"
