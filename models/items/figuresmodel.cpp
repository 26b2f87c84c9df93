// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/figuresmodel.h"

#include "history/watchedstates.h"
#include "text/wording.h"

#include <algorithm>

namespace Pongwatch
{

bool FiguresModel::hasStates() const
{
    return std::any_of(m_series.cbegin(), m_series.cend(),
                       [](const Series &series) { return series.health.has_value(); });
}

FiguresModel::Figure FiguresModel::figureOf(int row) const
{
    return static_cast<Figure>(hasStates() ? row : row + 1);
}

void FiguresModel::setSeries(const QList<Series> &series, const Formatter &format)
{
    const bool sameTitles =
        std::equal(series.cbegin(), series.cend(), m_series.cbegin(), m_series.cend(),
                   [](const Series &a, const Series &b) {
                       return a.title == b.title && a.health.has_value() == b.health.has_value();
                   });
    if (!sameTitles)
        beginResetModel();
    m_series = series;
    QList<QStringList> texts;
    for (const Series &one : series) {
        QStringList cells;
        for (int row = 0; row < rowCount(); ++row)
            cells.append(text(figureOf(row), one, format));
        texts.append(cells);
    }
    std::swap(texts, m_texts);
    if (!sameTitles) {
        endResetModel();
        return;
    }
    for (int column = 0; column < series.size(); ++column) {
        for (int row = 0; row < rowCount(); ++row) {
            if (texts.at(column).at(row) != m_texts.at(column).at(row)) {
                const QModelIndex cell = index(row, column + 1);
                Q_EMIT dataChanged(cell, cell, {Qt::DisplayRole});
            }
        }
    }
}

void FiguresModel::retranslate(const Formatter &format)
{
    const QList<Series> series = m_series;
    beginResetModel();
    m_series.clear();
    m_texts.clear();
    endResetModel();
    setSeries(series, format);
}

int FiguresModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_series.isEmpty() ? 0 : hasStates() ? figures : figures - 1;
}

int FiguresModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_series.size()) + 1;
}

QString FiguresModel::name(Figure figure)
{
    switch (figure) {
    case Figure::State:
        return tr("State");
    case Figure::Pings:
        return tr("Pings");
    case Figure::Loss:
        return tr("Loss");
    case Figure::Fastest:
        return tr("Fastest");
    case Figure::Median:
        return tr("p50");
    case Figure::Mean:
        return tr("Mean");
    case Figure::P95:
        return tr("p95");
    case Figure::P99:
        return tr("p99");
    case Figure::Slowest:
        return tr("Slowest");
    case Figure::Jitter:
        return tr("Jitter");
    case Figure::Connections:
        return tr("Connects", "how many connections");
    case Figure::OpenTime:
        return tr("Time connected");
    case Figure::Availability:
        break;
    }
    return tr("Up", "a share of time");
}

QString FiguresModel::text(Figure figure, const Series &series, const Formatter &format)
{
    const StatisticsSummary &summary = series.summary;
    switch (figure) {
    case Figure::State:
        return series.health ? Wording::health(*series.health) : QString();
    case Figure::Pings:
        return QLocale().toString(summary.pings);
    case Figure::Loss:
        return summary.pings > 0 ? Formatter().percentage(summary.loss) : QStringLiteral("–");
    case Figure::Fastest:
        return format.latencyOrDash(summary.min);
    case Figure::Median:
        return format.latencyOrEstimate(summary.p50, summary.estimatedP50);
    case Figure::Mean:
        return format.latencyOrDash(summary.mean);
    case Figure::P95:
        return format.latencyOrEstimate(summary.p95, summary.estimatedP95);
    case Figure::P99:
        return format.latencyOrDash(summary.p99);
    case Figure::Slowest:
        return format.latencyOrDash(summary.max);
    case Figure::Jitter:
        return format.latencyOrDash(summary.jitter);
    case Figure::Connections:
        return QLocale().toString(summary.connects);
    case Figure::OpenTime:
        return summary.openTime > nanoseconds(0) ? Formatter().briefDuration(summary.openTime)
                                                 : QStringLiteral("–");
    case Figure::Availability:
        break;
    }
    const auto share = availability(summary.openTime, summary.watched);
    return share ? Formatter().percentage(*share) : QStringLiteral("–");
}

QVariant FiguresModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return headerData(index.column(), Qt::Horizontal, role);
    const QString figure = name(figureOf(index.row()));
    if (index.column() == 0)
        return role == Qt::DisplayRole ? QVariant(figure) : QVariant();
    const QString &value = m_texts.at(index.column() - 1).at(index.row());
    if (role == Qt::ToolTipRole && figureOf(index.row()) == Figure::OpenTime)
        return Formatter().age(m_series.at(index.column() - 1).summary.openTime);
    if (role == Qt::AccessibleTextRole) {
        return tr("%1, %2: %3", "figure, of what, value")
            .arg(figure, m_series.at(index.column() - 1).title, value);
    }
    return role == Qt::DisplayRole ? QVariant(value) : QVariant();
}

QVariant FiguresModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section > m_series.size())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section > 0 ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (section == 0)
        return role == Qt::DisplayRole ? QVariant(QString()) : QVariant();
    const Series &series = m_series.at(section - 1);
    if (role == Qt::DisplayRole)
        return series.title;
    return role == Qt::ToolTipRole ? QVariant(series.detail.toHtmlEscaped()) : QVariant();
}

} // namespace Pongwatch
