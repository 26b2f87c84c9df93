// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/pathtracer.h"
#include "tests/support/honesttest.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <memory>
#include <optional>
#include <thread>

#include <sys/resource.h>

using namespace Pongwatch;

namespace
{

TraceWish wishFor(const QString &address)
{
    return {{address, address, 443, TraceProtocol::Tcp, false}, TraceReason::ByHand, 0};
}

/// The most that this process has had at once, in KiB.
qint64 mostMemory()
{
    rusage usage{};
    return ::getrusage(RUSAGE_SELF, &usage) == 0 ? qint64(usage.ru_maxrss) : 0;
}

TracerOptions quickOptions(const QString &program)
{
    TracerOptions options;
    options.program = program;
    options.plan.rounds = 3;
    options.plan.roundEvery = milliseconds(20);
    options.plan.probeEvery = milliseconds(1);
    options.plan.firstTimeout = seconds(1);
    options.startPatience = milliseconds(3000);
    options.longestTrace = milliseconds(5000);
    options.names = false;
    return options;
}

/// A program in mtr-packet's place that answers as its manual says: three routers, and the destination.
const char *const goodProgram = R"(
import sys
for line in sys.stdin:
    words = line.split()
    if words[1] == "check-support":
        print(words[0], "feature-support support", "0.95" if words[3] == "version" else "ok", flush=True)
    else:
        ttl = int(words[words.index("ttl") + 1])
        if ttl >= 4:
            print(words[0], "reply ip-4", words[3], "round-trip-time 400", flush=True)
        else:
            print(words[0], f"ttl-expired ip-4 10.9.0.{ttl} round-trip-time {ttl}00", flush=True)
)";

/// What became of one trace.
struct Traced {
    std::optional<PathTrace> trace;
    std::optional<TraceProblem> problem;

    explicit Traced(PathTracer &tracer)
    {
        QObject::connect(&tracer, &PathTracer::traced, &tracer,
                         [this](quint64, const PathTrace &one) { trace = one; });
        QObject::connect(&tracer, &PathTracer::failed, &tracer,
                         [this](quint64, const TraceProblem &one) { problem = one; });
    }
    [[nodiscard]] bool isOver() const { return trace || problem; }
};

} // namespace

Q_DECLARE_METATYPE(Pongwatch::TraceProblem::Kind)

/// The child process: the real one towards this machine itself, and others in its place that are missing,
/// hang, or say what they like.
class TestPathTracer : public TestSupport::HonestTest
{
    Q_OBJECT

    QTemporaryDir m_folder;

    /// A program in mtr-packet's place.
    QString program(const QByteArray &interpreter, const QByteArray &text)
    {
        static int number = 0;
        const QString path = m_folder.filePath(QStringLiteral("mtr-packet-%1").arg(++number));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write("#!" + interpreter + '\n' + text);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }
    QString python(const char *text) { return program("/usr/bin/python3", text); }

private Q_SLOTS:
    void repliesBecomeATrace()
    {
        TracerOptions options = quickOptions(python(goodProgram));
        options.names = true;
        options.nameLookUp = [](const QString &address) {
            return address == QLatin1String("10.9.0.2") ? QStringLiteral("core2.example.net") : QString();
        };
        PathTracer tracer(options);
        const Traced traced(tracer);
        QVERIFY(tracer.trace(wishFor(QStringLiteral("203.0.113.7"))) != 0);
        QTRY_VERIFY_WITH_TIMEOUT(traced.isOver(), 15000);
        QVERIFY(traced.trace);
        QVERIFY(traced.trace->reached);
        QCOMPARE(traced.trace->hops.size(), 4);
        QCOMPARE(traced.trace->hops[1].addresses.constFirst().name, QStringLiteral("core2.example.net"));
        QVERIFY(traced.trace->hops[0].addresses.constFirst().name.isEmpty());
        QVERIFY(traced.trace->begun.time_since_epoch().count() > 0);
        QVERIFY(!traced.trace->cutShort);
        QCOMPARE(tracer.pending(), 0);
    }

    /// Name servers are silent when the network is down.
    void silentNameServersHoldNothingUp()
    {
        TracerOptions options = quickOptions(python(goodProgram));
        options.names = true;
        options.namePatience = milliseconds(50);
        const auto release = std::make_shared<std::atomic<bool>>(false);
        options.nameLookUp = [release](const QString &) {
            while (!*release)
                std::this_thread::yield();
            return QString();
        };
        PathTracer tracer(options);
        const Traced traced(tracer);
        tracer.trace(wishFor(QStringLiteral("203.0.113.7")));
        QTRY_VERIFY_WITH_TIMEOUT(traced.isOver(), 15000);
        *release = true;
        QVERIFY(traced.trace);
        QVERIFY(traced.trace->reached);
    }

    /// Debian's own, towards the loopback address: whatever it may do here, there is one answer.
    void mtrPacketOfTheSystem()
    {
        PathTracer tracer(quickOptions({}));
        const Traced traced(tracer);
        tracer.trace(wishFor(QStringLiteral("127.0.0.1")));
        QTRY_VERIFY_WITH_TIMEOUT(traced.isOver(), 15000);
        if (traced.problem) { // no raw sockets in this sandbox
            QCOMPARE(traced.problem->kind, TraceProblem::Kind::NotPermitted);
            return;
        }
        QVERIFY(traced.trace->reached);
        QCOMPARE(traced.trace->hops.size(), 1);
        QCOMPARE(traced.trace->hops[0].addresses.constFirst().address, QStringLiteral("127.0.0.1"));
    }

    void missingIsSaid()
    {
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", m_folder.path().toLocal8Bit());
        PathTracer tracer(quickOptions({}));
        const Traced traced(tracer);
        tracer.trace(wishFor(QStringLiteral("203.0.113.7")));
        QVERIFY(!traced.isOver()); // never from within the call
        QTRY_VERIFY(traced.isOver());
        qputenv("PATH", path);
        QVERIFY(traced.problem);
        QCOMPARE(traced.problem->kind, TraceProblem::Kind::Missing);
        QVERIFY(explainProblem(*traced.problem).contains(QLatin1String("mtr-tiny")));
    }

    void badProgramsAreTold_data()
    {
        using Kind = TraceProblem::Kind;
        QTest::addColumn<QByteArray>("interpreter");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Kind>("kind");
        const auto row = [](const char *name, const char *interpreter, const char *text, Kind kind) {
            QTest::newRow(name) << QByteArray(interpreter) << QByteArray(text) << kind;
        };
        row("ends at once", "/bin/sh", "exit 1", Kind::Unusable);
        row("may not open sockets", "/bin/sh",
            "echo 'mtr-packet: Failure to open IPv4 sockets: Permission denied' >&2; exit 1",
            Kind::NotPermitted);
        row("can't do TCP", "/usr/bin/python3",
            "import sys\nfor line in sys.stdin: print(line.split()[0], 'feature-support support no', "
            "flush=True)",
            Kind::NotPermitted);
        row("hangs", "/bin/sh", "exec sleep 60", Kind::Unusable);
        row("says garbage and ends", "/bin/sh", "head -c 2000 /dev/urandom; exit 0", Kind::Unusable);
        row("says garbage for ever", "/bin/sh", "exec cat /dev/urandom", Kind::Unusable);
        row("one endless line", "/bin/sh", "exec tr '\\0' a < /dev/zero", Kind::Unusable);
        row("endless lines", "/bin/sh", "exec yes '7 no-reply'", Kind::Unusable);
        row("ends in the middle", "/usr/bin/python3",
            "import sys\nfor line in sys.stdin:\n"
            "    if 'send-probe' in line: sys.exit(0)\n"
            "    print(line.split()[0], 'feature-support support ok', flush=True)",
            Kind::Unusable);
        row("crashes", "/bin/sh", "kill -SEGV $$", Kind::Unusable);
    }

    void badProgramsAreTold()
    {
        using Kind = TraceProblem::Kind;
        QFETCH(QByteArray, interpreter);
        QFETCH(QByteArray, text);
        QFETCH(Kind, kind);
        TracerOptions options = quickOptions(program(interpreter, text + '\n'));
        options.startPatience = milliseconds(kind == Kind::Unusable ? 1000 : 5000);
        PathTracer tracer(options);
        const Traced traced(tracer);
        tracer.trace(wishFor(QStringLiteral("203.0.113.7")));
        QTRY_VERIFY_WITH_TIMEOUT(traced.isOver(), 15000);
        QVERIFY(traced.problem);
        QCOMPARE(traced.problem->kind, kind);
        QVERIFY(explainProblem(*traced.problem).contains(QLatin1String("mtr-tiny")));
        QCOMPARE(tracer.pending(), 0);
    }

    void complaintIsPlainText()
    {
        PathTracer tracer(quickOptions(program("/bin/sh", "printf 'a\\033[31mb\\n' >&2; exit 1\n")));
        const Traced traced(tracer);
        tracer.trace(wishFor(QStringLiteral("203.0.113.7")));
        QTRY_VERIFY_WITH_TIMEOUT(traced.isOver(), 15000);
        QVERIFY(traced.problem);
        const QString sentence = explainProblem(*traced.problem);
        QVERIFY(!sentence.contains(QChar(0x1b)));
        QVERIFY(sentence.contains(QLatin1String("[31mb")));
    }

    void complaintsFillNoMemory()
    {
        TracerOptions options =
            quickOptions(program("/bin/sh", "echo first >&2; head -c 200000000 /dev/zero >&2; exit 1\n"));
        options.startPatience = seconds(20);
        PathTracer tracer(options);
        const Traced traced(tracer);
        const qint64 before = mostMemory();
        tracer.trace(wishFor(QStringLiteral("203.0.113.7")));
        QTRY_VERIFY_WITH_TIMEOUT(traced.isOver(), 30'000);
        QVERIFY(traced.problem);
        QCOMPARE(traced.problem->detail, QStringLiteral("first"));
        QVERIFY(before > 0);
        QVERIFY2(mostMemory() - before < 50'000, qPrintable(QString::number(mostMemory() - before)));
    }

    void programThatCantBeStarted()
    {
        PathTracer tracer(quickOptions(m_folder.filePath(QStringLiteral("nothing"))));
        const Traced traced(tracer);
        tracer.trace(wishFor(QStringLiteral("203.0.113.7")));
        QTRY_VERIFY(traced.isOver());
        QVERIFY(traced.problem);
        QCOMPARE(traced.problem->kind, TraceProblem::Kind::Unusable);
    }

    /// Answers what it can do, and then nothing.
    void hangingInTheMiddleHasAnEnd()
    {
        TracerOptions options = quickOptions(python(
            "import sys\nfor line in sys.stdin:\n"
            "    if 'check' in line: print(line.split()[0], 'feature-support support ok', flush=True)\n"));
        options.longestTrace = milliseconds(300);
        PathTracer tracer(options);
        const Traced traced(tracer);
        tracer.trace(wishFor(QStringLiteral("203.0.113.7")));
        QTRY_VERIFY_WITH_TIMEOUT(traced.isOver(), 15000);
        QVERIFY(traced.trace);
        QVERIFY(traced.trace->cutShort);
        QVERIFY(!traced.trace->reached);
    }

    void cancelledTraceKeepsWhatItHas()
    {
        TracerOptions options = quickOptions(python(goodProgram));
        options.plan.rounds = 10000;
        options.longestTrace = milliseconds(60000);
        PathTracer tracer(options);
        const Traced traced(tracer);
        QSignalSpy progress(&tracer, &PathTracer::progressed);
        const quint64 number = tracer.trace(wishFor(QStringLiteral("203.0.113.7")));
        QTRY_VERIFY_WITH_TIMEOUT(progress.size() >= 3, 15000);
        tracer.cancel(number);
        QTRY_VERIFY(traced.isOver());
        QVERIFY(traced.trace);
        QVERIFY(traced.trace->cutShort);
        QVERIFY(!traced.trace->hops.isEmpty());
    }

    void onlyAFewRunAtOnce()
    {
        TracerOptions options = quickOptions(program("/bin/sh", "exec sleep 60\n"));
        options.tracesAtOnce = 2;
        options.startPatience = milliseconds(60000);
        PathTracer tracer(options);
        QList<quint64> failed;
        QObject::connect(&tracer, &PathTracer::failed, &tracer,
                         [&failed](quint64 number, const TraceProblem &problem) {
                             if (problem.kind == TraceProblem::Kind::Cancelled)
                                 failed.append(number);
                         });
        QList<quint64> numbers;
        for (int i = 0; i < 5; ++i)
            numbers.append(tracer.trace(wishFor(QStringLiteral("203.0.113.7"))));
        QCOMPARE(tracer.pending(), 5);
        QCOMPARE(tracer.findChildren<QProcess *>().size(), 0); // none is leaked to the tracer
        tracer.cancel(numbers[4]);                             // waits
        tracer.cancel(numbers[0]);                             // runs
        QTRY_COMPARE(failed.size(), 2);
        QCOMPARE(tracer.pending(), 3);
    }

    /// Whoever is traced when the program ends does not hold it up.
    void endIsQuick()
    {
        auto tracer = std::make_unique<PathTracer>(
            quickOptions(program("/bin/sh", "trap '' TERM HUP INT; while :; do sleep 1; done\n")));
        tracer->trace(wishFor(QStringLiteral("203.0.113.7")));
        QCoreApplication::processEvents();
        QElapsedTimer time;
        time.start();
        tracer.reset();
        QVERIFY(time.elapsed() < 3000);
    }
};

QTEST_GUILESS_MAIN(TestPathTracer)
#include "tst_pathtracer.moc"
