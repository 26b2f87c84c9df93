// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/wire/tlsconfiguration.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace Pongwatch
{

/// Reads the files of TLS settings on threads of its own, so that a disk that hangs holds up nobody's pings:
/// whoever waits is told after `patience`. Settings that are being read are read once, however many dials
/// want them: a file that never comes costs one thread. Lives on an I/O thread; what it does not need it does
/// not start: settings without a file are answered at once.
class TlsSetup : public QObject
{
    Q_OBJECT

public:
    using Receiver = std::function<void(const Result<QSslConfiguration> &)>;

    explicit TlsSetup(milliseconds patience = seconds(5), QObject *parent = nullptr);
    ~TlsSetup() override;

    /// Calls `receiver` once, from the event loop, unless `context` is gone by then.
    void prepare(const TlsSettings &settings, QObject *context, Receiver receiver);

private:
    struct Reading;
    struct Mailbox;

    void take(quint64 number, const Result<QSslConfiguration> &configuration);
    void giveUp(quint64 number, quint64 waiter);

    milliseconds m_patience;
    std::shared_ptr<Mailbox> m_mailbox; ///< shared with the threads
    std::vector<Reading> m_readings;    ///< under way
    quint64 m_lastNumber = 0;
};

} // namespace Pongwatch
