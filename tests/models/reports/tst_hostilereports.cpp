// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/reportwriter.h"
#include "tests/support/honesttest.h"
#include "tests/support/hostilereport.h"
#include "tests/support/hostiletexts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>
#include <QXmlStreamReader>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

/// The rows of a CSV text as read by Python's csv module, or its complaints.
QJsonArray readByPython(const QByteArray &csv, QByteArray *errors)
{
    QProcess python;
    python.start(QStringLiteral("/usr/bin/python3"),
                 {QStringLiteral("-c"),
                  QStringLiteral("import csv, io, json, sys\n"
                                 "csv.field_size_limit(10000000)\n"
                                 "text = io.TextIOWrapper(sys.stdin.buffer, encoding='utf-8', newline='')\n"
                                 "print(json.dumps(list(csv.reader(text, strict=True))))")});
    python.write(csv);
    python.closeWriteChannel();
    python.waitForFinished();
    *errors = python.readAllStandardError();
    return QJsonDocument::fromJson(python.readAllStandardOutput()).array();
}

} // namespace

/// Foreign texts that try to be more than text, in the text formats of a report.
class HostileReportsTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void htmlIsText_data() { texts(); }
    void htmlIsText()
    {
        QFETCH(QString, text);
        const QByteArray html = formatReport(hostileReport(text), ReportFormat::Html);
        static const QStringList elements =
            QStringLiteral("html head meta title style body h1 h2 h3 p div span b bdi section table thead "
                           "tbody tr th td svg rect line path text footer")
                .split(u' ');
        QXmlStreamReader reader(html);
        QString shown;
        while (!reader.atEnd()) {
            reader.readNext();
            if (reader.isCharacters())
                shown += reader.text();
            if (!reader.isStartElement())
                continue;
            QVERIFY2(elements.contains(reader.name()), qPrintable(reader.name().toString()));
            for (const QXmlStreamAttribute &attribute : reader.attributes())
                QVERIFY2(!attribute.name().startsWith(QStringLiteral("on")) &&
                             attribute.name() != QStringLiteral("href") &&
                             attribute.name() != QStringLiteral("src"),
                         qPrintable(attribute.name().toString()));
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(!isHarmful(shown.remove(u'\r')));
        QVERIFY2(html.size() < 200'000, qPrintable(QString::number(html.size())));
    }

    void csvIsReadAsItIsMeant_data() { texts(); }
    void csvIsReadAsItIsMeant()
    {
        QFETCH(QString, text);
        QByteArray errors;
        const QJsonArray rows = readByPython(formatReport(hostileReport(text), ReportFormat::Csv), &errors);
        QCOMPARE(errors, QByteArray());
        // A heading, a peer, an incident, a note, its pings; its day, outage and states.
        QCOMPARE(rows.size(), 1 + 1 + 1 + 1 + 40 + 4);
        const qsizetype columns = rows[0].toArray().size();
        for (const auto row : rows) {
            QCOMPARE(row.toArray().size(), columns);
            const QJsonArray cells = row.toArray();
            for (const auto cell : cells) {
                const QString content = cell.toString();
                bool isNumber = false;
                content.toDouble(&isNumber);
                static const QString beginnings = QStringLiteral("=+-@\t\r\n＝＋－＠");
                QVERIFY2(isNumber || content.isEmpty() || !beginnings.contains(content.front()),
                         qPrintable(content.left(60)));
            }
        }
    }

    void jsonGivesItBackAsItWas_data() { texts(); }
    void jsonGivesItBackAsItWas()
    {
        QFETCH(QString, text);
        QJsonParseError problem;
        const QByteArray json = formatReport(hostileReport(text), ReportFormat::Json);
        const QJsonObject report = QJsonDocument::fromJson(json, &problem).object();
        QCOMPARE(problem.error, QJsonParseError::NoError);
        const QString &expected = text; // half a character is escaped
        QCOMPARE(report[QStringLiteral("peers")][0][QStringLiteral("peer")].toString(), expected);
        QCOMPARE(report[QStringLiteral("incidents")][0][QStringLiteral("received")][QStringLiteral("reason")]
                     .toString(),
                 expected);
        QCOMPARE(report[QStringLiteral("notes")][0][QStringLiteral("text")].toString(), expected);
    }

private:
    static void texts()
    {
        QTest::addColumn<QString>("text");
        for (const auto &[what, text] : hostileTexts())
            QTest::newRow(what) << text;
    }
};

QTEST_GUILESS_MAIN(HostileReportsTest)
#include "tst_hostilereports.moc"
