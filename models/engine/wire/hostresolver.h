// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/callqueue.h"

#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QString>

#include <deque>
#include <functional>
#include <map>
#include <vector>

namespace Pongwatch
{

/// The system's answer about a host name.
struct HostAnswer {
    QList<QHostAddress> addresses; ///< in the system's order (RFC 6724), without duplicates
    QString error;                 ///< empty: there was an answer
};

/// Asks the system (getaddrinfo(3): hosts file, DNS, whatever is configured). Blocks, for many seconds if no
/// name server answers. Any thread.
[[nodiscard]] HostAnswer lookUpHost(const QString &host);

/// Resolves host names without blocking an I/O thread. QHostInfo looks up at most 20 names at a time for the
/// whole program, and cancelling doesn't end a lookup: 20 names whose server is silent would hold up every
/// other peer. Here each name has a thread of its own while it is looked up, callers who want the same name
/// share one lookup, and nothing is cached, so that the reported time is that of a real answer.
///
/// Lives on the I/O thread; answers come there, never from inside lookUp().
class HostResolver : public QObject
{
    Q_OBJECT

public:
    using LookUp = std::function<HostAnswer(const QString &host)>;
    using Answered = std::function<void(const HostAnswer &answer)>;

    /// How many names are looked up at the same time; others wait. A thread that only waits for a name server
    /// costs little, but 10,000 hosts that are all silent must not take 10,000 threads.
    static constexpr int lookupsAtOnce = 256;

    /// `lookUp` is called on the lookup threads.
    explicit HostResolver(LookUp lookUp = lookUpHost);
    /// Returns at once: lookups in progress end on their own, and their answers are dropped.
    ~HostResolver() override;

    /// Calls `answered` once, later, unless cancelled. The number is never 0.
    quint64 lookUp(const QString &host, Answered answered);

    /// Does nothing if the number is unknown or its lookup is over.
    void cancel(quint64 number);

    [[nodiscard]] int running() const { return m_running; }

private:
    struct Wish {
        quint64 number = 0;
        Answered answered;
    };

    void ask(const QString &host);
    void askNext();
    void takeAnswer(const QString &host, const HostAnswer &answer);

    LookUp m_lookUp;
    CallQueue m_answers; ///< from the lookup threads, which can outlive the resolver
    std::map<QString, std::vector<Wish>> m_wishes;
    std::deque<QString> m_waiting; ///< names waiting for their turn
    quint64 m_lastNumber = 0;
    int m_running = 0;
};

} // namespace Pongwatch
