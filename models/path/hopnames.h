// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/callqueue.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>

#include <deque>
#include <functional>
#include <memory>

namespace Pongwatch
{

/// The name that the system has for an address (getnameinfo(3): hosts file, reverse DNS); empty: none.
/// Blocks, for many seconds when no name server answers. Any thread. Foreign text, at most 253 characters of
/// ASCII.
[[nodiscard]] QString nameOfAddress(const QString &address);

/// Looks up the names of routers beside the thread it lives on, a few at a time, and remembers them. When the
/// network is down, name servers are silent: who asks waits no longer than it wants, and lookups under way
/// end by themselves, also after this object.
class HopNames : public QObject
{
    Q_OBJECT

public:
    using LookUp = std::function<QString(const QString &address)>;
    static constexpr int lookupsAtOnce = 8;
    static constexpr qsizetype mostRemembered = 4096;

    /// `lookUp` is called on threads of its own.
    explicit HopNames(LookUp lookUp = nameOfAddress, QObject *parent = nullptr);
    ~HopNames() override;

    /// Looks up those that are not known. looked() follows for each, later.
    void ask(const QStringList &addresses);

    [[nodiscard]] bool knows(const QString &address) const { return m_names.contains(address); }
    /// Empty: it has none, or it is not known yet.
    [[nodiscard]] QString name(const QString &address) const { return m_names.value(address); }

Q_SIGNALS:
    /// An address is known now.
    void looked();

private:
    struct Mailbox;
    void askNext();
    void take(const QString &address, const QString &name);

    LookUp m_lookUp;
    CallQueue m_answers;                ///< comes before the mailbox that leads to it
    std::shared_ptr<Mailbox> m_mailbox; ///< shared with the threads, which may outlive this
    QHash<QString, QString> m_names;
    std::deque<QString> m_waiting;
    int m_running = 0;
};

} // namespace Pongwatch
