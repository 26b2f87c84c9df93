// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "history/store/historyreader.h"

#include <QHash>
#include <QObject>

#include <deque>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace Pongwatch
{

/// What earlier runs of the program measured, as far as it has been read from the history file: pictures of
/// the ranges that were looked at last, four for each peer. Asking for what is not here yet has it read; the
/// coarse picture comes first. A peer is known by its name and URL over all runs. Lives on the GUI thread.
class PastSeries : public QObject
{
    Q_OBJECT

public:
    /// The reader outlives it.
    explicit PastSeries(HistoryReader *reader, QObject *parent = nullptr);

    /// Who is asked about.
    struct Peer {
        PeerId id{};
        QString name;
        QString url;       ///< without user and password
        WallTime runBegan; ///< all before is past
    };

    /// Buckets that cover what is past of [from, to), the last one cut at its end.
    [[nodiscard]] std::vector<SeriesBucket> buckets(const Peer &peer, WallTime from, WallTime to,
                                                    int maxBuckets);
    /// The states in what is past of [from, to), cut to it.
    [[nodiscard]] std::vector<StateSpan> states(const Peer &peer, WallTime from, WallTime to);

    /// The peer's row in the file; nullopt when no earlier run knew it, or it is not known yet.
    [[nodiscard]] std::optional<qint64> row(const Peer &peer) const;

Q_SIGNALS:
    /// More of this peer is here now.
    void changed(Pongwatch::PeerId peer);
    /// It is known now which peers the file has.
    void peersKnown();

private:
    struct Picture {
        HistorySeries series;
        int buckets = 0;            // so many were asked for
        HistoryRequest request = 0; // 0: the fine one is here
        bool has = false;           // at least the coarse one is
    };
    struct Shelf {
        PeerId id{};
        std::deque<Picture> pictures; // the newest in front
        std::vector<PingSample> seam; // from the last full hour before this run to its beginning
        HistoryRequest seamRequest = 0;
    };

    void takeSeries(HistoryRequest request, const HistorySeries &series);
    void takeSamples(HistoryRequest request, const std::vector<PingSample> &samples);
    Shelf *shelf(const Peer &peer);
    const Picture *picture(Shelf &shelf, qint64 row, WallTime from, WallTime to, WallTime seam,
                           int maxBuckets);

    HistoryReader *m_reader;
    HistoryRequest m_peersRequest = 0;
    QHash<std::pair<QString, QString>, qint64> m_rows; // by name and URL
    std::unordered_map<quint32, Shelf> m_shelves;      // by PeerId
};

} // namespace Pongwatch
