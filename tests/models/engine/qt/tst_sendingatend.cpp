// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clienttransportfactory.h"
#include "engine/clock.h"
#include "engine/dispatcher/ioeventdispatcher.h"
#include "tests/models/engine/wire/rawpeer.h"
#include "tests/models/engine/wire/recordinglistener.h"
#include "tests/support/engine/bothclients.h"
#include "tests/support/honesttest.h"

#include <QCoreApplication>
#include <QTest>
#include <QTimer>

#include <functional>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

using Send = std::function<void(Transport &)>;
using EndOfPeer = std::function<void(RawPeer &)>;
Q_DECLARE_METATYPE(Send)
Q_DECLARE_METATYPE(EndOfPeer)

/// Something is to be sent in the very turn of the event loop in which the peer's end is noticed, when the
/// socket is closed but nobody has been told yet. On the dispatcher of an I/O thread, where timers come right
/// after sockets.
class TestSendingAtEnd : public HonestTest
{
    Q_OBJECT

private:
    SystemClock m_clock;
    RowsClientFactory m_factory{m_clock};

private Q_SLOTS:
    void initTestCase_data() { runForBothClients(); }

    void nothingIsWrittenToAClosedSocket_data()
    {
        QTest::addColumn<Send>("send");
        QTest::addColumn<EndOfPeer>("endOfPeer");
        const std::pair<const char *, Send> sends[] = {
            {"a ping", [](Transport &transport) { (void)transport.sendPing("x"); }},
            {"a text", [](Transport &transport) { (void)transport.sendText(QStringLiteral("x")); }},
            {"binary data", [](Transport &transport) { (void)transport.sendBinary("x"); }},
            {"a Close frame", [](Transport &transport) {
                 transport.sendClose({quint16(1000), QStringLiteral("bye")});
             }}};
        const std::pair<const char *, EndOfPeer> ends[] = {{"end", [](RawPeer &peer) { peer.fin(); }},
                                                           {"reset", [](RawPeer &peer) { peer.reset(); }},
                                                           {"frames and end",
                                                            [](RawPeer &peer) {
                                                                peer.send(RawPeer::frame(Opcode::Ping, "p") +
                                                                          RawPeer::frame(Opcode::Text, "t"));
                                                                peer.fin();
                                                            }},
                                                           {"nonsense and end", [](RawPeer &peer) {
                                                                peer.send("\xff\xff\xff\xff");
                                                                peer.fin();
                                                            }}};
        for (const auto &[what, send] : sends)
            for (const auto &[how, end] : ends)
                QTest::addRow("%s at the peer's %s", what, how) << send << end;
    }

    void nothingIsWrittenToAClosedSocket()
    {
        QFETCH(const Send, send);
        QFETCH(const EndOfPeer, endOfPeer);
        RawPeer peer;
        RecordingListener heard;
        const auto transport = m_factory.create();
        transport->open(peer.settings(), &heard);
        QTRY_VERIFY(heard.opened);
        // The peer is on the same thread: its end is noticed in a later turn.
        endOfPeer(peer);
        QTimer eachTurn;
        connect(&eachTurn, &QTimer::timeout, &eachTurn, [&] {
            // The first may be the one that notices the end.
            for (int i = 0; i < 3 && !heard.end; ++i)
                send(*transport);
        });
        eachTurn.start(0);
        QTRY_VERIFY(heard.end);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication::setEventDispatcher(makeIoEventDispatcher().release());
    const QCoreApplication application(argc, argv);
    TestSendingAtEnd test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_sendingatend.moc"
