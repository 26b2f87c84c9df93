// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/examinedlimits.h"
#include "engine/values/peerid.h"
#include "engine/values/settings.h"
#include "examine/findings/findingshelf.h"

#include <QHash>
#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace Pongwatch
{

/// Looks up what examinations have found out about watched peers, so that verdicts and advice can go by it.
/// Reads on other threads; nobody waits for it. Lives on one thread.
class PastExaminations : public QObject
{
    Q_OBJECT

public:
    /// Called when what is known of a peer has changed; nullopt: nothing.
    using Told = std::function<void(PeerId, const std::optional<ExaminedLimits> &)>;

    PastExaminations(FindingShelf shelf, Told told, QObject *parent = nullptr);

    /// Looks up a peer that is watched from now on, or that has got other settings.
    void lookUp(PeerId peer, const ConnectionSettings &settings);
    /// A peer with this URL, as displayUrl() gives it, was examined.
    void lookUpAgain(const QString &url);
    void forget(PeerId peer);

    /// The limits that were found; null: none are known.
    [[nodiscard]] const ExaminedLimits *limitsOf(PeerId peer) const;

Q_SIGNALS:
    /// What is known of the peer has changed.
    void changed(Pongwatch::PeerId peer);

private:
    struct Known {
        QString url;
        std::optional<ExaminedLimits> limits;
    };

    /// `tellsNothing`: that nothing is known is told, too; of a peer that is new, that is so already.
    void read(const QString &url, bool tellsNothing);
    void take(const QString &url, const std::optional<ExaminedLimits> &limits);

    FindingShelf m_shelf;
    Told m_told;
    QHash<quint32, Known> m_peers; ///< by the number of the peer
    std::shared_ptr<std::atomic<bool>> m_isHung =
        std::make_shared<std::atomic<bool>>(false); ///< the shelf's disk
};

} // namespace Pongwatch
