// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pingsample.h"
#include "history/seriespyramid.h"
#include "text/formatter.h"

#include <QColor>
#include <QCoreApplication>
#include <QList>
#include <QPalette>

#include <optional>

namespace Pongwatch
{

class ChartState;

/// The maximum distance, in pixels, between the crosshair and a ping that is read out.
constexpr double readoutReach = 12;

/// What a chart says about one moment.
struct ChartReadout {
    struct Line {
        QColor color; ///< the peer's; invalid for more about the peer above
        QString text;
        std::optional<int> shape{}; ///< of a vantage's mark
    };

    QString title;
    QList<Line> lines;

    /// All of it in one line, for screen readers.
    [[nodiscard]] QString spoken() const;
};

/// The values of all lines at the moment: of the nearest ping, if there is one within `reach`, with its
/// details; of the bucket, where pings are not known one by one.
[[nodiscard]] ChartReadout makeReadout(const ChartState &state, WallTime moment, microseconds reach,
                                       const QPalette &palette);

/// The sentences of a readout.
class ReadoutWords
{
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::ChartReadout)

public:
    /// The round trip, and the outcome if it is not the usual one.
    static QString value(const PingSample &sample, const Formatter &format);
    static QString value(const SeriesBucket &bucket, const Formatter &format);
    /// The details of the ping besides its value, one per line.
    static QStringList details(const PingSample &sample, const Formatter &format);
    /// `knowsSlowest`: false if others measured it, and tell no single round trip.
    static QStringList details(const SeriesBucket &bucket, const Formatter &format, bool knowsSlowest = true);
    static QString line(const QString &peer, const QString &value);
    static QString noPing();
    static QString noPing(Health health);
    /// Of a vantage that was silent then.
    static QString nothingHeard();
    static QString end(const QString &sentence);
};

} // namespace Pongwatch
