// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/peerbook.h"

#include <QSet>
#include <QTimer>

#include <unordered_map>

namespace Pongwatch
{

/// What the user wants to be told.
struct AlertOptions {
    bool enabled = true;
    bool recoveries = true;         ///< also when a peer is well again
    bool slow = false;              ///< slow answers are trouble, too
    nanoseconds after = seconds(5); ///< trouble that is over by then is not worth a word

    friend bool operator==(const AlertOptions &, const AlertOptions &) = default;
};

/// What is to be told at one moment, all of it together: a server that dies takes many peers with it.
struct Alert {
    struct Item {
        PeerId peer{};
        WallTime since{}; ///< when the trouble began
    };
    std::vector<Item> inTrouble; ///< in the order in which they got there
    std::vector<Item> recovered;
};

/// Notices when peers get into trouble and out of it. Trouble begins when a peer that was to be connected is
/// not well, and goes on while it is dialled again and again. What the user did (pausing, closing) is none,
/// and peers that the book has as muted are left out. Lives on the GUI thread.
class AlertWatch : public QObject
{
    Q_OBJECT

public:
    /// The book outlives the watch.
    explicit AlertWatch(const PeerBook *book, QObject *parent = nullptr);

    [[nodiscard]] const AlertOptions &options() const { return m_options; }
    void setOptions(const AlertOptions &options);

    /// Tells what has become due. Happens by itself once a second; for tests.
    void check();

Q_SIGNALS:
    void alert(const Pongwatch::Alert &alert);

private:
    enum class Condition : quint8 { Well, Trouble, Undecided, Unwatched };
    struct Trouble {
        WallTime since{};
        quint64 order = 0;
        bool told = false;
    };

    void look(PeerId peer);
    void lookAtAll();
    [[nodiscard]] Condition conditionOf(const PeerRecord &record) const;

    const PeerBook *m_book;
    AlertOptions m_options;
    std::unordered_map<quint32, Trouble> m_troubles; // by peer
    std::vector<Alert::Item> m_recovered;            // not told yet
    quint64 m_order = 0;
    QTimer m_clock; // runs while something may become due
};

} // namespace Pongwatch

Q_DECLARE_METATYPE(Pongwatch::Alert)
