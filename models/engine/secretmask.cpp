// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/secretmask.h"

#include <QStringList>
#include <QUrl>

#include <algorithm>

namespace Pongwatch
{

namespace
{

/// What is shorter can't be told from ordinary words.
constexpr qsizetype shortestSecret = 6;
constexpr QLatin1String blot("***");

QStringList secretsOf(const ConnectionSettings &settings)
{
    QStringList secrets{settings.auth.secret, settings.url.password(QUrl::FullyDecoded),
                        settings.proxy.password};
    const auto addPair = [&secrets](const QString &user, const QString &password) {
        if (!password.isEmpty())
            secrets.append(
                QString::fromLatin1(QString(user + QLatin1Char(':') + password).toUtf8().toBase64()));
    };
    addPair(settings.auth.user, settings.auth.secret);
    addPair(settings.url.userName(QUrl::FullyDecoded), settings.url.password(QUrl::FullyDecoded));
    for (const auto &[name, value] : settings.headers) {
        secrets.append(value);
        secrets.append(value.section(QLatin1Char(' '), 1)); // behind "Bearer"
    }
    const qsizetype plain = secrets.size();
    for (qsizetype i = 0; i < plain; ++i)
        secrets.append(QString::fromLatin1(QUrl::toPercentEncoding(secrets[i])));
    secrets.removeIf([](const QString &secret) { return secret.size() < shortestSecret; });
    secrets.removeDuplicates();
    std::sort(secrets.begin(), secrets.end(),
              [](const QString &a, const QString &b) { return a.size() > b.size(); });
    return secrets;
}

void maskIn(QString &text, const QStringList &secrets)
{
    for (const QString &secret : secrets) {
        text.replace(secret, blot);
        // A text that was cut within the secret shows its beginning.
        for (qsizetype part = std::min(secret.size() - 1, text.size()); part >= shortestSecret; --part) {
            if (text.endsWith(QStringView(secret).first(part))) {
                text.replace(text.size() - part, part, blot);
                break;
            }
        }
    }
}

void maskIn(HttpAnswer &answer, const QStringList &secrets)
{
    maskIn(answer.reason, secrets);
    maskIn(answer.body, secrets);
    for (auto &header : answer.headers)
        maskIn(header.second, secrets);
}

} // namespace

void maskSecrets(Verdict &verdict, const ConnectionSettings &settings)
{
    const QStringList secrets = secretsOf(settings);
    if (secrets.isEmpty())
        return;
    maskIn(verdict.detail, secrets);
    if (verdict.answer)
        maskIn(*verdict.answer, secrets);
    if (verdict.received)
        maskIn(verdict.received->reason, secrets);
    if (verdict.proxy && verdict.proxy->answer)
        maskIn(*verdict.proxy->answer, secrets);
}

} // namespace Pongwatch
