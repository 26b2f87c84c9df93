// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertmaker.h"
#include "alerts/delivery/alertpayload.h"
#include "alerts/delivery/commandrun.h"
#include "alerts/delivery/webhookpost.h"
#include "alerts/delivery/webhooktemplate.h"
#include "tests/support/honesttest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class WebhookTemplateTest : public HonestTest
{
    Q_OBJECT

private:
    static QString s(const char *text) { return QString::fromUtf8(text); }
    static QJsonDocument filled(const char *format, AlertChange::Kind kind = AlertChange::Kind::Fired)
    {
        const auto body = webhookBody(s(format), alertPayload(madeAlert({}, kind), 1),
                                      QUrl(s("https://hook.example/topic")), s("routing-key"));
        return body ? QJsonDocument::fromJson(body.value().bytes) : QJsonDocument();
    }

private Q_SLOTS:
    void everyFormatIsThere_data()
    {
        QTest::addColumn<QString>("format");
        for (const QString &format : webhookFormats())
            QTest::newRow(qPrintable(format)) << format;
    }

    void everyFormatIsThere()
    {
        QFETCH(QString, format);
        for (const auto kind : {AlertChange::Kind::Fired, AlertChange::Kind::Resolved}) {
            const QJsonObject payload = alertPayload(madeAlert({}, kind), 1);
            const auto body = webhookBody(format, payload, QUrl(s("https://hook.example/t")), s("key"));
            QVERIFY2(body.ok(), qPrintable(body ? QString() : body.error().sentence()));
            QVERIFY(!QJsonDocument::fromJson(body.value().bytes).isNull());
            QVERIFY2(!body.value().bytes.contains("${"), body.value().bytes.constData());
            QVERIFY2(body.value().bytes.contains("edge-1"), body.value().bytes.constData());
        }
    }

    void anUnknownFormatIsAnError() { QVERIFY(!webhookBody(s("../x"), {}, {}, {}).ok()); }

    void thePayloadHasWhatItPromises()
    {
        const QJsonObject payload = alertPayload(madeAlert({s("a")}), 2);
        QCOMPARE(payload[s("schema_version")].toInt(), 1);
        QCOMPARE(payload[s("id")].toString(), s("run-1"));
        QCOMPARE(payload[s("key")].toString(), s("run-1-2"));
        QCOMPARE(payload[s("state")].toString(), s("firing"));
        QCOMPARE(payload[s("suspects")].toArray(), (QJsonArray{s("peer")}));
        const QJsonObject peer = payload[s("peers")].toArray().at(0).toObject();
        QCOMPARE(peer[s("cause")].toString(), s("refused"));
        QCOMPARE(peer[s("group")].toString(), s("prod"));
        QVERIFY(!peer[s("explanation")].toString().isEmpty());
    }

    void payloadsFitTheirSchema()
    {
        QJsonArray payloads{testPayload(currentWallTime())};
        for (const auto kind :
             {AlertChange::Kind::Fired, AlertChange::Kind::Updated, AlertChange::Kind::Resolved}) {
            AlertChange change = madeAlert({s("a")}, kind);
            change.about.behind = QStringList{s("x")};
            change.about.members.front().evidence = Evidence::PathSilent;
            change.about.members.front().value = 0.5;
            change.about.members.front().lastRoundTrip = milliseconds(31);
            for (const auto subject : {AlertSubject::Peer, AlertSubject::Group, AlertSubject::Observer}) {
                change.about.subject = subject;
                payloads.append(alertPayload(change, 3));
            }
        }
        QProcess python;
        python.start(s("/usr/bin/python3"),
                     {s("-c"),
                      s("import json, jsonschema, sys\n"
                        "schema = json.load(open(sys.argv[1], encoding='utf-8'))\n"
                        "jsonschema.Draft202012Validator.check_schema(schema)\n"
                        "known = set(schema['properties'])\n"
                        "for payload in json.load(sys.stdin):\n"
                        "    jsonschema.Draft202012Validator(schema).validate(payload)\n"
                        "    assert set(payload) <= known, set(payload) - known\n"
                        "    for peer in payload.get('peers', []):\n"
                        "        assert set(peer) <= set(schema['$defs']['peer']['properties']), peer\n"
                        "    print('good')"),
                      s(PONGWATCH_ALERT_SCHEMA)});
        python.write(QJsonDocument(payloads).toJson());
        python.closeWriteChannel();
        QVERIFY(python.waitForFinished());
        QVERIFY2(python.exitCode() == 0, python.readAllStandardError().constData());
        QCOMPARE(python.readAllStandardOutput().count("good"), payloads.size());
    }

    void strangersNamesAreNoMarkup()
    {
        const QString slack = filled("slack").object()[s("text")].toString();
        // Its own marks (*bold*, `code`) have no escapes: they are turned off for all of the text.
        QCOMPARE(filled("slack").object()[s("mrkdwn")], QJsonValue(false));
        QVERIFY2(slack.contains(s("&lt;!channel&gt;")) && !slack.contains(s("<!channel>")),
                 qPrintable(slack));
        const QJsonObject discord = filled("discord").object();
        QVERIFY2(discord[s("content")].toString().contains(s("\\*b\\*")),
                 qPrintable(discord[s("content")].toString()));
        QCOMPARE(discord[s("allowed_mentions")][s("parse")].toArray(), QJsonArray());
    }

    void pagerDutyResolvesWhatItTriggered()
    {
        const QJsonObject fired = filled("pagerduty").object();
        const QJsonObject over = filled("pagerduty", AlertChange::Kind::Resolved).object();
        QCOMPARE(fired[s("event_action")].toString(), s("trigger"));
        QCOMPARE(over[s("event_action")].toString(), s("resolve"));
        QCOMPARE(fired[s("dedup_key")], over[s("dedup_key")]);
        QCOMPARE(fired[s("routing_key")].toString(), s("routing-key"));
        QVERIFY(!fired[s("payload")].toObject().contains(s("group"))); // it has none
    }

    void alertmanagerIsToldWhenItEnds()
    {
        const QJsonObject fired = filled("alertmanager").array().at(0).toObject();
        const QJsonObject over = filled("alertmanager", AlertChange::Kind::Resolved).array().at(0).toObject();
        QCOMPARE(fired[s("labels")], over[s("labels")]);
        const auto end = [](const QJsonObject &alert) {
            return QDateTime::fromString(alert[s("endsAt")].toString(), Qt::ISODateWithMs);
        };
        QVERIFY(end(fired) > QDateTime::currentDateTimeUtc().addSecs(80'000));
        QVERIFY(end(over) <= QDateTime::currentDateTimeUtc().addMSecs(1)); // to which it is rounded
    }

    void ntfyIsPostedToItsRoot()
    {
        const auto body = webhookBody(s("ntfy"), alertPayload(madeAlert({}), 1),
                                      QUrl(s("https://ntfy.example/my-topic")), {});
        QCOMPARE(body.value().url, QUrl(s("https://ntfy.example/")));
        QCOMPARE(QJsonDocument::fromJson(body.value().bytes).object()[s("topic")].toString(), s("my-topic"));
    }

    void variablesOfACommand()
    {
        const auto variables = commandVariables(alertPayload(madeAlert({}), 1));
        QCOMPARE(variables[s("PONGWATCH_STATE")], s("firing"));
        QCOMPARE(variables[s("PONGWATCH_PEERS")], s("edge-1 <!channel> *b*"));
        QCOMPARE(variables[s("PONGWATCH_SUSPECTS")], s("peer"));
    }

    /// By: printf '1700000000.{}' | openssl dgst -sha256 -hmac secret
    void signatureIsWhatOthersCompute()
    {
        QCOMPARE(webhookSignature("secret", "1700000000", "{}"),
                 QByteArray("sha256=b8569b78799ff9e3cbff0fc2d63a33a2b57f3282abd07c37ae5e8e7d79a5f163"));
    }
};

QTEST_APPLESS_MAIN(WebhookTemplateTest)
#include "tst_webhooktemplate.moc"
