// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/queryanswer.h"

#include "engine/values/foreigntext.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace Pongwatch
{

namespace
{

constexpr qsizetype longestForeignLabel = 300;
constexpr qsizetype mostForeignLabels = 64;
constexpr double latestSecond = 253'402'300'799.0; // the end of the year 9999

struct QueryAnswerStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Fleet)
};

Error badAnswer(const QString &why)
{
    return Error{QueryAnswerStrings::tr("reading the answer of Prometheus"), {}, why};
}

Error notAnAnswer()
{
    return badAnswer(QueryAnswerStrings::tr("it is not an answer of Prometheus' HTTP API"));
}

/// False: it is not valid.
bool takePoint(const QJsonValue &value, QueriedSeries &series)
{
    const QJsonArray pair = value.toArray();
    if (pair.size() != 2 || !pair[0].isDouble() || !pair[1].isString())
        return false;
    const double at = pair[0].toDouble();
    bool isNumber = false;
    const QString text = pair[1].toString();
    const double number = text.toDouble(&isNumber);
    const bool isSpecial = text == QStringLiteral("NaN") || text.endsWith(QStringLiteral("Inf"));
    if ((!isNumber && !isSpecial) || !(at >= 0 && at <= latestSecond))
        return false;
    if (isNumber && std::isfinite(number))
        series.points.append({WallTime(microseconds(static_cast<qint64>(std::llround(at * 1e6)))), number});
    return true;
}

/// Texts made harmless, each once: series share most names and values of their labels.
class HarmlessTexts
{
public:
    /// By value: the next text may move those that are known.
    QString of(const QString &foreign)
    {
        const auto known = m_texts.constFind(foreign);
        return known != m_texts.cend() ? *known
                                       : *m_texts.insert(foreign, harmlessText(foreign, longestForeignLabel));
    }

private:
    QHash<QString, QString> m_texts;
};

bool takeLabels(const QJsonValue &value, HarmlessTexts &texts, QueriedSeries &series)
{
    const QJsonObject labels = value.toObject();
    if (!value.isObject() || labels.size() > mostForeignLabels)
        return false;
    series.labels.reserve(labels.size());
    for (auto label = labels.constBegin(); label != labels.constEnd(); ++label) {
        if (!label.value().isString())
            return false;
        series.labels.insert(texts.of(label.key()), texts.of(label.value().toString()));
    }
    return true;
}

/// One entry of a vector or a matrix.
std::optional<QueriedSeries> seriesOf(const QJsonValue &value, HarmlessTexts &texts)
{
    const QJsonObject entry = value.toObject();
    QueriedSeries series;
    if (!takeLabels(entry[QStringLiteral("metric")], texts, series))
        return std::nullopt;
    if (entry.contains(QStringLiteral("value")) && !takePoint(entry[QStringLiteral("value")], series))
        return std::nullopt;
    const QJsonArray points = entry[QStringLiteral("values")].toArray();
    series.points.reserve(points.size() + series.points.size());
    for (const auto &point : points)
        if (!takePoint(point, series))
            return std::nullopt;
    return series;
}

} // namespace

QString SeriesLabels::value(QStringView name) const
{
    const auto found = std::find_if(m_labels.cbegin(), m_labels.cend(),
                                    [name](const Label &label) { return label.name == name; });
    return found == m_labels.cend() ? QString() : found->value;
}

void SeriesLabels::insert(const QString &name, const QString &value)
{
    const auto known = std::find_if(m_labels.begin(), m_labels.end(),
                                    [&name](const Label &label) { return label.name == name; });
    if (known != m_labels.end())
        known->value = value;
    else
        m_labels.append({name, value});
}

Result<QList<QueriedSeries>> readQueryAnswer(const QByteArray &json)
{
    const QJsonObject answer = QJsonDocument::fromJson(json).object();
    const QString status = answer[QStringLiteral("status")].toString();
    if (status == QStringLiteral("error"))
        return badAnswer(harmlessText(answer[QStringLiteral("error")].toString(), 300));
    if (status != QStringLiteral("success"))
        return notAnAnswer();
    const QJsonValue data = answer[QStringLiteral("data")];
    HarmlessTexts texts;
    QList<QueriedSeries> result;
    if (data.isArray()) { // of series: label sets alone
        for (const auto &labels : data.toArray()) {
            QueriedSeries series;
            if (!takeLabels(labels, texts, series))
                return notAnAnswer();
            result.append(std::move(series));
        }
        return result;
    }
    const QString type = data[QStringLiteral("resultType")].toString();
    const QJsonValue content = data[QStringLiteral("result")];
    if (type == QStringLiteral("scalar")) {
        QueriedSeries series;
        if (!takePoint(content, series))
            return notAnAnswer();
        result.append(std::move(series));
        return result;
    }
    if ((type != QStringLiteral("vector") && type != QStringLiteral("matrix")) || !content.isArray())
        return notAnAnswer();
    for (const auto &value : content.toArray()) {
        std::optional<QueriedSeries> series = seriesOf(value, texts);
        if (!series)
            return notAnAnswer();
        result.append(*std::move(series));
    }
    return result;
}

} // namespace Pongwatch
