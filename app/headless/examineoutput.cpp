// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/examineoutput.h"

#include "app/headless/jsonlevents.h"
#include "app/headless/jsonline.h"
#include "app/headless/outputstream.h"
#include "app/headless/plaintext.h"
#include "examine/findings/findingsentence.h"
#include "examine/findings/recommendation.h"
#include "text/formatter.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace Pongwatch
{

namespace
{

struct ExamineTexts {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Examine)
};

constexpr int titleColumns = 22;
constexpr seconds progressPause{5};

QString span(nanoseconds duration)
{
    return Formatter(QLocale(), {}, FormatPreferences::plain()).duration(duration);
}

/// What to set, for programs of others: below the findings.
QStringList adviceLines(const QList<Finding> &findings)
{
    const Finding *idle = findFinding(findings, FindingKind::IdleLimit);
    const auto interval = idle ? recommendedPingInterval(*idle) : std::nullopt;
    if (!interval)
        return {};
    return QStringList{ExamineTexts::tr("Recommended ping interval: %1").arg(span(*interval))} +
           recommendationForOthers(*interval);
}

void putFact(JsonLine &line, const QByteArray &key, const QJsonValue &value)
{
    if (value.isBool()) {
        line.flag(key.constData(), value.toBool());
    } else if (value.isDouble()) {
        line.number(key.constData(), value.toDouble());
    } else if (value.isString()) {
        line.text(key.constData(), value.toString());
    } else if (value.isArray()) {
        QStringList words;
        for (const auto &word : value.toArray())
            words.append(word.toString());
        line.texts(key.constData(), words);
    }
}

} // namespace

ExamineLines::ExamineLines(OutputStream &stream)
    : m_stream(stream)
{
}

void ExamineLines::say(const QString &line)
{
    if (std::exchange(m_hasStatus, false))
        m_stream.write("\r\x1b[K");
    m_stream.write(line.toUtf8() + '\n');
}

void ExamineLines::started(const ExaminationPlan &plan)
{
    say(plainLine(
        ExamineTexts::tr("Examining %1: this takes %2 at most, with %3 connections at a time at most.")
            .arg(displayUrl(plan.connection.url), span(Examination::atMost(plan)),
                 QLocale().toString(Examination::mostConnections))));
}

void ExamineLines::found(const Finding &finding, const QString &change)
{
    const QString sentence = explainFinding(finding);
    say(fitted(QLatin1String(toWord(finding.result)), 8) + fitted(titleOf(finding.kind), titleColumns) +
        u' ' + plainLine(change.isEmpty() ? sentence : QString(sentence + u' ' + change)));
}

void ExamineLines::progressed(const ExaminationProgress &progress)
{
    if (!m_stream.isTerminal() || m_stream.isBehind())
        return;
    QString status = ExamineTexts::tr("%1 of %2: %3; at most %4 left")
                         .arg(QLocale().toString(progress.step), QLocale().toString(progress.steps),
                              titleOf(progress.kind), span(std::chrono::ceil<seconds>(progress.left)));
    if (progress.heldSilence > nanoseconds(0))
        status = ExamineTexts::tr("%1; silent for %2 so far")
                     .arg(status, span(std::chrono::floor<seconds>(progress.heldSilence)));
    m_stream.write("\r\x1b[K" + fitted(status, m_stream.size().width() - 1).trimmed().toUtf8());
    m_hasStatus = true;
}

void ExamineLines::ended(const QList<Finding> &findings, bool cancelled)
{
    if (cancelled)
        say(ExamineTexts::tr("Cancelled: what is above was known by then."));
    for (const QString &line : adviceLines(findings))
        say(line);
    if (std::exchange(m_hasStatus, false))
        m_stream.write("\r\x1b[K");
}

ExamineJson::ExamineJson(OutputStream &stream)
    : m_stream(stream)
{
}

void ExamineJson::started(const ExaminationPlan &plan)
{
    m_stream.write(jsonlStart(currentWallTime(), QCoreApplication::applicationVersion()) + '\n');
    JsonLine line;
    line.text("event", QStringLiteral("examination"));
    line.text("time", toRfc3339(currentWallTime()));
    line.text("url", displayUrl(plan.connection.url));
    line.seconds("at_most_s", Examination::atMost(plan));
    line.whole("connections", Examination::mostConnections);
    m_stream.write(line.toJson() + '\n');
}

QByteArray jsonlFinding(const Finding &finding, const QString &change)
{
    JsonLine line;
    line.text("event", QStringLiteral("finding"));
    line.text("time", toRfc3339(finding.time));
    line.text("name", toWord(finding.kind));
    line.text("result", toWord(finding.result));
    for (auto fact = finding.facts.begin(); fact != finding.facts.end(); ++fact)
        putFact(line, fact.key().toLatin1(), fact.value());
    line.text("explanation", explainFinding(finding));
    if (!change.isEmpty())
        line.text("change", change);
    return line.toJson();
}

void ExamineJson::found(const Finding &finding, const QString &change)
{
    m_stream.write(jsonlFinding(finding, change) + '\n');
}

void ExamineJson::progressed(const ExaminationProgress &progress)
{
    const SteadyTime now = std::chrono::steady_clock::now();
    if (progress.step == m_toldStep && now - m_toldAt < progressPause)
        return;
    m_toldStep = progress.step;
    m_toldAt = now;
    JsonLine line;
    line.text("event", QStringLiteral("progress"));
    line.text("time", toRfc3339(currentWallTime()));
    line.text("name", toWord(progress.kind));
    line.whole("step", progress.step);
    line.whole("steps", progress.steps);
    line.seconds("left_s", progress.left);
    if (progress.heldSilence > nanoseconds(0))
        line.seconds("held_s", progress.heldSilence);
    m_stream.write(line.toJson() + '\n');
}

void ExamineJson::ended(const QList<Finding> &findings, bool cancelled)
{
    JsonLine line;
    line.text("event", QStringLiteral("examined"));
    line.text("time", toRfc3339(currentWallTime()));
    line.whole("findings", findings.size());
    line.flag("cancelled", cancelled);
    const Finding *idle = findFinding(findings, FindingKind::IdleLimit);
    if (const auto interval = idle ? recommendedPingInterval(*idle) : std::nullopt)
        line.seconds("recommended_ping_interval_s", *interval);
    m_stream.write(line.toJson() + '\n');
}

} // namespace Pongwatch
