// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/framesfeature.h"
#include "app/window/features/palettefeature.h"
#include "demo/demoframes.h"
#include "frames/framelog.h"
#include "items/framelistmodel.h"
#include "tests/app/window/windowrig.h"
#include "tests/models/engine/causes/rawpeer.h"
#include "tests/support/engine/bothclients.h"
#include "tests/support/honesttest.h"
#include "widgets/frames/framedetail.h"
#include "widgets/frames/framespane.h"
#include "widgets/frames/frameview.h"
#include "widgets/messages/messagecomposer.h"
#include "widgets/palette/commandpalette.h"
#include "widgets/peerlistview.h"
#include "widgets/workspace/namedialog.h"
#include "workspace/memorysecretstore.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

/// A server that records what its client sends, answers pings, and sends what a test tells it to.
class ChatServer
{
public:
    void say(const QByteArray &text) { send(serverFrame(0x81, text)); }
    void send(const QByteArray &bytes)
    {
        QVERIFY(m_peer.client());
        m_peer.client()->write(bytes);
        m_peer.client()->flush();
    }
    [[nodiscard]] QUrl url() const { return m_peer.url(); }
    [[nodiscard]] QTcpSocket *client() const { return m_peer.client(); }

    QStringList texts;
    QList<QByteArray> binaries;

private:
    void take(QTcpSocket &client, const QByteArray &bytes)
    {
        m_reader.feed(bytes);
        while (const std::optional<DemoIncoming> frame = m_reader.next())
            if (frame->kind == DemoIncoming::Kind::Ping)
                client.write(demoFrame(DemoOpcode::Pong, frame->payload));
            else if (frame->kind == DemoIncoming::Kind::Text)
                texts.append(QString::fromUtf8(frame->payload));
            else if (frame->kind == DemoIncoming::Kind::Binary)
                binaries.append(frame->payload);
    }

    DemoFrameReader m_reader;
    RawPeer m_peer{{{},
                    [this](QTcpSocket &) { m_reader = {}; },
                    [this](QTcpSocket &client, const QByteArray &bytes) { take(client, bytes); }}};
};

} // namespace

/// The pane of frames, by keyboard and mouse, on real sockets and for both clients.
class FramesFeatureTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { runForBothClients(); }

    void init()
    {
        HonestTest::init();
        server = std::make_unique<ChatServer>();
        rig = std::make_unique<WindowRig>();
        rig->open();
        feature = rig->window().findChild<FramesFeature *>();
        peer = add(QStringLiteral("chat"), *server);
        rig->window().peerList()->selectPeer(peer);
        QTRY_COMPARE(state(), ConnectionState::Open);
    }
    void cleanup()
    {
        rig.reset();
        server.reset();
    }

    void nothingIsKeptUntilThePaneIsOpened()
    {
        QVERIFY(!feature->isOpen());
        QVERIFY(!feature->pane());
        server->say("before");
        open();
        server->say("during");
        QTRY_COMPARE(texts(), QStringList{QStringLiteral("during")});
        QCOMPARE(feature->recorded(), QList<PeerId>{peer});
        key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!feature->isOpen());
        QVERIFY(feature->recorded().isEmpty());
        server->say("while it was closed");
        open();
        server->say("again");
        QTRY_COMPARE(texts(), QStringList{QStringLiteral("again")});
    }

    void thePaletteOpensThePane()
    {
        key(Qt::Key_K, Qt::ControlModifier);
        CommandPalette *palette = rig->window().findChild<PaletteFeature *>()->palette();
        QTest::keyClicks(palette->field(), QStringLiteral("frames"));
        QTest::keyClick(palette->field(), Qt::Key_Return);
        QTRY_VERIFY(feature->isOpen());
    }

    void theKeyboardReachesThePane()
    {
        open();
        rig->window().peerList()->setFocus();
        for (int i = 0; i < 8 && !pane()->view()->hasFocus(); ++i)
            key(Qt::Key_F6, Qt::NoModifier);
        QVERIFY(pane()->view()->hasFocus());
        for (const QWidget *widget :
             QList<QWidget *>{pane()->view(), pane()->searchField(), pane()->kindsBox(),
                              pane()->directionBox(), pane()->composer()->field()})
            QVERIFY(!widget->accessibleName().isEmpty());
    }

    void theWholeOfAFrameIsShown()
    {
        open();
        server->say("{\"a\":[1]}");
        QTRY_COMPARE(texts().size(), 1);
        choose(QStringLiteral("{\"a\":[1]}"));
        QVERIFY(pane()->detail()->isVisible());
        QCOMPARE(pane()->detail()->textField()->toPlainText(),
                 QStringLiteral("{\n  \"a\": [\n    1\n  ]\n}"));
        pane()->detail()->formBox()->setCurrentIndex(1);
        QCOMPARE(pane()->detail()->textField()->toPlainText(), QStringLiteral("{\"a\":[1]}"));
        pane()->detail()->formBox()->setCurrentIndex(2);
        QVERIFY(pane()->detail()->textField()->toPlainText().startsWith(QLatin1String("00000000  7b 22 61")));
        QTest::keyClick(pane()->view(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().contains(
            QLatin1String("\tReceived\tText\t9 B\t\t{\"a\":[1]}")));
    }

    void aPongHasItsRoundTripBesideIt()
    {
        open();
        rig->application().pingNow({peer});
        const auto pong = [this] {
            for (int row = 0; row < model()->rowCount(); ++row)
                if (model()->frame(row).kind == FrameKind::Pong)
                    return model()->frame(row).place;
            return FramePlace();
        };
        QTRY_COMPARE(pong().role, FramePlace::Role::PongOfOwn);
        QVERIFY(pong().rtt.has_value());
    }

    void framesAreSearched()
    {
        open();
        for (const char *text : {"apple", "pear", "pineapple"})
            server->say(text);
        QTRY_COMPARE(texts().size(), 3);
        QTest::keyClick(pane()->view(), Qt::Key_Slash);
        QVERIFY(pane()->searchField()->hasFocus());
        QTest::keyClicks(pane()->searchField(), QStringLiteral("APPLE"));
        QTRY_COMPARE(texts(), (QStringList{QStringLiteral("apple"), QStringLiteral("pineapple")}));
        QTest::mouseClick(pane()->expressionButton(), Qt::LeftButton);
        pane()->searchField()->setText(QStringLiteral("^a"));
        QTRY_COMPARE(texts(), QStringList{QStringLiteral("apple")});
        pane()->searchField()->setText(QStringLiteral("("));
        QTRY_VERIFY(pane()->status().startsWith(QLatin1String("No expression: ")));
        pane()->searchField()->clear();
        pane()->directionBox()->setCurrentIndex(1);
        QTRY_VERIFY(texts().isEmpty());
    }

    void aPausedListStandsStill()
    {
        open();
        server->say("one");
        QTRY_COMPARE(texts().size(), 1);
        QTest::mouseClick(pane()->pauseButton(), Qt::LeftButton);
        server->say("two");
        QTRY_VERIFY(model()->waiting() > 0);
        QCOMPARE(texts().size(), 1);
        QTest::mouseClick(pane()->pauseButton(), Qt::LeftButton);
        QCOMPARE(texts().size(), 2);
        QTest::mouseClick(pane()->clearButton(), Qt::LeftButton);
        QCOMPARE(model()->rowCount(), 0);
    }

    void theNewestIsFollowedUntilTheUserScrollsAway()
    {
        open();
        for (int i = 0; i < 200; ++i)
            server->say("line " + QByteArray::number(i));
        QTRY_COMPARE(texts().size(), 200);
        QScrollBar *bar = pane()->view()->verticalScrollBar();
        QTRY_COMPARE(bar->value(), bar->maximum());
        bar->setValue(0);
        QVERIFY(pane()->newestButton()->isEnabled());
        server->say("more");
        QTRY_COMPARE(texts().size(), 201);
        QCOMPARE(bar->value(), 0);
        QTest::mouseClick(pane()->newestButton(), Qt::LeftButton);
        QTRY_COMPARE(bar->value(), bar->maximum());
    }

    void aFloodLeavesARowThatSaysSo()
    {
        open();
        server->send(serverFrame(0x81, "flood").repeated(20'000));
        server->say("the end");
        QTRY_VERIFY_WITH_TIMEOUT(model()->missed() > 0, 20'000);
        QVERIFY(model()->rowCount() <= int(FrameLog::mostFrames));
        bool isTold = false;
        for (int row = 0; row < model()->rowCount(); ++row) {
            const QString line = model()->index(row, int(FrameColumn::Data)).data().toString();
            isTold = isTold || line.endsWith(QLatin1String("frames not shown"));
        }
        QVERIFY(isTold);
    }

    void reconnectsAreRows()
    {
        open();
        server->client()->disconnectFromHost();
        QTRY_VERIFY(kinds().contains(QLatin1String("ended")));
        rig->application().reconnectNow({peer});
        QTRY_VERIFY(kinds().endsWith(QLatin1String("request answer opened")) ||
                    kinds().contains(QLatin1String("request answer opened sent")));
    }

    void aMessageIsWrittenAndTakenAgain()
    {
        key(Qt::Key_M, Qt::ControlModifier);
        QVERIFY(feature->isOpen());
        QPlainTextEdit *field = pane()->composer()->field();
        QVERIFY(field->hasFocus());
        QTest::keyClicks(field, QStringLiteral("hello"));
        QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(server->texts, QStringList{QStringLiteral("hello")});
        QVERIFY(field->toPlainText().isEmpty());
        const auto sentByUser = [this] {
            return model()->rowCount() > 0 && model()->frame(0).place.role == FramePlace::Role::User;
        };
        QTRY_VERIFY(sentByUser());
        QTest::keyClick(field, Qt::Key_Up);
        QCOMPARE(field->toPlainText(), QStringLiteral("hello"));
        QTest::keyClick(field, Qt::Key_Down);
        QCOMPARE(field->toPlainText(), QString());
    }

    void bytesAreWritten()
    {
        key(Qt::Key_M, Qt::ControlModifier);
        MessageComposer *composer = pane()->composer();
        composer->formBox()->setCurrentIndex(1);
        QTest::keyClicks(composer->field(), QStringLiteral("c0 0"));
        QVERIFY(!composer->sendButton()->isEnabled());
        QVERIFY(composer->hint().startsWith(QLatin1String("Not sendable: ")));
        QTest::keyClicks(composer->field(), QStringLiteral("0"));
        QTest::mouseClick(composer->sendButton(), Qt::LeftButton);
        QTRY_COMPARE(server->binaries, QList<QByteArray>{QByteArray("\xc0\x00", 2)});
        composer->formBox()->setCurrentIndex(2);
        QTest::keyClicks(composer->field(), QStringLiteral("AP8="));
        QTest::mouseClick(composer->sendButton(), Qt::LeftButton);
        QTRY_COMPARE(server->binaries.size(), 2);
        QCOMPARE(server->binaries.last(), QByteArray("\x00\xff", 2));
    }

    void nothingIsSentWithoutAConnection()
    {
        key(Qt::Key_M, Qt::ControlModifier);
        pane()->composer()->field()->setPlainText(QStringLiteral("kept"));
        QVERIFY(pane()->composer()->sendButton()->isEnabled());
        rig->application().setPaused({peer}, true);
        QTRY_VERIFY(!pane()->composer()->sendButton()->isEnabled());
        QTest::keyClick(pane()->composer()->field(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(pane()->composer()->field()->toPlainText(), QStringLiteral("kept"));
    }

    void repeatingIsSeenAndStopsWithItsPeer()
    {
        MessageComposer *composer = repeat();
        QTRY_VERIFY(server->texts.size() >= 3);
        QVERIFY(composer->hint().startsWith(QLatin1String("Repeating to chat")));
        QCOMPARE(composer->repeatButton()->text(), QStringLiteral("Stop"));
        server->client()->disconnectFromHost();
        QTRY_VERIFY(!composer->repeatedPeer());
        QCOMPARE(composer->hint(), QStringLiteral("Stopped repeating: chat is not connected."));
    }

    void repeatingStopsWithThePaneAndByTheButton()
    {
        MessageComposer *composer = repeat();
        QTest::mouseClick(composer->repeatButton(), Qt::LeftButton);
        QVERIFY(!composer->repeatedPeer());
        QTest::mouseClick(composer->repeatButton(), Qt::LeftButton);
        QVERIFY(composer->repeatedPeer());
        key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!composer->repeatedPeer());
    }

    void messagesAreSavedInTheWorkspace()
    {
        key(Qt::Key_M, Qt::ControlModifier);
        MessageComposer *composer = pane()->composer();
        composer->formBox()->setCurrentIndex(1);
        composer->field()->setPlainText(QStringLiteral("c000"));
        QMenu *menu = composer->savedButton()->menu();
        Q_EMIT menu->aboutToShow();
        menu->findChild<QAction *>(QStringLiteral("save-message"))->trigger();
        auto *dialog = rig->opened<NameDialog>();
        QVERIFY(dialog);
        dialog->field()->setText(QStringLiteral("PINGREQ"));
        QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok),
                          Qt::LeftButton);
        QTRY_COMPARE(rig->workspace().messages.size(), std::size_t(1));
        QCOMPARE(rig->workspace().messages[0].name, QStringLiteral("PINGREQ"));
        composer->field()->clear();
        Q_EMIT menu->aboutToShow();
        menu->actions().first()->trigger();
        QCOMPARE(composer->written(), (DialogueMessage{QStringLiteral("c000"), MessageForm::Hex}));
        rig->session().undo();
        QVERIFY(rig->workspace().messages.empty());
        rig->session().redo();
        QVERIFY(rig->session().flush());
        QVERIFY(WindowRig::read(rig->defaultFile())
                    .contains("{ \"name\": \"PINGREQ\", \"send\": \"c000\", \"form\": \"hex\" }") ||
                WindowRig::read(rig->defaultFile()).contains("\"PINGREQ\""));
    }

    void aMessageWithASecretIsNotSaved()
    {
        key(Qt::Key_M, Qt::ControlModifier);
        pane()->composer()->field()->setPlainText(QStringLiteral("{\"token\":\"abcdef\"}"));
        QMenu *menu = pane()->composer()->savedButton()->menu();
        Q_EMIT menu->aboutToShow();
        menu->findChild<QAction *>(QStringLiteral("save-message"))->trigger();
        QVERIFY(rig->notice().startsWith(QLatin1String("Not saved: ")));
        QVERIFY(rig->workspace().messages.empty());
    }

    void savedFilesHaveNoSecrets_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("sign");
        QTest::newRow("JSON lines") << QStringLiteral("frames.jsonl")
                                    << QByteArray("\"event\":\"handshake\"");
        QTest::newRow("HAR") << QStringLiteral("frames.har") << QByteArray("_webSocketMessages");
    }
    void savedFilesHaveNoSecrets()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, sign);
        const QString marker = QStringLiteral("mArKeR%1");
        MemorySecretStore secrets;
        rig = std::make_unique<WindowRig>();
        qputenv("PONGWATCH_TEST_MARKER", marker.arg(1).toUtf8());
        (void)rig->write(
            "default.pongwatch",
            QStringLiteral(
                "{\"pongwatch\": 1, \"profiles\": [{\"name\": \"chat\", \"url\": "
                "\"%1?token=mArKeR2\", \"client\": \"%2\", \"proxy\": \"none\","
                "\"headers\": [[\"X-Api-Key\", \"mArKeR3\"], [\"Cookie\", \"sid=mArKeR4\"]],"
                "\"subprotocols\": [\"chat\", \"token.mArKeR5-and-more\"],"
                "\"dialogue\": {\"on_open\": [{\"send\": \"{\\\"auth\\\":\\\"$PONGWATCH_TEST_MARKER\\\"}\","
                "\"expect\": \"ok\"}]}}]}")
                .arg(server->url().toString(), toWord(clientOfRow()))
                .toUtf8());
        rig->open();
        feature = rig->window().findChild<FramesFeature *>();
        QTRY_COMPARE(rig->application().book()->peers().size(), 1);
        peer = rig->application().book()->peers().first();
        rig->window().peerList()->selectPeer(peer);
        open();
        // What the first connection sent must not be taken for the second one's.
        QTRY_VERIFY(server->texts.contains(QStringLiteral("{\"auth\":\"mArKeR1\"}")));
        server->texts.clear();
        rig->application().reconnectNow({peer});
        QTRY_VERIFY(server->texts.contains(QStringLiteral("{\"auth\":\"mArKeR1\"}")));
        // A server that repeats everything it is told.
        server->say("ok mArKeR1 mArKeR2 mArKeR3 mArKeR4 mArKeR5-and-more");
        server->send(serverFrame(0x82, "\x01mArKeR1\x02") +
                     serverFrame(0x01, "{\"access_token\":\"mArKeR6\"}") + serverFrame(0x80, "mArKeR1"));
        QTRY_COMPARE(state(), ConnectionState::Open);
        QTRY_VERIFY(kinds().contains(QLatin1String("binary text continuation")));
        for (int row = 0; row < model()->rowCount(); ++row) {
            pane()->view()->setCurrentIndex(model()->index(row, 0));
            QVERIFY2(!pane()->detail()->textField()->toPlainText().contains(QLatin1String("mArKeR")),
                     qPrintable(pane()->detail()->textField()->toPlainText()));
            QVERIFY(!model()
                         ->index(row, int(FrameColumn::Data))
                         .data()
                         .toString()
                         .contains(QLatin1String("mArKeR")));
        }
        QTest::mouseClick(pane()->saveButton(), Qt::LeftButton);
        auto *dialog = rig->opened<QFileDialog>();
        QVERIFY(dialog);
        const QString path = rig->file(qPrintable(file));
        Q_EMIT dialog->fileSelected(path);
        dialog->reject();
        QTRY_VERIFY(WindowRig::read(path).contains(sign));
        const QByteArray saved = WindowRig::read(path);
        QVERIFY2(!saved.contains("mArKeR"), saved.constData());
        QVERIFY(saved.contains("***"));
        qunsetenv("PONGWATCH_TEST_MARKER");
    }

    void onlyTheLastPeersAreRecorded()
    {
        std::vector<std::unique_ptr<ChatServer>> servers;
        QList<PeerId> peers{peer};
        for (int i = 0; i < 5; ++i) {
            servers.push_back(std::make_unique<ChatServer>());
            peers.append(add(QStringLiteral("more %1").arg(i), *servers.back()));
        }
        open();
        for (const PeerId one : std::as_const(peers))
            rig->window().peerList()->selectPeer(one);
        QCOMPARE(feature->recorded(), peers.mid(2));
        rig->application().removePeers({peers.last()});
        QTRY_VERIFY(!feature->recorded().contains(peers.last()));
        rig.reset();
    }

private:
    PeerId add(const QString &name, const ChatServer &to)
    {
        ConnectionSettings settings;
        settings.name = name;
        settings.url = to.url();
        settings.client = clientOfRow();
        settings.proxy.kind = ProxyKind::None;
        settings.keepalive.firstPing = FirstPing::Interval;
        return rig->application().addPeerForThisRun(settings);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        QTest::keyClick(&rig->window(), key, modifiers);
    }
    void open()
    {
        key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(feature->isOpen() && pane() && pane()->isVisible());
        // The I/O thread has received it by the time that it does what it is told afterwards.
        rig->application().pingNow({peer});
        QTRY_VERIFY(model() && (model()->rowCount() > 0 || state() != ConnectionState::Open));
        QTRY_VERIFY(!kinds().endsWith(QLatin1String("ping")));
        model()->clear();
    }
    MessageComposer *repeat()
    {
        key(Qt::Key_M, Qt::ControlModifier);
        MessageComposer *composer = pane()->composer();
        composer->intervalBox()->setValue(0.1);
        QTest::keyClicks(composer->field(), QStringLiteral("again"));
        QTest::mouseClick(composer->repeatButton(), Qt::LeftButton);
        return composer;
    }
    void choose(const QString &data)
    {
        for (int row = 0; row < model()->rowCount(); ++row) {
            const QModelIndex index = model()->index(row, int(FrameColumn::Data));
            if (index.data().toString() == data) {
                const QRect place = pane()->view()->visualRect(index);
                QTest::mouseClick(pane()->view()->viewport(), Qt::LeftButton, {}, place.center());
            }
        }
    }
    [[nodiscard]] FramesPane *pane() const { return feature->pane(); }
    [[nodiscard]] FrameListModel *model() const { return pane()->frames(); }
    [[nodiscard]] ConnectionState state() const { return rig->application().book()->record(peer)->state(); }
    /// The list's texts for text messages.
    [[nodiscard]] QStringList texts() const
    {
        QStringList found;
        for (int row = 0; row < model()->rowCount(); ++row)
            if (model()->frame(row).kind == FrameKind::Text)
                found.append(model()->index(row, int(FrameColumn::Data)).data().toString());
        return found;
    }
    [[nodiscard]] QString kinds() const
    {
        QStringList found;
        for (int row = 0; row < model()->rowCount(); ++row)
            found.append(toWord(model()->frame(row).kind));
        return found.join(u' ');
    }

    std::unique_ptr<ChatServer> server;
    std::unique_ptr<WindowRig> rig;
    FramesFeature *feature = nullptr;
    PeerId peer{};
};

QTEST_MAIN(FramesFeatureTest)
#include "tst_framesfeature.moc"
