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

/// The result of a dial: an open descriptor, and how it came about.
struct DialledSocket {
    int descriptor = -1; ///< non-blocking; owned by the receiver of the signal
    QString address;     ///< "[::1]:9001"
    std::optional<nanoseconds> dns;
    nanoseconds tcp{0};
    QList<AddressAttempt> attempts{}; ///< other addresses that were tried but had not answered by then
};

/// Resolves a host and connects to the first of its addresses that answers, as in RFC 8305: tries them in
/// turn, alternating between families, each 250 ms after the one before or as soon as that has failed. One
/// object is for one dial. POSIX only.
class TcpDialer : public QObject
{
    Q_OBJECT

public:
    /// The clock must outlive the object, the resolver its dial. Lives on the resolver's thread.
    TcpDialer(const Clock &clock, HostResolver &resolver);
    /// Gives up the dial in progress; nothing more is emitted.
    ~TcpDialer() override;

    /// Nothing is emitted before this returns.
    void start(const QString &host, quint16 port, AddressFamily family);

    /// The same with the target in the settings: host and port, or a local socket.
    void start(const ConnectTarget &target, AddressFamily family);

    /// The same without a lookup, for known addresses, in this order.
    void startWith(const QList<QHostAddress> &addresses, quint16 port);

    /// Dns or Tcp.
    [[nodiscard]] DialPhase phase() const { return m_phase; }

    /// How long these took, including the current one.
    [[nodiscard]] DialPhases phases() const;

    /// For each address that was tried and has not answered: what it did, in the order of their turns.
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
        m_resolver; ///< ends with its thread, perhaps before a dialer with a deferred delete
    quint16 m_port = 0;
    QString m_socketPath; ///< for a Unix domain socket; empty: TCP
    AddressFamily m_family = AddressFamily::Any;
    DialPhase m_phase = DialPhase::Dns;
    quint64 m_lookup = 0; ///< 0: none
    QList<QHostAddress> m_waiting;
    std::vector<Attempt> m_attempts;
    QList<AddressAttempt> m_tried; ///< all so far; those in progress as they were when they began
    std::unique_ptr<QTimer> m_stagger;
    SteadyTime m_startedAt{};
    SteadyTime m_tcpStartedAt{};
    std::optional<nanoseconds> m_dns;
    TransportEnd m_failure;
    bool m_failed = false; ///< m_failure holds something
};

/// The order in which RFC 8305, section 4, tries addresses: as given, but alternating between families; only
/// those of the wanted family.
[[nodiscard]] QList<QHostAddress> orderAddresses(const QList<QHostAddress> &addresses, AddressFamily family);

} // namespace Pongwatch
