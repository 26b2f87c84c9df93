// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dialogue.h"

#include "engine/values/binaryform.h"
#include "engine/values/foreigntext.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr qsizetype longestQuote = 200;

/// A message in a form for quoting: text, or its first bytes if it isn't text.
QString quotable(const QByteArray &payload)
{
    QByteArray head = payload.left(4 * longestQuote);
    // Characters that end a message, and line ends around them.
    while (!head.isEmpty() && QByteArrayView("\0\x1e\r\n", 4).contains(head.back()))
        head.chop(1);
    const bool isText = std::none_of(head.cbegin(), head.cend(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t';
    });
    return isText ? harmlessText(QString::fromUtf8(head), longestQuote)
                  : harmlessText(hexDigits(payload.left(longestQuote / 2)), longestQuote);
}

} // namespace

Dialogue::Dialogue(const SharedDialogue &settings)
    : m_settings(settings)
    , m_alive(settings && settings->alive ? settings->alive->when : DialoguePattern())
{
    if (!settings)
        return;
    for (const DialogueStep &step : settings->onOpen)
        m_steps.push_back({MessagePattern(step.expect), MessagePattern(step.refused)});
    for (const DialogueAnswer &answer : settings->answer)
        m_answers.emplace_back(answer.when);
}

Dialogue::Doing Dialogue::begin(SteadyTime now)
{
    Doing doing;
    enterStep(now, doing);
    return doing;
}

void Dialogue::enterStep(SteadyTime now, Doing &doing)
{
    m_stepBegan = now;
    m_cameInstead.clear();
    while (!isComplete() && !doing.failure) {
        say(m_settings->onOpen[static_cast<qsizetype>(m_step)].send, nullptr,
            placeOfStep(FramePlace::Role::Step), doing);
        if (!m_steps[m_step].expect.isEmpty())
            return;
        m_stepTimes.append(nanoseconds(0));
        ++m_step;
    }
    if (doing.failure)
        return;
    doing.completed = true;
    if (m_settings && m_settings->alive)
        m_feedSince = now;
}

FramePlace Dialogue::placeOfStep(FramePlace::Role role) const
{
    FramePlace place;
    place.role = role;
    place.number = static_cast<quint32>(m_step + 1);
    place.of = static_cast<quint32>(m_steps.size());
    return place;
}

void Dialogue::say(const DialogueMessage &message, const QRegularExpressionMatch *match,
                   const FramePlace &place, Doing &doing)
{
    if (message.isEmpty())
        return;
    DialogueVariables values = m_variables;
    values.insert(QStringLiteral("id"), newId());
    Result<OutgoingMessage> ready = match ? filledIn(message, values, *match) : filledIn(message, values);
    if (ready) {
        doing.send.push_back(std::move(ready).value());
        doing.send.back().place = place;
        return;
    }
    DialogueEnd failure;
    failure.kind = DialogueEnd::Kind::Unsendable;
    failure.step = isComplete() ? 0 : static_cast<quint32>(m_step + 1);
    failure.steps = static_cast<quint32>(m_steps.size());
    failure.came = ready.error().answer;
    doing.failure = failure;
}

Dialogue::Doing Dialogue::message(const QByteArray &payload, SteadyTime now)
{
    Doing doing;
    const bool wasComplete = isComplete();
    if (!wasComplete)
        stepMessage(payload, now, doing);
    if (!doing.failure)
        answerMessage(payload, now, doing);
    if (wasComplete && !doing.failure)
        feedMessage(payload, now, doing);
    if (!doing.failure)
        checkCosts(doing);
    return doing;
}

void Dialogue::checkCosts(Doing &doing) const
{
    const auto check = [&doing](const MessagePattern &pattern, const DialoguePattern &written) {
        if (!pattern.isTooCostly() || doing.failure)
            return;
        DialogueEnd costly;
        costly.kind = DialogueEnd::Kind::Costly;
        costly.expected = written.expression.left(longestQuote);
        doing.failure = costly;
    };
    if (!m_settings)
        return;
    if (!isComplete()) {
        const DialogueStep &step = m_settings->onOpen[static_cast<qsizetype>(m_step)];
        check(m_steps[m_step].expect, step.expect);
        check(m_steps[m_step].refused, step.refused);
    }
    for (std::size_t i = 0; i < m_answers.size(); ++i)
        check(m_answers[i], m_settings->answer[static_cast<qsizetype>(i)].when);
    if (m_settings->alive)
        check(m_alive, m_settings->alive->when);
}

void Dialogue::stepMessage(const QByteArray &payload, SteadyTime now, Doing &doing)
{
    const Step &step = m_steps[m_step];
    const auto expected = step.expect.in(payload);
    if (!expected) {
        m_cameInstead = quotable(payload);
        if (step.refused.in(payload)) {
            doing.failure = endOfStep(DialogueEnd::Kind::Refused, now);
            doing.came = placeOfStep(FramePlace::Role::StepRefused);
        }
        return;
    }
    keepCaptures(*expected, m_variables);
    doing.came = placeOfStep(FramePlace::Role::StepDone);
    m_stepTimes.append(now - m_stepBegan);
    ++m_step;
    enterStep(now, doing);
}

void Dialogue::answerMessage(const QByteArray &payload, SteadyTime now, Doing &doing)
{
    for (std::size_t i = 0; i < m_answers.size() && !doing.failure; ++i) {
        const auto match = m_answers[i].in(payload);
        if (!match)
            continue;
        keepCaptures(*match, m_variables);
        const DialogueMessage &answer = m_settings->answer[static_cast<qsizetype>(i)].send;
        if (answer.isEmpty())
            continue;
        if (now - m_answersSince >= seconds(1)) {
            m_answersSince = now;
            m_answered = 0;
        }
        if (++m_answered > DialogueLimits::answersASecond) {
            DialogueEnd storm;
            storm.kind = DialogueEnd::Kind::Storm;
            storm.expected = m_settings->answer[static_cast<qsizetype>(i)].when.expression;
            storm.came = quotable(payload);
            doing.failure = storm;
            return;
        }
        FramePlace place;
        place.number = static_cast<quint32>(i + 1);
        if (doing.came.role == FramePlace::Role::None) {
            doing.came = place;
            doing.came.role = FramePlace::Role::Asked;
        }
        place.role = FramePlace::Role::Answer;
        say(answer, &*match, place, doing);
    }
}

void Dialogue::feedMessage(const QByteArray &payload, SteadyTime now, Doing &doing)
{
    if (!m_settings->alive || (!m_alive.isEmpty() && !m_alive.in(payload)))
        return;
    ++m_feedMessages;
    doing.came.isFeed = true;
    m_lastFeed = now;
    m_feedSince = now;
    doing.becameAlive = std::exchange(m_isStale, false);
}

Dialogue::Doing Dialogue::due(SteadyTime now)
{
    Doing doing;
    if (!isComplete()) {
        if (now >= m_stepBegan + m_settings->onOpen[static_cast<qsizetype>(m_step)].within)
            doing.failure = endOfStep(DialogueEnd::Kind::Silent, now);
    } else if (m_feedSince && !m_isStale && now >= *m_feedSince + m_settings->alive->atLeastEvery) {
        m_isStale = true;
        doing.becameStale = true;
    }
    return doing;
}

std::optional<SteadyTime> Dialogue::nextDue() const
{
    if (!isComplete())
        return m_stepBegan + m_settings->onOpen[static_cast<qsizetype>(m_step)].within;
    if (m_feedSince && !m_isStale)
        return *m_feedSince + m_settings->alive->atLeastEvery;
    return std::nullopt;
}

void Dialogue::stoodStill(nanoseconds duration)
{
    if (!isComplete())
        m_stepBegan += duration;
    if (m_feedSince)
        *m_feedSince += duration;
}

QList<nanoseconds> Dialogue::stepTimes(SteadyTime now) const
{
    QList<nanoseconds> times = m_stepTimes;
    if (!isComplete())
        times.append(now - m_stepBegan);
    return times;
}

DialogueEnd Dialogue::endOfStep(DialogueEnd::Kind kind, SteadyTime now) const
{
    DialogueEnd end;
    end.kind = kind;
    end.step = static_cast<quint32>(m_step + 1);
    end.steps = static_cast<quint32>(m_steps.size());
    end.waited = now - m_stepBegan;
    end.expected = m_settings->onOpen[static_cast<qsizetype>(m_step)].expect.expression.left(longestQuote);
    end.came = m_cameInstead;
    return end;
}

std::optional<DialogueEnd> Dialogue::atEnd(SteadyTime now) const
{
    if (!isComplete())
        return endOfStep(DialogueEnd::Kind::CutShort, now);
    if (!m_isStale)
        return std::nullopt;
    DialogueEnd end;
    end.kind = DialogueEnd::Kind::Stale;
    end.waited = now - *m_feedSince;
    end.expected = m_settings->alive->when.expression.left(longestQuote);
    end.messages = m_feedMessages;
    return end;
}

std::optional<nanoseconds> Dialogue::toldInterval() const
{
    const auto told = [this](const QString &name, double nanosecondsEach) -> std::optional<nanoseconds> {
        bool isNumber = false;
        const double length = m_variables.value(name).toDouble(&isNumber) * nanosecondsEach;
        const bool isSane = isNumber && length >= 100e6 && length <= 86400e9;
        return isSane ? std::optional(nanoseconds(static_cast<nanoseconds::rep>(length))) : std::nullopt;
    };
    const std::optional<nanoseconds> inMilliseconds = told(QStringLiteral("interval_ms"), 1e6);
    return inMilliseconds ? inMilliseconds : told(QStringLiteral("interval_s"), 1e9);
}

} // namespace Pongwatch
