// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/typedurl.h"

#include "engine/values/settings.h"

#include <QRegularExpression>

namespace Pongwatch
{

namespace
{

/// With the intended scheme; empty if that is unclear.
QString completed(const QString &text)
{
    if (text.startsWith(QLatin1String("https://"), Qt::CaseInsensitive))
        return QStringLiteral("wss") + text.mid(5);
    if (text.startsWith(QLatin1String("http://"), Qt::CaseInsensitive))
        return QStringLiteral("ws") + text.mid(4);
    // "wss:/host", "wss:host", "wss//host", "wss:///host": the scheme is there, its punctuation is not.
    static const QRegularExpression marks(QStringLiteral("^(wss?|https?)(:/{0,1}|:/{3,}|/{2})(?=[^/:\\s])"),
                                          QRegularExpression::CaseInsensitiveOption);
    if (const auto match = marks.match(text); match.hasMatch()) {
        QString scheme = match.captured(1).toLower();
        scheme.replace(QStringLiteral("http"), QStringLiteral("ws"));
        return scheme + QStringLiteral("://") + text.mid(match.capturedEnd());
    }
    // A host, possibly with port and path: nothing that could be a word in a command.
    static const QRegularExpression here(
        QStringLiteral("^(localhost|127(\\.\\d{1,3}){3}|\\[::1\\])(:\\d+)?([/?]\\S*)?$"),
        QRegularExpression::CaseInsensitiveOption);
    // Letters of any script: "bücher.example". If the last label has only digits, it is part of an address or
    // a number.
    static const QRegularExpression elsewhere(
        QStringLiteral(
            "^([\\w-]+(\\.[\\w-]+)+|\\[[0-9a-f:.]+(%[^\\]\\s/]+)?\\]|[\\w-]+(?=:\\d))(:\\d+)?([/?]\\S*)?$"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    // An IPv6 address without its brackets, so that there can be no port.
    static const QRegularExpression bareAddress(
        QStringLiteral("^((?=\\S*:\\S*:)[0-9a-f:]+(\\d{1,3}(\\.\\d{1,3}){3})?(%[\\w.-]+)?)([/?]\\S*)?$"),
        QRegularExpression::CaseInsensitiveOption);
    if (const auto match = bareAddress.match(text); match.hasMatch()) {
        const QString scheme =
            match.captured(1) == QStringLiteral("::1") ? QStringLiteral("ws") : QStringLiteral("wss");
        return QStringLiteral("%1://[%2]%3").arg(scheme, match.captured(1), match.captured(5));
    }
    if (here.match(text).hasMatch())
        return QStringLiteral("ws://") + text;
    return elsewhere.match(text).hasMatch() ? QString(QStringLiteral("wss://") + text) : QString();
}

} // namespace

Result<TypedUrl> readTypedUrl(const QString &text)
{
    const QString trimmed = text.trimmed();
    const Result<QUrl> asItIs = parseWebSocketUrl(trimmed);
    if (asItIs)
        return TypedUrl{asItIs.value(), false};
    const QString full = completed(trimmed);
    if (full.isEmpty())
        return asItIs.error();
    const Result<QUrl> url = parseWebSocketUrl(full);
    if (!url)
        return url.error();
    return TypedUrl{url.value(), true};
}

} // namespace Pongwatch
