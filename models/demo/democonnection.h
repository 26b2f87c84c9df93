// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demobehaviour.h"
#include "demo/demoframes.h"
#include "demo/demolimits.h"
#include "demo/demorequest.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <map>
#include <memory>

class QTcpSocket;

namespace Pongwatch
{

/// One client of a demo server: reads its request and frames, and carries out the steps of a behaviour when
/// they are due. Lives on the server's thread. Limits what the client can make it store or do.
class DemoConnection : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype largestRequest = 16'384; ///< bytes of the HTTP head
    static constexpr size_t mostSteps = 10'000;         ///< steps waiting to be done
    static constexpr qint64 mostBacklog = 8'388'608;    ///< bytes that the client doesn't read

    /// Takes a connected socket. `seed` is for anything random.
    DemoConnection(std::unique_ptr<QTcpSocket> socket, const DemoLimits &limits, quint32 seed,
                   QObject *parent = nullptr);
    ~DemoConnection() override;

Q_SIGNALS:
    /// The TCP connection is over. Emitted once.
    void finished();

private:
    using Clock = std::chrono::steady_clock;

    enum class Phase {
        Request, ///< reading the HTTP head
        Open,
        Closing, ///< a Close frame was sent; only the client's own matters now
        Deaf,    ///< discards whatever comes
        Finished
    };

    void read();
    void readRequest(const QByteArray &bytes);
    void answerRequest(const QByteArray &head);
    void readFrames(const QByteArray &bytes);
    void take(const DemoIncoming &incoming);
    void takeText(const QByteArray &text);
    void takeClose(const QByteArray &payload);

    void schedule(DemoSteps steps);
    void doDueSteps();
    void doStep(const DemoStep &step);
    void armTimer();

    void send(const QByteArray &bytes);
    void sendByteByByte(const QByteArray &bytes);
    void sendClose(const QByteArray &frame, Phase next);
    void endAfterWriting();
    void endIfWritten();
    void drop();
    void finish();
    [[nodiscard]] DemoMoment moment() const;

    std::unique_ptr<QTcpSocket> m_socket;
    std::unique_ptr<DemoBehaviour> m_behaviour; ///< when the request has been parsed
    DemoLimits m_limits;
    quint32 m_seed;
    Phase m_phase = Phase::Request;
    QByteArray m_request;
    DemoFrameReader m_reader;

    std::multimap<Clock::time_point, DemoStep> m_steps; ///< by when they are due
    Clock::time_point m_lastAnswerDue{};
    QTimer m_timer;    ///< for the first step
    QTimer m_patience; ///< drops the client if it keeps us waiting
    Clock::time_point m_openedAt{};
    Clock::time_point m_heardAt{};
    bool m_ending = false; ///< a FIN follows the bytes written so far
};

} // namespace Pongwatch
