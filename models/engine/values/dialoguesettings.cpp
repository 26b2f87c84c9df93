// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/values/dialoguesettings.h"

#include "engine/values/binaryform.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace Pongwatch
{

namespace
{

struct DialogueStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Dialogue)
};

Error badDialogue(const QString &place, const QString &why)
{
    return Error{DialogueStrings::tr("reading the dialogue"), place, why};
}

Outcome checkMessage(const DialogueMessage &message, const QString &place)
{
    if (message.content.size() > DialogueLimits::characters)
        return badDialogue(
            place, DialogueStrings::tr("is longer than %1 characters").arg(DialogueLimits::characters));
    if (message.form != MessageForm::Text) {
        const Result<QByteArray> bytes = bytesOf(withPlaceholdersAsDigits(message.content), message.form);
        if (!bytes)
            return badDialogue(place, bytes.error().answer);
    }
    return success();
}

Outcome checkPattern(const DialoguePattern &pattern, const QString &place)
{
    if (pattern.expression.size() > DialogueLimits::characters)
        return badDialogue(
            place, DialogueStrings::tr("is longer than %1 characters").arg(DialogueLimits::characters));
    const QRegularExpression expression(pattern.expression);
    if (!expression.isValid())
        return badDialogue(place, DialogueStrings::tr("is not a regular expression: %1, at character %2")
                                      .arg(expression.errorString())
                                      .arg(expression.patternErrorOffset() + 1));
    return success();
}

Outcome checkStep(const DialogueStep &step, const QString &place)
{
    if (step.send.isEmpty() && step.expect.isEmpty())
        return badDialogue(place, DialogueStrings::tr("has nothing to send and nothing to expect"));
    if (!step.refused.isEmpty() && step.expect.isEmpty())
        return badDialogue(place,
                           DialogueStrings::tr("says what a refusal looks like, but not what is expected"));
    if (Outcome sent = checkMessage(step.send, place + QLatin1String(".send")); !sent)
        return sent;
    if (Outcome expected = checkPattern(step.expect, place + QLatin1String(".expect")); !expected)
        return expected;
    return checkPattern(step.refused, place + QLatin1String(".refused"));
}

Outcome checkAnswer(const DialogueAnswer &answer, const QString &place)
{
    if (answer.when.isEmpty())
        return badDialogue(place, DialogueStrings::tr("does not say when it answers"));
    if (Outcome when = checkPattern(answer.when, place + QLatin1String(".when")); !when)
        return when;
    return checkMessage(answer.send, place + QLatin1String(".send"));
}

} // namespace

Outcome checkDialogue(const DialogueSettings &dialogue)
{
    if (dialogue.onOpen.size() + dialogue.answer.size() > DialogueLimits::rules)
        return badDialogue(
            {}, DialogueStrings::tr("has more than %1 steps and answers").arg(DialogueLimits::rules));
    for (qsizetype i = 0; i < dialogue.onOpen.size(); ++i)
        if (Outcome step = checkStep(dialogue.onOpen[i], QStringLiteral("on_open[%1]").arg(i)); !step)
            return step;
    for (qsizetype i = 0; i < dialogue.answer.size(); ++i)
        if (Outcome answer = checkAnswer(dialogue.answer[i], QStringLiteral("answer[%1]").arg(i)); !answer)
            return answer;
    if (dialogue.alive)
        return checkPattern(dialogue.alive->when, QStringLiteral("alive.when"));
    return success();
}

} // namespace Pongwatch
