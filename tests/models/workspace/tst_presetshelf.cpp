// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "workspace/memorysecretstore.h"
#include "workspace/presetshelf.h"
#include "workspace/secretresolver.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch;

class TestPresetShelf : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        HonestTest::init();
        m_folder = std::make_unique<QTemporaryDir>();
        m_written = 0;
    }

    void programsPresetsAreThereAtOnce()
    {
        const PresetShelf shelf(m_folder->path());
        QCOMPARE(shelf.presets().size(), presetNames({}).size());
    }

    void usersPresetsComeWhenTheyHaveBeenRead()
    {
        write("house", "hello");
        PresetShelf shelf(m_folder->path());
        QVERIFY(!presetNamed(QStringLiteral("house"), shelf.presets()));
        QSignalSpy changed(&shelf, &PresetShelf::changed);
        shelf.lookAgain();
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(saidBy(presetNamed(QStringLiteral("house"), shelf.presets())), QStringLiteral("hello"));
        // Without changes there is no signal.
        bool isDone = false;
        shelf.load(QStringLiteral("house"), [&isDone](const auto &) { isDone = true; });
        QTRY_VERIFY(isDone);
        QCOMPARE(changed.size(), 1);
    }

    void aFileThatChangedIsReadAgainAndOneThatIsGoneIsForgotten()
    {
        PresetShelf shelf(m_folder->path());
        write("socket.io", "mine");
        QCOMPARE(load(shelf, "socket.io"), QStringLiteral("mine"));
        write("socket.io", "mine, newer");
        QCOMPARE(load(shelf, "socket.io"), QStringLiteral("mine, newer"));
        QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("socket.io.json"))));
        QCOMPARE(load(shelf, "socket.io"), QString()); // the program's own: the peer speaks first
    }

    void whatCannotBeReadIsSaid()
    {
        PresetShelf shelf(m_folder->path());
        QVERIFY2(load(shelf, "soket.io").contains(QStringLiteral("there is no such preset")),
                 qPrintable(load(shelf, "soket.io")));
        QFile file(m_folder->filePath(QStringLiteral("broken.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"pongwatch_preset\":1,\"dialogue\":{\"on_open\":[{\"expect\":\"[\"}]}}");
        file.close();
        QVERIFY2(load(shelf, "broken").contains(QStringLiteral("on_open[0].expect")),
                 qPrintable(load(shelf, "broken")));
        QVERIFY(!presetNamed(QStringLiteral("broken"), shelf.presets()));
    }

    void manyAskAtOnce()
    {
        write("house", "hello");
        PresetShelf shelf(m_folder->path());
        int answers = 0;
        for (int i = 0; i < 1000; ++i)
            shelf.load(QStringLiteral("house"),
                       [&answers](const Result<DialoguePreset> &preset) { answers += preset ? 1 : 0; });
        QCOMPARE(answers, 0); // never from within the call
        QTRY_COMPARE(answers, 1000);
    }

    void aShelfThatGoesAnswersNobody()
    {
        write("house", "hello");
        int answers = 0;
        {
            PresetShelf shelf(m_folder->path());
            shelf.load(QStringLiteral("house"), [&answers](const auto &) { ++answers; });
        }
        QCoreApplication::processEvents();
        QCOMPARE(answers, 0);
    }

    void profilesGetTheirPresetFromIt()
    {
        write("house", "hello");
        PresetShelf shelf(m_folder->path());
        MemorySecretStore store;
        const SecretResolver resolver(&store, {}, &shelf);
        Workspace workspace;
        Profile profile;
        profile.name = QStringLiteral("edge");
        profile.url = QStringLiteral("ws://h/");
        profile.own.dialoguePreset = QStringLiteral("house");
        const ProfilePlace place = workspace.add(profile);
        std::optional<Result<ConnectionSettings>> settings;
        resolver.resolve(workspace, place, [&settings](const auto &result) { settings = result; });
        QTRY_VERIFY(settings.has_value());
        QVERIFY(*settings);
        QCOMPARE(settings->value().dialogue->onOpen.first().send.content, QStringLiteral("hello"));
    }

private:
    /// A preset with this first message.
    void write(const QString &name, const QByteArray &says)
    {
        QFile file(m_folder->filePath(name + QStringLiteral(".json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"pongwatch_preset\":1,\"dialogue\":{\"on_open\":[{\"send\":\"" + says + "\"}]}}");
        file.flush();
        // Two changes within a tick of the file system's clock would look the same.
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(++m_written),
                                 QFileDevice::FileModificationTime));
    }
    void write(const char *name, const QByteArray &says) { write(QString::fromLatin1(name), says); }

    static QString saidBy(const Result<DialoguePreset> &preset)
    {
        return preset ? preset.value().dialogue.onOpen.value(0).send.content : preset.error().sentence();
    }

    static QString load(PresetShelf &shelf, const char *name)
    {
        std::optional<QString> said;
        shelf.load(QString::fromLatin1(name),
                   [&said](const Result<DialoguePreset> &preset) { said = saidBy(preset); });
        return QTest::qWaitFor([&said] { return said.has_value(); }, 20'000) ? *said
                                                                             : QStringLiteral("no answer");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    int m_written = 0;
};

QTEST_GUILESS_MAIN(TestPresetShelf)
#include "tst_presetshelf.moc"
