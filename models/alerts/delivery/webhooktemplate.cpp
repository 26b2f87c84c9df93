// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/delivery/webhooktemplate.h"

#include "alerts/delivery/alertpayload.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

// Outside of the namespace, as Q_INIT_RESOURCE wants it.
static void readyTheWebhookTemplates()
{
    Q_INIT_RESOURCE(webhooks);
}

namespace Pongwatch
{

namespace
{

/// PagerDuty takes 1,024 characters of a summary, Discord 2,000 of a text.
constexpr qsizetype longestValue = 900;

struct TemplateText {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::WebhookTemplate)
};

/// https://api.slack.com/reference/surfaces/formatting#escaping
QString escapedForSlack(QString text)
{
    return text.replace(u'&', QStringLiteral("&amp;"))
        .replace(u'<', QStringLiteral("&lt;"))
        .replace(u'>', QStringLiteral("&gt;"));
}

/// CommonMark 2.4: a backslash before punctuation takes its meaning. Lists and headings are only at the
/// beginning of a line.
QString escapedForMarkdown(const QString &text)
{
    QString escaped;
    for (const QChar c : text) {
        if (QStringView(u"\\`*_[]<>!|~@").contains(c) ||
            (escaped.isEmpty() && QStringView(u"#+-").contains(c)))
            escaped += u'\\';
        escaped += c;
    }
    return escaped;
}

class Filler
{
public:
    explicit Filler(QMap<QString, QString> values)
        : m_values(std::move(values))
    {
    }

    QJsonValue filled(const QJsonValue &value)
    {
        if (value.isString())
            return filledText(value.toString());
        if (value.isArray()) {
            QJsonArray array;
            for (const auto element : value.toArray())
                array.append(filled(element));
            return array;
        }
        if (!value.isObject())
            return value;
        QJsonObject object;
        const QJsonObject from = value.toObject();
        for (auto it = from.begin(); it != from.end(); ++it) {
            const QJsonValue inside = filled(*it);
            if (!inside.isString() || !inside.toString().isEmpty() || it->toString().isEmpty())
                object.insert(it.key(), inside);
        }
        return object;
    }

    [[nodiscard]] bool hasUsed(const QString &name) const { return m_used.contains(name); }

private:
    QString filledText(const QString &text)
    {
        static const QRegularExpression placeholder(QStringLiteral(R"(\$\{([a-z_]+)(\|([a-z]+))?\})"));
        QString result;
        qsizetype from = 0;
        auto matches = placeholder.globalMatch(text);
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            result += QStringView(text).mid(from, match.capturedStart() - from);
            from = match.capturedEnd();
            m_used.insert(match.captured(1));
            const QString value = m_values.value(match.captured(1));
            const QString filter = match.captured(3);
            result += filter == QLatin1String("slack")      ? escapedForSlack(value)
                      : filter == QLatin1String("markdown") ? escapedForMarkdown(value)
                                                            : value;
        }
        return result + QStringView(text).mid(from);
    }

    QMap<QString, QString> m_values;
    QSet<QString> m_used;
};

QString templateFile(const QString &format)
{
    return QStringLiteral(":/webhooks/%1.json").arg(format);
}

} // namespace

Result<WebhookBody> webhookBody(const QString &format, const QJsonObject &payload, const QUrl &url,
                                const QString &token)
{
    if (format == QLatin1String("json"))
        return WebhookBody{QJsonDocument(payload).toJson(QJsonDocument::Compact), url, false};
    readyTheWebhookTemplates();
    QFile file(templateFile(format));
    if (!webhookFormats().contains(format) || !file.open(QIODevice::ReadOnly))
        return Error{TemplateText::tr("posting an alert"), format,
                     TemplateText::tr("there is no such template")};
    const QJsonObject document = QJsonDocument::fromJson(file.readAll()).object();
    QMap<QString, QString> values = payloadValues(payload);
    const bool isOver = values.value(QStringLiteral("state")) == QLatin1String("resolved");
    values.insert(QStringLiteral("token"), token);
    values.insert(QStringLiteral("url_name"), url.path().section(u'/', -1, -1, QString::SectionSkipEmpty));
    // Alertmanager takes an alert that is not told again within minutes for over, unless it is told when.
    const QDateTime told = QDateTime::fromString(values.value(QStringLiteral("time")), Qt::ISODateWithMs);
    values.insert(QStringLiteral("ends"),
                  (isOver ? told : told.addDays(1)).toUTC().toString(Qt::ISODateWithMs));
    for (QString &value : values)
        value.truncate(longestValue);
    values.insert(QStringLiteral("sign"), isOver ? QString::fromUtf8("✅") : QString::fromUtf8("❗"));
    values.insert(QStringLiteral("tag"),
                  isOver ? QStringLiteral("white_check_mark") : QStringLiteral("warning"));
    values.insert(QStringLiteral("trigger_or_resolve"),
                  isOver ? QStringLiteral("resolve") : QStringLiteral("trigger"));
    Filler filler(values);
    const QJsonValue body = filler.filled(document.value(QStringLiteral("body")));
    WebhookBody result;
    result.bytes = (body.isArray() ? QJsonDocument(body.toArray()) : QJsonDocument(body.toObject()))
                       .toJson(QJsonDocument::Compact);
    result.url = url;
    if (document.contains(QStringLiteral("path")))
        result.url.setPath(document.value(QStringLiteral("path")).toString());
    result.usesToken = filler.hasUsed(QStringLiteral("token"));
    return result;
}

} // namespace Pongwatch
