// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "workspace/workspaceedits.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::WorkspaceEdits;

namespace
{

QString n(const char *text)
{
    return QString::fromLatin1(text);
}

/// a and b in "prod", which has a timeout of 5 s; c in no group. Their keys are 1, 2, 3.
Workspace house()
{
    Workspace workspace;
    workspace.groups.resize(1);
    workspace.groups[0].name = n("prod");
    workspace.groups[0].defaults.pingTimeout = seconds(5);
    quint64 key = 0;
    for (const char *name : {"a", "b", "c"}) {
        Profile profile;
        profile.key = ProfileKey(++key);
        profile.name = n(name);
        profile.url = n("ws://h/") + n(name);
        workspace.add(profile, key < 3 ? std::optional<size_t>(0) : std::nullopt);
    }
    return workspace;
}

QString told(const Workspace &workspace)
{
    QStringList parts;
    for (const ProfilePlace &place : workspace.places()) {
        const QString group = place.group ? workspace.groups[*place.group].name + u'/' : QString();
        parts.append(group + workspace.at(place).name);
    }
    return parts.join(u' ');
}

const QList<ProfileKey> aAndC{ProfileKey(1), ProfileKey(3)};

} // namespace

/// What users do to profiles and groups.
class TestWorkspaceEdits : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void disables()
    {
        const Workspace edited = withEnabled(house(), aAndC, false);
        QVERIFY(!edited.at(*edited.find(n("a"))).enabled);
        QVERIFY(edited.at(*edited.find(n("b"))).enabled);
        QVERIFY(!edited.at(*edited.find(n("c"))).enabled);
    }

    void removes()
    {
        QCOMPARE(told(without(house(), aAndC)), n("prod/b"));
        QCOMPARE(told(without(house(), {ProfileKey(99)})), n("prod/a prod/b c"));
    }

    void duplicatesBehindTheOriginal()
    {
        const Workspace edited = withDuplicates(house(), aAndC);
        QCOMPARE(told(edited), n("prod/a prod/a 2 prod/b c c 2"));
        QVERIFY(edited.at(*edited.find(n("a 2"))).key == ProfileKey::None);
    }

    void movesIntoAGroupAndOutOfIt()
    {
        QCOMPARE(told(withMoved(house(), {ProfileKey(3)}, n("prod"))), n("prod/a prod/b prod/c"));
        QCOMPARE(told(withMoved(house(), aAndC, n("new"))), n("prod/b new/a new/c"));
        QCOMPARE(told(withMoved(house(), {ProfileKey(1)}, QString())), n("prod/b c a"));
    }

    void tagsAndUntags()
    {
        Workspace edited = withTag(house(), aAndC, n("eu"));
        edited = withTag(edited, {ProfileKey(1)}, n("eu"));
        edited = withTag(edited, {ProfileKey(1)}, n("big"));
        QCOMPARE(edited.at(*edited.find(n("a"))).tags, QStringList({n("eu"), n("big")}));
        QCOMPARE(tagsOf(edited), QStringList({n("big"), n("eu")}));
        edited = withoutTag(edited, aAndC, n("eu"));
        QCOMPARE(tagsOf(edited), QStringList{n("big")});
    }

    void renamesAGroupUnlessTheNameIsTaken()
    {
        QCOMPARE(told(withGroupRenamed(house(), n("prod"), n("live"))), n("live/a live/b c"));
        const Workspace two = withGroup(house(), n("lab"));
        QVERIFY(withGroupRenamed(two, n("lab"), n("prod")) == two);
    }

    void profilesOfARemovedGroupKeepWhatTheyHadFromIt()
    {
        const Workspace edited = withoutGroup(house(), n("prod"));
        QCOMPARE(told(edited), n("c a b"));
        QCOMPARE(edited.effectiveSettings(*edited.find(n("a"))).keepalive.timeout,
                 std::optional(nanoseconds(seconds(5))));
        QCOMPARE(edited.effectiveSettings(*edited.find(n("c"))).keepalive.timeout,
                 std::optional(nanoseconds(seconds(20))));
    }

    void complainsAboutNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("fine");
        QTest::newRow("a word") << n("lab") << true;
        QTest::newRow("nothing") << n("  ") << false;
        QTest::newRow("taken") << n(" prod ") << false;
        QTest::newRow("a line break") << n("a\nb") << false;
        QTest::newRow("too long") << QString(201, u'x') << false;
    }
    void complainsAboutNames()
    {
        QFETCH(QString, name);
        QFETCH(bool, fine);
        QCOMPARE(complaintAboutName(name, {n("prod")}).isEmpty(), fine);
    }
};

QTEST_GUILESS_MAIN(TestWorkspaceEdits)
#include "tst_workspaceedits.moc"
