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

/// Finds out where a trace to a peer goes to: to the address that a dial with its settings would reach now,
/// or, behind a forward proxy, to the proxy. Looks up the name and connects to the first address that
/// answers, as a dial does; where none does in time, it is the first of the name. Emits one signal, later.
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
    QString m_first; ///< the address that is traced when none answers
    bool m_over = false;
};

/// "203.0.113.7", 443 of "203.0.113.7:443" or "[2001:db8::7]:443", as Opened and AddressAttempt have them.
/// nullopt: it is no such text (a socket of this machine).
[[nodiscard]] std::optional<std::pair<QString, quint16>> splitEndpoint(const QString &endpoint);

} // namespace Pongwatch
