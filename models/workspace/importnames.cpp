// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/importnames.h"

#include "engine/values/settings.h"
#include "workspace/importstrings.h"
#include "workspace/profilebuilder.h"
#include "workspace/typedurl.h"

namespace Pongwatch
{

QString foldedImportName(const QString &name)
{
    QString folded;
    for (const QChar c : name)
        if (c.isLetterOrNumber() || c == u'.')
            folded += c.toLower();
    return folded;
}

const QStringList &urlNames()
{
    static const QStringList names = {
        QStringLiteral("url"),          QStringLiteral("uri"),     QStringLiteral("endpoint"),
        QStringLiteral("href"),         QStringLiteral("link"),    QStringLiteral("address"),
        QStringLiteral("adresse"),      QStringLiteral("ws"),      QStringLiteral("wss"),
        QStringLiteral("wsurl"),        QStringLiteral("wssurl"),  QStringLiteral("websocket"),
        QStringLiteral("websocketurl"), QStringLiteral("target"),  QStringLiteral("ziel"),
        QStringLiteral("serverurl"),    QStringLiteral("baseurl"), QString::fromUtf8("地址"),
        QString::fromUtf8("网址"),      QString::fromUtf8("链接")};
    return names;
}

const QStringList &nameNames()
{
    static const QStringList names = {QStringLiteral("name"),    QStringLiteral("title"),
                                      QStringLiteral("label"),   QStringLiteral("titel"),
                                      QStringLiteral("nom"),     QStringLiteral("bezeichnung"),
                                      QString::fromUtf8("名称"), QString::fromUtf8("名字")};
    return names;
}

void setTypedUrl(ProfileBuilder &builder, const QString &text, const QString &place)
{
    const Result<TypedUrl> typed =
        text.contains(QStringLiteral("://")) ? Result<TypedUrl>(TypedUrl{QUrl(), false}) : readTypedUrl(text);
    if (!typed || !typed.value().completed) {
        builder.setUrl(text, place);
        if (text.startsWith(QLatin1String("http"), Qt::CaseInsensitive) &&
            text.contains(QLatin1String("://")))
            builder.note(ImportNote::Kind::Changed, place,
                         ImportStrings::tr("http:// stands for ws://, and https:// for wss://"));
        return;
    }
    builder.setUrl(typed.value().url.toString(QUrl::FullyEncoded), place);
    builder.note(
        ImportNote::Kind::Changed, place,
        ImportStrings::tr("%1 is read as %2").arg(text.left(60), displayUrl(typed.value().url).left(80)));
}

} // namespace Pongwatch
