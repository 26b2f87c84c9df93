// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/secretsintext.h"

#include "engine/values/secretnames.h"

#include <QRegularExpression>

#include <functional>

namespace Pongwatch
{

namespace
{

/// Masks a group of each match that is a secret.
void coverMatches(QString &text, const QRegularExpression &pattern, int group,
                  const std::function<bool(const QRegularExpressionMatch &)> &isSecret)
{
    QString result;
    qsizetype at = 0;
    for (auto it = pattern.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        if (match.capturedLength(group) == 0 || !isSecret(match))
            continue;
        result += QStringView(text).mid(at, match.capturedStart(group) - at);
        result += secretMask;
        at = match.capturedEnd(group);
    }
    text = result + text.mid(at);
}

} // namespace

QString withMaskedSecrets(const QString &text)
{
    // A name and its value: as JSON members, attributes or parameters.
    static const QRegularExpression quoted(QStringLiteral(
        "[\"']?([\\w.-]+)[\"']?\\s*[:=]\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|'((?:[^'\\\\]|\\\\.)*)')"));
    static const QRegularExpression plain(QStringLiteral("\\b([\\w.-]+)=([^&\\s\"',;}]+)"));
    static const QRegularExpression scheme(QStringLiteral("\\b(bearer|basic|token)\\s+([\\w.+/=~-]{6,})"),
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression word(QStringLiteral("([\\w.+/=-]{17,})"));
    QString result = text;
    const auto hasSecretName = [](const QRegularExpressionMatch &match) {
        return isSecretName(match.capturedView(1));
    };
    coverMatches(result, quoted, 2, hasSecretName);
    coverMatches(result, quoted, 3, hasSecretName);
    coverMatches(result, plain, 2, hasSecretName);
    coverMatches(result, scheme, 2, [](const QRegularExpressionMatch &) { return true; });
    coverMatches(result, word, 1,
                 [](const QRegularExpressionMatch &match) { return looksLikeSecret(match.capturedView(1)); });
    return result;
}

ProfileSettings::Steps withMaskedSecrets(ProfileSettings::Steps steps)
{
    for (DialogueStep &step : steps)
        step.send.content = withMaskedSecrets(step.send.content);
    return steps;
}

ProfileSettings::Answers withMaskedSecrets(ProfileSettings::Answers answers)
{
    for (DialogueAnswer &answer : answers)
        answer.send.content = withMaskedSecrets(answer.send.content);
    return answers;
}

ProfileSettings::Parameters withMaskedSecrets(ProfileSettings::Parameters parameters)
{
    for (auto &[name, value] : parameters.values) {
        const bool isReference =
            SecretReference::parse(value).value_or(SecretReference{}).kind != SecretReference::Kind::None;
        if (!isReference && !value.isEmpty() && (isSecretName(name) || looksLikeSecret(value)))
            value = QLatin1String(secretMask);
        else if (!isReference)
            value = withMaskedSecrets(value);
    }
    return parameters;
}

} // namespace Pongwatch
