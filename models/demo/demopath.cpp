// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demopath.h"

#include <QCoreApplication>
#include <QUrlQuery>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>

namespace Pongwatch
{

namespace
{

/// The unit of a parameter, which also determines the member of DemoPath that receives it.
enum class Unit { Milliseconds, Seconds, Count, Text };

struct Parameter {
    QLatin1String name;
    Unit unit;
    double fallback;
    double least;
    double most;
};

struct PathSpec {
    QLatin1String path;
    DemoKind kind;
    std::span<const Parameter> parameters;
    const char *summary; ///< marked for translation
};

constexpr qsizetype longestTarget = 2'048;
constexpr qsizetype longestReason = 123; // RFC 6455 5.5: 125 bytes minus the code
constexpr double aDay = 86'400;
constexpr double aMinute = 60'000;

constexpr std::array jitterParameters{Parameter{QLatin1String("ms"), Unit::Milliseconds, 20, 0, aMinute}};
constexpr std::array spikesParameters{Parameter{QLatin1String("every"), Unit::Count, 15, 1, 1e6},
                                      Parameter{QLatin1String("ms"), Unit::Milliseconds, 400, 0, aMinute}};
constexpr std::array slowParameters{Parameter{QLatin1String("ms"), Unit::Milliseconds, 300, 0, aMinute}};
constexpr std::array stallParameters{Parameter{QLatin1String("after"), Unit::Seconds, 20, 0, aDay}};
constexpr std::array newestParameters{Parameter{QLatin1String("of"), Unit::Count, 2, 2, 100},
                                      Parameter{QLatin1String("ms"), Unit::Milliseconds, 3000, 0, aMinute}};
constexpr std::array closeParameters{Parameter{QLatin1String("after"), Unit::Seconds, 30, 0, aDay},
                                     Parameter{QLatin1String("code"), Unit::Count, 1012, 0, 65'535},
                                     Parameter{QLatin1String("reason"), Unit::Text, 0, 0, 0}};
constexpr std::array endParameters{Parameter{QLatin1String("after"), Unit::Seconds, 30, 0, aDay}};
constexpr std::array soonParameters{Parameter{QLatin1String("after"), Unit::Seconds, 1, 0, aDay}};
constexpr std::array idleParameters{Parameter{QLatin1String("limit"), Unit::Seconds, 60, 0.01, aDay}};
constexpr std::array rejectParameters{Parameter{QLatin1String("status"), Unit::Count, 503, 200, 599}};
constexpr std::array floodParameters{Parameter{QLatin1String("rate"), Unit::Count, 1000, 1, 100'000}};

/// The translation context of this file.
struct DemoPathStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::DemoPath)
};

constexpr std::array specs{
    PathSpec{QLatin1String("/steady"),
             DemoKind::Steady,
             {},
             QT_TRANSLATE_NOOP("Pongwatch::DemoPath", "answers every ping at once")},
    PathSpec{
        QLatin1String("/jitter"), DemoKind::Jitter, jitterParameters,
        QT_TRANSLATE_NOOP("Pongwatch::DemoPath", "answers after a random delay of up to ms milliseconds")},
    PathSpec{QLatin1String("/spikes"), DemoKind::Spikes, spikesParameters,
             QT_TRANSLATE_NOOP("Pongwatch::DemoPath",
                               "answers at once, but each ping number “every” after ms milliseconds")},
    PathSpec{QLatin1String("/slow"), DemoKind::Slow, slowParameters,
             QT_TRANSLATE_NOOP("Pongwatch::DemoPath", "answers after ms milliseconds")},
    PathSpec{QLatin1String("/stall"), DemoKind::Stall, stallParameters,
             QT_TRANSLATE_NOOP("Pongwatch::DemoPath", "answers, then falls silent with the connection open")},
    PathSpec{QLatin1String("/newest"), DemoKind::Newest, newestParameters,
             QT_TRANSLATE_NOOP("Pongwatch::DemoPath",
                               "answers only the newest of several pings (waits ms milliseconds for more)")},
    PathSpec{QLatin1String("/wrong"),
             DemoKind::Wrong,
             {},
             QT_TRANSLATE_NOOP("Pongwatch::DemoPath", "answers with another payload")},
    PathSpec{QLatin1String("/unsolicited"),
             DemoKind::Unsolicited,
             {},
             QT_TRANSLATE_NOOP("Pongwatch::DemoPath", "answers, and sends unsolicited pongs")},
    PathSpec{QLatin1String("/duplicate"),
             DemoKind::Duplicate,
             {},
             QT_TRANSLATE_NOOP("Pongwatch::DemoPath", "answers every ping twice")},
    PathSpec{QLatin1String("/close"), DemoKind::Close, closeParameters,
             QT_TRANSLATE_NOOP("Pongwatch::DemoPath", "sends a Close frame with that code and reason")},
    PathSpec{QLatin1String("/empty-close"), DemoKind::EmptyClose, soonParameters,
             QT_TRANSLATE_NOOP("Pongwatch::DemoPath", "sends a Close frame without a code")},
    PathSpec{QLatin1String("/eof"), DemoKind::Eof, endParameters,
             QT_TRANSLATE_NOOP("Pongwatch::DemoPath", "ends the TCP connection without a Close frame")},
    PathSpec{QLatin1String("/reset"), DemoKind::Reset, endParameters,
             QT_TRANSLATE_NOOP("Pongwatch::DemoPath", "resets the TCP connection")},
    PathSpec{QLatin1String("/idle"), DemoKind::Idle, idleParameters,
             QT_TRANSLATE_NOOP("Pongwatch::DemoPath",
                               "drops a connection after it has been silent for that long, as proxies do")},
    PathSpec{QLatin1String("/reject"), DemoKind::Reject, rejectParameters,
             QT_TRANSLATE_NOOP("Pongwatch::DemoPath", "answers the upgrade with that HTTP status")},
    PathSpec{
        QLatin1String("/bad-accept"),
        DemoKind::BadAccept,
        {},
        QT_TRANSLATE_NOOP("Pongwatch::DemoPath", "answers the upgrade with a wrong Sec-WebSocket-Accept")},
    PathSpec{QLatin1String("/hang"),
             DemoKind::Hang,
             {},
             QT_TRANSLATE_NOOP("Pongwatch::DemoPath", "never answers the upgrade")},
    PathSpec{QLatin1String("/flood"), DemoKind::Flood, floodParameters,
             QT_TRANSLATE_NOOP("Pongwatch::DemoPath",
                               "answers, and sends that many messages per second endlessly")},
    PathSpec{QLatin1String("/huge"), DemoKind::Huge, soonParameters,
             QT_TRANSLATE_NOOP("Pongwatch::DemoPath", "sends a frame that announces 2^62 bytes")},
    PathSpec{QLatin1String("/garbage"), DemoKind::Garbage, soonParameters,
             QT_TRANSLATE_NOOP("Pongwatch::DemoPath", "sends bytes that are not WebSocket frames")},
    PathSpec{
        QLatin1String("/fragments"),
        DemoKind::Fragments,
        {},
        QT_TRANSLATE_NOOP("Pongwatch::DemoPath", "answers byte by byte, between the fragments of a message")},
};

/// Text from the client, made safe to show: short, and without control characters.
QString shown(const QString &text)
{
    constexpr qsizetype longest = 40;
    QString clean = text.size() > longest ? QString(text.left(longest) + QChar(0x2026)) : text;
    for (QChar &c : clean)
        if (!c.isPrint())
            c = QChar::ReplacementCharacter;
    return clean;
}

DemoRefusal badRequest(const QString &text)
{
    return {400, text};
}

void store(DemoPath &path, Unit unit, double value)
{
    switch (unit) {
    case Unit::Milliseconds:
        path.delay = std::chrono::milliseconds(std::llround(value));
        break;
    case Unit::Seconds:
        path.after = std::chrono::milliseconds(std::llround(value * 1000.0));
        break;
    case Unit::Count:
        path.number = static_cast<int>(value);
        break;
    case Unit::Text:
        break;
    }
}

/// The number in a query, or nothing if it is not within the parameter's range.
std::optional<double> numberOf(const Parameter &parameter, const QString &text)
{
    bool ok = false;
    const double value = text.toDouble(&ok);
    if (!ok || !std::isfinite(value) || value < parameter.least || value > parameter.most)
        return std::nullopt;
    if (parameter.unit == Unit::Count && value != std::floor(value))
        return std::nullopt;
    return value;
}

QString rangeSentence(const PathSpec &spec, const Parameter &parameter, const QString &given)
{
    const char *const source =
        parameter.unit == Unit::Count
            ? QT_TRANSLATE_NOOP("Pongwatch::DemoPath",
                                "“%1” of %2 is a whole number from %3 to %4, not “%5”.")
        : parameter.unit == Unit::Seconds
            ? QT_TRANSLATE_NOOP("Pongwatch::DemoPath",
                                "“%1” of %2 is a number of seconds from %3 to %4, not “%5”.")
            : QT_TRANSLATE_NOOP("Pongwatch::DemoPath",
                                "“%1” of %2 is a number of milliseconds from %3 to %4, not “%5”.");
    // Numbers in the form for a query, so not in the user's locale.
    return DemoPathStrings::tr(source).arg(parameter.name, spec.path,
                                           QString::number(parameter.least, 'g', 10),
                                           QString::number(parameter.most, 'g', 10), shown(given));
}

std::optional<DemoRefusal> readParameter(DemoPath &path, const PathSpec &spec, const QString &name,
                                         const QString &value)
{
    const auto parameter = std::find_if(spec.parameters.begin(), spec.parameters.end(),
                                        [&name](const Parameter &p) { return p.name == name; });
    if (parameter == spec.parameters.end())
        return badRequest(DemoPathStrings::tr("%1 has no parameter “%2”.").arg(spec.path, shown(name)));
    if (parameter->unit == Unit::Text) {
        if (value.toUtf8().size() > longestReason) {
            return badRequest(DemoPathStrings::tr("“%1” of %2 is at most %3 bytes long.")
                                  .arg(parameter->name, spec.path, QString::number(longestReason)));
        }
        path.reason = value;
        return std::nullopt;
    }
    const std::optional<double> number = numberOf(*parameter, value);
    if (!number)
        return badRequest(rangeSentence(spec, *parameter, value));
    store(path, parameter->unit, *number);
    return std::nullopt;
}

} // namespace

std::variant<DemoPath, DemoRefusal> parseDemoPath(QByteArrayView target)
{
    if (target.size() > longestTarget)
        return DemoRefusal{414, DemoPathStrings::tr("The address is too long.")};

    const QString text = QString::fromUtf8(target);
    const qsizetype mark = text.indexOf(QLatin1Char('?'));
    const QString name = text.left(mark);
    const auto spec =
        std::find_if(specs.begin(), specs.end(), [&name](const PathSpec &s) { return s.path == name; });
    if (spec == specs.end()) {
        return DemoRefusal{404,
                           DemoPathStrings::tr("There is no demo peer “%1”. There are:").arg(shown(name)) +
                               QLatin1String("\n\n") + demoPathList()};
    }

    DemoPath path;
    path.kind = spec->kind;
    for (const Parameter &parameter : spec->parameters)
        store(path, parameter.unit, parameter.fallback);

    const QUrlQuery query(mark < 0 ? QString() : text.mid(mark + 1));
    QStringList seen;
    const auto items = query.queryItems(QUrl::FullyDecoded);
    for (const auto &[key, value] : items) {
        if (seen.contains(key))
            return badRequest(DemoPathStrings::tr("“%1” is given more than once.").arg(shown(key)));
        seen << key;
        if (auto refusal = readParameter(path, *spec, key, value))
            return *std::move(refusal);
    }
    // The default reason belongs to the default code.
    if (path.kind == DemoKind::Close && !seen.contains(QLatin1String("reason")) &&
        !seen.contains(QLatin1String("code")))
        path.reason = QStringLiteral("deploy");
    return path;
}

QString demoPathList()
{
    QString list;
    for (const PathSpec &spec : specs) {
        QString line = spec.path;
        QChar separator = QLatin1Char('?');
        for (const Parameter &parameter : spec.parameters) {
            line += separator + parameter.name + QLatin1Char('=');
            line +=
                parameter.unit == Unit::Text ? QStringLiteral("deploy") : QString::number(parameter.fallback);
            separator = QLatin1Char('&');
        }
        list += QLatin1String("  ") + line.leftJustified(42) + QLatin1Char(' ') +
                DemoPathStrings::tr(spec.summary) + QLatin1Char('\n');
    }
    return list;
}

} // namespace Pongwatch
