// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/situation.h"

#include <QObject>
#include <QTimer>

namespace Pongwatch
{

class PeerBook;

/// Keeps an eye on how all peers together are doing. Muted ones, which the user wants to hear nothing about,
/// are left out. Lives on the GUI thread.
class SituationWatch : public QObject
{
    Q_OBJECT

public:
    /// The book outlives the watch.
    explicit SituationWatch(const PeerBook *book, QObject *parent = nullptr);

    [[nodiscard]] const Situation &situation() const { return m_situation; }
    [[nodiscard]] const PeerBook *book() const { return m_book; }

    /// Looks at once. Happens by itself a moment after a state has changed; for tests.
    void look();

Q_SIGNALS:
    /// It is another one now.
    void changed(const Pongwatch::Situation &situation);

private:
    const PeerBook *m_book;
    QTimer m_soon;  // states change by the thousand when a server dies
    QTimer m_again; ///< while some are slow
    Situation m_situation;
};

} // namespace Pongwatch
