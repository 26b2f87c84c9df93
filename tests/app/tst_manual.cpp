// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/commands/program.h"
#include "app/manual/completions.h"
#include "app/manual/manpage.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

const Program agent{"pongwatch-agent", 8, runAgentAlone};

} // namespace

/// The source of the manual and completions. tests/app/shells.py tries them in man and the shells.
class ManualTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void valuesAreReadFromWhatHelpCallsThem_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<bool>("files");
        QTest::addColumn<bool>("folders");
        QTest::newRow("two words") << s("close|keep") << QStringList{s("close"), s("keep")} << false << false;
        QTest::newRow("a number or a word") << s("S|off") << QStringList{s("off")} << false << false;
        QTest::newRow("figures are words")
            << s("1|2|3") << QStringList{s("1"), s("2"), s("3")} << false << false;
        QTest::newRow("a file") << s("FILE") << QStringList() << true << false;
        QTest::newRow("a file or a word") << s("FILE|none") << QStringList{s("none")} << true << false;
        QTest::newRow("a file by its ending") << s("OUT.png") << QStringList() << true << false;
        QTest::newRow("a folder") << s("FOLDER") << QStringList() << false << true;
        QTest::newRow("an address or a path of another kind")
            << s("HOST:PORT|unix:PATH") << QStringList() << false << false;
        QTest::newRow("a text with brackets") << s("[REGEX=>]S") << QStringList() << false << false;
        QTest::newRow("a name") << s("NAME") << QStringList() << false << false;
    }
    void valuesAreReadFromWhatHelpCallsThem()
    {
        QFETCH(QString, value);
        const Completion completion = completionOf({s("option"), {}, value, {}});
        QTEST(completion.words, "words");
        QTEST(completion.files, "files");
        QTEST(completion.folders, "folders");
    }

    void argumentsAreReadFromTheUsageLine_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<bool>("files");
        QTest::addColumn<bool>("folders");
        QTest::newRow("a URL") << s("pongwatch ping URL… [options]") << QStringList() << false << false;
        QTest::newRow("a file that an option takes is no argument")
            << s("pongwatch monitor (URL … | --workspace FILE | --demo) [options]") << QStringList() << false
            << false;
        QTest::newRow("nor is one behind a letter")
            << s("pongwatch report --history FILE -o FILE … [options]") << QStringList() << false << false;
        QTest::newRow("a word, then a file")
            << s("pongwatch history check FILE [--repair]") << QStringList{s("check")} << true << false;
        QTest::newRow("of a program with a dash in its name")
            << s("pongwatch-agent history check FILE [--repair]") << QStringList{s("check")} << true << false;
        QTest::newRow("a word, then a name")
            << s("pongwatch alert test NAME") << QStringList{s("test")} << false << false;
        QTest::newRow("files") << s("pongwatch check FILE.pongwatch… [--output text|jsonl]") << QStringList()
                               << true << false;
        QTest::newRow("a file or standard input")
            << s("pongwatch import FILE|- [--format F]") << QStringList() << true << false;
        QTest::newRow("a folder") << s("pongwatch manual FOLDER") << QStringList() << false << true;
        QTest::newRow("the window")
            << s("pongwatch [FILE.pongwatch | URL …] [options]\n       pongwatch COMMAND …") << QStringList()
            << true << false;
        QTest::newRow("only options")
            << s("pongwatch serve [--listen ADDRESS:PORT]") << QStringList() << false << false;
    }
    void argumentsAreReadFromTheUsageLine()
    {
        QFETCH(QString, line);
        const Completion completion = argumentsOf(line);
        QTEST(completion.words, "words");
        QTEST(completion.files, "files");
        QTEST(completion.folders, "folders");
    }

    void everyCommandAndOptionIsInTheManual()
    {
        const ProgramManual manual = manualOf(agent);
        QCOMPARE(manual.commands.size(), static_cast<qsizetype>(terminalCommands().size()));
        const QList<ManPage> pages = manPages(manual);
        QCOMPARE(pages.size(), manual.commands.size() + 1);
        const QByteArrayList completions = {bashCompletion(manual), zshCompletion(manual),
                                            fishCompletion(manual)};
        for (qsizetype i = 0; i < manual.commands.size(); ++i) {
            const CommandManual &command = manual.commands.at(i);
            const QString bold = s("\\fB%1\\fR");
            const QByteArray name = bold.arg(QString(command.name).replace(u'-', s("\\-"))).toUtf8();
            QVERIFY2(pages.first().text.contains(name), name.constData());
            QVERIFY(!command.usage.options.isEmpty());
            for (const OptionSpec &option : command.usage.options) {
                const QString inPage =
                    s("\\fB\\-\\-%1\\fR").arg(QString(option.name).replace(u'-', s("\\-")));
                QVERIFY2(pages.at(i + 1).text.contains(inPage.toUtf8()),
                         qPrintable(command.name + u' ' + option.name));
                for (const QByteArray &completion : completions)
                    QVERIFY2(completion.contains(option.name.toUtf8()),
                             qPrintable(command.name + u' ' + option.name));
            }
        }
    }

    void aProgramSpeaksOfItselfByItsOwnName()
    {
        for (const CommandManual &command : manualOf(agent).commands) {
            QVERIFY2(command.usage.line.startsWith(s("pongwatch-agent ") + command.name),
                     qPrintable(command.usage.line));
            for (const UsageExample &example : command.usage.examples)
                QVERIFY2(example.line.startsWith(s("pongwatch-agent ")), qPrintable(example.line));
        }
    }

    void presetsAndFormatsAreOffered()
    {
        const QByteArray bash = bashCompletion(manualOf(agent));
        QVERIFY(bash.contains("socket.io"));
        QVERIFY(bash.contains("asyncapi"));
    }

    void theSameProgramGivesTheSameBytes()
    {
        const QList<ManPage> once = manPages(manualOf(agent));
        const QList<ManPage> again = manPages(manualOf(agent));
        for (qsizetype i = 0; i < once.size(); ++i)
            QCOMPARE(once.at(i).text, again.at(i).text);
    }
};

QTEST_GUILESS_MAIN(ManualTest)
#include "tst_manual.moc"
