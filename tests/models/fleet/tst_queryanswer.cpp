// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/queryanswer.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

/// Answers of the HTTP API, good and hostile.
class QueryAnswerTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void textsAreMadeHarmless();
};

void QueryAnswerTest::reads_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("summary");
    QTest::newRow("vector") << QByteArray(R"({"status":"success","data":{"resultType":"vector","result":[)"
                                          R"({"metric":{"a":"b"},"value":[1435781451.781,"1"]}]}})")
                            << QStringLiteral("a=b 1435781451781000:1");
    QTest::newRow("matrix")
        << QByteArray(R"({"status":"success","data":{"resultType":"matrix","result":[)"
                      R"({"metric":{},"values":[[1,"0.5"],[2,"1e3"]]},{"metric":{"x":"y"},"values":[]}]}})")
        << QStringLiteral(" 1000000:0.5 2000000:1000|x=y");
    QTest::newRow("scalar") << QByteArray(
                                   R"({"status":"success","data":{"resultType":"scalar","result":[3,"7"]}})")
                            << QStringLiteral(" 3000000:7");
    QTest::newRow("series") << QByteArray(R"({"status":"success","data":[{"__name__":"up","job":"a"}]})")
                            << QStringLiteral("__name__=up,job=a");
    QTest::newRow("nothing found")
        << QByteArray(R"({"status":"success","data":{"resultType":"vector","result":[]}})") << QString();
    QTest::newRow("what is not finite is left out")
        << QByteArray(R"({"status":"success","data":{"resultType":"matrix","result":[)"
                      R"({"metric":{},"values":[[1,"NaN"],[2,"+Inf"],[3,"-Inf"],[4,"5"]]}]}})")
        << QStringLiteral(" 4000000:5");
    QTest::newRow("unknown keys") << QByteArray(R"({"status":"success","isPartial":false,"warnings":["w"],)"
                                                R"("data":{"resultType":"vector","result":[],"stats":{}}})")
                                  << QString();
}

void QueryAnswerTest::reads()
{
    QFETCH(QByteArray, json);
    const auto answer = readQueryAnswer(json);
    QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().sentence()));
    QStringList summary;
    for (const QueriedSeries &series : answer.value()) {
        QStringList labels;
        for (const SeriesLabels::Label &label : series.labels)
            labels.append(label.name + u'=' + label.value);
        labels.sort();
        QString text = labels.join(u',');
        for (const QueriedPoint &point : series.points)
            text += QStringLiteral(" %1:%2").arg(point.time.time_since_epoch().count()).arg(point.value);
        summary.append(text);
    }
    QTEST(summary.join(u'|'), "summary");
}

void QueryAnswerTest::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("why");
    const QString none = QStringLiteral("it is not an answer of Prometheus' HTTP API");
    const auto vector = [](const char *entry) {
        return QByteArray(QByteArray(R"({"status":"success","data":{"resultType":"vector","result":[)") +
                          entry + "]}}");
    };
    QTest::newRow("an error of the server")
        << QByteArray(
               R"({"status":"error","errorType":"bad_data","error":"parse error: unexpected end of input"})")
        << QStringLiteral("parse error: unexpected end of input");
    QTest::newRow("nothing") << QByteArray() << none;
    QTest::newRow("HTML") << QByteArray("<html>") << none;
    QTest::newRow("a list") << QByteArray("[]") << none;
    QTest::newRow("no data") << QByteArray(R"({"status":"success"})") << none;
    QTest::newRow("another type")
        << QByteArray(R"({"status":"success","data":{"resultType":"string","result":[1,"a"]}})") << none;
    QTest::newRow("result is no list")
        << QByteArray(R"({"status":"success","data":{"resultType":"vector","result":{}}})") << none;
    QTest::newRow("no labels") << vector(R"({"value":[1,"1"]})") << none;
    QTest::newRow("a label that is a number") << vector(R"({"metric":{"a":1},"value":[1,"1"]})") << none;
    QTest::newRow("a value that is a number") << vector(R"({"metric":{},"value":[1,1]})") << none;
    QTest::newRow("a value that is a word") << vector(R"({"metric":{},"value":[1,"one"]})") << none;
    QTest::newRow("three in a pair") << vector(R"({"metric":{},"value":[1,"1",2]})") << none;
    QTest::newRow("a time beyond all calendars") << vector(R"({"metric":{},"value":[1e300,"1"]})") << none;
    QTest::newRow("a time before 1970") << vector(R"({"metric":{},"value":[-1,"1"]})") << none;
    QTest::newRow("an entry that is text") << vector(R"("a")") << none;
}

void QueryAnswerTest::refuses()
{
    QFETCH(QByteArray, json);
    const auto answer = readQueryAnswer(json);
    QVERIFY(!answer);
    QTEST(answer.error().answer, "why");
}

void QueryAnswerTest::textsAreMadeHarmless()
{
    const QByteArray longLabel(100'000, 'x');
    const auto answer = readQueryAnswer(QByteArray(
        R"({"status":"success","data":[{"peer":"a\u202eb\u001b[2J","long":")" + longLabel + "\"}]}"));
    QVERIFY(answer);
    const SeriesLabels labels = answer.value().first().labels;
    QVERIFY(!labels.value(QStringLiteral("peer")).contains(QChar(0x202e)));
    QVERIFY(!labels.value(QStringLiteral("peer")).contains(QChar(0x1b)));
    QVERIFY(labels.value(QStringLiteral("long")).size() <= 300);
}

QTEST_GUILESS_MAIN(QueryAnswerTest)
#include "tst_queryanswer.moc"
