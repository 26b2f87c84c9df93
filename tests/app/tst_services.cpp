// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "workspace/dialoguepreset.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Pongwatch;

namespace
{

struct Example {
    QString preset;
    QString options;
};

/// The table in docs/services.md: a preset in the first column, an example in the last.
QList<Example> examples()
{
    QFile page(QStringLiteral(PONGWATCH_SERVICES_PAGE));
    if (!page.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression row(QStringLiteral("^\\| `([^`]+)` \\|.*\\| `(--preset [^`]+)` \\|$"));
    QList<Example> found;
    const QStringList lines = QString::fromUtf8(page.readAll()).split(u'\n');
    for (const QString &line : lines)
        if (const QRegularExpressionMatch match = row.match(line); match.hasMatch())
            found.append({match.captured(1), match.captured(2)});
    return found;
}

} // namespace

/// The page about services: each preset has an example there, which a shell and the program accept as it
/// is.
class ServicesPageTest : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void everyPresetHasAnExample()
    {
        QStringList named;
        for (const Example &example : examples())
            named.append(example.preset);
        named.sort();
        QCOMPARE(named, presetNames({}));
    }

    void examplesAreTaken_data()
    {
        QTest::addColumn<QString>("options");
        for (const Example &example : examples())
            QTest::newRow(qPrintable(example.preset)) << example.options;
    }
    void examplesAreTaken()
    {
        QFETCH(QString, options);
        QProcess shell;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *secret : {"HA_TOKEN", "MQTT_PASSWORD", "BOT_TOKEN"})
            environment.insert(QString::fromLatin1(secret), QStringLiteral("a-secret-of-the-test"));
        shell.setProcessEnvironment(environment);
        // Nobody listens there: all that can be wrong is the command itself.
        shell.start(QStringLiteral("/bin/sh"),
                    {QStringLiteral("-c"),
                     QStringLiteral("exec '%1' monitor --duration 0.1 --proxy none --connect-to 127.0.0.1:1 "
                                    "--output jsonl %2")
                         .arg(QStringLiteral(PONGWATCH_PROGRAM), options)});
        QVERIFY(shell.waitForFinished(60'000));
        const QByteArray said = shell.readAllStandardError();
        QVERIFY2(shell.exitCode() == 1, said.constData());
        QCOMPARE(said, QByteArray());
        QVERIFY(!shell.readAllStandardOutput().contains("a-secret-of-the-test"));
    }
};

QTEST_GUILESS_MAIN(ServicesPageTest)
#include "tst_services.moc"
