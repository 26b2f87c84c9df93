// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "widgets/chart/chartaxis.h"
#include "widgets/chart/peertimelines.h"

#include <QCoreApplication>
#include <QHash>
#include <QList>
#include <QPalette>
#include <QString>

#include <vector>

class QPainter;

namespace Pongwatch
{

/// The timeline of a group of peers, for its row in a list: the worst of their states as the background, and
/// the share of peers in trouble as a height from below. For groups of more than `mostRemembered` peers only
/// this run of the program is included, as reading the rest would take too long; a mark indicates that.
/// Results are cached for a second, or until the timelines move on. Lives on the GUI thread.
class GroupTimelines
{
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::GroupTimelines)

public:
    static constexpr qsizetype mostRemembered = 30;

    /// A stretch in which the share of peers in trouble stayed the same, in pixels.
    struct Stretch {
        double left = 0;
        double right = 0;
        Health worst = Health::Ok;
        int down = 0;
        int watched = 0;

        friend bool operator==(const Stretch &, const Stretch &) = default;
    };

    /// The timelines must outlive this object.
    explicit GroupTimelines(const PeerTimelines *timelines)
        : m_timelines(timelines)
    {
    }

    void paint(QPainter *painter, const QRectF &cell, const QString &group, const QList<PeerId> &peers,
               const QPalette &palette);

    /// How many of them were in trouble at the moment, and which; as plain text.
    [[nodiscard]] QString tipAt(const QString &group, const QList<PeerId> &peers, WallTime moment) const;

    /// What is painted at this width in pixels.
    [[nodiscard]] const std::vector<Stretch> &stretches(const QString &group, const QList<PeerId> &peers,
                                                        double width);

private:
    struct Row {
        ChartAxis axis;
        QList<PeerId> peers;
        std::vector<Stretch> stretches;
        SteadyTime madeAt{};
    };

    [[nodiscard]] std::vector<StateSpan> states(PeerId peer, const TimeRange &range, qsizetype ofPeers) const;
    [[nodiscard]] bool isCut(qsizetype peers) const;

    const PeerTimelines *m_timelines;
    QHash<QString, Row> m_rows; // by group
};

} // namespace Pongwatch
