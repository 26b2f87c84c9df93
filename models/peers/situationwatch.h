// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/situation.h"

#include <QObject>
#include <QTimer>

namespace Pongwatch
{

class PeerBook;

/// Watches how all peers together are doing. Leaves out muted peers, which the user wants no alerts about.
/// Lives on the GUI thread.
class SituationWatch : public QObject
{
    Q_OBJECT

public:
    /// The book must outlive the watch.
    explicit SituationWatch(const PeerBook *book, QObject *parent = nullptr);

    [[nodiscard]] const Situation &situation() const { return m_situation; }
    [[nodiscard]] const PeerBook *book() const { return m_book; }

    /// Looks at once. Otherwise this is done shortly after a state has changed; for tests.
    void look();

Q_SIGNALS:
    /// The situation has changed.
    void changed(const Pongwatch::Situation &situation);

private:
    const PeerBook *m_book;
    QTimer m_soon;  // when a server dies, states change by the thousand
    QTimer m_again; ///< runs while some are slow
    Situation m_situation;
};

} // namespace Pongwatch
