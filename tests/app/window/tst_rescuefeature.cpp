// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/window/windowrig.h"
#include "tests/support/honesttest.h"

#include <QDir>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString n(const char *text)
{
    return QString::fromUtf8(text);
}

const QUrl nobody(QStringLiteral("ws://127.0.0.1:9/"));

} // namespace

/// Changes that a run could not save, and the next start.
class RescueFeatureTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        HonestTest::init();
        rig = std::make_unique<WindowRig>();
        team = rig->write("team.pongwatch", "{ \"pongwatch\": 1,\n  \"profiles\": [] }\n");
        rig->open();
        QVERIFY(rig->session().open(team).ok());
    }

    void cleanup() { rig.reset(); }

    void changesOfARunThatNobodyCouldAskAreOfferedAndRestored()
    {
        rig->application().addPeer(nobody);
        rig->application().stop(milliseconds(1)); // as on SIGTERM
        QVERIFY(rig->application().rescue()->path().endsWith(n("unsaved.pongwatch")));
        QVERIFY(rig->session().isModified());
        rig->crash();
        QCOMPARE(WorkspaceFile::load(team).value().profileCount(), size_t(0));

        rig->open();
        QMessageBox *question = rig->question("rescue-question");
        QVERIFY(question);
        QVERIFY2(question->text().contains(n("team.pongwatch")), qPrintable(question->text()));
        WindowRig::answer(question, "&Restore");
        QCOMPARE(rig->session().path(), team);
        QTRY_COMPARE(rig->workspace().profileCount(), size_t(1));
        QVERIFY(rig->session().isModified());
        // It is an edit: it can be undone, and is saved when the user asks for it.
        rig->session().undo();
        QCOMPARE(rig->workspace().profileCount(), size_t(0));
        rig->session().redo();
        rig->activate();
        QTest::keyClick(&rig->window(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!rig->session().isModified());
        const QByteArray saved = WindowRig::read(team);
        QVERIFY(saved.contains("127.0.0.1:9"));
        QVERIFY2(!saved.contains("unsaved"), saved.constData());
        QTRY_COMPARE(kept(), QStringList());
    }

    void aCrashLosesNothingThatIsOlderThanAMoment()
    {
        rig->application().addPeer(nobody);
        QTRY_COMPARE_WITH_TIMEOUT(kept(), QStringList{n("unsaved.pongwatch")}, 10'000);
        rig->crash();
        rig->open();
        QVERIFY(rig->question("rescue-question"));
    }

    void whatIsDiscardedIsNotOfferedAgain()
    {
        leaveSomethingBehind();
        rig->open();
        answer("&Discard");
        QTRY_COMPARE(kept(), QStringList());
    }

    void whatIsPutOffIsOfferedAgainAndNotOverwritten()
    {
        leaveSomethingBehind();
        rig->open();
        answer("&Later");
        QTRY_VERIFY(!rig->window().findChild<QMessageBox *>());
        QVERIFY(rig->session().open(team).ok());
        leaveSomethingBehind();
        QCOMPARE(kept(), (QStringList{n("unsaved-2.pongwatch"), n("unsaved.pongwatch")}));
        rig->open();
        answer("&Discard");
        QTRY_COMPARE(kept().size(), 1);
        answer("&Discard");
        QTRY_COMPARE(kept(), QStringList());
    }

    void aWorkspaceThatNeverHadAFileComesBackAsSuch()
    {
        rig->session().startNew();
        leaveSomethingBehind();
        rig->open();
        answer("&Restore");
        QTRY_COMPARE(rig->workspace().profileCount(), size_t(1));
        QVERIFY(rig->session().needsName());
    }

    void oneWhoseFileIsGoneComesBackWithoutAFile()
    {
        leaveSomethingBehind();
        QVERIFY(QFile::remove(team));
        rig->open();
        answer("&Restore");
        QTRY_COMPARE(rig->workspace().profileCount(), size_t(1));
        QVERIFY(rig->session().needsName());
    }

    void closingWithoutSavingKeepsNothing()
    {
        rig->application().addPeer(nobody);
        QTRY_COMPARE_WITH_TIMEOUT(kept().size(), 1, 10'000);
        rig->window().close();
        QMessageBox *question = rig->question("save-question");
        QVERIFY(question);
        QTest::mouseClick(question->button(QMessageBox::Discard), Qt::LeftButton);
        QTRY_VERIFY(!rig->window().isVisible());
        rig->application().stop(milliseconds(1));
        rig->crash();
        QCOMPARE(kept(), QStringList());
        QCOMPARE(WorkspaceFile::load(team).value().profileCount(), size_t(0));
    }

    void theEndOfTheSessionAsksNothingAndLosesNothing()
    {
        rig->application().addPeer(nobody);
        // This is how the desktop tells programs; its session manager is not used.
        void *arguments[] = {nullptr, nullptr};
        const QMetaObject &meta = QGuiApplication::staticMetaObject;
        QMetaObject::activate(qGuiApp, meta.indexOfSignal("commitDataRequest(QSessionManager&)"), arguments);
        QCOMPARE(kept(), QStringList{n("unsaved.pongwatch")});
        rig->window().close();
        QVERIFY(!rig->window().isVisible());
        rig->crash();
        rig->open();
        QVERIFY(rig->question("rescue-question"));
    }

    void aDamagedOneIsSaidAndLeftAlone()
    {
        rig->close();
        QVERIFY(QDir().mkpath(rig->rescueFolder()));
        static_cast<void>(rig->write("state/unsaved.pongwatch", "{"));
        rig->open();
        QTRY_VERIFY2(rig->notice().contains(n("unsaved.pongwatch")), qPrintable(rig->notice()));
        QCOMPARE(kept(), QStringList{n("unsaved.pongwatch")});
    }

private:
    void answer(const char *button)
    {
        QMessageBox *question = rig->question("rescue-question");
        QVERIFY(question);
        WindowRig::answer(question, button);
    }

    void leaveSomethingBehind()
    {
        rig->application().addPeer(nobody);
        rig->application().stop(milliseconds(1));
        rig->crash();
    }

    [[nodiscard]] QStringList kept() const
    {
        return QDir(rig->rescueFolder()).entryList({n("unsaved*.pongwatch")}, QDir::Files, QDir::Name);
    }

    QString team;
    std::unique_ptr<WindowRig> rig;
};

QTEST_MAIN(RescueFeatureTest)
#include "tst_rescuefeature.moc"
