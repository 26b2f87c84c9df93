// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pingsample.h"
#include "history/seriespyramid.h"

#include <QObject>

#include <vector>

namespace Pongwatch
{

class PeerBook;

/// What charts draw from: any stretch of time of any peer, wherever it is kept. No call blocks; what is not
/// at hand yet is told as far as it is known, and changed() says when there is more. Lives on the GUI thread.
class SeriesSource : public QObject
{
    Q_OBJECT

public:
    /// The book outlives the source.
    explicit SeriesSource(const PeerBook *book, QObject *parent = nullptr);

    [[nodiscard]] const PeerBook *book() const { return m_book; }

    /// As SeriesPyramid::buckets(); none for a peer that is gone.
    [[nodiscard]] std::vector<SeriesBucket> buckets(PeerId peer, WallTime from, WallTime to,
                                                    int maxBuckets) const;

    /// The pings due in [from, to) that are known one by one, by sentAt.
    [[nodiscard]] std::vector<PingSample> samples(PeerId peer, WallTime from, WallTime to) const;

    /// Whether samples() of this stretch leaves out none that was ever measured.
    [[nodiscard]] bool hasAllSamples(PeerId peer, WallTime from, WallTime to) const;

    /// As SeriesPyramid::states().
    [[nodiscard]] std::vector<StateSpan> states(PeerId peer, WallTime from, WallTime to) const;

Q_SIGNALS:
    /// What was answered about this peer before is no longer all that is known.
    void changed(Pongwatch::PeerId peer);

private:
    const PeerBook *m_book;
};

} // namespace Pongwatch
