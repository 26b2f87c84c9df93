// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alertkeeper.h"
#include "alerts/alertpast.h"
#include "alerts/defaultrules.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace Pongwatch
{

class PeerBook;
class PeerFleet;
class WorkspaceSession;

/// The alerts of the window: the rules of the open workspace, over those that the user has for all, about the
/// peers in the book. Follows edits by itself. Lives on the GUI thread.
class WindowAlerts : public QObject
{
    Q_OBJECT

public:
    /// All outlive this.
    WindowAlerts(PeerBook *book, WorkspaceSession *session, PeerFleet *fleet, QObject *parent = nullptr);

    [[nodiscard]] const AlertOptions &options() const { return m_options; }
    void setOptions(const AlertOptions &options);

    /// Somebody looks after an open alert. False: it is over.
    bool acknowledge(const QString &id, const QString &note) { return m_keeper.acknowledge(id, note); }
    [[nodiscard]] std::vector<AlertCase> openCases() const { return m_keeper.openCases(); }

    /// Lets objectives and rules about a peer's own past know what is in the history. The reader outlives
    /// this.
    void recall(HistoryReader *reader);

    /// How a peer's objectives stand, in their order.
    [[nodiscard]] QList<std::pair<Objective, ObjectiveStanding>> standings(PeerId peer) const;
    [[nodiscard]] QList<std::pair<Objective, ObjectiveStanding>> standings(const QString &group) const;

    /// After the book has taken it.
    void take(const Batch &batch) { m_keeper.take(batch); }

Q_SIGNALS:
    void told(const Pongwatch::AlertChange &change);
    /// By a person.
    void acknowledged(const Pongwatch::AlertChange &change);

private:
    void followSoon();
    void follow();

    PeerBook *m_book;
    WorkspaceSession *m_session;
    PeerFleet *m_fleet;
    AlertKeeper m_keeper;
    std::unique_ptr<AlertPast> m_past; // null: no history is kept
    AlertOptions m_options;
    QSet<QString> m_groupsWithRules;
    QTimer m_soon;
};

} // namespace Pongwatch
