// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/toldbyothers.h"

#include "alerts/rules/maintenance.h"
#include "engine/diagnosis/explainpath.h"
#include "engine/values/foreigntext.h"
#include "examine/findings/findingsentence.h"
#include "examine/findings/recommendation.h"
#include "fleet/queryanswer.h"
#include "metrics/server/httprequest.h"
#include "path/traceprobing.h"
#include "workspace/calendarimport.h"
#include "workspace/workspacereader.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QtGlobal>

#include <cmath>

namespace Pongwatch::TestSupport
{

namespace
{

void require(bool holds, const char *what)
{
    if (!holds)
        qFatal("not so: %s", what);
}

/// Nothing that could forge a line or turn the text around.
void requireHarmless(const QString &text, const char *what)
{
    require(harmlessText(text, text.size() + 1) == text, what);
}

} // namespace

void readAsTraceReplies(const QByteArray &lines)
{
    const TraceTarget target{QStringLiteral("peer.example"), QStringLiteral("192.0.2.1"), 443};
    SteadyTime now{std::chrono::hours(1)};
    TraceProbing probing(target, {}, 0, now);
    int sent = 0;
    for (const QByteArray &line : lines.split('\n')) {
        sent += static_cast<int>(probing.takeDue(now).size());
        now += milliseconds(60);
        const std::optional<MtrReply> reply = readMtrReply(line);
        if (!reply)
            continue;
        require(line.size() <= longestMtrLine, "a reply has a limited length");
        require(reply->address.isEmpty() || !QHostAddress(reply->address).isNull(), "an address is one");
        require(reply->word.size() <= 40, "a word is short");
        require(!reply->rtt || *reply->rtt >= nanoseconds(0), "no answer comes before its probe");
        probing.take(*reply, now);
    }
    const PathTrace trace = probing.soFar({QStringLiteral("10.0.0.2")});
    require(trace.hops.size() <= PathTrace::mostHops, "hops are bounded");
    int counted = 0;
    for (qsizetype i = 0; i < trace.hops.size(); ++i) {
        const PathHop &hop = trace.hops[i];
        require(hop.ttl == i + 1, "hops have no gaps");
        require(hop.answered <= hop.sent, "no more answers than probes");
        require(hop.addresses.size() <= PathHop::mostAddresses, "addresses are bounded");
        counted += static_cast<int>(hop.sent);
    }
    require(counted <= sent, "no more probes than were sent");
    requireHarmless(explainPath(trace, nullptr), "the sentence about a path is harmless");
    requireHarmless(explainPath(trace, &trace), "the sentence about a path and itself is harmless");
}

void readAsQueryAnswer(const QByteArray &json)
{
    const Result<QList<QueriedSeries>> answer = readQueryAnswer(json);
    if (!answer) {
        requireHarmless(answer.error().sentence(), "a complaint is harmless");
        return;
    }
    for (const QueriedSeries &series : answer.value()) {
        for (const SeriesLabels::Label &label : series.labels) {
            requireHarmless(label.name, "the name of a label is harmless");
            requireHarmless(label.value, "a label is harmless");
        }
        for (const QueriedPoint &point : series.points) {
            require(std::isfinite(point.value), "values are finite");
            require(point.time >= WallTime{}, "moments are after 1970");
        }
    }
}

void readAsMetricsRequest(const QByteArray &head)
{
    const std::optional<HttpRequest> request = parseHttpRequest(head);
    if (!request)
        return;
    require(!request->method.isEmpty() && !request->path.isEmpty(), "a request has a method and a path");
    require(!request->path.contains('?'), "the query is no part of the path");
    for (auto header = request->headers.cbegin(); header != request->headers.cend(); ++header) {
        require(header.key() == header.key().toLower(), "names of headers are in small letters");
        require(!header.value().contains('\n'), "a value is on one line");
        const double weight = weightOf(header.value(), "gzip");
        require(weight >= 0 && weight <= 1, "a weight is from 0 to 1");
        require(acceptsToken(header.value(), "gzip") == (weight > 0), "what is accepted has a weight");
    }
}

void readAsCalendar(const QByteArray &text)
{
    const WallTime now{std::chrono::hours(24 * 365 * 56)};
    const Result<CalendarImport> read = importCalendar(text, QStringLiteral("windows.ics"), now);
    if (!read) {
        requireHarmless(read.error().sentence(), "why it is no calendar is harmless");
        return;
    }
    for (const QString &note : read.value().notes)
        requireHarmless(note, "a note is harmless");
    static_cast<void>(silentUntil(read.value().windows, now));
    Workspace workspace;
    workspace.alerts.maintenance = read.value().windows;
    const WorkspaceReading again = readWorkspace(writeWorkspace(workspace));
    if (!again.problems.isEmpty())
        qWarning("%s", qPrintable(again.problems.first().sentence()));
    require(again.workspace.has_value(), "what was read from a calendar can be saved and read again");
    require(again.workspace->alerts.maintenance == read.value().windows, "it is read again as the same");
}

void readAsFindings(const QByteArray &lines)
{
    std::optional<Finding> before;
    for (const QByteArray &line : lines.split('\n')) {
        const std::optional<Finding> finding = findingFromJson(QJsonDocument::fromJson(line).object());
        if (!finding)
            continue;
        require(findingFromJson(toJson(*finding)) == finding, "what is written is read as the same");
        requireHarmless(explainFinding(*finding), "a finding's sentence is harmless");
        if (const std::optional<nanoseconds> interval = recommendedPingInterval(*finding)) {
            require(*interval > nanoseconds(0), "an interval is more than nothing");
            static_cast<void>(recommendationForOthers(*interval));
        }
        if (before)
            requireHarmless(explainChange(*before, *finding), "the sentence about a change is harmless");
        before = finding;
    }
}

} // namespace Pongwatch::TestSupport
