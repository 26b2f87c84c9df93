// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pingsample.h"
#include "history/seriespyramid.h"

#include <QColor>
#include <QCoreApplication>
#include <QList>
#include <QPalette>

namespace Pongwatch
{

class ChartState;

/// How many pixels beside the crosshair a ping is still read out.
constexpr double readoutReach = 12;

/// What a chart says about one moment.
struct ChartReadout {
    struct Line {
        QColor color; ///< of the peer; invalid for more about the peer above
        QString text;
    };

    QString title;
    QList<Line> lines;

    /// All of it in one line, for those who listen.
    [[nodiscard]] QString spoken() const;
};

/// The values of all peers at the moment: of the ping next to it, if one is within `reach`, its entry in the
/// ledger; where pings are not known one by one, of the bucket.
[[nodiscard]] ChartReadout makeReadout(const ChartState &state, WallTime moment, microseconds reach,
                                       const QPalette &palette);

/// The sentences that a readout is made of.
class ReadoutWords
{
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::ChartReadout)

public:
    /// The round trip and the outcome, as far as it is not the usual one.
    static QString value(const PingSample &sample);
    static QString value(const SeriesBucket &bucket);
    /// The ping's entry in the ledger, beside its value: a line each.
    static QStringList details(const PingSample &sample);
    static QStringList details(const SeriesBucket &bucket);
    static QString line(const QString &peer, const QString &value);
    static QString noPing();
    static QString noPing(Health health);
    static QString end(const QString &sentence);
};

} // namespace Pongwatch
