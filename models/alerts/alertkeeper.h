// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alertbook.h"
#include "engine/values/batch.h"

#include <QObject>
#include <QTimer>

namespace Pongwatch
{

/// An alert book with a clock: looks once a second, while anything can become due, and says what has. The
/// window has one, and so has the terminal. Lives on the thread of the records.
class AlertKeeper : public QObject
{
    Q_OBJECT

public:
    using Now = std::function<WallTime()>;

    /// `recordOf`: the peers' records, which must outlive this. The ids of its alerts differ from those of
    /// all other keepers.
    explicit AlertKeeper(AlertBook::RecordOf recordOf, Now now = currentWallTime, QObject *parent = nullptr);

    /// The book, to set rules and maintenance windows in. Their effect is looked at soon.
    [[nodiscard]] AlertBook &book();

    /// To be called after they were applied to the records.
    void take(const Batch &batch);

    /// Says what has become due. Called automatically once a second.
    void check();

    /// Somebody is looking after an open alert. False: there is none with this id.
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
    /// The owner of the records should tell them that time has passed (PeerRecord::look()), and touch those
    /// that this changed.
    void aboutToLook(Pongwatch::WallTime now);
    void told(const Pongwatch::AlertChange &change);
    /// Acknowledged by a person, so nobody needs to be told.
    void acknowledged(const Pongwatch::AlertChange &change);

private:
    Now m_now;
    AlertBook m_book;
    QTimer m_clock; // runs while something can become due
};

} // namespace Pongwatch
