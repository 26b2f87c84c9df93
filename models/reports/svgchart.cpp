// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/svgchart.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace Pongwatch
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Report)
};

constexpr double width = 860;
constexpr double height = 180;
constexpr double leftMargin = 62;
constexpr double rightMargin = 8;
constexpr double topMargin = 8;
constexpr double bottomMargin = 22;

QString fixed(double value)
{
    return QString::number(value, 'f', 1);
}

/// Where moments and durations lie in the picture.
class Scales
{
public:
    Scales(WallTime from, WallTime to, nanoseconds longest)
        : m_from(from)
        , m_range(std::max<double>(1, static_cast<double>((to - from).count())))
        , m_top(niceCeiling(std::max(0.1, toMilliseconds(longest))))
    {
    }

    [[nodiscard]] double x(WallTime time) const
    {
        const double share = static_cast<double>((time - m_from).count()) / m_range;
        return leftMargin + std::clamp(share, 0.0, 1.0) * (width - leftMargin - rightMargin);
    }
    [[nodiscard]] double y(nanoseconds rtt) const { return yOf(toMilliseconds(rtt)); }
    [[nodiscard]] double yOf(double ms) const
    {
        return height - bottomMargin - ms / m_top * (height - topMargin - bottomMargin);
    }
    [[nodiscard]] double top() const { return m_top; } ///< of the axis, in ms

private:
    /// The next of 1, 2, 5, 10, 20 …
    static double niceCeiling(double value)
    {
        const double power = std::pow(10.0, std::floor(std::log10(value)));
        static constexpr std::array steps{1.0, 2.0, 5.0, 10.0};
        for (const double step : steps) {
            if (step * power >= value)
                return step * power;
        }
        return 10 * power;
    }

    WallTime m_from;
    double m_range; // µs
    double m_top;
};

QString rectangle(const char *cssClass, double x, double y, double w, double h)
{
    return QStringLiteral("<rect class=\"%1\" x=\"%2\" y=\"%3\" width=\"%4\" height=\"%5\"/>")
        .arg(QString::fromLatin1(cssClass), fixed(x), fixed(y), fixed(std::max(w, 1.0)),
             fixed(std::max(h, 1.0)));
}

QString label(double x, double y, const char *anchor, const QString &text)
{
    return QStringLiteral("<text x=\"%1\" y=\"%2\" text-anchor=\"%3\">%4</text>")
        .arg(fixed(x), fixed(y), QString::fromLatin1(anchor), text.toHtmlEscaped());
}

QString axes(const Scales &scales, WallTime from, WallTime to)
{
    QString svg;
    constexpr int lines = 4;
    for (int i = 0; i <= lines; ++i) {
        const double ms = scales.top() * i / lines;
        const double y = scales.yOf(ms);
        svg += QStringLiteral("<line class=\"grid\" x1=\"%1\" x2=\"%2\" y1=\"%3\" y2=\"%3\"/>")
                   .arg(fixed(leftMargin), fixed(width - rightMargin), fixed(y));
        svg += label(leftMargin - 6, y + 4, "end", Text::tr("%1 ms").arg(QLocale().toString(ms, 'g', 3)));
    }
    const auto clock = [](WallTime time) { return toRfc3339(time).mid(11, 8); };
    svg += label(leftMargin, height - 6, "start", clock(from));
    svg += label(width - rightMargin, height - 6, "end", clock(to) + QStringLiteral(" UTC"));
    return svg;
}

bool isOpen(ConnectionState state)
{
    return state == ConnectionState::Open || state == ConnectionState::Closing;
}

} // namespace

QString svgLatencyChart(const ReportPeer &peer, WallTime from, WallTime to)
{
    nanoseconds longest(0);
    for (const SeriesBucket &bucket : peer.chart)
        longest = std::max(longest, bucket.max.value_or(nanoseconds(0)));
    const Scales scales(from, to, longest);

    QString svg = QStringLiteral("<svg viewBox=\"0 0 %1 %2\" role=\"img\" aria-label=\"%3\">")
                      .arg(fixed(width), fixed(height), Text::tr("Latency over time").toHtmlEscaped());
    const double plotHeight = height - topMargin - bottomMargin;
    for (const StateSpan &span : peer.states) {
        if (!isOpen(span.state))
            svg += rectangle("down", scales.x(span.from), topMargin, scales.x(span.to) - scales.x(span.from),
                             plotHeight);
    }
    svg += axes(scales, from, to);

    QString line;
    QString marks;
    bool pen = false;
    for (const SeriesBucket &bucket : peer.chart) {
        const double x = scales.x(bucket.from + std::chrono::floor<microseconds>(bucket.width) / 2);
        if (bucket.min && bucket.max && bucket.mean) {
            const double yMax = scales.y(*bucket.max);
            marks += rectangle("span", x - 0.5, yMax, 1, scales.y(*bucket.min) - yMax);
            line += (pen ? u'L' : u'M') + fixed(x) + u' ' + fixed(scales.y(*bucket.mean));
        }
        if (bucket.timeouts > 0)
            marks += rectangle("timeout", x - 1, topMargin, 2, plotHeight);
        // No line over a stretch in which nothing was measured.
        pen = bucket.mean.has_value() && !bucket.gap && bucket.withoutConnection.count() == 0;
    }
    svg += marks;
    if (!line.isEmpty())
        svg += QStringLiteral("<path class=\"mean\" d=\"%1\"/>").arg(line);
    return svg + QStringLiteral("</svg>\n");
}

} // namespace Pongwatch
