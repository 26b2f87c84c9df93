// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alertbook.h"
#include "engine/values/batch.h"

#include <QObject>
#include <QTimer>

namespace Pongwatch
{

/// An alert book with a clock: looks once a second as long as anything may become due, and says what has.
/// Window and terminal each have one. Lives on the thread of the records.
class AlertKeeper : public QObject
{
    Q_OBJECT

public:
    using Now = std::function<WallTime()>;

    /// `recordOf`: the peers' records, which outlive this. Ids of alerts are unlike those of any other
    /// keeper.
    explicit AlertKeeper(AlertBook::RecordOf recordOf, Now now = currentWallTime, QObject *parent = nullptr);

    /// Rules and silences are set here. What they change is looked at soon.
    [[nodiscard]] AlertBook &book();

    /// After it was applied to the records.
    void take(const Batch &batch);

    /// Says what has become due. Happens by itself once a second.
    void check();

    /// Somebody looks after an open alert. False: there is none of this id.
    bool acknowledge(const QString &id, const QString &note);

    /// As AlertBook::standings().
    [[nodiscard]] QList<std::pair<Objective, ObjectiveStanding>> standings(PeerId peer) const
    {
        return m_book.standings(peer, m_now());
    }
    [[nodiscard]] QList<std::pair<Objective, ObjectiveStanding>> standings(const QString &group) const
    {
        return m_book.standings(group, m_now());
    }

    [[nodiscard]] std::vector<AlertCase> openCases() const { return m_book.openCases(); }

Q_SIGNALS:
    /// Who has the records lets them know that time has passed (PeerRecord::look()), and touches those that
    /// it changed.
    void aboutToLook(Pongwatch::WallTime now);
    void told(const Pongwatch::AlertChange &change);
    /// A person did, so that nobody needs to be told.
    void acknowledged(const Pongwatch::AlertChange &change);

private:
    Now m_now;
    AlertBook m_book;
    QTimer m_clock; // runs while something may become due
};

} // namespace Pongwatch
