// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demofleet.h"
#include "tests/app/programrun.h"
#include "tests/support/honesttest.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString hd(const char *text)
{
    return QString::fromUtf8(text);
}

/// A task for the program with a file on a disk that does not respond. %1 is the folder on that disk, %2 one
/// on a disk that does, %3 a peer.
struct HungCase {
    const char *name;
    const char *arguments;
    int status;            ///< when it ends on its own, with a --duration of one second where there is one
    const char *errors;    ///< part of what it writes to standard error
    bool measures = false; ///< in the meantime
    const char *home = nullptr; ///< the variable of a folder of the program's own that is on that disk
};

const char *const notWithin3 = "could not be reached within 3";

const HungCase hungCases[] = {
    {"certificate authorities", "monitor %3 --ca %1/ca.pem", 2, notWithin3},
    {"client certificate", "monitor %3 --client-cert %1/ca.pem --client-key %2/ca.pem", 2, notWithin3},
    {"client key", "monitor %3 --client-cert %2/ca.pem --client-key %1/ca.pem", 2, notWithin3},
    {"the same in a workspace", "monitor --trust-workspace --workspace %4/authorities.pongwatch", 1, ""},
    {"a token", "monitor %3 --bearer @%1/token", 2, notWithin3},
    {"a header", "monitor %3 --header X-Key:@%1/token", 2, notWithin3},
    {"a file of headers", "monitor %3 --header @%1/token", 2, notWithin3},
    {"a token of ping", "ping %3 --bearer @%1/token", 2, notWithin3},
    {"workspace", "monitor --workspace %1/w.pongwatch", 2, notWithin3},
    {"report", "monitor %3 --report %1/r.json", 2, notWithin3},
    {"history", "monitor %3 --history %1/h.sqlite", 2, "could not be reached within 15", true},
    {"check", "check %1/w.pongwatch", 2, notWithin3},
    {"import", "import %1/list.txt", 2, notWithin3},
    {"import into", "import %2/list.txt --into %1/w.pongwatch", 2, notWithin3},
    {"variables of an import", "import %2/list.txt --variables %1/token", 2, notWithin3},
    {"export", "export %1/w.pongwatch -o %2/w.csv", 2, notWithin3},
    {"export to", "export %2/w.pongwatch -o %1/w.csv", 2, notWithin3},
    {"history check", "history check %1/h.sqlite", 2, notWithin3},
    {"web configuration", "monitor %3 --metrics 127.0.0.1:0 --web.config.file %1/token", 2, notWithin3},
    {"agent's workspace", "agent --metrics 127.0.0.1:0 --workspace %1/w.pongwatch", 2, notWithin3},
    {"authorities of a fleet", "fleet https://127.0.0.1:9 --ca %1/ca.pem", 2, notWithin3},
    {"findings", "examine %3 --only connect --keep %1", 2, notWithin3},
    {"history of an examination", "examine %3 --only connect --keep none --history %1/h.sqlite", 2,
     notWithin3},
    {"alerts of a history", "alerts --history %1/h.sqlite", 2, notWithin3},
    {"channels", "alert test x --workspace %1/w.pongwatch", 2, notWithin3},
    {"the program's own state", "monitor %3", 0, "", true, "XDG_STATE_HOME"},
    {"report of a history", "report --history %1/h.sqlite -o %2/r.json", 2, notWithin3},
    {"report to", "report --history %2/h.sqlite -o %1/r.json", 2, notWithin3},
};

} // namespace

/// A disk or network file system that does not respond holds nothing up: the program ends in time, and when
/// told to. All rows run at the same time, so this takes only as long as the longest of them.
class TestHungDisk : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void endsInItsTime_data() { addRows(); }
    void endsInItsTime();
    void endsWhenToldTo_data() { addRows(); }
    void endsWhenToldTo();

private:
    /// One run of a case.
    struct Run {
        std::unique_ptr<ProgramRun> program;
        QString hung;
        bool interrupted = false;
    };

    static void addRows();
    [[nodiscard]] static QString makeFiles(const QString &folder);
    [[nodiscard]] Run start(const HungCase &its, bool withDuration);
    /// Tells each one that hangs to end for the first time. Returns false if some have not hung yet.
    [[nodiscard]] bool interruptAll();

    /// A history takes longest; the machine may be busy with all of them.
    static constexpr int longestMs = 50'000;

    DemoFleet m_demo;
    QTemporaryDir m_folder;
    std::vector<Run> m_runs;
    std::vector<Run> m_interrupted;
};

void TestHungDisk::addRows()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const HungCase &its : hungCases)
        QTest::newRow(its.name) << index++;
}

/// The same in both places, so that only the place matters. Returns what could not be created.
QString TestHungDisk::makeFiles(const QString &folder)
{
    const QList<std::pair<QString, QByteArray>> files{
        {hd("token"), "abcdef"},
        {hd("list.txt"), "wss://h.example/feed\n"},
        {hd("ca.pem"), "-----BEGIN CERTIFICATE-----\n"},
        {hd("h.sqlite"), ""},
        {hd("w.pongwatch"), R"({"pongwatch":1,"profiles":[{"name":"p","url":"wss://h.example/"}]})"}};
    if (!QDir().mkpath(folder))
        return folder;
    for (const auto &[name, content] : files) {
        QFile file(folder + u'/' + name);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            return file.fileName();
    }
    return {};
}

TestHungDisk::Run TestHungDisk::start(const HungCase &its, bool withDuration)
{
    static int number = 0;
    const QString good = m_folder.path();
    const QString own = m_folder.filePath(QString::number(++number));
    const QString hung = own + hd("/hung");
    if (!makeFiles(hung).isEmpty())
        return {};
    QFile workspace(own + hd("/authorities.pongwatch"));
    if (workspace.open(QIODevice::WriteOnly))
        workspace.write(QStringLiteral(R"({"pongwatch":1,"profiles":[{"name":"p","url":"wss://127.0.0.1:9/",)"
                                       R"("tls":{"ca_file":"%1/ca.pem"}}]})")
                            .arg(hung)
                            .toUtf8());
    workspace.close();

    QProcessEnvironment environment = ProgramRun::plainEnvironment();
    environment.insert(hd("LD_PRELOAD"), hd(PONGWATCH_HUNG_DISK));
    environment.insert(hd("HUNG_DISK"), hung);
    for (const char *name : {"HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"})
        environment.insert(hd(name), its.home != nullptr && qstrcmp(its.home, name) == 0 ? hung : good);
    QString line = hd(its.arguments);
    line.replace(hd("%1"), hung).replace(hd("%2"), good).replace(hd("%4"), own);
    QStringList arguments = line.replace(hd("%3"), m_demo.url(hd("/steady")).toString()).split(u' ');
    if (arguments.first() == hd("monitor")) {
        arguments << hd("--output") << hd("jsonl") << hd("--proxy") << hd("none");
        if (withDuration)
            arguments << hd("--duration") << hd("1");
    } else if (arguments.first() == hd("ping") && withDuration) {
        arguments << hd("--count") << hd("1");
    }
    return {std::make_unique<ProgramRun>(arguments, environment), hung};
}

void TestHungDisk::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QCOMPARE(makeFiles(m_folder.path()), QString());
    QCOMPARE(m_demo.start(), QString());
    for (const HungCase &its : hungCases) {
        m_runs.push_back(start(its, true));
        m_interrupted.push_back(start(its, false));
        (void)interruptAll();
    }
    QTRY_VERIFY_WITH_TIMEOUT(interruptAll(), longestMs);
}

bool TestHungDisk::interruptAll()
{
    bool all = true;
    for (Run &run : m_interrupted) {
        if (!run.interrupted && run.program && QFile::exists(run.hung + hd(".entered"))) {
            run.program->interrupt(SIGINT);
            run.interrupted = true;
        }
        all = all && run.interrupted;
    }
    return all;
}

void TestHungDisk::endsInItsTime()
{
    QFETCH(const int, index);
    const HungCase &its = hungCases[index];
    Run &run = m_runs[static_cast<size_t>(index)];
    QVERIFY(run.program);
    QTRY_COMPARE_WITH_TIMEOUT(run.program->process().state(), QProcess::NotRunning, longestMs);
    QVERIFY2(QFile::exists(run.hung + hd(".entered")), "it never came by that disk");
    const QByteArray errors = run.program->errors();
    QVERIFY2(run.program->exitStatus() == its.status, errors.constData());
    QVERIFY2(errors.contains(its.errors), errors.constData());
    QVERIFY2(errors.count('\n') == (*its.errors == '\0' ? 0 : 1), errors.constData());
    if (its.measures)
        QVERIFY(!run.program->events(hd("pong")).isEmpty());
}

void TestHungDisk::endsWhenToldTo()
{
    QFETCH(const int, index);
    Run &run = m_interrupted[static_cast<size_t>(index)];
    QVERIFY(run.program);
    QTRY_COMPARE_WITH_TIMEOUT(run.program->process().state(), QProcess::NotRunning, longestMs);
    // Before its own handler is installed, the signal ends it at once.
    const bool byTheSignal = run.program->process().exitStatus() == QProcess::CrashExit;
    if (!byTheSignal)
        QVERIFY(run.program->process().exitCode() == 130 || run.program->process().exitCode() == 2);
}

QTEST_GUILESS_MAIN(TestHungDisk)
#include "tst_hungdisk.moc"
