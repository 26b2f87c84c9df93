// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "engine/values/timetypes.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

namespace Pongwatch
{

/// One value of a series at a moment.
struct QueriedPoint {
    WallTime time{};
    double value = 0;

    friend bool operator==(const QueriedPoint &, const QueriedPoint &) = default;
};

/// One series of an answer: of an instant query with one point, of a range query with several, of a search
/// for series with none.
struct QueriedSeries {
    QHash<QString, QString> labels; ///< "__name__" among them, where it has a name
    QList<QueriedPoint> points;
};

/// Reads an answer of Prometheus' HTTP API (https://prometheus.io/docs/prometheus/latest/querying/api/): of
/// query (a vector or a scalar), query_range (a matrix) and series. What the server says is hostile: texts
/// are shortened, and a value that is none makes the whole answer an error. Values that are not finite are
/// left out. The error says what the server complained of, if it did.
[[nodiscard]] Result<QList<QueriedSeries>> readQueryAnswer(const QByteArray &json);

} // namespace Pongwatch
