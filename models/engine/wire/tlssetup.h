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

/// Reads the files of TLS settings on separate threads, so that a disk that hangs doesn't hold up anybody's
/// pings: callers are told after `patience`. Settings being read are read only once, however many dials want
/// them, so a file that never arrives costs one thread. Lives on an I/O thread. Starts nothing that isn't
/// needed: settings without files are answered at once.
class TlsSetup : public QObject
{
    Q_OBJECT

public:
    using Receiver = std::function<void(const Result<QSslConfiguration> &)>;

    explicit TlsSetup(milliseconds patience = seconds(5), QObject *parent = nullptr);
    ~TlsSetup() override;

    /// Calls `receiver` once, from the event loop, unless `context` has been destroyed by then.
    void prepare(const TlsSettings &settings, QObject *context, Receiver receiver);

private:
    struct Reading;
    struct Mailbox;

    void take(quint64 number, const Result<QSslConfiguration> &configuration);
    void giveUp(quint64 number, quint64 waiter);

    milliseconds m_patience;
    std::shared_ptr<Mailbox> m_mailbox; ///< shared with the threads
    std::vector<Reading> m_readings;    ///< in progress
    quint64 m_lastNumber = 0;
};

} // namespace Pongwatch
