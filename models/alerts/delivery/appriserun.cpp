// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/delivery/appriserun.h"

#include "engine/values/secretnames.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace Pongwatch
{

namespace
{

struct AppriseText {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::AppriseRun)
};

/// Its parts that are long enough not to be words, the longest first.
QStringList partsToMask(const QString &url)
{
    constexpr qsizetype shortest = 6;
    static const QRegularExpression between(QStringLiteral("[/:@?&=,]+"));
    QStringList parts{url};
    const QStringList found = url.section(QStringLiteral("://"), 1).split(between, Qt::SkipEmptyParts);
    for (const QString &part : found)
        if (part.size() >= shortest)
            parts << part << QUrl::fromPercentEncoding(part.toUtf8());
    std::sort(parts.begin(), parts.end(),
              [](const QString &a, const QString &b) { return a.size() > b.size(); });
    return parts;
}

} // namespace

QString complaintAboutAppriseUrl(const QString &url)
{
    static const QRegularExpression form(
        QStringLiteral(R"(\A[A-Za-z][A-Za-z0-9+.-]*://[^\x00-\x20\x7f]+\z)"));
    return form.match(url).hasMatch() ? QString()
                                      : AppriseText::tr("its URL is not one that apprise can read");
}

CommandJob appriseJob(const AppriseWay &way, const QString &url, const Delivery &delivery)
{
    const auto value = [&delivery](const char *key) {
        return delivery.payload.value(QString::fromLatin1(key)).toString();
    };
    const bool isOver = value("state") == QLatin1String("resolved");
    CommandJob job;
    job.program = QStringLiteral("apprise");
    job.arguments = {QStringLiteral("--title=%1").arg(value("title")), QStringLiteral("--input-format=text"),
                     QStringLiteral("--notification-type=%1")
                         .arg(isOver ? QStringLiteral("success") : QStringLiteral("failure"))};
    job.input = (value("explanation") + u'\n').toUtf8();
    if (const QString link = value("link"); !link.isEmpty())
        job.input += '\n' + link.toUtf8() + '\n';
    // Without the sign in front of it, a URL with one inside (…?next=https://…) would be read as a tag.
    job.inherited = '=' + url.toUtf8() + '\n';
    job.inheritedArgument = QStringLiteral("--config=%1");
    job.picture = delivery.picture;
    job.pictureArgument = QStringLiteral("--attach=%1");
    job.timeLimit = way.timeLimit;
    return job;
}

DeliveryResult withoutPartsOf(const QString &url, DeliveryResult result)
{
    for (const QString &part : partsToMask(url)) {
        result.error.replace(part, secretMask);
        result.said.replace(part, secretMask);
    }
    return result;
}

} // namespace Pongwatch
