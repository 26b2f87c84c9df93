// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demopath.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;
using namespace std::chrono_literals;

class DemoPathTest : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void understands_data();
    void understands();
    void refuses_data();
    void refuses();
    void listsEveryPath();
    void showsNothingHostile();
};

void DemoPathTest::understands_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<DemoPath>("expected");

    const auto row = [](const char *target, const DemoPath &path) {
        QTest::newRow(target) << QByteArray(target) << path;
    };
    row("/steady", {DemoKind::Steady, {}, {}, 0, {}});
    row("/jitter", {DemoKind::Jitter, 20ms, {}, 0, {}});
    row("/jitter?ms=7.5", {DemoKind::Jitter, 8ms, {}, 0, {}});
    row("/spikes", {DemoKind::Spikes, 400ms, {}, 15, {}});
    row("/spikes?ms=50&every=3", {DemoKind::Spikes, 50ms, {}, 3, {}});
    row("/slow", {DemoKind::Slow, 300ms, {}, 0, {}});
    row("/slow?ms=0", {DemoKind::Slow, 0ms, {}, 0, {}});
    row("/stall", {DemoKind::Stall, {}, 20s, 0, {}});
    row("/stall?after=0.25", {DemoKind::Stall, {}, 250ms, 0, {}});
    row("/newest", {DemoKind::Newest, 3000ms, {}, 2, {}});
    row("/newest?of=5&ms=100", {DemoKind::Newest, 100ms, {}, 5, {}});
    row("/wrong", {DemoKind::Wrong, {}, {}, 0, {}});
    row("/unsolicited", {DemoKind::Unsolicited, {}, {}, 0, {}});
    row("/duplicate", {DemoKind::Duplicate, {}, {}, 0, {}});
    row("/close", {DemoKind::Close, {}, 30s, 1012, QStringLiteral("deploy")});
    row("/close?code=4001", {DemoKind::Close, {}, 30s, 4001, {}});
    row("/close?after=1&code=1000&reason=so%20long%20%C3%A4",
        {DemoKind::Close, {}, 1s, 1000, QStringLiteral("so long ä")});
    row("/empty-close", {DemoKind::EmptyClose, {}, 1s, 0, {}});
    row("/eof", {DemoKind::Eof, {}, 30s, 0, {}});
    row("/reset?after=86400", {DemoKind::Reset, {}, 24h, 0, {}});
    row("/idle", {DemoKind::Idle, {}, 60s, 0, {}});
    row("/idle?limit=0.5", {DemoKind::Idle, {}, 500ms, 0, {}});
    row("/reject", {DemoKind::Reject, {}, {}, 503, {}});
    row("/reject?status=401", {DemoKind::Reject, {}, {}, 401, {}});
    row("/bad-accept", {DemoKind::BadAccept, {}, {}, 0, {}});
    row("/hang", {DemoKind::Hang, {}, {}, 0, {}});
    row("/flood", {DemoKind::Flood, {}, {}, 1000, {}});
    row("/huge", {DemoKind::Huge, {}, 1s, 0, {}});
    row("/garbage?after=0", {DemoKind::Garbage, {}, 0s, 0, {}});
    row("/fragments", {DemoKind::Fragments, {}, {}, 0, {}});
    row("/steady?", {DemoKind::Steady, {}, {}, 0, {}});
}

void DemoPathTest::understands()
{
    QFETCH(const QByteArray, target);
    QFETCH(const DemoPath, expected);

    const auto parsed = parseDemoPath(target);

    const auto *refusal = std::get_if<DemoRefusal>(&parsed);
    QVERIFY2(refusal == nullptr, refusal != nullptr ? qPrintable(refusal->text) : "");
    QVERIFY(std::get<DemoPath>(parsed) == expected);
}

void DemoPathTest::refuses_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("text");

    const auto row = [](const char *name, const QByteArray &target, int status, const char *text) {
        QTest::newRow(name) << target << status << QString::fromUtf8(text);
    };
    row("no path", "", 404, "There is no demo peer “”.");
    row("the root", "/", 404, "/steady");
    row("an unknown path", "/steadyy", 404, "There is no demo peer “/steadyy”.");
    row("a path below a known one", "/steady/x", 404, "There is no demo peer");
    row("an unknown parameter", "/slow?mss=3", 400, "/slow has no parameter “mss”.");
    row("a parameter of another path", "/steady?ms=3", 400, "/steady has no parameter “ms”.");
    row("no number", "/slow?ms=abc", 400,
        "“ms” of /slow is a number of milliseconds from 0 to 60000, not “abc”.");
    row("an empty number", "/slow?ms=", 400, "not “”.");
    row("a number without a sign of equality", "/slow?ms", 400, "not “”.");
    row("not a number at all", "/slow?ms=nan", 400, "not “nan”.");
    row("an infinite number", "/slow?ms=inf", 400, "not “inf”.");
    row("a negative number", "/eof?after=-1", 400,
        "“after” of /eof is a number of seconds from 0 to 86400, not “-1”.");
    row("too large a number", "/slow?ms=60001", 400, "not “60001”.");
    row("a fraction of a count", "/spikes?every=1.5", 400,
        "“every” of /spikes is a whole number from 1 to 1000000, not “1.5”.");
    row("a close code of more than 16 bits", "/close?code=65536", 400, "from 0 to 65535");
    row("a status that isn't an answer", "/reject?status=101", 400, "from 200 to 599");
    row("the same number twice", "/slow?ms=1&ms=2", 400, "“ms” is given more than once.");
    row("a reason too long for a Close frame", "/close?reason=" + QByteArray(124, 'x'), 400,
        "at most 123 bytes");
    row("an endless target", '/' + QByteArray(2'048, 'x'), 414, "too long");
}

void DemoPathTest::refuses()
{
    QFETCH(const QByteArray, target);
    QFETCH(const int, status);
    QFETCH(const QString, text);

    const auto parsed = parseDemoPath(target);

    const auto *refusal = std::get_if<DemoRefusal>(&parsed);
    QVERIFY(refusal != nullptr);
    QCOMPARE(refusal->status, status);
    QVERIFY2(refusal->text.contains(text), qPrintable(refusal->text));
}

void DemoPathTest::listsEveryPath()
{
    // Everything in the list can be parsed, and everything that can be parsed is in the list.
    const QStringList lines = demoPathList().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QList<DemoKind> kinds;
    for (const QString &line : lines) {
        const QByteArray target = line.simplified().split(QLatin1Char(' ')).first().toUtf8();
        const auto parsed = parseDemoPath(target);
        QVERIFY2(std::holds_alternative<DemoPath>(parsed), target.constData());
        kinds << std::get<DemoPath>(parsed).kind;
    }
    for (int kind = 0; kind <= static_cast<int>(DemoKind::Fragments); ++kind)
        QCOMPARE(kinds.count(static_cast<DemoKind>(kind)), 1);
}

void DemoPathTest::showsNothingHostile()
{
    const auto parsed = parseDemoPath(QByteArray("/slow?ms=%1B%5B31m%0D%0A" + QByteArray(500, 'x')));

    const auto *refusal = std::get_if<DemoRefusal>(&parsed);
    QVERIFY(refusal != nullptr);
    QVERIFY(!refusal->text.contains(QChar(0x1b)));
    QVERIFY(!refusal->text.contains(QLatin1Char('\n')));
    QVERIFY(refusal->text.size() < 200);
}

QTEST_GUILESS_MAIN(DemoPathTest)
#include "tst_demopath.moc"
