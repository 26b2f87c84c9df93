// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/programrun.h"
#include "tests/support/honesttest.h"
#include "tests/support/hostiletexts.h"
#include "tests/support/peerprocess.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <string_view>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Certificates with names that try to be more than names, and everything that is written about them.
class HostileCertificatesTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QProcess maker;
        maker.start(s("/usr/bin/python3"),
                    {s(PONGWATCH_SOURCE "/tests/support/peers/hostile_certificates.py"), folder.path()});
        QVERIFY(maker.waitForFinished(30'000));
        QCOMPARE(maker.readAllStandardError(), QByteArray());
        QVERIFY(QDir(folder.path()).entryList({s("*.pem")}).size() >= 5);
    }

    void whatIsWrittenIsText_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("client");
        QTest::addColumn<bool>("verified");
        for (const char *name :
             {"turned-round", "controls", "very-long", "markup", "lines", "nul", "formula"}) {
            for (const char *client : {"qt", "wire"}) {
                for (const bool verified : {false, true})
                    QTest::addRow("%s, %s, %s", name, client, verified ? "refused" : "taken")
                        << s(name) << s(client) << verified;
            }
        }
    }
    void whatIsWrittenIsText()
    {
        QFETCH(QString, certificate);
        QFETCH(QString, client);
        QFETCH(bool, verified);
        PeerProcess server = PeerProcess::websocketsServer(
            {s("--tls"), folder.filePath(certificate + s(".pem")), folder.filePath(certificate + s(".key"))});
        QCOMPARE(server.listen(), QString());
        const QTemporaryDir out;
        QStringList arguments{s("monitor"),
                              s("wss://127.0.0.1:%1/").arg(server.port()),
                              s("--client"),
                              client,
                              s("--reconnect"),
                              s("off"),
                              s("--exit-on-failure"),
                              s("--ping-interval"),
                              s("0.1"),
                              s("--duration"),
                              s("1"),
                              s("--history"),
                              out.filePath(s("h.sqlite"))};
        for (const char *report : {"r.json", "r.csv", "r.html"})
            arguments << s("--report") << out.filePath(s(report));
        if (!verified)
            arguments << s("--insecure");
        ProgramRun forPrograms(arguments + QStringList{s("--output"), s("jsonl")});
        QCOMPARE(forPrograms.exitStatus(), verified ? 1 : 0);
        QCOMPARE(forPrograms.events(s("open")).size(), verified ? 0 : 1);
        QByteArrayList written{forPrograms.output(), forPrograms.errors()};
        if (client == s("wire")) { // the words for people are the same for both clients
            ProgramRun forPeople(arguments);
            QCOMPARE(forPeople.exitStatus(), verified ? 1 : 0);
            written << forPeople.output() << forPeople.errors();
        }
        for (const char *report : {"r.json", "r.csv", "r.html"})
            written << bytesOf(out.filePath(s(report)));
        for (const QByteArray &text : written) {
            const QString characters = QString::fromUtf8(text).remove(s("\r\n"));
            QVERIFY2(!isHarmful(characters), text.constData());
            QVERIFY2(!text.contains("<script") && !text.contains("<img"), text.constData());
            QVERIFY2(!text.contains(QByteArray(300, 'x')), "it has no bound");
            QVERIFY2(!text.contains("\n=cmd") && !text.contains(",=cmd"), text.constData());
        }
        // Nor is it stored raw: the window shows what is in the history.
        const QByteArray history = bytesOf(out.filePath(s("h.sqlite")));
        QVERIFY(history.startsWith("SQLite format 3"));
        using namespace std::string_view_literals;
        for (const std::string_view raw : {"\u202e"sv, "\x1b["sv, "two\r"sv, "bank.example\0.evil"sv})
            QVERIFY(!history.contains(QByteArray(raw.data(), qsizetype(raw.size()))));
        QVERIFY(!history.contains(QByteArray(300, 'x')));
    }

private:
    QTemporaryDir folder;
};

QTEST_GUILESS_MAIN(HostileCertificatesTest)
#include "tst_hostilecertificates.moc"
