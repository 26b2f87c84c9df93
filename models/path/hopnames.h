// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/callqueue.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>

#include <deque>
#include <functional>

namespace Pongwatch
{

/// The system's name for an address (getnameinfo(3): hosts file, reverse DNS); empty: it has none. Blocks,
/// for many seconds if no name server answers. Any thread. Text from outside, at most 253 ASCII characters.
[[nodiscard]] QString nameOfAddress(const QString &address);

/// Looks up the names of routers on other threads, a few at a time, and remembers them. When the network is
/// down, name servers are silent. A caller waits only as long as it likes, and lookups under way end on their
/// own, possibly after this object.
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

    /// Looks up those that are not known yet. looked() follows for each, later.
    void ask(const QStringList &addresses);

    [[nodiscard]] bool knows(const QString &address) const { return m_names.contains(address); }
    /// Empty: there is none, or it is not known yet.
    [[nodiscard]] QString name(const QString &address) const { return m_names.value(address); }

Q_SIGNALS:
    /// The name of an address has become known.
    void looked();

private:
    void askNext();
    void take(const QString &address, const QString &name);

    LookUp m_lookUp;
    CallQueue m_answers; ///< from the threads, which may outlive this
    QHash<QString, QString> m_names;
    std::deque<QString> m_waiting;
    int m_running = 0;
};

} // namespace Pongwatch
