// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frames/framefilter.h"
#include "frames/framelog.h"
#include "text/formatter.h"

#include <QAbstractTableModel>

#include <deque>
#include <utility>
#include <vector>

namespace Pongwatch
{

class PeerBook;

enum class FrameColumn : int { SinceOpen, Clock, Gap, Direction, Kind, Size, Rtt, Place, Data };
constexpr int frameColumnCount = 9;

enum FrameRole : int {
    FrameDirectionRole = Qt::UserRole + 1, ///< int of a FrameDirection
    FrameKindRole,                         ///< int of a FrameKind
    FrameIsTroubleRole,                    ///< the frame was refused, or the connection ended
};

/// The frames of one peer, oldest first, as they come in batches: those that pass the filter, among the
/// newest kept by a FrameLog. Lives on the GUI thread.
class FrameListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// The book, which outlives the model, says how figures are written.
    explicit FrameListModel(const PeerBook *book, QObject *parent = nullptr);

    void addMask(const std::shared_ptr<const SecretMask> &mask) { m_log.addMask(mask); }

    /// Adds frames. While the list is paused they are set aside, within the same limits.
    void append(std::vector<SeenFrame> frames);
    /// Sets the roles in the dialogue of frames that came before.
    void setPlaces(const std::vector<std::pair<quint64, FramePlace>> &places);
    void clear();

    /// While paused, the list does not change; afterwards it shows what has come in the meantime.
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const { return m_isPaused; }
    /// How many frames have come while it was paused.
    [[nodiscard]] std::size_t waiting() const { return m_aside.frames().size(); }

    void setFilter(const FrameFilter &filter);
    void retranslate();
    [[nodiscard]] Formatter format() const;

    /// The frame in a row of the list.
    [[nodiscard]] const SeenFrame &frame(int row) const { return m_log.frames()[placeOf(row)]; }
    /// All frames that are kept, whatever the filter.
    [[nodiscard]] const std::deque<SeenFrame> &all() const { return m_log.frames(); }
    [[nodiscard]] qint64 bytes() const { return m_log.bytes(); }
    /// How many frames the I/O thread left out, since the list was last cleared.
    [[nodiscard]] quint64 missed() const { return m_missed; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] std::size_t placeOf(int row) const
    {
        return m_shown[static_cast<std::size_t>(row)] - m_first;
    }
    void show(std::vector<SeenFrame> frames);
    void dropOldest(std::size_t count);
    [[nodiscard]] QString text(const SeenFrame &frame, FrameColumn column) const;

    const PeerBook *m_book;
    FrameLog m_log;
    FrameLog m_aside; ///< what came while paused; already masked
    std::vector<std::pair<quint64, FramePlace>> m_placesAside;
    FrameFilter m_filter;
    /// The shown frames, by their numbers since the beginning; the first one in the log is m_first.
    std::deque<std::size_t> m_shown;
    std::size_t m_first = 0;
    quint64 m_missed = 0;
    bool m_isPaused = false;
};

} // namespace Pongwatch
