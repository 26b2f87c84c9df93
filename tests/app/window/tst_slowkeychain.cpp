// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demofleet.h"
#include "tests/app/window/windowrig.h"
#include "tests/support/honesttest.h"
#include "widgets/peerlistview.h"
#include "widgets/profileeditor/profileeditor.h"
#include "workspace/memorysecretstore.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString n(const char *text)
{
    return QString::fromUtf8(text);
}

/// A keychain that waits for its user: nothing is answered until the test says so.
class SlowStore : public SecretStore
{
public:
    void read(const QString &name, const SecretReceiver &receiver) override
    {
        m_waiting.append([this, name, receiver] {
            if (m_refuses)
                receiver(Error{n("reading the secret"), name, n("the keychain is locked")});
            else
                m_kept.read(name, receiver);
        });
    }
    void write(const QString &name, const QString &secret, const OutcomeReceiver &receiver) override
    {
        m_waiting.append([this, name, secret, receiver] {
            if (m_refuses)
                receiver(Error{n("saving the secret in the keychain"), name, n("the keychain is locked")});
            else
                m_kept.write(name, secret, receiver);
        });
    }
    void remove(const QString &name, const OutcomeReceiver &receiver) override
    {
        m_kept.remove(name, receiver);
    }
    [[nodiscard]] bool isLasting() const override { return true; }

    /// The user unlocks it, or does not.
    void answerAll(bool refuses = false)
    {
        m_refuses = refuses;
        while (!m_waiting.isEmpty())
            m_waiting.takeFirst()();
    }
    [[nodiscard]] qsizetype asked() const { return m_waiting.size(); }
    [[nodiscard]] bool has(const QString &name)
    {
        bool found = false;
        m_kept.read(name, [&found](const Result<QString> &secret) { found = secret.ok(); });
        return found;
    }

private:
    QList<std::function<void()>> m_waiting;
    MemorySecretStore m_kept;
    bool m_refuses = false;
};

} // namespace

/// The window while the keychain keeps everybody waiting.
class SlowKeychainTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(demo.start(), QString()); }

    void init()
    {
        HonestTest::init();
        store = std::make_unique<SlowStore>();
        rig = std::make_unique<WindowRig>();
        rig->open(store.get());
        peer = rig->application().addPeer(demo.url(n("/steady")));
        QTRY_COMPARE(state(), ConnectionState::Open);
    }

    void cleanup()
    {
        rig.reset();
        store.reset();
    }

    void anEditIsMadeAtOnceAndThePeerIsDialledWithTheNewSecret()
    {
        typePassword();
        // The keychain has not answered, but other edits are not held up.
        QCOMPARE(store->asked(), 1);
        QCOMPARE(own().authKind, std::optional(AuthKind::Bearer));
        rig->application().addPeer(demo.url(n("/jitter")));
        QCOMPARE(rig->workspace().profileCount(), size_t(2));
        QTRY_COMPARE(ends(), size_t(1));
        QTRY_COMPARE(state(), ConnectionState::Open);
        store->answerAll();
        QVERIFY(store->has(own().authSecret->name));
        QVERIFY(own().authKind == AuthKind::Bearer);
    }

    void oneThatRefusesIsSaidAndTheSecretStaysUntilTheProgramEnds()
    {
        typePassword();
        store->answerAll(true);
        QTRY_VERIFY2(rig->notice().contains(n("locked")), qPrintable(rig->notice()));
        QVERIFY(!rig->notice().contains(n("hunter2")));
        QCOMPARE(own().authKind, std::optional(AuthKind::Bearer));
        rig->application().reconnectNow({peer});
        QTRY_COMPARE(ends(), size_t(2));
        QTRY_COMPARE(state(), ConnectionState::Open);
    }

    void thePeersThatWaitAreSaidAndDialledOnceItAnswers()
    {
        typePassword();
        store->answerAll();
        rig->close();
        rig->open(store.get());
        QCOMPARE(store->asked(), 1);
        QTRY_VERIFY2_WITH_TIMEOUT(rig->notice().contains(n("keychain")), qPrintable(rig->notice()), 10'000);
        peer = rig->application().book()->peers().first();
        QVERIFY(state() != ConnectionState::Open);
        // It is waiting; nobody paused it.
        QCOMPARE(rig->application().book()->record(peer)->health(), Health::Waiting);
        store->answerAll();
        QTRY_COMPARE(state(), ConnectionState::Open);
    }

    void closingAsksWhileASecretIsNotKeptYet()
    {
        typePassword();
        rig->window().close();
        QMessageBox *question = rig->question("secrets-question");
        QVERIFY(question);
        QTest::mouseClick(question->button(QMessageBox::Cancel), Qt::LeftButton);
        QVERIFY(rig->window().isVisible());
        store->answerAll();
        rig->window().close();
        QVERIFY(!rig->window().isVisible());
    }

private:
    void typePassword()
    {
        rig->window().peerList()->selectPeer(peer);
        rig->activate();
        QTest::keyClick(rig->window().peerList(), Qt::Key_E, Qt::ControlModifier);
        QPointer<ProfileEditor> editor = rig->opened<ProfileEditor>();
        QVERIFY(editor);
        for (const SettingPage &page : editor->pages()) {
            for (SettingRow *row : page.rows) {
                if (row->editor()->accessibleName() == n("Sign in with")) {
                    auto *kind = row->editor()->findChild<QComboBox *>();
                    kind->setCurrentIndex(2);
                    Q_EMIT kind->activated(2);
                } else if (row->editor()->accessibleName() == n("Password or token")) {
                    QTest::keyClicks(row->editor()->findChild<QLineEdit *>(), n("hunter2"));
                }
            }
        }
        QTest::mouseClick(editor->acceptButton(), Qt::LeftButton);
        QTRY_VERIFY(!editor);
    }

    [[nodiscard]] const ProfileSettings &own() { return rig->workspace().profiles[0].own; }
    [[nodiscard]] ConnectionState state() { return rig->application().book()->record(peer)->state(); }
    /// How many of the peer's connections have ended.
    [[nodiscard]] size_t ends() { return rig->application().book()->record(peer)->ends().size(); }

    DemoFleet demo;
    PeerId peer{};
    std::unique_ptr<SlowStore> store;
    std::unique_ptr<WindowRig> rig;
};

QTEST_MAIN(SlowKeychainTest)
#include "tst_slowkeychain.moc"
