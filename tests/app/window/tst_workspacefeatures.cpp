// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/application.h"
#include "app/window/features/profilefeature.h"
#include "app/window/mainwindow.h"
#include "demo/demofleet.h"
#include "tests/support/honesttest.h"
#include "widgets/peerlistview.h"
#include "widgets/profileeditor/identitypage.h"
#include "widgets/profileeditor/profileeditor.h"
#include "widgets/profileeditor/trialpanel.h"
#include "widgets/workspace/importpreview.h"
#include "widgets/workspace/namedialog.h"
#include "widgets/workspace/workspaceproblems.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString n(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// Saved profiles as users see them in the window.
class WorkspaceFeaturesTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(demo.start(), QString()); }

    void init()
    {
        HonestTest::init();
        folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_STATE_HOME", folder->path().toUtf8());
        open();
    }

    void cleanup()
    {
        window.reset();
        application.reset();
    }

    void fiftyUrlsArePastedGroupedGivenATimeoutAndThereAfterARestart()
    {
        QStringList urls;
        for (int i = 0; i < 50; ++i)
            urls.append(demo.url(n("/steady?n=%1").arg(i)).toString());
        urls.insert(7, n("no URL at all"));
        QGuiApplication::clipboard()->setText(urls.join(u'\n'));
        QTest::keyClick(window.get(), Qt::Key_V, Qt::ControlModifier);
        auto *preview = opened<ImportPreview>();
        QVERIFY(preview);
        QCOMPARE(preview->list()->topLevelItemCount(), 50);
        QCOMPARE(preview->problems()->topLevelItemCount(), 1);
        QCOMPARE(preview->problems()->topLevelItem(0)->text(0), n("line 8"));
        preview->groupField()->setEditText(n("prod"));
        preview->addButton()->click();
        QTRY_COMPARE(workspace().profileCount(), size_t(50));
        QCOMPARE(application->book()->peers().size(), 50);

        // The group gets a timeout of 5 s, one of its peers its own of 9 s.
        action(n("&Edit Defaults…"))->trigger();
        setRow(n("&Time out after"), n("5"));
        finishEditing();
        QCOMPARE(workspace().groups[0].defaults.pingTimeout,
                 std::optional(ProfileSettings::Limit(seconds(5))));
        window->peerList()->selectPeer(application->book()->peers()[3]);
        pressEdit();
        QVERIFY(row(n("&Time out after"))->sourceButton()->text().contains(n("prod")));
        setRow(n("&Time out after"), n("9 s"));
        finishEditing();

        close();
        open();
        QCOMPARE(workspace().groups[0].profiles.size(), size_t(50));
        QCOMPARE(application->book()->peers().size(), 50);
        const auto timeout = [this](qsizetype i) {
            return *application->book()->settings(application->book()->peers()[i])->keepalive.timeout;
        };
        QCOMPARE(timeout(2), nanoseconds(seconds(5)));
        QCOMPARE(timeout(3), nanoseconds(seconds(9)));
    }

    void aMistakeMadeByHandIsToldWithItsPlaceAndNothingIsLost()
    {
        close();
        const QByteArray broken =
            QByteArray("{ 'pongwatch': 1, 'groups': [ { 'name': 'prod', 'profiles': [ "
                       "{ 'name': 'a', 'url': 'ws://a/', 'ping_timeout_s': -1 } ] } ] }")
                .replace('\'', '"');
        write(broken);
        open(false);
        auto *problems = opened<WorkspaceProblems>();
        QVERIFY(problems);
        QTRY_VERIFY(problems->isVisible());
        auto *list = problems->findChild<QTreeWidget *>();
        QCOMPARE(list->topLevelItem(0)->text(0), n("groups[0].profiles[0].ping_timeout_s"));
        application->addPeer(demo.url(n("/steady")));
        QVERIFY(application->session()->flush().ok());
        QCOMPARE(read(), broken);

        // When the file is repaired, it is offered, and what was added in the meantime comes back with undo.
        QByteArray mended = broken;
        write(mended.replace("-1", "1"));
        auto *question = opened<QMessageBox>();
        QVERIFY(question);
        button(question, n("&Reload"))->click();
        QTRY_COMPARE(workspace().profileCount(), size_t(1));
        QCOMPARE(workspace().groups[0].profiles[0].name, n("a"));
        QVERIFY(!problems->isVisible());
        application->session()->undo();
        QCOMPARE(workspace().profiles.size(), size_t(1));
    }

    void theEditorShowsWhereValuesComeFromAndChangesOnlyWhatIsTouched()
    {
        const PeerId peer = application->addPeer(demo.url(n("/steady")));
        edit(peer);
        SettingRow *timeout = row(n("&Time out after"));
        QVERIFY(timeout->sourceButton()->text().contains(n("default")));
        // Invalid, with a message next to it.
        setRow(n("&Time out after"), n("soon"));
        QVERIFY(!timeout->complaint().isEmpty());
        QVERIFY(!editor()->acceptButton()->isEnabled());
        setRow(n("&Time out after"), n("0"));
        QVERIFY(!timeout->complaint().isEmpty());
        setRow(n("&Time out after"), n("20 s"));
        QVERIFY2(timeout->complaint().isEmpty(), qPrintable(timeout->complaint()));
        finishEditing();
        // An own value that equals the inherited one is still an own value.
        QCOMPARE(workspace().profiles[0].own.pingTimeout, std::optional(ProfileSettings::Limit(seconds(20))));
        ProfileSettings only;
        only.pingTimeout = ProfileSettings::Limit(seconds(20));
        QVERIFY(workspace().profiles[0].own == only);

        edit(peer);
        row(n("&Time out after"))->sourceButton()->click();
        finishEditing();
        QVERIFY(workspace().profiles[0].own == ProfileSettings());
        QCOMPARE(application->book()->peers(), QList<PeerId>{peer});
    }

    void manyAreEditedAtOnceAndKeepWhatDiffers()
    {
        application->addPeer(demo.url(n("/steady")));
        application->addPeer(demo.url(n("/slow?ms=5")));
        Workspace next = workspace();
        next.profiles[0].own.closeTimeout = seconds(3);
        next.profiles[1].own.closeTimeout = seconds(4);
        application->session()->edit(n("setting up"), next);
        window->peerList()->selectAll();
        pressEdit();
        QVERIFY(editor());
        QVERIFY(!editor()->identity()->nameField()->isVisible());
        QCOMPARE(row(n("Wait for the &close"))->editor()->findChild<QLineEdit *>()->placeholderText(),
                 n("different values"));
        setRow(n("&Ping every"), n("2"));
        finishEditing();
        for (const Profile &profile : workspace().profiles)
            QCOMPARE(profile.own.pingInterval, std::optional(ProfileSettings::Limit(seconds(2))));
        QCOMPARE(workspace().profiles[0].own.closeTimeout, std::optional(nanoseconds(seconds(3))));
        QCOMPARE(workspace().profiles[1].own.closeTimeout, std::optional(nanoseconds(seconds(4))));
        QCOMPARE(application->session()->undoName(), n("editing 2 peers"));
    }

    void theConnectionIsTestedBeforeItIsSaved_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("said");
        QTest::newRow("one that works") << n("/steady") << n("Connected to");
        QTest::newRow("one that refuses") << n("/reject?status=403") << n("403");
    }
    void theConnectionIsTestedBeforeItIsSaved()
    {
        QFETCH(QString, path);
        QFETCH(QString, said);
        const PeerId peer = application->addPeer(demo.url(n("/hang")));
        edit(peer);
        QLineEdit *url = editor()->identity()->urlField();
        url->clear();
        QTest::keyClicks(url, demo.url(path).toString());
        editor()->testButton()->click();
        QTRY_VERIFY2_WITH_TIMEOUT(editor()->trial()->sentence().contains(said),
                                  qPrintable(editor()->trial()->sentence()), 10'000);
        editor()->reject();
        QVERIFY(workspace().profiles[0].url.contains(n("hang")));
    }

    void aSecretGoesToTheStoreAndOnlyItsReferenceIntoTheFile()
    {
        const PeerId peer = application->addPeer(demo.url(n("/steady")));
        edit(peer);
        auto *kind = row(n("&Sign in with"))->editor()->findChild<QComboBox *>();
        kind->setCurrentIndex(2);
        Q_EMIT kind->activated(2);
        setRow(n("&Password or token"), n("hunter2"));
        finishEditing();
        const std::optional<SecretReference> reference = workspace().profiles[0].own.authSecret;
        QVERIFY(reference && reference->kind == SecretReference::Kind::Keychain);
        QString kept;
        application->secrets()->read(reference->name, [&kept](const Result<QString> &secret) {
            kept = secret ? secret.value() : QString();
        });
        QCOMPARE(kept, n("hunter2"));
        QVERIFY(application->session()->flush().ok());
        QVERIFY(!read().contains("hunter2"));
        // It is not shown again either.
        edit(peer);
        QVERIFY(row(n("&Password or token"))->editor()->findChild<QLineEdit *>()->text().isEmpty());
        editor()->reject();
    }

    void groupsAreMadeRenamedAndRemoved()
    {
        const PeerId peer = application->addPeer(demo.url(n("/steady")));
        window->peerList()->selectPeer(peer);
        action(n("&New Group…"))->trigger(); // of "Move to Group"
        auto *dialog = opened<NameDialog>();
        QVERIFY(dialog);
        QTest::keyClicks(dialog->field(), n("lab"));
        dialog->accept();
        QTRY_COMPARE(workspace().groups.size(), size_t(1));
        QCOMPARE(application->book()->labels(peer)->group, n("lab"));
        action(n("&Rename…"))->trigger();
        dialog = opened<NameDialog>();
        QVERIFY(dialog);
        dialog->field()->setText(n("bench"));
        dialog->accept();
        QTRY_COMPARE(workspace().groups[0].name, n("bench"));
        action(n("Re&move Group, Keep Its Peers"))->trigger();
        QCOMPARE(workspace().groups.size(), size_t(0));
        QCOMPARE(workspace().profiles.size(), size_t(1));
        QCOMPARE(application->book()->peers(), QList<PeerId>{peer});
    }

    void copiedCommandsHaveNoSecret()
    {
        Workspace next = workspace();
        Profile profile;
        profile.name = n("edge");
        profile.url = demo.url(n("/steady")).toString();
        profile.own.authKind = AuthKind::Bearer;
        profile.own.authSecret = SecretReference{SecretReference::Kind::Keychain, n("edge")};
        application->secrets()->write(n("edge"), n("hunter2"), [](const Outcome &) {});
        next.add(profile);
        application->session()->edit(n("adding"), next);
        window->peerList()->selectPeer(application->book()->peers().first());
        for (const char *kind :
             {"&pongwatch monitor", "Program for p&ython-websockets", "&websocat", "w&scat"}) {
            action(n(kind))->trigger();
            const QString text = QGuiApplication::clipboard()->text();
            QVERIFY2(text.contains(n("/steady")), qPrintable(text));
            QVERIFY2(!text.contains(n("hunter2")), qPrintable(text));
        }
    }

    void anotherFileIsAskedAboutBeforeTheWindowCloses()
    {
        const QString path = folder->filePath(n("team.pongwatch"));
        QVERIFY(application->session()->flush().ok());
        QVERIFY(WorkspaceFile(path).save(Workspace()).ok());
        QVERIFY(application->session()->open(path).ok());
        QVERIFY(window->windowTitle().startsWith(n("team.pongwatch")));
        application->addPeer(demo.url(n("/steady")));
        QVERIFY(window->isWindowModified());
        window->close();
        QVERIFY(window->isVisible());
        auto *question = opened<QMessageBox>();
        QVERIFY(question);
        question->button(QMessageBox::Save)->click();
        QTRY_VERIFY(!window->isVisible());
        QCOMPARE(WorkspaceFile::load(path).value().profileCount(), size_t(1));
    }

private:
    void open(bool readable = true)
    {
        application = std::make_unique<Application>(Application::Options{path(), {}, {}});
        QCOMPARE(application->loadKeptPeers().ok(), readable);
        window = std::make_unique<MainWindow>(application.get());
        window->show();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }

    void close()
    {
        QSignalSpy stopped(application.get(), &Application::stopped);
        window->close();
        application->stop();
        QTRY_COMPARE(stopped.size(), 1);
        window.reset();
        application.reset();
    }

    [[nodiscard]] QString path() const { return folder->filePath(n("default.pongwatch")); }

    void write(const QByteArray &text) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    [[nodiscard]] QByteArray read() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    [[nodiscard]] const Workspace &workspace() const { return application->session()->workspace(); }

    /// The dialog of that class, when it exists.
    template <typename Dialog>
    [[nodiscard]] Dialog *opened() const
    {
        Dialog *found = nullptr;
        const auto look = [this, &found] {
            for (Dialog *dialog : window->findChildren<Dialog *>())
                if (dialog->isVisible())
                    found = dialog;
            return found != nullptr;
        };
        return QTest::qWaitFor(look, 10'000) ? found : nullptr;
    }

    static QAbstractButton *button(const QMessageBox *box, const QString &text)
    {
        for (QAbstractButton *one : box->buttons())
            if (one->text() == text)
                return one;
        return nullptr;
    }

    /// The first action with that text, in any menu.
    [[nodiscard]] QAction *action(const QString &text) const
    {
        // Menus are filled again in the event loop, where the old ones are deleted.
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        for (QAction *one : window->findChildren<QAction *>())
            if (one->text() == text)
                return one;
        return nullptr;
    }

    void edit(PeerId peer)
    {
        window->peerList()->selectPeer(peer);
        pressEdit();
        QVERIFY(editor());
    }

    void pressEdit()
    {
        // Shortcuts work in the active window, which was a dialog a moment ago.
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QTest::keyClick(window->peerList(), Qt::Key_E, Qt::ControlModifier);
    }

    [[nodiscard]] ProfileEditor *editor() const { return opened<ProfileEditor>(); }

    [[nodiscard]] SettingRow *row(const QString &label) const
    {
        QString wanted = label;
        wanted.remove(u'&');
        for (const SettingPage &page : editor()->pages()) {
            for (SettingRow *one : page.rows)
                if (one->editor()->accessibleName() == wanted)
                    return one;
        }
        return nullptr;
    }

    void setRow(const QString &label, const QString &text) const
    {
        auto *line = row(label)->editor()->findChild<QLineEdit *>();
        QVERIFY(line);
        line->clear();
        QTest::keyClicks(line, text);
    }

    void finishEditing() const
    {
        QPointer<ProfileEditor> open = editor();
        QVERIFY(open->acceptButton()->isEnabled());
        open->acceptButton()->click();
        QTRY_VERIFY(!open);
    }

    DemoFleet demo;
    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<Application> application;
    std::unique_ptr<MainWindow> window;
};

QTEST_MAIN(WorkspaceFeaturesTest)
#include "tst_workspacefeatures.moc"
