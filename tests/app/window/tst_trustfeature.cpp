// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/connectiontrialrun.h"
#include "demo/demofleet.h"
#include "peers/peerbook.h"
#include "tests/app/window/windowrig.h"
#include "tests/support/honesttest.h"
#include "widgets/examine/examinedialog.h"
#include "widgets/peerlistview.h"
#include "widgets/workspace/importpreview.h"
#include "widgets/workspace/trustpage.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTreeWidget>

#include <algorithm>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString t(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// What a stranger's workspace gets of this user's in the window: nothing until the user agrees.
class TrustFeatureTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(demo.start(), QString());
        qputenv("PW_TRUST_TEST", "one");
    }

    void init()
    {
        HonestTest::init();
        rig = std::make_unique<WindowRig>();
        rig->askForTrust();
        rig->open();
    }
    void cleanup() { rig.reset(); }

    void aStrangersFileOpensPausedUntilItIsTrusted()
    {
        const QString file = rig->write("w.pongwatch", workspace("/steady"));
        QVERIFY(rig->session().open(file).ok());
        auto *page = rig->opened<TrustPage>();
        QVERIFY(page);
        QTreeWidget *list = page->findChild<QTreeWidget *>();
        QCOMPARE(list->topLevelItemCount(), 1);
        QVERIFY(list->topLevelItem(0)->text(0).contains(t("$PW_TRUST_TEST")));
        QVERIFY(list->topLevelItem(0)->text(1).contains(t("ws://127.0.0.1:%1").arg(demo.port())));
        QCOMPARE(list->topLevelItem(0)->text(2), t("wants"));
        // The one without demands was added together with it.
        QCOMPARE(health("wants"), Health::Paused);
        QCOMPARE(health("plain"), Health::Paused);

        page->findChild<QPushButton *>(t("keep-paused"))->click();
        QTRY_VERIFY(!page->isVisible());
        QCOMPARE(health("wants"), Health::Paused);
        QVERIFY(!connectedOnce("wants") && !connectedOnce("plain"));

        // The user chooses one of them: it is dialled, or the user is asked.
        rig->application().reconnectNow({peer("plain")});
        QTRY_COMPARE(health("plain"), Health::Ok);
        rig->application().reconnectNow({peer("wants")});
        page = rig->opened<TrustPage>();
        QVERIFY(page);
        QCOMPARE(health("wants"), Health::Paused);
        page->findChild<QPushButton *>(t("trust"))->click();
        QTRY_COMPARE(health("wants"), Health::Ok);
    }

    void trustIsInTheContentAndSurvives()
    {
        trust(rig->write("w.pongwatch", workspace("/steady")));
        QTRY_COMPARE(health("wants"), Health::Ok);
        rig->close();
        rig->open();
        QVERIFY(rig->session().open(rig->write("renamed.pongwatch", workspace("/jitter?ms=1"))).ok());
        QTRY_COMPARE(health("wants"), Health::Ok);

        // Another variable for the same host is a different demand.
        QByteArray other = workspace("/steady").replace("$PW_TRUST_TEST", "$PATH");
        QVERIFY(rig->session().open(rig->write("other.pongwatch", other)).ok());
        QVERIFY(rig->opened<TrustPage>());
        QCOMPARE(health("wants"), Health::Paused);
    }

    void whatWantsNothingIsDialledAtOnce()
    {
        const QByteArray text = workspace("/steady").replace("$PW_TRUST_TEST", "plain");
        QVERIFY(rig->session().open(rig->write("w.pongwatch", text)).ok());
        QTRY_COMPARE(health("wants"), Health::Ok);
        QTRY_COMPARE(health("plain"), Health::Ok);
        QVERIFY(!rig->window().findChild<TrustPage *>()->isVisible());
    }

    void anImportIsAskedAbout()
    {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(workspace("/steady")));
        QTest::keyClick(&rig->window(), Qt::Key_V, Qt::ControlModifier);
        auto *preview = rig->opened<ImportPreview>();
        QVERIFY(preview);
        preview->addButton()->click();
        QVERIFY(rig->opened<TrustPage>());
        QCOMPARE(health("wants"), Health::Paused);
    }

    void aSecretOfAnImportIsOnlyAskedAboutIfItIsTheUsers_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<bool>("isAsked");
        QTest::newRow("in its own text") << QByteArray("theirs-4711") << false;
        QTest::newRow("in a file beside it") << QByteArray("$OURS") << true;
    }
    void aSecretOfAnImportIsOnlyAskedAboutIfItIsTheUsers()
    {
        QFETCH(QByteArray, token);
        QFETCH(bool, isAsked);
        static_cast<void>(rig->write(".env", "OURS=ours-4711\nWHERE=steady\n"));
        const QByteArray where = isAsked ? "/$WHERE" : "/steady"; // a variable that has to be looked up
        const QString file =
            rig->write("run.sh", "curl -H \"Authorization: Bearer " + token + "\" " +
                                     demo.url(QString()).toEncoded(QUrl::RemovePath) + where + '\n');
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});
        QCOMPARE(rig->drop(&data, rig->window().centralWidget(), {50, 50}), Qt::CopyAction);
        auto *preview = rig->opened<ImportPreview>();
        QVERIFY(preview);
        preview->addButton()->click();
        QTRY_COMPARE(rig->workspace().profileCount(), size_t(1));
        const PeerId only = rig->application().book()->peers().value(0);
        if (isAsked) {
            QVERIFY(rig->opened<TrustPage>());
            QCOMPARE(rig->application().book()->record(only)->health(), Health::Paused);
        } else {
            QTRY_COMPARE(rig->application().book()->record(only)->health(), Health::Ok);
        }
    }

    void whatAnotherProgramWritesIsAskedAbout()
    {
        const QByteArray plain = workspace("/steady").replace("$PW_TRUST_TEST", "plain");
        QVERIFY(rig->session().open(rig->write("w.pongwatch", plain)).ok());
        QTRY_COMPARE(health("wants"), Health::Ok);
        static_cast<void>(rig->write("w.pongwatch", workspace("/steady")));
        QVERIFY(rig->session().reload().ok());
        QVERIFY(rig->opened<TrustPage>());
        QCOMPARE(health("wants"), Health::Paused);
        QTRY_COMPARE(health("plain"), Health::Ok); // it was watched before, and still has no demands
    }

    void whatTheUserMakesIsTrusted()
    {
        Workspace next = rig->workspace();
        Profile profile;
        profile.name = t("mine");
        profile.url = demo.url(t("/steady")).toString();
        profile.own.headers = ProfileSettings::Headers{{t("X-Token"), t("$PW_TRUST_TEST")}};
        next.add(profile);
        QVERIFY(rig->application().trustEdit(next).ok()); // as the editor does
        rig->session().edit(t("editing"), next);
        QTRY_COMPARE(health("mine"), Health::Ok);
        QTRY_VERIFY(rig->session().flush().ok());
        rig->close();
        rig->open();
        QTRY_COMPARE(health("mine"), Health::Ok);
        QVERIFY(!rig->window().findChild<TrustPage *>()->isVisible());
    }

    void anExaminationAsksFirst()
    {
        QVERIFY(rig->session().open(rig->write("w.pongwatch", workspace("/steady"))).ok());
        auto *page = rig->opened<TrustPage>();
        QVERIFY(page);
        page->findChild<QPushButton *>(t("keep-paused"))->click();
        QTRY_VERIFY(!page->isVisible());
        rig->window().peerList()->selectPeers({peer("wants")});
        rig->window().findChild<QAction *>(t("examine"))->trigger();
        auto *dialog = rig->opened<ExamineDialog>();
        QVERIFY(dialog);
        Q_EMIT dialog->startRequested(false);
        QVERIFY(rig->opened<TrustPage>());
        const QList<QLabel *> labels = dialog->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
            return label->text().contains(t("“wants” wants more than a connection"));
        }));
        QVERIFY(!connectedOnce("wants"));
    }

    void aTrialInTheEditorAsksFirst_data()
    {
        QTest::addColumn<QString>("edit"); // what the user does before the trial
        QTest::addColumn<bool>("isTried");
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("another host for what the stranger wants") << t("host") << false;
        QTest::newRow("the user's own variable") << t("variable") << true;
    }
    void aTrialInTheEditorAsksFirst()
    {
        QFETCH(QString, edit);
        QFETCH(bool, isTried);
        qputenv("PW_OWN_TEST", "two");
        QVERIFY(rig->session().open(rig->write("w.pongwatch", workspace("/steady"))).ok());
        QVERIFY(rig->opened<TrustPage>());
        Workspace next = rig->workspace();
        const auto place = next.find(t("wants"));
        QVERIFY(place);
        if (edit == t("host"))
            next.at(*place).url.replace(t("127.0.0.1"), t("localhost"));
        else if (edit == t("variable"))
            next.at(*place).own.headers = ProfileSettings::Headers{{t("X-Own"), t("$PW_OWN_TEST")}};
        const QList<WorkspaceDemand> untrusted = rig->application().untrustedIn(next, *place);
        QCOMPARE(untrusted.isEmpty(), isTried);
        PresetShelf presets{QString()};
        ConnectionTrialRun trial(rig->application().secrets(), &presets,
                                 [this](const Workspace &edited, const ProfilePlace &where) {
                                     return rig->application().untrustedIn(edited, where);
                                 });
        ConnectionTrial last;
        trial.start(next, *place, {}, [&last](const ConnectionTrial &now) { last = now; });
        QTRY_VERIFY(last.isOver);
        QCOMPARE(last.opened.has_value(), isTried);
        QCOMPARE(last.problem && last.problem->sentence().contains(t("$PW_TRUST_TEST")), !isTried);
        // The same holds when the editor is accepted.
        QVERIFY(rig->application().trustEdit(next).ok());
        rig->session().edit(t("editing"), next);
        if (isTried)
            QTRY_VERIFY(rig->application().fleet()->untrusted().isEmpty());
        else
            QVERIFY(!rig->application().fleet()->untrusted().isEmpty());
    }

    void theWholeHostIsShown()
    {
        const QString host =
            t("wss://bank.example.") + QString(60, u'a') + u'.' + QString(60, u'b') + t(".evil.example");
        const QString file = rig->write(
            "w.pongwatch",
            t(R"({"pongwatch":1,"profiles":[{"name":"long","url":"%1","headers":[["X","$PW_TRUST_TEST"]]}]})")
                .arg(host)
                .toUtf8());
        QVERIFY(rig->session().open(file).ok());
        auto *page = rig->opened<TrustPage>();
        QVERIFY(page);
        const QString shown = page->findChild<QTreeWidget *>()->topLevelItem(0)->text(1);
        QVERIFY2(shown.contains(t(".evil.example:443")), qPrintable(shown));
    }

    void theDefaultWorkspaceOfAnEarlierVersionIsTrustedOnce()
    {
        rig->close();
        QFile::remove(rig->trustFile());
        static_cast<void>(rig->write("default.pongwatch", workspace("/steady")));
        rig->open();
        QTRY_COMPARE(health("wants"), Health::Ok);
        rig->close();
        static_cast<void>(
            rig->write("default.pongwatch", workspace("/steady").replace("$PW_TRUST_TEST", "$PATH")));
        rig->open();
        QVERIFY(rig->opened<TrustPage>());
        QCOMPARE(health("wants"), Health::Paused);
    }

private:
    [[nodiscard]] QByteArray workspace(const char *path) const
    {
        return t(R"({"pongwatch":1,"profiles":[
            {"name":"wants","url":"%1","headers":[["X-Any","$PW_TRUST_TEST"]]},
            {"name":"plain","url":"%1"}]})")
            .arg(demo.url(t(path)).toString())
            .toUtf8();
    }

    void trust(const QString &file)
    {
        QVERIFY(rig->session().open(file).ok());
        auto *page = rig->opened<TrustPage>();
        QVERIFY(page);
        page->findChild<QPushButton *>(t("trust"))->click();
    }

    [[nodiscard]] PeerId peer(const char *name) const
    {
        for (const PeerId id : rig->application().book()->peers())
            if (rig->application().book()->record(id)->name() == t(name))
                return id;
        return {};
    }
    [[nodiscard]] Health health(const char *name) const
    {
        const PeerRecord *record = rig->application().book()->record(peer(name));
        return record ? record->health() : Health::Failed;
    }
    [[nodiscard]] bool connectedOnce(const char *name) const
    {
        const PeerRecord *record = rig->application().book()->record(peer(name));
        return record && record->lastOpened().has_value();
    }

    DemoFleet demo;
    std::unique_ptr<WindowRig> rig;
};

QTEST_MAIN(TrustFeatureTest)
#include "tst_trustfeature.moc"
