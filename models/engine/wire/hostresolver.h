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
#include <memory>
#include <vector>

namespace Pongwatch
{

/// What the system knows about a host name.
struct HostAnswer {
    QList<QHostAddress> addresses; ///< in the system's order (RFC 6724), each once
    QString error;                 ///< empty: there was an answer
};

/// Asks the system (getaddrinfo(3): hosts file, DNS, whatever it is set to). Blocks, for many seconds when no
/// name server answers. Any thread.
[[nodiscard]] HostAnswer lookUpHost(const QString &host);

/// Looks up host names beside an I/O thread. QHostInfo looks up at most 20 names at a time for the whole
/// program, and giving one up doesn't end it: 20 names whose server is silent would hold up every other peer.
/// Here each name has a thread of its own while it is asked for, those who want the same name share one
/// question, and nothing is remembered, so that the time that is told is that of a real answer.
///
/// Lives on the I/O thread; answers come there, never from within lookUp().
class HostResolver : public QObject
{
    Q_OBJECT

public:
    using LookUp = std::function<HostAnswer(const QString &host)>;
    using Answered = std::function<void(const HostAnswer &answer)>;

    /// Names that are asked for at the same time; more of them wait. A thread that only waits for a name
    /// server costs little, but a list of 10,000 hosts that are all silent must not take 10,000 of them.
    static constexpr int lookupsAtOnce = 256;

    /// `lookUp` is called on the lookup threads.
    explicit HostResolver(LookUp lookUp = lookUpHost);
    /// Returns at once: lookups under way end by themselves, and nobody hears of them.
    ~HostResolver() override;

    /// Calls `answered` once, later, unless it is cancelled. The number is never 0.
    quint64 lookUp(const QString &host, Answered answered);

    /// Nothing happens when the number is not known or over.
    void cancel(quint64 number);

    [[nodiscard]] int running() const { return m_running; }

private:
    struct Wish {
        quint64 number = 0;
        Answered answered;
    };
    struct Mailbox;

    void ask(const QString &host);
    void askNext();
    void takeAnswer(const QString &host, const HostAnswer &answer);

    LookUp m_lookUp;
    CallQueue m_answers;                ///< comes before the mailbox that leads to it
    std::shared_ptr<Mailbox> m_mailbox; ///< shared with the lookup threads, which may outlive the resolver
    std::map<QString, std::vector<Wish>> m_wishes;
    std::deque<QString> m_waiting; ///< names whose turn has not come
    quint64 m_lastNumber = 0;
    int m_running = 0;
};

} // namespace Pongwatch
