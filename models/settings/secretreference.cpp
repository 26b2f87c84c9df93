// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/secretreference.h"

#include <QRandomGenerator>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr qsizetype LongestSecretName = 200;

bool isVariableName(QStringView name)
{
    // POSIX.1-2017 8.1: ASCII letters, digits and underscores, not starting with a digit.
    const auto fits = [](QChar c) { return c == u'_' || (c < QChar(0x80) && c.isLetterOrNumber()); };
    return !name.isEmpty() && !name.front().isDigit() && std::all_of(name.begin(), name.end(), fits);
}

} // namespace

std::optional<SecretReference> SecretReference::parse(const QString &text)
{
    static constexpr QLatin1String keychain("keychain:");
    if (text.isEmpty())
        return SecretReference{};
    if (text.size() > LongestSecretName)
        return std::nullopt;
    if (text.startsWith(keychain)) {
        const QString name = text.mid(keychain.size());
        const bool printable = std::all_of(name.begin(), name.end(), [](QChar c) { return c.isPrint(); });
        if (name.isEmpty() || !printable)
            return std::nullopt;
        return SecretReference{Kind::Keychain, name};
    }
    if (text.startsWith(u'$') && isVariableName(QStringView(text).mid(1)))
        return SecretReference{Kind::Environment, text.mid(1)};
    return std::nullopt;
}

SecretReference SecretReference::toNewEntry(const QString &purpose)
{
    QString name;
    for (const QChar c : purpose.left(150))
        name += c.isPrint() ? c : QChar(u' ');
    // A keychain is shared: two workspaces may well have profiles of the same name.
    const quint32 number = QRandomGenerator::system()->generate();
    return {Kind::Keychain, QStringLiteral("%1 #%2").arg(name.trimmed(), QString::number(number, 36))};
}

QString SecretReference::text() const
{
    switch (kind) {
    case Kind::None:
        return {};
    case Kind::Keychain:
        return QStringLiteral("keychain:") + name;
    case Kind::Environment:
        return u'$' + name;
    }
    return {};
}

} // namespace Pongwatch
