// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/urlreferences.h"

#include "engine/values/secretnames.h"

#include <QStringList>

namespace Pongwatch
{

namespace
{

QStringList queryItemsOf(const QUrl &url)
{
    return url.hasQuery() ? url.query(QUrl::FullyEncoded).split(u'&') : QStringList();
}

QUrl withQueryItems(QUrl url, const QStringList &items)
{
    url.setQuery(items.join(u'&'), QUrl::TolerantMode);
    return url;
}

/// The reference in an item's value; of kind None for any other value.
SecretReference referenceOf(const QString &item)
{
    const QString value = item.section(u'=', 1);
    if (!value.startsWith(u'$') && !value.startsWith(QLatin1String("keychain:")))
        return {};
    return SecretReference::parse(QUrl::fromPercentEncoding(value.toUtf8())).value_or(SecretReference());
}

bool isHexDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

/// Percent-encodes what RFC 3986 3.4 does not allow in a query, and what would end a value.
QString asQueryValue(const QString &secret)
{
    const QByteArray bytes = secret.toUtf8();
    QString result;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const QChar c = QLatin1Char(bytes[i]);
        const bool isEncoded = c == u'%' && i + 2 < bytes.size() && isHexDigit(QLatin1Char(bytes[i + 1])) &&
                               isHexDigit(QLatin1Char(bytes[i + 2]));
        const bool isPlain =
            c < QChar(0x80) && (c.isLetterOrNumber() || QStringView(u"-._~!$'()*+,;:@/?=").contains(c));
        if (isPlain || isEncoded)
            result += c;
        else
            result += QStringLiteral("%%1").arg(uchar(bytes[i]), 2, 16, QLatin1Char('0')).toUpper();
    }
    return result;
}

} // namespace

QList<SecretReference> secretReferencesIn(const QUrl &url)
{
    QList<SecretReference> references;
    for (const QString &item : queryItemsOf(url))
        if (const SecretReference reference = referenceOf(item);
            reference.kind != SecretReference::Kind::None && !references.contains(reference))
            references.append(reference);
    return references;
}

QUrl withSecret(const QUrl &url, const SecretReference &reference, const QString &secret)
{
    QStringList items = queryItemsOf(url);
    for (QString &item : items)
        if (referenceOf(item) == reference)
            item = item.section(u'=', 0, 0) + u'=' + asQueryValue(secret);
    return withQueryItems(url, items);
}

QUrl withoutSecrets(const QUrl &url,
                    const std::function<SecretReference(const QString &, const QString &)> &keep)
{
    QStringList items = queryItemsOf(url);
    bool changed = false;
    for (QString &item : items) {
        const QString name = QUrl::fromPercentEncoding(item.section(u'=', 0, 0).toUtf8());
        const QString value = item.section(u'=', 1);
        const bool isSecret =
            isSecretName(name) || looksLikeSecret(QUrl::fromPercentEncoding(value.toUtf8()));
        if (value.isEmpty() || !isSecret || referenceOf(item).kind != SecretReference::Kind::None)
            continue;
        const QByteArray reference = QUrl::toPercentEncoding(keep(name, value).text(), "$:/()");
        item = item.section(u'=', 0, 0) + u'=' + QString::fromLatin1(reference);
        changed = true;
    }
    return changed ? withQueryItems(url, items) : url;
}

QString emptySecretIn(const QUrl &url)
{
    for (const QString &item : queryItemsOf(url)) {
        const QString name = QUrl::fromPercentEncoding(item.section(u'=', 0, 0).toUtf8());
        const QString value = QUrl::fromPercentEncoding(item.section(u'=', 1).toUtf8());
        if (item.contains(u'=') && value.trimmed().isEmpty() && isSecretName(name))
            return name;
    }
    return {};
}

QString comparableUrl(const QString &url)
{
    QUrl plain(url);
    plain.setUserInfo({});
    if (plain.port() == (plain.scheme() == QStringLiteral("wss") ? 443 : 80))
        plain.setPort(-1);
    if (plain.path() == QStringLiteral("/"))
        plain.setPath({});
    QStringList items = queryItemsOf(plain);
    for (QString &item : items)
        if (referenceOf(item).kind != SecretReference::Kind::None)
            item = item.section(u'=', 0, 0) + u'=';
    const QUrl without = withoutSecrets(items.isEmpty() ? plain : withQueryItems(plain, items),
                                        [](const QString &, const QString &) { return SecretReference(); });
    return without.toString(QUrl::FullyEncoded);
}

} // namespace Pongwatch
