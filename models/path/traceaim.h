// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/clock.h"
#include "engine/values/pathtrace.h"
#include "engine/values/settings.h"
#include "engine/wire/hostresolver.h"
#include "engine/wire/tcpdialer.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace Pongwatch
{

/// Finds out where a trace to a peer should go: to the address that a dial with its settings would reach now
/// or, behind a forward proxy, to the proxy. Looks up the name and connects to its addresses, as a dial does,
/// and takes the first one that answers; if none does in time, the first one of the name. Emits one signal,
/// later.
class TraceAim : public QObject
{
    Q_OBJECT

public:
    explicit TraceAim(QObject *parent = nullptr);
    ~TraceAim() override;

    void start(const ConnectionSettings &settings, TraceProtocol protocol);

Q_SIGNALS:
    void found(const Pongwatch::TraceTarget &target);
    void failed(const Pongwatch::Error &error);

private:
    void lookedUp(const HostAnswer &answer);
    void settle(const QString &address);
    void fail(const Error &error);

    SystemClock m_clock;
    HostResolver m_resolver;
    std::unique_ptr<TcpDialer> m_dialer;
    QTimer m_limit;
    TraceTarget m_target;
    AddressFamily m_family = AddressFamily::Any;
    QString m_first; ///< the address to trace if none answers
    bool m_over = false;
};

/// "203.0.113.7" and 443 for "203.0.113.7:443"; also for "[2001:db8::7]:443", as in Opened and
/// AddressAttempt. nullopt: it is something else (a socket of this machine).
[[nodiscard]] std::optional<std::pair<QString, quint16>> splitEndpoint(const QString &endpoint);

} // namespace Pongwatch
