// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/application.h"
#include "demo/demofleet.h"
#include "tests/support/honesttest.h"
#include "text/wording.h"
#include "workspace/workspaceedits.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString n(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

/// The open workspace at work: each edit reaches the monitor and the book.
class PeerFleetTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(demo.start(), QString()); }

    void init()
    {
        HonestTest::init();
        folder = std::make_unique<QTemporaryDir>();
        application =
            std::make_unique<Application>(Application::Options{folder->filePath(n("w.pongwatch")), {}, {}});
        QVERIFY(application->loadKeptPeers().ok());
    }

    void cleanup() { application.reset(); }

    void anEditedPeerStaysTheSameWithWhatWasMeasured()
    {
        const PeerId peer = application->addPeer(demo.url(n("/steady")));
        QTRY_VERIFY(state(peer) == ConnectionState::Open);
        application->pingNow({peer});
        QTRY_VERIFY(application->book()
                        ->record(peer)
                        ->statistics()
                        .summary(PeerStatistics::Window::SinceStart, currentWallTime())
                        .pings >= 1);

        edit([](Profile &profile) { profile.name = n("renamed"); });
        QCOMPARE(application->book()->peers(), QList<PeerId>{peer});
        QCOMPARE(application->book()->record(peer)->name(), n("renamed"));
        QVERIFY(application->book()
                    ->record(peer)
                    ->statistics()
                    .summary(PeerStatistics::Window::SinceStart, currentWallTime())
                    .pings >= 1);
        application->session()->undo();
        QVERIFY(application->book()->record(peer)->name() != n("renamed"));
    }

    void anotherUrlIsDialled()
    {
        const PeerId peer = application->addPeer(demo.url(n("/reject?status=404")));
        QTRY_VERIFY(state(peer) == ConnectionState::Waiting);
        edit([this](Profile &profile) { profile.url = demo.url(n("/steady")).toString(); });
        QTRY_VERIFY(state(peer) == ConnectionState::Open);
    }

    void aGroupAndTagsAreLabels()
    {
        const PeerId peer = application->addPeer(demo.url(n("/steady")));
        const ProfileKey key = application->fleet()->profileOf(peer);
        WorkspaceSession *session = application->session();
        session->edit(n("moving"), WorkspaceEdits::withMoved(session->workspace(), {key}, n("prod")));
        session->edit(n("tagging"), WorkspaceEdits::withTag(session->workspace(), {key}, n("eu")));
        QCOMPARE(*application->book()->labels(peer), (PeerLabels{n("prod"), {n("eu")}}));
    }

    void oneThatIsDisabledIsNotDialledAtAll()
    {
        WorkspaceSession *session = application->session();
        Workspace next = session->workspace();
        Profile profile;
        profile.name = n("off");
        profile.url = demo.url(n("/steady")).toString();
        profile.enabled = false;
        next.add(profile);
        session->edit(n("adding"), next);
        const PeerId peer = application->book()->peers().first();
        QTRY_VERIFY(state(peer) == ConnectionState::Paused);
        const PeerId other = application->addPeer(demo.url(n("/steady")));
        QTRY_VERIFY(state(other) == ConnectionState::Open);
        QVERIFY(application->book()->record(peer)->ends().empty());
        QVERIFY(!application->book()->record(peer)->lastOpened());
        application->setPaused({peer}, false);
        QTRY_VERIFY(state(peer) == ConnectionState::Open);
    }

    void pausingIsAnEditThatUndoTakesBack()
    {
        const PeerId peer = application->addPeer(demo.url(n("/steady")));
        QTRY_VERIFY(state(peer) == ConnectionState::Open);
        application->setPaused({peer}, true);
        QTRY_VERIFY(state(peer) == ConnectionState::Paused);
        QVERIFY(!application->session()->workspace().profiles.front().enabled);
        application->session()->undo();
        QTRY_VERIFY(state(peer) == ConnectionState::Open);
    }

    void aPeerIsGoneAndBackByUndo()
    {
        const PeerId peer = application->addPeer(demo.url(n("/steady")));
        application->removePeers({peer});
        QVERIFY(application->book()->peers().isEmpty());
        application->session()->undo();
        QCOMPARE(application->book()->peers().size(), 1);
        QTRY_VERIFY(state(application->book()->peers().first()) == ConnectionState::Open);
    }

    void aPeerWhoseSecretIsMissingIsNotDialledUntilItIsThere()
    {
        QSignalSpy problems(application.get(), &Application::problem);
        Workspace next = application->session()->workspace();
        Profile profile;
        profile.name = n("guarded");
        profile.url = demo.url(n("/steady")).toString();
        profile.own.authKind = AuthKind::Bearer;
        profile.own.authSecret = SecretReference{SecretReference::Kind::Keychain, n("guarded")};
        next.add(profile);
        application->session()->edit(n("adding"), next);
        QTRY_COMPARE(problems.size(), 1);
        QVERIFY(problems.first().first().toString().contains(n("guarded")));
        const PeerId peer = application->book()->peers().first();
        QTRY_VERIFY(state(peer) == ConnectionState::Paused);
        // The user did not pause it: it is down, with a reason.
        const PeerRecord &record = *application->book()->record(peer);
        QCOMPARE(record.health(), Health::Failed);
        QVERIFY(!application->isPaused(peer));
        QVERIFY2(Wording::holdSentence(*record.hold()).contains(n("guarded")),
                 qPrintable(Wording::holdSentence(*record.hold())));
        // Reconnecting dials nothing without the secret.
        application->reconnectNow({peer});
        QTRY_COMPARE(problems.size(), 2);
        QVERIFY(record.ends().empty() && !record.lastOpened());

        application->secrets()->write(n("guarded"), n("hunter2"), [](const Outcome &) {});
        application->reconnectNow({peer});
        QTRY_VERIFY(state(peer) == ConnectionState::Open);
        QCOMPARE(record.health(), Health::Ok);
        // Whatever is shown or reported never contains it.
        QVERIFY(application->book()->settings(peer)->auth.secret.isEmpty());
    }

    void manyPeersWithoutTheirSecretsAreToldOfTogether()
    {
        QSignalSpy problems(application.get(), &Application::problem);
        Workspace next = application->session()->workspace();
        for (int i = 0; i < 20; ++i) {
            Profile profile;
            profile.name = n("guarded %1").arg(i);
            profile.url = demo.url(n("/steady")).toString();
            profile.own.authKind = AuthKind::Bearer;
            profile.own.authSecret = SecretReference{SecretReference::Kind::Keychain, n("guarded")};
            next.add(profile);
        }
        application->session()->edit(n("adding"), next);
        QTRY_COMPARE(problems.size(), 1);
        QVERIFY(problems.first().first().toString().startsWith(n("20 peers")));
    }

    void aPeerThatMissesItsSecretCanBePausedAndResumed()
    {
        Workspace next = application->session()->workspace();
        Profile profile;
        profile.name = n("guarded");
        profile.url = demo.url(n("/steady")).toString();
        profile.own.authKind = AuthKind::Bearer;
        profile.own.authSecret = SecretReference{SecretReference::Kind::Keychain, n("guarded")};
        next.add(profile);
        application->session()->edit(n("adding"), next);
        const PeerId peer = application->book()->peers().first();
        const PeerRecord &record = *application->book()->record(peer);
        QTRY_VERIFY(state(peer) == ConnectionState::Paused);
        application->setPaused({peer}, true);
        QCOMPARE(record.health(), Health::Paused);
        QVERIFY(application->isPaused(peer));
        application->setPaused({peer}, false);
        QCOMPARE(record.health(), Health::Failed);
    }

    void reconnectingAPausedPeerResumesIt()
    {
        const PeerId peer = application->addPeer(demo.url(n("/steady")));
        QTRY_VERIFY(state(peer) == ConnectionState::Open);
        application->setPaused({peer}, true);
        QTRY_VERIFY(state(peer) == ConnectionState::Paused);
        application->reconnectNow({peer});
        QTRY_VERIFY(state(peer) == ConnectionState::Open);
        QVERIFY(application->session()->workspace().profiles.front().enabled);
    }

    void thePasswordOfAUrlOfThisRunIsKeptNowhere()
    {
        application->watchForThisRun({QUrl(n("ws://ada:hunter2@127.0.0.1:1/"))});
        const Workspace &workspace = application->session()->workspace();
        const auto secret = workspace.profiles.front().own.authSecret;
        QVERIFY(secret.has_value());
        QString read;
        application->secrets()->read(secret->name, [&read](const Result<QString> &result) {
            read = result ? result.value() : QString();
        });
        QCOMPARE(read, n("hunter2"));
        QVERIFY2(secret->name != n("127.0.0.1:1/ (password or token)"), "it would hide one of the keychain");
    }

    void aGroupsNewTimeoutReachesItsPeersAndNotThoseWithTheirOwn()
    {
        Workspace next = WorkspaceEdits::withGroup(application->session()->workspace(), n("prod"));
        for (const char *name : {"inherits", "own"}) {
            Profile profile;
            profile.name = n(name);
            profile.url = demo.url(n("/steady")).toString();
            if (profile.name == n("own"))
                profile.own.pingTimeout = seconds(9);
            next.add(profile, 0);
        }
        application->session()->edit(n("adding"), next);
        next = application->session()->workspace();
        next.groups[0].defaults.pingTimeout = seconds(5);
        application->session()->edit(n("changing prod"), next);
        const PeerBook *book = application->book();
        const auto timeout = [book](qsizetype n) {
            return *book->settings(book->peers()[n])->keepalive.timeout;
        };
        QCOMPARE(timeout(0), nanoseconds(seconds(5)));
        QCOMPARE(timeout(1), nanoseconds(seconds(9)));
    }

    void theDemoLeavesByUndo()
    {
        QVERIFY(application->startDemo().ok());
        QVERIFY(application->book()->peers().size() > 5);
        application->session()->undo();
        QVERIFY(application->book()->peers().isEmpty());
    }

private:
    template <typename Edit>
    void edit(Edit change)
    {
        Workspace next = application->session()->workspace();
        change(next.profiles.front());
        application->session()->edit(n("editing"), next);
    }

    [[nodiscard]] ConnectionState state(PeerId peer) const
    {
        return application->book()->record(peer)->state();
    }

    DemoFleet demo;
    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<Application> application;
};

QTEST_GUILESS_MAIN(PeerFleetTest)
#include "tst_peerfleet.moc"
