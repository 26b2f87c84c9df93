// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/clock.h"
#include "engine/values/settings.h"
#include "engine/wire/bytestream.h"
#include "engine/wire/hostresolver.h"

#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QSocketNotifier>
#include <QTimer>

#include <memory>
#include <vector>

namespace Pongwatch
{

/// What a dial brought: an open descriptor, and what it took to get it.
struct DialledSocket {
    int descriptor = -1; ///< non-blocking; belongs to whoever gets the signal
    QString address;     ///< "[::1]:9001"
    std::optional<nanoseconds> dns;
    nanoseconds tcp{0};
    QList<AddressAttempt> attempts{}; ///< the other addresses that were tried, and did not answer by then
};

/// Looks a host up and connects to the first of its addresses that answers, as RFC 8305 tells: they are tried
/// in turn, families alternating, each 250 ms after the one before or as soon as that has failed. One object
/// serves one dial. POSIX only.
class TcpDialer : public QObject
{
    Q_OBJECT

public:
    /// The clock outlives the object, the resolver its dial. Lives on the resolver's thread.
    TcpDialer(const Clock &clock, HostResolver &resolver);
    /// Gives up what is under way; nothing more is emitted.
    ~TcpDialer() override;

    /// Nothing is emitted before it returns.
    void start(const QString &host, quint16 port, AddressFamily family);

    /// The same with what the settings name: host and port, or a socket of this machine.
    void start(const ConnectTarget &target, AddressFamily family);

    /// The same without a lookup: for addresses that are known, in this order.
    void startWith(const QList<QHostAddress> &addresses, quint16 port);

    /// Dns or Tcp.
    [[nodiscard]] DialPhase phase() const { return m_phase; }

    /// How long these took, that included which is under way.
    [[nodiscard]] DialPhases phases() const;

    /// What each address did that was tried and has not answered, in the order of their turns.
    [[nodiscard]] QList<AddressAttempt> attempts() const;

Q_SIGNALS:
    void connected(const Pongwatch::DialledSocket &socket);
    void failed(const Pongwatch::TransportEnd &end);

private:
    struct Attempt {
        int descriptor = -1;
        QHostAddress address;
        SteadyTime startedAt{};
        qsizetype place = 0; ///< in m_tried
        std::unique_ptr<QSocketNotifier> notifier;
    };

    void lookedUp(const HostAnswer &answer);
    void useAddresses(QList<QHostAddress> addresses);
    void tryNext();
    [[nodiscard]] int begin(const QHostAddress &address);
    void attemptReady(int descriptor);
    void noteFailure(const QHostAddress &address, qsizetype place, int error);
    void failSoon();
    [[nodiscard]] QString endpoint(const QHostAddress &address) const;

    const Clock &m_clock;
    QPointer<HostResolver>
        m_resolver; ///< ends with its thread, a dialer that is deleted later perhaps after it
    quint16 m_port = 0;
    QString m_socketPath; ///< of a Unix domain socket; empty: TCP
    AddressFamily m_family = AddressFamily::Any;
    DialPhase m_phase = DialPhase::Dns;
    quint64 m_lookup = 0; ///< 0: none
    QList<QHostAddress> m_waiting;
    std::vector<Attempt> m_attempts;
    QList<AddressAttempt> m_tried; ///< all so far; of those under way as they were when they began
    std::unique_ptr<QTimer> m_stagger;
    SteadyTime m_startedAt{};
    SteadyTime m_tcpStartedAt{};
    std::optional<nanoseconds> m_dns;
    TransportEnd m_failure;
    bool m_failed = false; ///< m_failure holds something
};

/// The order in which RFC 8305, section 4, tries addresses: as they come, families alternating; only those of
/// the wanted family.
[[nodiscard]] QList<QHostAddress> orderAddresses(const QList<QHostAddress> &addresses, AddressFamily family);

} // namespace Pongwatch
