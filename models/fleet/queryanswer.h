// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "engine/values/timetypes.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <initializer_list>

namespace Pongwatch
{

/// One value of a series at a moment.
struct QueriedPoint {
    WallTime time{};
    double value = 0;

    friend bool operator==(const QueriedPoint &, const QueriedPoint &) = default;
};

/// The labels of a series. Few, as a rule, so they are a list.
class SeriesLabels
{
public:
    struct Label {
        QString name;
        QString value;
    };

    SeriesLabels() = default;
    SeriesLabels(std::initializer_list<Label> labels)
        : m_labels(labels)
    {
    }

    /// Empty: it has none of that name, which means the same in Prometheus.
    [[nodiscard]] QString value(QStringView name) const;
    /// In place of the one of that name.
    void insert(const QString &name, const QString &value);
    /// Makes room for so many.
    void reserve(qsizetype count) { m_labels.reserve(count); }

    [[nodiscard]] auto begin() const { return m_labels.cbegin(); }
    [[nodiscard]] auto end() const { return m_labels.cend(); }

private:
    QList<Label> m_labels;
};

/// One series of an answer: with one point in that of an instant query, with several in that of a range
/// query, and with none in that of a search for series.
struct QueriedSeries {
    SeriesLabels labels; ///< including "__name__" if it has a name
    QList<QueriedPoint> points;
};

/// Reads an answer of Prometheus' HTTP API (https://prometheus.io/docs/prometheus/latest/querying/api/) to
/// query (a vector or a scalar), query_range (a matrix) or series. What the server says is not trusted: texts
/// are shortened, and an invalid value makes the whole answer an error. Values that are not finite are left
/// out. If the server reported an error, so does the result.
[[nodiscard]] Result<QList<QueriedSeries>> readQueryAnswer(const QByteArray &json);

} // namespace Pongwatch
