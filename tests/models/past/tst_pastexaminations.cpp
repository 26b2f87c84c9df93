// SPDX-License-Identifier: GPL-3.0-or-later
#include "past/pastexaminations.h"
#include "tests/support/honesttest.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch;

namespace
{

ConnectionSettings settingsOf(const char *url)
{
    ConnectionSettings settings;
    settings.url = QUrl(QString::fromLatin1(url));
    return settings;
}

Finding silenceOf(double limit)
{
    return {FindingKind::IdleLimit,
            FindingResult::Limit,
            WallTime(std::chrono::hours(1)),
            {{QStringLiteral("idle_limit_s"), limit},
             {QStringLiteral("cut_by"), QStringLiteral("fin")},
             {QStringLiteral("reset_by"), QJsonArray{QStringLiteral("ping")}}}};
}

} // namespace

/// What was found out about peers is known when they are watched again.
class PastExaminationsTest : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOfEachPeerWhatIsKept()
    {
        const QTemporaryDir folder;
        const FindingShelf shelf(folder.path());
        const QString url = QStringLiteral("ws://a/");
        QVERIFY(shelf.keep(url, {silenceOf(60)}, false, false));
        QList<std::pair<PeerId, std::optional<ExaminedLimits>>> told;
        PastExaminations past(shelf, [&told](PeerId peer, const std::optional<ExaminedLimits> &limits) {
            told.append({peer, limits});
        });
        past.lookUp(PeerId{1}, settingsOf("ws://a/"));
        past.lookUp(PeerId{2}, settingsOf("ws://b/"));
        past.lookUp(PeerId{3}, settingsOf("ws://a/"));
        QTRY_COMPARE(told.size(), 2);
        QVERIFY(past.limitsOf(PeerId{1}) && past.limitsOf(PeerId{3}) && !past.limitsOf(PeerId{2}));
        QCOMPARE(past.limitsOf(PeerId{1})->silence->length, nanoseconds(seconds(60)));
        QCOMPARE(past.limitsOf(PeerId{1})->silence->recommended, std::optional<nanoseconds>(seconds(20)));

        // Examined again.
        QVERIFY(shelf.keep(url, {silenceOf(30)}, false, false));
        past.lookUpAgain(url);
        QTRY_COMPARE(told.size(), 4);
        QCOMPARE(past.limitsOf(PeerId{3})->silence->length, nanoseconds(seconds(30)));

        // It leads somewhere else now.
        past.lookUp(PeerId{1}, settingsOf("ws://b/"));
        QVERIFY(!past.limitsOf(PeerId{1}));
        QCOMPARE(told.last(), std::pair(PeerId{1}, std::optional<ExaminedLimits>()));
        past.forget(PeerId{3});
        QVERIFY(!past.limitsOf(PeerId{3}));
    }
};

QTEST_GUILESS_MAIN(PastExaminationsTest)
#include "tst_pastexaminations.moc"
