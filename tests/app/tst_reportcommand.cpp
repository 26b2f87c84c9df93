// SPDX-License-Identifier: GPL-3.0-or-later
#include "examine/findings/findingshelf.h"
#include "tests/app/programrun.h"
#include "tests/support/honesttest.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Standard output of another program, whose exit status must be 0.
QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished() || process.exitCode() != 0)
        QTest::qFail(process.readAllStandardError().constData(), __FILE__, __LINE__);
    return process.readAllStandardOutput();
}

} // namespace

/// `pongwatch demo-history` and `pongwatch report`, from end to end and without a display; the results are
/// read by other programs.
class ReportCommandTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void allFormsAtOnce();
    void pdfIsReadByOthers();
    void jsonFitsItsSchema();
    void whatIsKnownByExaminationsIsInIt();
    void csvIsReadByPython();
    void pictureCarriesItsFacts();
    void sameReportTwice();
    void relativeTimes();
    void onePeer();
    void badInput_data();
    void badInput();
    void sameSeedSameHistory();
    void monitorWritesPaintedReports();

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(s(name)); }
    [[nodiscard]] QString history() const { return path("history.sqlite"); }
    [[nodiscard]] int report(const QStringList &more, QByteArray *errors = nullptr) const;
    [[nodiscard]] static QByteArray judgedBySchema(const QString &file);

    QTemporaryDir m_folder;
};

int ReportCommandTest::report(const QStringList &more, QByteArray *errors) const
{
    const QStringList zone =
        more.contains(s("--time-zone")) ? QStringList() : QStringList{s("--time-zone"), s("UTC")};
    ProgramRun run(QStringList{s("report"), s("--history"), history()} + zone + more);
    const int status = run.exitStatus();
    if (errors != nullptr)
        *errors = run.errors();
    return status;
}

void ReportCommandTest::initTestCase()
{
    ProgramRun run(
        {s("demo-history"), history(), s("--days"), s("2"), s("--end"), s("2026-11-23T00:00:00Z")});
    QCOMPARE(run.exitStatus(), 0);
    QCOMPARE(report({s("-o"), path("a.pdf"), s("-o"), path("a.html"), s("-o"), path("a.png"), s("-o"),
                     path("a.csv"), s("-o"), path("a.json"), s("--title"), s("Edge, week 48"), s("--note"),
                     s("<script>alert(1)</script>"), s("--scale"), s("1")}),
             0);
}

void ReportCommandTest::allFormsAtOnce()
{
    QVERIFY(contentOf(path("a.pdf")).startsWith("%PDF-"));
    QVERIFY(contentOf(path("a.html")).startsWith("<!DOCTYPE html>"));
    QVERIFY(!contentOf(path("a.html")).contains("<script"));
    QVERIFY(contentOf(path("a.png")).startsWith("\x89PNG"));
    QVERIFY(contentOf(path("a.csv")).startsWith("record,time,peer,"));
    QVERIFY(contentOf(path("a.json")).startsWith("{"));
}

void ReportCommandTest::pdfIsReadByOthers()
{
    const QString text = QString::fromUtf8(outputOf(s("pdftotext"), {s("-layout"), path("a.pdf"), s("-")}));
    QVERIFY(text.contains(s("Edge, week 48")));
    QVERIFY(text.contains(s("<script>alert(1)</script>")));
    QVERIFY(text.contains(s("market-feed")));
    QVERIFY(text.contains(s("Page 1 of ")));
    QVERIFY(text.contains(s("上海"))); // Chinese can be selected, too
    const QByteArray info = outputOf(s("pdfinfo"), {path("a.pdf")});
    QVERIFY(info.contains("A4"));
    QVERIFY(info.contains("Edge, week 48"));
    const QByteArray bytes = contentOf(path("a.pdf"));
    QVERIFY(bytes.contains("/Outlines"));
    // Page contents are vectors: there is no bitmap.
    QVERIFY(!bytes.contains("/Subtype /Image"));
    QCOMPARE(report({s("-o"), path("letter.pdf"), s("--paper"), s("letter"), s("--theme"), s("dark")}), 0);
    QVERIFY(outputOf(s("pdfinfo"), {path("letter.pdf")}).contains("letter"));
}

QByteArray ReportCommandTest::judgedBySchema(const QString &file)
{
    return outputOf(s("/usr/bin/python3"),
                    {s("-c"),
                     s("import json, jsonschema, sys\n"
                       "schema, report = (json.load(open(name, encoding='utf-8')) for name in sys.argv[1:])\n"
                       "jsonschema.Draft202012Validator.check_schema(schema)\n"
                       "jsonschema.Draft202012Validator(schema).validate(report)\n"
                       "print(len(report['peers']), report['title'], report['time_zone'])"),
                     s(PONGWATCH_REPORT_SCHEMA), file})
        .trimmed();
}

void ReportCommandTest::jsonFitsItsSchema()
{
    QCOMPARE(judgedBySchema(path("a.json")), QByteArray("6 Edge, week 48 UTC"));
}

void ReportCommandTest::whatIsKnownByExaminationsIsInIt()
{
    const QTemporaryDir state;
    qputenv("XDG_STATE_HOME", state.path().toUtf8());
    const auto goBack = qScopeGuard([] { qunsetenv("XDG_STATE_HOME"); });
    const QJsonObject peer = QJsonDocument::fromJson(contentOf(path("a.json")))
                                 .object()
                                 .value(s("peers"))
                                 .toArray()
                                 .first()
                                 .toObject();
    const Finding finding{FindingKind::IdleLimit,
                          FindingResult::Limit,
                          WallTime(std::chrono::hours(400'000)),
                          {{s("idle_limit_s"), 61}, {s("cut_by"), s("fin")}, {s("front"), s("nginx")}}};
    QVERIFY(FindingShelf(FindingShelf::defaultFolder())
                .keep(peer.value(s("url")).toString(), {finding}, false, false));
    QCOMPARE(report({s("-o"), path("examined.json"), s("-o"), path("examined.pdf"), s("--title"), s("x"),
                     s("--peer"), peer.value(s("peer")).toString()}),
             0);
    QCOMPARE(judgedBySchema(path("examined.json")), QByteArray("1 x UTC"));
    QVERIFY(contentOf(path("examined.json")).contains("\"idle_limit_s\": 61"));
    const QString text = QString::fromUtf8(outputOf(s("pdftotext"), {path("examined.pdf"), s("-")}));
    QVERIFY(text.contains(s("Examinations")));
    QVERIFY2(text.simplified().contains(s("of silence, by FIN, without a Close frame.")), qPrintable(text));
}

void ReportCommandTest::csvIsReadByPython()
{
    const QByteArray counted = outputOf(
        s("/usr/bin/python3"),
        {s("-c"),
         s("import csv, json, sys\n"
           "rows = list(csv.DictReader(open(sys.argv[1], encoding='utf-8', newline=''), strict=True))\n"
           "report = json.load(open(sys.argv[2], encoding='utf-8'))\n"
           "assert all(None not in row for row in rows)\n"
           "for peer in report['peers']:\n"
           "    mine = [row for row in rows if row['record'] == 'sample' and row['peer'] == peer['peer']]\n"
           "    assert len(mine) == peer['pings'], peer['peer']\n"
           "    newest = peer['samples'][-1]\n"
           "    assert mine[-1]['time'] == newest['time'] and float(mine[-1]['rtt_ms']) == newest['rtt_ms']\n"
           "print(len([row for row in rows if row['record'] == 'incident']) == len(report['incidents']))"),
         path("a.csv"), path("a.json")});
    QCOMPARE(counted.trimmed(), QByteArray("True"));
}

void ReportCommandTest::pictureCarriesItsFacts()
{
    const QImage picture(path("a.png"));
    QCOMPARE(picture.width(), 1200);
    QCOMPARE(picture.text(s("Title")), s("Edge, week 48"));
    QVERIFY(picture.text(s("Peers")).contains(s("上海 行情")));
    QVERIFY(picture.text(s("Range")).contains(s("2026-11-2")));
    QVERIFY(picture.text(s("Software")).startsWith(s("Pongwatch ")));
    QCOMPARE(picture.text(s("Time Zone")), s("UTC"));
}

void ReportCommandTest::sameReportTwice()
{
    QVERIFY(QDir(m_folder.path()).mkdir(s("again")));
    QCOMPARE(report({s("-o"), path("again/a.json"), s("-o"), path("again/a.csv"), s("--title"),
                     s("Edge, week 48"), s("--note"), s("<script>alert(1)</script>")}),
             0);
    QCOMPARE(contentOf(path("again/a.csv")), contentOf(path("a.csv")));
    QJsonObject first = QJsonDocument::fromJson(contentOf(path("a.json"))).object();
    QJsonObject second = QJsonDocument::fromJson(contentOf(path("again/a.json"))).object();
    first.remove(s("made_at"));
    second.remove(s("made_at"));
    QCOMPARE(first, second);
}

void ReportCommandTest::relativeTimes()
{
    QCOMPARE(report({s("-o"), path("day.json"), s("--from"), s("2026-11-22"), s("--to"),
                     s("2026-11-22T06:00:00Z")}),
             0);
    const QJsonObject day = QJsonDocument::fromJson(contentOf(path("day.json"))).object();
    QCOMPARE(day[s("from")].toString(), s("2026-11-22T00:00:00.000000Z"));
    QCOMPARE(day[s("to")].toString(), s("2026-11-22T06:00:00.000000Z"));
    QCOMPARE(report({s("-o"), path("now.json"), s("--from"), s("-24h"), s("--to"), s("now")}), 0);
}

void ReportCommandTest::onePeer()
{
    QCOMPARE(report({s("-o"), path("one.json"), s("--peer"), s("上海 行情")}), 0);
    const QJsonObject one = QJsonDocument::fromJson(contentOf(path("one.json"))).object();
    QCOMPARE(one[s("peers")].toArray().size(), 1);
}

void ReportCommandTest::badInput_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    const QStringList out{s("-o"), path("x.json")};
    QTest::newRow("no file to write") << QStringList{} << s("--output");
    QTest::newRow("an ending that is none") << QStringList{s("-o"), path("x.doc")} << s(".pdf, .png");
    QTest::newRow("a folder that is not there") << QStringList{s("-o"), path("gone/x.pdf")} << s("gone");
    QTest::newRow("no time") << out + QStringList{s("--from"), s("lately")} << s("lately");
    QTest::newRow("no day") << out + QStringList{s("--from"), s("2026-02-30")} << s("2026-02-30");
    QTest::newRow("backwards") << out + QStringList{s("--from"), s("2026-11-22"), s("--to"), s("2026-11-21")}
                               << s("--to");
    QTest::newRow("no such peer") << out + QStringList{s("--peer"), s("nobody")} << s("nobody");
    QTest::newRow("no such paper") << out + QStringList{s("--paper"), s("a5")} << s("--paper");
    QTest::newRow("too large") << out + QStringList{s("--scale"), s("4")} << s("--scale");
    QTest::newRow("no such zone") << out + QStringList{s("--time-zone"), s("Mars/Base")} << s("Mars/Base");
    QTest::newRow("an argument") << out + QStringList{s("x")} << s("-o");
}

void ReportCommandTest::badInput()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    QByteArray errors;
    QCOMPARE(report(arguments, &errors), 2);
    QCOMPARE(errors.count('\n'), 1);
    QVERIFY2(QString::fromUtf8(errors).contains(says), errors.constData());
    QVERIFY(!QFile::exists(path("x.json")));
}

void ReportCommandTest::sameSeedSameHistory()
{
    for (const char *name : {"first.sqlite", "second.sqlite"}) {
        ProgramRun run({s("demo-history"), path(name), s("--days"), s("1"), s("--end"),
                        s("2026-11-23T00:00:00Z"), s("--seed"), s("5")});
        QCOMPARE(run.exitStatus(), 0);
        ProgramRun made({s("report"), s("--history"), path(name), s("-o"), path(name) + s(".csv")});
        QCOMPARE(made.exitStatus(), 0);
    }
    QCOMPARE(contentOf(path("first.sqlite.csv")), contentOf(path("second.sqlite.csv")));
    ProgramRun again({s("demo-history"), path("first.sqlite")});
    QCOMPARE(again.exitStatus(), 2);
    QVERIFY(again.errors().contains("already exists"));
}

void ReportCommandTest::monitorWritesPaintedReports()
{
    ProgramRun run({s("monitor"), s("--demo"), s("--duration"), s("2"), s("--ping-interval"), s("0.2"),
                    s("--report"), path("run.pdf"), s("--report"), path("run.png"), s("--paper"),
                    s("letter")});
    QVERIFY(run.exitStatus() >= 0);
    QVERIFY(contentOf(path("run.pdf")).startsWith("%PDF-"));
    QVERIFY(!QImage(path("run.png")).isNull());
    QVERIFY(outputOf(s("pdftotext"), {path("run.pdf"), s("-")}).contains("steady"));
}

QTEST_GUILESS_MAIN(ReportCommandTest)
#include "tst_reportcommand.moc"
