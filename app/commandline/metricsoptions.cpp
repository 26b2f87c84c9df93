// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/metricsoptions.h"

#include "app/commandline/commandlinestrings.h"
#include "engine/values/foreigntext.h"

#include <cmath>

namespace Pongwatch
{

namespace
{

constexpr qsizetype longestPlaceName = 100;

Error badMetricsOption(const QString &option, const QString &why)
{
    return Error{CommandLineStrings::tr("reading the option"), option, why};
}

/// A name for a label; empty when the option was not given.
Result<QString> readPlaceName(const ParsedArguments &arguments, const QString &option)
{
    const QString name = arguments.value(option).trimmed();
    const QString dashed = QStringLiteral("--") + option;
    if (arguments.has(option) && name.isEmpty())
        return badMetricsOption(dashed, CommandLineStrings::tr("the name is empty"));
    if (name.size() > longestPlaceName)
        return badMetricsOption(
            dashed, CommandLineStrings::tr("the name is longer than %1 characters").arg(longestPlaceName));
    return name;
}

} // namespace

QList<OptionSpec> metricsOptionSpecs()
{
    const auto s = [](const char *text) { return QString::fromLatin1(text); };
    return {
        {s("metrics"),
         {},
         s("ADDRESS:PORT"),
         CommandLineStrings::tr("Serve metrics for Prometheus there, at /metrics; port 0 picks a free one")},
        {s("vantage"),
         {},
         s("NAME"),
         CommandLineStrings::tr(
             "Name of the place that the peers are watched from: the label “vantage” of all "
             "metrics")},
        {s("provider"),
         {},
         s("NAME"),
         CommandLineStrings::tr("Whose network that place is in: the label “provider” of "
                                "pongwatch_vantage_info")},
        {s("web.config.file"),
         {},
         s("FILE"),
         CommandLineStrings::tr(
             "TLS and passwords for the metrics, in YAML, as Prometheus' exporters have it")},
        {s("rtt-buckets"),
         {},
         s("S,S…"),
         CommandLineStrings::tr("Upper bounds of the histogram of round-trip times, in seconds (0.001 to 10, "
                                "13 bounds)")},
    };
}

Result<RttBuckets> parseRttBuckets(const QString &option, const QString &text)
{
    RttBuckets bounds;
    const QStringList words = text.split(u',');
    if (words.size() > mostRttBuckets)
        return badMetricsOption(option,
                                CommandLineStrings::tr("there are more than %1 bounds").arg(mostRttBuckets));
    for (const QString &word : words) {
        bool isNumber = false;
        const double bound = word.trimmed().toDouble(&isNumber);
        if (!isNumber || !std::isfinite(bound) || bound <= 0)
            return badMetricsOption(option, CommandLineStrings::tr("“%1” is not a number of seconds above 0")
                                                .arg(harmlessText(word.trimmed(), 60)));
        if (!bounds.empty() && bound <= bounds.back())
            return badMetricsOption(option, CommandLineStrings::tr("“%1” is not above the bound before it")
                                                .arg(harmlessText(word.trimmed(), 60)));
        bounds.push_back(bound);
    }
    return bounds;
}

Result<std::optional<MetricsRequest>> readMetricsOptions(const ParsedArguments &arguments)
{
    const QString metrics = QStringLiteral("metrics");
    if (!arguments.has(metrics)) {
        const QList<OptionSpec> specs = metricsOptionSpecs();
        for (const OptionSpec &spec : specs) {
            if (arguments.has(spec.name))
                return badMetricsOption(QStringLiteral("--") + spec.name,
                                        CommandLineStrings::tr("it can only be used with --metrics"));
        }
        return std::optional<MetricsRequest>();
    }
    MetricsRequest request;
    const Result<ListenAddress> listen =
        parseListenAddress(QStringLiteral("--metrics"), arguments.value(metrics));
    if (!listen)
        return listen.error();
    request.listen = listen.value();
    const Result<QString> vantage = readPlaceName(arguments, QStringLiteral("vantage"));
    if (!vantage)
        return vantage.error();
    request.options.vantage = vantage.value();
    const Result<QString> provider = readPlaceName(arguments, QStringLiteral("provider"));
    if (!provider)
        return provider.error();
    request.options.provider = provider.value();
    if (!request.options.provider.isEmpty() && request.options.vantage.isEmpty())
        return badMetricsOption(QStringLiteral("--provider"),
                                CommandLineStrings::tr("it can only be used with --vantage"));
    request.webConfig = arguments.value(QStringLiteral("web.config.file"));
    if (arguments.has(QStringLiteral("rtt-buckets"))) {
        const Result<RttBuckets> bounds =
            parseRttBuckets(QStringLiteral("--rtt-buckets"), arguments.value(QStringLiteral("rtt-buckets")));
        if (!bounds)
            return bounds.error();
        request.options.buckets = bounds.value();
    }
    return std::optional<MetricsRequest>(request);
}

} // namespace Pongwatch
