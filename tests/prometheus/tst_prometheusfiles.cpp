// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/metrictable.h"
#include "tests/support/honesttest.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
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

QString resource(const char *name)
{
    return s(PONGWATCH_PROMETHEUS_FILES "/") + s(name);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The program's output, followed by its status.
QString run(const char *program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(s(program), arguments);
    if (!process.waitForFinished())
        return process.errorString();
    return QString::fromUtf8(process.readAll()) + s("status %1").arg(process.exitCode());
}

/// All names in expressions that look like metrics of ours or records of our rules.
QSet<QString> metricsIn(const QString &text)
{
    static const QRegularExpression name(s("\\b[a-z_]*:?pongwatch_[a-z0-9_]+(?::[a-z0-9_]+)?"));
    QSet<QString> names;
    auto found = name.globalMatch(text);
    while (found.hasNext())
        names.insert(found.next().captured());
    return names;
}

/// What can be asked for: the table's names, with what a histogram's end with, and the records of the rules.
QSet<QString> knownMetrics()
{
    QSet<QString> known;
    for (const MetricSpec &metric : metricTable()) {
        known.insert(s(metric.name));
        if (metric.type == MetricType::Histogram)
            for (const char *suffix : {"_bucket", "_sum", "_count"})
                known.insert(s(metric.name) + s(suffix));
    }
    static const QRegularExpression record(s("record: (\\S+)"));
    auto found = record.globalMatch(QString::fromUtf8(contentOf(resource("pongwatch.rules.yml"))));
    while (found.hasNext())
        known.insert(found.next().captured(1));
    return known;
}

} // namespace

/// What is shipped for Prometheus, Alertmanager and Grafana, by their own tools as far as these are here.
class PrometheusFilesTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void rulesAreSound();
    void rulesConcludeWhatTheyShould();
    void configurationsAreSound();
    void allAskForMetricsThatThereAre();
    void theDashboardFitsTheSchema_data();
    void theDashboardFitsTheSchema();
    void theDashboardIsWhole();
    void thePageNamesAllAlerts();

private:
    QTemporaryDir m_folder;
};

void PrometheusFilesTest::rulesAreSound()
{
    const QString said = run("promtool", {s("check"), s("rules"), s("--lint=all"), s("--lint-fatal"),
                                          resource("pongwatch.rules.yml")});
    QVERIFY2(said.contains(s("SUCCESS")) && said.endsWith(s("status 0")), qPrintable(said));
}

void PrometheusFilesTest::rulesConcludeWhatTheyShould()
{
    QFile tests(m_folder.filePath(s("tests.yml")));
    QVERIFY(tests.open(QIODevice::WriteOnly));
    tests.write(
        contentOf(s(PONGWATCH_RULE_TESTS)).replace("RULES", resource("pongwatch.rules.yml").toUtf8()));
    tests.close();
    const QString said = run("promtool", {s("test"), s("rules"), tests.fileName()});
    QVERIFY2(said.endsWith(s("status 0")), qPrintable(said));
}

void PrometheusFilesTest::configurationsAreSound()
{
    const QString prometheus = run("promtool", {s("check"), s("config"), resource("prometheus.yml")});
    QVERIFY2(prometheus.endsWith(s("status 0")), qPrintable(prometheus));
    const QString alertmanager = run("amtool", {s("check-config"), resource("alertmanager.yml")});
    QVERIFY2(alertmanager.endsWith(s("status 0")), qPrintable(alertmanager));
}

void PrometheusFilesTest::allAskForMetricsThatThereAre()
{
    for (const char *name : {"pongwatch.rules.yml", "pongwatch-dashboard.json"}) {
        QString text = QString::fromUtf8(contentOf(resource(name)));
        text.remove(QRegularExpression(s("name: pongwatch_\\w+")));
        const QSet<QString> asked = metricsIn(text);
        QVERIFY(asked.size() > 5);
        const QSet<QString> unknown = asked - knownMetrics();
        QVERIFY2(unknown.isEmpty(), qPrintable(unknown.values().join(u' ')));
    }
}

void PrometheusFilesTest::theDashboardFitsTheSchema_data()
{
    QTest::addColumn<QString>("instead");
    QTest::addColumn<QString>("of");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("as it is") << QString() << QString() << QString();
    QTest::newRow("a panel of a kind that Grafana does not have")
        << s(R"("type": "stats")") << s(R"("type": "stat")") << s("'stats' is not one of");
    QTest::newRow("a misspelt field")
        << s(R"("fieldconfig")") << s(R"("fieldConfig")") << s("'fieldConfig' is a required property");
    QTest::newRow("wider than the grid") << s(R"("w": 25)") << s(R"("w": 24)") << s("25 is greater");
    QTest::newRow("a query without a name")
        << s(R"("refId": "")") << s(R"("refId": "A")") << s("'' is too short");
    QTest::newRow("an option that the panel does not have")
        << s(R"("displayMode": "listing")") << s(R"("displayMode": "list")") << s("'listing' is not one of");
    QTest::newRow("a draw style that there is not")
        << s(R"("drawStyle": "area")") << s(R"("drawStyle": "bars")") << s("'area' is not one of");
    QTest::newRow("a name that it can't be found by")
        << s(R"("uid": "a b")") << s(R"("uid": "pongwatch-fleet")") << s("'a b' is too short");
    QTest::newRow("an old form") << s(R"("schemaVersion": 16)") << s(R"("schemaVersion": 37)")
                                 << s("16 is less than the minimum");
    QTest::newRow("a variable of an unknown kind")
        << s(R"("type": "datasources")") << s(R"("type": "datasource")") << s("'datasources' is not one of");
    QTest::newRow("a refresh that is no interval")
        << s(R"("refresh": "often")") << s(R"("refresh": "15s")") << s("'often' is not valid");
}

void PrometheusFilesTest::theDashboardFitsTheSchema()
{
    QFETCH(const QString, instead);
    QFETCH(const QString, of);
    QFETCH(const QString, complaint);
    QString text = QString::fromUtf8(contentOf(resource("pongwatch-dashboard.json")));
    if (!of.isEmpty()) {
        QVERIFY2(text.contains(of), qPrintable(of));
        text.replace(text.indexOf(of), of.size(), instead);
    }
    QFile file(m_folder.filePath(s("dashboard.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text.toUtf8());
    file.close();
    const QString said =
        run("/usr/bin/python3",
            {s("-c"),
             s("import json, jsonschema, sys\n"
               "schema, dashboard = (json.load(open(name, encoding='utf-8')) for name in sys.argv[1:])\n"
               "jsonschema.Draft202012Validator.check_schema(schema)\n"
               "errors = [each.message for each in "
               "jsonschema.Draft202012Validator(schema).iter_errors(dashboard)]\n"
               "print(*errors, sep='\\n', end='')"),
             s(PONGWATCH_DASHBOARD_SCHEMA), file.fileName()});
    QVERIFY2(complaint.isEmpty() ? said == s("status 0") : said.contains(complaint), qPrintable(said));
}

void PrometheusFilesTest::theDashboardIsWhole()
{
    QJsonParseError error{};
    const QJsonObject dashboard =
        QJsonDocument::fromJson(contentOf(resource("pongwatch-dashboard.json")), &error).object();
    QCOMPARE(error.errorString(), s("no error occurred"));
    for (const char *key : {"uid", "title", "schemaVersion", "time", "templating", "panels", "annotations"})
        QVERIFY2(dashboard.contains(s(key)), key);
    QSet<int> ids;
    QStringList rules;
    const QJsonArray panels = dashboard[s("panels")].toArray();
    for (const auto &value : panels) {
        const QJsonObject panel = value.toObject();
        for (const char *key :
             {"id", "type", "title", "datasource", "gridPos", "targets", "fieldConfig", "options"})
            QVERIFY2(panel.contains(s(key)), key);
        const QJsonObject place = panel[s("gridPos")].toObject();
        QVERIFY(place[s("x")].toInt() + place[s("w")].toInt() <= 24 && place[s("h")].toInt() > 0);
        ids.insert(panel[s("id")].toInt());
        for (const auto &target : panel[s("targets")].toArray()) {
            QString expression = target.toObject()[s("expr")].toString();
            // As Grafana fills its variables in.
            expression.replace(s("$__rate_interval"), s("1m"))
                .replace(s("$peer"), s(".*"))
                .replace(s("$vantage"), s(".*"));
            QVERIFY(!expression.isEmpty() && !expression.contains(u'$'));
            rules.append(s("      - record: test:panel\n        expr: >-\n          %1\n        labels: "
                           "{number: '%2'}")
                             .arg(expression)
                             .arg(rules.size()));
        }
    }
    QCOMPARE(ids.size(), panels.size());
    QFile file(m_folder.filePath(s("panels.yml")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("groups:\n  - name: panels\n    rules:\n" + rules.join(u'\n').toUtf8() + '\n');
    file.close();
    const QString said = run("promtool", {s("check"), s("rules"), file.fileName()});
    QVERIFY2(said.endsWith(s("status 0")), qPrintable(said));
}

void PrometheusFilesTest::thePageNamesAllAlerts()
{
    static const QRegularExpression alert(s("- alert: (\\S+)"));
    const QString page = QString::fromUtf8(contentOf(s(PONGWATCH_FLEET_PAGE)));
    auto found = alert.globalMatch(QString::fromUtf8(contentOf(resource("pongwatch.rules.yml"))));
    int count = 0;
    for (; found.hasNext(); ++count) {
        const QString name = found.next().captured(1);
        QVERIFY2(page.contains(s("| `%1` |").arg(name)), qPrintable(name));
    }
    QVERIFY(count > 8);
    QVERIFY(
        page.contains(s("a peer has at most %1 series").arg(mostSeriesAPeer(defaultRttBuckets().size()))));
}

QTEST_GUILESS_MAIN(PrometheusFilesTest)
#include "tst_prometheusfiles.moc"
