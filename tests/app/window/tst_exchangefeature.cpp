// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/peerlistroles.h"
#include "items/peermimedata.h"
#include "tests/app/window/windowrig.h"
#include "tests/support/honesttest.h"
#include "widgets/peerlistview.h"
#include "widgets/workspace/importpreview.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QTreeWidget>
#include <QUrl>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString n(const char *text)
{
    return QString::fromUtf8(text);
}

/// JSON with ' instead of ".
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

/// Nobody is there: port 9 of this machine is closed.
QString url(int number)
{
    return QStringLiteral("ws://127.0.0.1:9/%1").arg(number);
}

std::unique_ptr<QMimeData> filesOf(const QStringList &paths)
{
    auto data = std::make_unique<QMimeData>();
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls.append(QUrl::fromLocalFile(path));
    data->setUrls(urls);
    return data;
}

} // namespace

/// What gets into and out of the window, by mouse and keyboard.
class ExchangeFeatureTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        HonestTest::init();
        rig = std::make_unique<WindowRig>();
        rig->open();
    }

    void cleanup() { rig.reset(); }

    void droppedTextIsCopiedIntoAPreviewAndAdded_data()
    {
        QTest::addColumn<bool>("onTheList");
        QTest::newRow("on the empty window") << false;
        QTest::newRow("on the list") << true;
    }
    void droppedTextIsCopiedIntoAPreviewAndAdded()
    {
        QFETCH(bool, onTheList);
        if (onTheList)
            rig->application().addPeer(QUrl(url(999)));
        const size_t before = rig->workspace().profileCount();
        QStringList lines;
        for (int i = 0; i < 50; ++i)
            lines.append(url(i));
        lines.insert(3, n("no url at all"));
        QMimeData data;
        data.setText(lines.join(u'\n'));
        QWidget *target = onTheList ? rig->window().peerList()->viewport() : rig->window().centralWidget();
        // Never moved: the text would disappear from its source.
        QCOMPARE(rig->drop(&data, target, target->rect().center()), Qt::CopyAction);
        auto *preview = rig->opened<ImportPreview>();
        QVERIFY(preview);
        QCOMPARE(preview->list()->topLevelItemCount(), 50);
        QCOMPARE(preview->problems()->topLevelItem(0)->text(0), n("line 4"));
        // Deselect one.
        preview->list()->topLevelItem(0)->setCheckState(0, Qt::Unchecked);
        QTest::mouseClick(preview->addButton(), Qt::LeftButton);
        QTRY_COMPARE(rig->workspace().profileCount(), before + 49);
        undoAndRedo(before, before + 49);
    }

    void droppedLinksAreAdded()
    {
        QMimeData data;
        data.setUrls({QUrl(url(1)), QUrl(url(2))});
        QCOMPARE(rig->drop(&data, rig->window().centralWidget(), {50, 50}), Qt::CopyAction);
        auto *preview = rig->opened<ImportPreview>();
        QVERIFY(preview);
        QTest::keyClick(preview, Qt::Key_Return);
        QTRY_COMPARE(rig->workspace().profileCount(), size_t(2));
    }

    void whatCannotBeUnderstoodIsNotTaken()
    {
        QMimeData data;
        data.setData(n("image/png"), "x");
        QCOMPARE(rig->drop(&data, rig->window().centralWidget(), {50, 50}), Qt::IgnoreAction);
    }

    void aDroppedWorkspaceIsOpenedOrAddedAsTheUserSays_data()
    {
        QTest::addColumn<QByteArray>("button");
        QTest::addColumn<bool>("opens");
        QTest::addColumn<size_t>("profiles");
        QTest::newRow("opened") << QByteArray("&Open It") << true << size_t(2);
        QTest::newRow("added") << QByteArray("&Add Its Peers…") << false << size_t(3);
    }
    void aDroppedWorkspaceIsOpenedOrAddedAsTheUserSays()
    {
        QFETCH(QByteArray, button);
        QFETCH(bool, opens);
        QFETCH(size_t, profiles);
        rig->application().addPeer(QUrl(url(7)));
        const QString path = rig->write(
            "team.pongwatch", json("{ 'pongwatch': 1, 'groups': [ { 'name': 'prod', 'defaults': { "
                                   "'ping_timeout_s': 5 }, 'profiles': [ { 'name': 'a', 'url': "
                                   "'ws://127.0.0.1:9/a' } ] } ], 'profiles': [ { 'name': 'b', 'url': "
                                   "'ws://127.0.0.1:9/b' } ] }"));
        QCOMPARE(rig->drop(filesOf({path}).get(), rig->window().centralWidget(), {50, 50}), Qt::CopyAction);
        QMessageBox *question = rig->question("drop-question");
        QVERIFY(question);
        WindowRig::answer(question, button.constData());
        if (!opens) {
            auto *preview = rig->opened<ImportPreview>();
            QVERIFY(preview);
            QCOMPARE(preview->list()->topLevelItem(0)->text(3), n("prod"));
            QTest::mouseClick(preview->addButton(), Qt::LeftButton);
        }
        QTRY_COMPARE(rig->workspace().profileCount(), profiles);
        QCOMPARE(rig->session().path() == path, opens);
        // What it inherited from its group is its own here, or still the group's there.
        const ProfilePlace place = *rig->workspace().find(n("a"));
        QCOMPARE(rig->workspace().groups[*place.group].name, n("prod"));
        QCOMPARE(*rig->workspace().effectiveSettings(place).keepalive.timeout, nanoseconds(seconds(5)));
        if (!opens)
            undoAndRedo(1, 3);
    }

    void aDroppedWorkspaceOpensOnlyAfterUnsavedChangesWereAskedAbout()
    {
        const QString mine = rig->file("mine.pongwatch");
        QVERIFY(WorkspaceFile(mine).save(Workspace()).ok());
        QVERIFY(rig->session().open(mine).ok());
        rig->application().addPeer(QUrl(url(7)));
        const QString other = rig->write("other.pongwatch", json("{ 'pongwatch': 1 }"));
        rig->drop(filesOf({other}).get(), rig->window().centralWidget(), {50, 50});
        WindowRig::answer(rig->question("drop-question"), "&Open It");
        QMessageBox *question = rig->question("save-question");
        QVERIFY(question);
        QTest::mouseClick(question->button(QMessageBox::Cancel), Qt::LeftButton);
        QCOMPARE(rig->session().path(), mine);
        QCOMPARE(rig->workspace().profileCount(), size_t(1));
    }

    void filesAreImportedByTheDialog_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("problem"); // where it was; empty: none
        QTest::newRow("a table with groups") << QByteArray("peers.csv")
                                             << QByteArray("name,url,group,ping_timeout_s,tags\n"
                                                           "a,ws://127.0.0.1:9/a,prod,5,eu fast\n"
                                                           "b,ws://127.0.0.1:9/b,prod,-1,\n"
                                                           "c,ws://127.0.0.1:9/c,,,\n")
                                             << QStringList{n("a"), n("c")} << n("peers.csv: line 3");
        QTest::newRow("a Postman collection")
            << QByteArray("collection.json")
            << json("{'info': {}, 'item': [ {'name': 'Live', 'request': {'url': {'raw': "
                    "'ws://127.0.0.1:9/live'}}}, {'name': 'Bad', 'request': {'url': "
                    "'wss://{{nobody}}/'}}]}")
            << QStringList{n("Live")} << n("collection.json: item[1]");
        QTest::newRow("a HAR file")
            << QByteArray("page.har")
            << json("{'log': {'entries': [{'request': {'url': 'https://h/'}}, {'request': "
                    "{'url': 'ws://127.0.0.1:9/feed', 'headers': []}, '_resourceType': "
                    "'websocket'}, {'request': {'url': 'ws://[', 'headers': []}}]}}")
            << QStringList{n("127.0.0.1:9/feed")} << n("page.har: log.entries[2]");
        QTest::newRow("command lines")
            << QByteArray("commands.sh")
            << QByteArray("#!/bin/sh\nwebsocat ws://127.0.0.1:9/one\n"
                          "rm -rf /\nwscat -c ws://127.0.0.1:9/two\n")
            << QStringList{n("127.0.0.1:9/one"), n("127.0.0.1:9/two")} << n("commands.sh: line 3");
        QTest::newRow("a file of something else")
            << QByteArray("other.json") << QByteArray("{\"a\": 1}") << QStringList() << n("other.json");
    }
    void filesAreImportedByTheDialog()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, text);
        QFETCH(QStringList, names);
        QFETCH(QString, problem);
        const QString path = rig->write(name.constData(), text);
        QTest::keyClick(&rig->window(), Qt::Key_I, Qt::ControlModifier);
        choose(path);
        auto *preview = rig->opened<ImportPreview>();
        QVERIFY(preview);
        QCOMPARE(preview->problems()->topLevelItemCount(), problem.isEmpty() ? 0 : 1);
        if (!problem.isEmpty())
            QCOMPARE(preview->problems()->topLevelItem(0)->text(0), problem);
        QCOMPARE(preview->addButton()->isEnabled(), !names.isEmpty());
        if (names.isEmpty()) {
            QTest::keyClick(preview, Qt::Key_Escape);
            return;
        }
        QTest::mouseClick(preview->addButton(), Qt::LeftButton);
        QTRY_COMPARE(rig->workspace().profileCount(), size_t(names.size()));
        for (const QString &one : names)
            QVERIFY2(rig->workspace().find(one), qPrintable(one));
        undoAndRedo(0, size_t(names.size()));
    }

    void thePreviewTellsWhatWasNotTaken()
    {
        QMimeData data;
        data.setText(
            n("curl -k --interface eth0 'ws://127.0.0.1:9/1?token=hunter2hunter2'\nws://127.0.0.1:9/2\n"));
        rig->drop(&data, rig->window().centralWidget(), {50, 50});
        auto *preview = rig->opened<ImportPreview>();
        QVERIFY(preview);
        const QTreeWidgetItem *first = preview->list()->topLevelItem(0);
        QVERIFY2(first->text(2).contains(n("not verified")), qPrintable(first->text(2)));
        QVERIFY2(!first->text(1).contains(n("hunter2")), qPrintable(first->text(1)));
        QVERIFY(first->isExpanded());
        QCOMPARE(first->childCount(), 2);
        QVERIFY2(first->child(0)->text(0).contains(n("line 1, -k")), qPrintable(first->child(0)->text(0)));
        QVERIFY2(first->child(1)->text(0).contains(n("Left out: ")) &&
                     first->child(1)->text(0).contains(n("line 1, --interface")),
                 qPrintable(first->child(1)->text(0)));
        QCOMPARE(preview->list()->topLevelItem(1)->childCount(), 0);
        QTest::mouseClick(preview->addButton(), Qt::LeftButton);
        QTRY_COMPARE(rig->workspace().profileCount(), size_t(2));
        const QString url = rig->workspace().profiles[0].url;
        QVERIFY2(url.contains(n("token=keychain:")) && !url.contains(n("hunter2")), qPrintable(url));
    }

    void whatLeadsElsewhereStandsOut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("another address")
            << n("curl --resolve app.example:443:127.0.0.1 https://app.example/ws")
            << n("goes to 127.0.0.1:443");
        QTest::newRow("another name")
            << n("curl -H 'Host: app.example' http://127.0.0.1:9/ws") << n("asks for app.example");
        QTest::newRow("a socket") << n("curl --unix-socket /run/no.sock http://localhost/ws")
                                  << n("goes to unix:/run/no.sock");
        QTest::newRow("no verification") << n("curl -k https://127.0.0.1:9/ws") << n("not verified");
        QTest::newRow("both") << n("curl -k --connect-to ::127.0.0.1:9 https://app.example/ws")
                              << n("not verified, goes to 127.0.0.1:9");
    }
    void whatLeadsElsewhereStandsOut()
    {
        QFETCH(QString, text);
        QFETCH(QString, says);
        QMimeData data;
        data.setText(text);
        rig->drop(&data, rig->window().centralWidget(), {50, 50});
        auto *preview = rig->opened<ImportPreview>();
        QVERIFY(preview);
        const QTreeWidgetItem *item = preview->list()->topLevelItem(0);
        QVERIFY2(item->text(2).startsWith(says), qPrintable(item->text(2)));
        QVERIFY(item->font(2).bold());
        QVERIFY(item->foreground(2).color() != preview->palette().color(QPalette::Text));
        QVERIFY(item->isExpanded());
        QVERIFY2(item->child(0)->text(0).startsWith(n("Look twice: ")), qPrintable(item->child(0)->text(0)));
    }

    void duplicatesAreShownAndMergedOnRequest_data()
    {
        QTest::addColumn<bool>("merges");
        QTest::addColumn<size_t>("profiles");
        QTest::newRow("left out") << false << size_t(2);
        QTest::newRow("merged") << true << size_t(2);
    }
    void duplicatesAreShownAndMergedOnRequest()
    {
        QFETCH(bool, merges);
        QFETCH(size_t, profiles);
        rig->application().addPeer(QUrl(url(1)));
        QMimeData data;
        data.setText(n("pongwatch monitor %1 --ping-interval 5\n%2\n").arg(url(1), url(2)));
        rig->drop(&data, rig->window().centralWidget(), {50, 50});
        auto *preview = rig->opened<ImportPreview>();
        QVERIFY(preview);
        QCOMPARE(preview->list()->topLevelItem(0)->checkState(0), Qt::Unchecked);
        QCOMPARE(preview->list()->topLevelItem(1)->checkState(0), Qt::Checked);
        QVERIFY(preview->mergeBox()->isVisible());
        preview->mergeBox()->setChecked(merges);
        QTest::mouseClick(preview->addButton(), Qt::LeftButton);
        QTRY_COMPARE(rig->workspace().profileCount(), profiles);
        QCOMPARE(rig->workspace().profiles[0].own.pingInterval.has_value(), merges);
    }

    void aTableWithoutUrlsAsksForItsColumn()
    {
        QMimeData data;
        data.setText(n("host;what\n127.0.0.1:9;a\nlocalhost:9;b\n"));
        rig->drop(&data, rig->window().centralWidget(), {50, 50});
        auto *preview = rig->opened<ImportPreview>();
        QVERIFY(preview);
        QVERIFY(!preview->addButton()->isEnabled());
        QVERIFY(preview->columnField()->isVisible());
        QCOMPARE(preview->columnField()->itemText(1), n("host"));
        preview->columnField()->setCurrentIndex(1);
        Q_EMIT preview->columnField()->activated(1);
        QTRY_COMPARE(preview->list()->topLevelItemCount(), 2);
        QTest::mouseClick(preview->addButton(), Qt::LeftButton);
        QTRY_COMPARE(rig->workspace().profileCount(), size_t(2));
    }

    void aTypedDuplicateAsks()
    {
        rig->application().addPeer(QUrl(url(1)));
        for (const bool adds : {false, true}) {
            QTest::keyClick(&rig->window(), Qt::Key_N, Qt::ControlModifier);
            auto *field = qobject_cast<QLineEdit *>(rig->window().focusWidget());
            QVERIFY(field);
            QTest::keyClicks(field, url(1));
            QTest::keyClick(field, Qt::Key_Return);
            QMessageBox *question = rig->question("duplicate-question");
            QVERIFY(question);
            WindowRig::answer(question, adds ? "&Add Another" : "&Show It");
            QTRY_COMPARE(rig->workspace().profileCount(), size_t(adds ? 2 : 1));
        }
    }

    void theFieldTakesWhateverThePasteTakes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("urls");
        QTest::addColumn<bool>("asks");
        const auto row = [](const char *name, const char *text, const QStringList &urls, bool asks = false) {
            QTest::newRow(name) << n(text) << urls << asks;
        };
        row("one slash", "wss:/127.0.0.1:9", {n("wss://127.0.0.1:9")});
        row("a name in another script",
            "b\xc3\xbc"
            "cher.invalid",
            {n("wss://xn--bcher-kva.invalid")});
        row("a command", "curl -i -N 'http://127.0.0.1:9/ws' -H 'X-A: b'", {n("ws://127.0.0.1:9/ws")});
        row("a call", "new WebSocket('ws://127.0.0.1:9/ws')", {n("ws://127.0.0.1:9/ws")});
        row("an address with a zone", "fe80::1%lo", {n("wss://[fe80::1%25lo]")});
        row("a URL in an angle bracket", "<ws://127.0.0.1:9/ws>", {n("ws://127.0.0.1:9/ws")});
        row("two URLs", "ws://127.0.0.1:9/1 ws://127.0.0.1:9/2",
            {n("ws://127.0.0.1:9/1"), n("ws://127.0.0.1:9/2")}, true);
        row("a command to look at", "curl -k https://127.0.0.1:9/ws", {n("wss://127.0.0.1:9/ws")}, true);
    }
    void theFieldTakesWhateverThePasteTakes()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, urls);
        QFETCH(bool, asks);
        QTest::keyClick(&rig->window(), Qt::Key_N, Qt::ControlModifier);
        auto *field = qobject_cast<QLineEdit *>(rig->window().focusWidget());
        QVERIFY(field);
        field->setText(text);
        QTest::keyClick(field, Qt::Key_Return);
        if (asks) {
            auto *preview = rig->opened<ImportPreview>();
            QVERIFY(preview);
            QTest::mouseClick(preview->addButton(), Qt::LeftButton);
        }
        QTRY_COMPARE(rig->workspace().profileCount(), size_t(urls.size()));
        for (qsizetype i = 0; i < urls.size(); ++i)
            QCOMPARE(rig->workspace().profiles[size_t(i)].url, urls[i]);
        QCOMPARE(field->text(), QString());
    }

    void whatIsExportedCanBeImportedAgainAndHasNoSecret_data()
    {
        QTest::addColumn<QByteArray>("action");
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("a table") << QByteArray("Export as &Table (CSV)…") << QByteArray("out.csv");
        QTest::newRow("JSON") << QByteArray("Export as &JSON…") << QByteArray("out.json");
    }
    void whatIsExportedCanBeImportedAgainAndHasNoSecret()
    {
        QFETCH(QByteArray, action);
        QFETCH(QByteArray, file);
        Workspace next = twoPeers(rig->workspace());
        rig->session().edit(n("setting up"), next);
        const QString path = rig->file(file.constData());
        rig->action(action.constData())->trigger();
        choose(path);
        QTRY_VERIFY(rig->notice().contains(path));
        const QByteArray written = WindowRig::read(path);
        QVERIFY(written.contains("ws://127.0.0.1:9/1"));
        QVERIFY2(!written.contains("hunter2"), written.constData());

        rig->session().startNew();
        rig->drop(filesOf({path}).get(), rig->window().centralWidget(), {50, 50});
        auto *preview = rig->opened<ImportPreview>();
        QVERIFY(preview);
        QCOMPARE(preview->problems()->topLevelItemCount(), 0);
        QTest::mouseClick(preview->addButton(), Qt::LeftButton);
        QTRY_COMPARE(rig->workspace().profileCount(), size_t(2));
        QCOMPARE(rig->workspace().groups[0].name, n("prod"));
        QCOMPARE(rig->workspace().groups[0].profiles[0].tags, QStringList{n("eu")});
        QCOMPARE(rig->workspace().groups[0].profiles[0].own.pingTimeout,
                 std::optional(ProfileSettings::Limit(seconds(7))));
    }

    void anExportThatCannotBeWrittenIsSaid()
    {
        rig->application().addPeer(QUrl(url(1)));
        rig->action("Export as &JSON…")->trigger();
        const QString path = rig->file("gone/out.json");
        auto *dialog = rig->opened<QFileDialog>();
        QVERIFY(dialog);
        // The folder disappears while the dialog is open.
        Q_EMIT dialog->fileSelected(path);
        dialog->reject();
        QTRY_VERIFY2(rig->notice().contains(n("gone/out.json")), qPrintable(rig->notice()));
    }

    void peersAreDraggedIntoAGroupAndOutOfIt()
    {
        Workspace next = rig->workspace();
        next.groups.resize(1);
        next.groups[0].name = n("prod");
        Profile first;
        first.name = n("a");
        first.url = url(1);
        next.add(first, 0);
        for (const char *name : {"b", "c"}) {
            Profile profile;
            profile.name = n(name);
            profile.url = url(2);
            next.add(profile);
        }
        rig->session().edit(n("setting up"), next);
        PeerListView *list = rig->window().peerList();
        const QModelIndexList groups =
            list->model()->match(list->model()->index(0, 0), PeerIsGroupRole, true, 1, Qt::MatchExactly);
        QCOMPARE(groups.size(), 1);
        const QPersistentModelIndex group(groups.first());
        const QPoint onGroup(60, list->visualRect(group).center().y());
        QTRY_COMPARE(list->indexAt(onGroup).siblingAtColumn(0), QModelIndex(group));
        const QList<PeerId> moved{peerOf("b"), peerOf("c")};
        rig->drop(PeerMimeData::make(moved).get(), list->viewport(), onGroup, Qt::MoveAction);
        QTRY_COMPARE(rig->workspace().groups[0].profiles.size(), size_t(3));
        QCOMPARE(rig->session().undoName(), n("moving 2 peers to “prod”"));
        // They remain the same peers, with everything measured of them.
        QCOMPARE((QList<PeerId>{peerOf("b"), peerOf("c")}), moved);
        rig->session().undo();
        QCOMPARE(rig->workspace().groups[0].profiles.size(), size_t(1));
        rig->session().redo();
        QCOMPARE(rig->workspace().groups[0].profiles.size(), size_t(3));

        // There is no group below the rows.
        const QPoint below(40, list->viewport()->height() - 5);
        QVERIFY(!list->indexAt(below).isValid());
        rig->drop(PeerMimeData::make({peerOf("b")}).get(), list->viewport(), below, Qt::MoveAction);
        QTRY_COMPARE(rig->workspace().profiles.size(), size_t(1));
    }

    void aPeerIsAddedByTypingAndRemovedByKey()
    {
        QTest::keyClick(&rig->window(), Qt::Key_N, Qt::ControlModifier);
        auto *field = qobject_cast<QLineEdit *>(rig->window().focusWidget());
        QVERIFY(field);
        QTest::keyClicks(field, url(1));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(rig->workspace().profileCount(), size_t(1));
        QTest::keyClick(rig->window().peerList(), Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(rig->workspace().profileCount(), size_t(2));
        undoAndRedo(1, 2);
        rig->window().peerList()->setFocus();
        QTest::keyClick(rig->window().peerList(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(rig->window().peerList()->selectedPeers().size(), 2);
        QTest::keyClick(rig->window().peerList(), Qt::Key_Delete);
        QTRY_COMPARE(rig->workspace().profileCount(), size_t(0));
        undoAndRedo(2, 0);
    }

private:
    /// Two peers, one of them in a group; one has a token in a header.
    static Workspace twoPeers(Workspace next)
    {
        next.groups.resize(1);
        next.groups[0].name = n("prod");
        Profile first;
        first.name = n("a");
        first.url = url(1);
        first.tags = QStringList{n("eu")};
        first.own.pingTimeout = ProfileSettings::Limit(seconds(7));
        first.own.headers = ProfileSettings::Headers{{n("X-Api-Key"), n("hunter2")}};
        next.add(first, 0);
        Profile second;
        second.name = n("=b");
        second.url = url(2);
        next.add(second);
        return next;
    }

    /// By keyboard, until the workspace has this number of profiles.
    void undoAndRedo(size_t before, size_t after)
    {
        rig->activate();
        QTest::keyClick(&rig->window(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(rig->workspace().profileCount(), before);
        QTest::keyClick(&rig->window(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(rig->workspace().profileCount(), after);
    }

    /// Types a path into the file dialog that is open.
    void choose(const QString &path)
    {
        auto *dialog = rig->opened<QFileDialog>();
        QVERIFY(dialog);
        auto *field = dialog->findChild<QLineEdit *>(n("fileNameEdit"));
        QVERIFY(field);
        field->setText(path);
        QTest::keyClick(field, Qt::Key_Return);
    }

    [[nodiscard]] PeerId peerOf(const char *name)
    {
        return *rig->application().fleet()->peerOf(rig->workspace().at(*rig->workspace().find(n(name))).key);
    }

    std::unique_ptr<WindowRig> rig;
};

QTEST_MAIN(ExchangeFeatureTest)
#include "tst_exchangefeature.moc"
