// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/crosssentence.h"
#include "tests/support/honesttest.h"

#include <QFile>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

constexpr WallTime noon{std::chrono::hours(480'012)};

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// "a1+ a2- b1?": vantages a1 and a2 of provider a and b1 of b, which see the peer up, down, or are silent.
/// The n-th that sees it down does so since n minutes past noon.
FleetPeer peerOf(const QString &name, const QString &sights)
{
    FleetPeer peer{name, {}, {}};
    int downs = 0;
    for (const QString &word : sights.split(u' ', Qt::SkipEmptyParts)) {
        VantageSight sight;
        sight.vantage = word.chopped(1);
        sight.provider = word.at(0).isLower() ? QString(word.at(0)) : QString();
        sight.sight = word.endsWith(u'+') ? Sight::Up : word.endsWith(u'-') ? Sight::Down : Sight::Silent;
        if (sight.sight == Sight::Down)
            sight.since = noon + std::chrono::minutes(++downs);
        peer.sights.append(sight);
    }
    return peer;
}

/// Peers one below the other; the verdict is about the first.
FleetView fleetOfRows(const QStringList &rows)
{
    FleetView fleet;
    for (qsizetype i = 0; i < rows.size(); ++i)
        fleet.peers.append(peerOf(QString(QChar(u'p')) + QString::number(i), rows[i]));
    return fleet;
}

} // namespace

/// What several vantages together say about a peer.
class CrossVerdictTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void verdicts_data();
    void verdicts();
    void cut_data();
    void cut();
    void sentences_data();
    void sentences();
    void manyVantagesAreNotAllNamed();
    void thePageHasEachVerdict();
};

void CrossVerdictTest::verdicts_data()
{
    QTest::addColumn<QStringList>("rows");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("suspects");
    QTest::addColumn<int>("sinceMinute"); // 0: none
    const auto row = [](const char *what, const QStringList &rows, const char *kind, const char *suspects,
                        int minute) { QTest::newRow(what) << rows << s(kind) << s(suspects) << minute; };
    row("up from all", {s("a1+ b1+")}, "up", "", 0);
    row("up from one, the other silent", {s("a1+ b1?")}, "up", "", 0);
    row("all silent", {s("a1? b1?")}, "unknown", "", 0);
    row("watched by nobody", {s("")}, "unknown", "", 0);
    row("down from all", {s("a1- b1-")}, "peer", "peer", 1);
    row("down from all that tell", {s("a1- b1- c1?")}, "peer", "peer", 1);
    row("down from the only one", {s("a1-")}, "one-view", "network,peer", 1);
    row("down from one, the other silent", {s("a1- b1?")}, "one-view", "network,peer", 1);
    row("down from the only one, which reaches others", {s("a1-"), s("a1+")}, "one-view", "network,peer", 1);
    row("down from one that reaches others", {s("a1- b1+"), s("a1+ b1+")}, "way", "network", 1);
    row("down from one that reaches nothing", {s("a1- b1+"), s("a1- b1+")}, "vantage-network", "network", 1);
    row("down from one that watches nothing else", {s("a1- b1+")}, "vantage-network", "network", 1);
    row("the same, with a peer that is down for all", {s("a1- b1+"), s("a1- b1-")}, "vantage-network",
        "network", 1);
    row("down from all vantages of a provider", {s("a1- a2- b1+"), s("a1+ a2+ b1+")}, "provider-network",
        "network", 1);
    row("not from all of the provider", {s("a1- a2- a3+ b1+"), s("a1+ a2+ a3+ b1+")}, "way", "network", 1);
    row("the rest of the provider is silent", {s("a1- a2- a3? b1+"), s("a1+ a2+ b1+")}, "provider-network",
        "network", 1);
    row("one of a provider", {s("a1- b1+ b2+"), s("a1+ b1+ b2+")}, "way", "network", 1);
    row("two of different providers", {s("a1- b1- c1+"), s("a1+ b1+ c1+")}, "way", "network", 1);
    row("two without a provider", {s("X- Y- c1+"), s("X+ Y+ c1+")}, "way", "network", 1);
    row("a cut vantage does not vote", {s("a1- b1- c1-"), s("a1- b1+ c1+")}, "peer", "peer", 2);
    row("nor is it the provider", {s("a1- a2- b1+"), s("a1- a2+ b1+")}, "way", "network", 2);
    row("only a cut one watches it", {s("a1-"), s("a1- b1+")}, "vantage-network", "network", 1);
    row("one tells beside a cut one", {s("a1- b1-"), s("a1- b1+")}, "one-view", "network,peer", 2);
}

void CrossVerdictTest::verdicts()
{
    QFETCH(QStringList, rows);
    const FleetView fleet = fleetOfRows(rows);
    const CrossVerdict verdict = crossVerdictOf(fleet.peers.first(), cutVantages(fleet));
    QTEST(QString(toWord(verdict.kind)), "kind");
    QTEST(toWords(verdict.suspects).join(u','), "suspects");
    QFETCH(int, sinceMinute);
    QCOMPARE(verdict.since, sinceMinute == 0
                                ? std::nullopt
                                : std::optional<WallTime>(noon + std::chrono::minutes(sinceMinute)));
}

void CrossVerdictTest::cut_data()
{
    QTest::addColumn<QStringList>("rows");
    QTest::addColumn<QStringList>("cut");
    QTest::newRow("nobody") << QStringList{s("a1+ b1+"), s("a1+ b1-")} << QStringList{};
    QTest::newRow("one") << QStringList{s("a1- b1+"), s("a1- b1+")} << QStringList{s("a1")};
    QTest::newRow("two of three") << QStringList{s("a1- b1- c1+")} << QStringList{s("a1"), s("b1")};
    QTest::newRow("all down everywhere") << QStringList{s("a1- b1-")} << QStringList{};
    QTest::newRow("silent is not cut") << QStringList{s("a1? b1+")} << QStringList{};
    QTest::newRow("another peer that only it sees up")
        << QStringList{s("a1- b1+"), s("a1+")} << QStringList{};
}

void CrossVerdictTest::cut()
{
    QFETCH(QStringList, rows);
    QStringList cut = cutVantages(fleetOfRows(rows)).values();
    cut.sort();
    QTEST(cut, "cut");
}

void CrossVerdictTest::sentences_data()
{
    QTest::addColumn<QStringList>("rows");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("up") << QStringList{s("a1+ b1+")} << QString();
    QTest::newRow("up, one silent") << QStringList{s("a1+ b1?")}
                                    << s("Nothing is heard from b1, which says nothing about the peer.");
    QTest::newRow("unknown")
        << QStringList{s("a1?")}
        << s("Nothing is heard from any vantage that watches it, so nothing is known about it.");
    QTest::newRow("vantage")
        << QStringList{s("a1- b1+"), s("a1- b1+")}
        << s("Down only from vantages that reach nothing of what others reach (a1), since 12:01:00. "
             "Look at the network of a1.");
    QTest::newRow("cut, and nobody else") << QStringList{s("a1-"), s("a1- b1+")}
                                          << s("Down from vantages that reach nothing of what others reach "
                                               "(a1); no other vantage can tell, since "
                                               "12:01:00. Look at the network of a1.");
    QTest::newRow("way")
        << QStringList{s("a1- b1+"), s("a1+ b1+")}
        << s("Down from a1, up from b1, since 12:01:00. Look at the way from there to the peer.");
    QTest::newRow("provider")
        << QStringList{s("a1- a2- b1+"), s("a1+ a2+ b1+")}
        << s("Down from all vantages of a (a1, a2), up from b1, since 12:01:00. Look at the "
             "network of a.");
    QTest::newRow("peer")
        << QStringList{s("a1- b1- c1?")}
        << s("Down from all vantages that tell (a1, b1), since 12:01:00. Look at the peer, or at "
             "what is before it. Nothing is heard from c1, which says nothing about the peer.");
    QTest::newRow("provider, and a cut one")
        << QStringList{s("a1- a2- b1- c1+"), s("a1+ a2+ b1- c1+")}
        << s("Down from all vantages of a (a1, a2), up from c1, since 12:01:00. Look at the network of a. "
             "What b1 sees does not count: nothing that others reach is reached from there.");
    QTest::newRow("way, and a cut one")
        << QStringList{s("a1- b1- c1+"), s("a1- b1+ c1+")}
        << s("Down from b1, up from c1, since 12:02:00. Look at the way from there to the peer. "
             "What a1 sees does not count: nothing that others reach is reached from there.");
    QTest::newRow("one view beside a cut one")
        << QStringList{s("a1- b1-"), s("a1- b1+")}
        << s("Down from b1; no other vantage can tell, since 12:02:00. That may be the peer, or the way to "
             "it. "
             "What a1 sees does not count: nothing that others reach is reached from there.");
    QTest::newRow("one view")
        << QStringList{s("a1-")}
        << s("Down from a1; no other vantage can tell, since 12:01:00. That may be the peer, "
             "or the way to it.");
}

void CrossVerdictTest::sentences()
{
    QFETCH(QStringList, rows);
    const FleetView fleet = fleetOfRows(rows);
    const Formatter format(QLocale::c(), QTimeZone::utc(), FormatPreferences::plain());
    QTEST(crossSentence(crossVerdictOf(fleet.peers.first(), cutVantages(fleet)), format, noon + seconds(600)),
          "sentence");
}

void CrossVerdictTest::manyVantagesAreNotAllNamed()
{
    const FleetView fleet = fleetOfRows({s("a1- b1- c1- d1- e1- f1-")});
    const Formatter format(QLocale::c(), QTimeZone::utc(), FormatPreferences::plain());
    const QString sentence = crossSentence(crossVerdictOf(fleet.peers.first(), {}), format, noon);
    QVERIFY2(sentence.startsWith(s("Down from all vantages that tell (a1, b1, c1 and 3 more)")),
             qPrintable(sentence));
}

void CrossVerdictTest::thePageHasEachVerdict()
{
    QFile page(s(PONGWATCH_VERDICTS_PAGE));
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(page.readAll());
    for (int kind = 0; kind <= static_cast<int>(CrossVerdict::Kind::OneView); ++kind) {
        const QString word = toWord(static_cast<CrossVerdict::Kind>(kind));
        QVERIFY2(text.contains(s("| `%1` |").arg(word)), qPrintable(word));
    }
}

QTEST_GUILESS_MAIN(CrossVerdictTest)
#include "tst_crossverdict.moc"
