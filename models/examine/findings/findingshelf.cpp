// SPDX-License-Identifier: GPL-3.0-or-later
#include "examine/findings/findingshelf.h"

#include "engine/values/privatefiles.h"
#include "engine/values/regularfile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace Pongwatch
{

namespace
{

struct ShelfTexts {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::FindingShelf)
};

constexpr qint64 mostShelfBytes = 4LL * 1024 * 1024;
constexpr int shelfVersion = 1;

QList<Finding> findingsIn(const QJsonValue &value)
{
    QList<Finding> findings;
    for (const auto &one : value.toArray())
        if (const auto finding = findingFromJson(one.toObject()))
            findings.append(*finding);
    return findings;
}

QJsonArray toArray(const QList<Finding> &findings)
{
    QJsonArray array;
    for (const Finding &finding : findings)
        array.append(toJson(finding));
    return array;
}

} // namespace

QList<Finding> KeptFindings::lastKnown() const
{
    QList<Finding> known = before;
    for (const Finding &finding : findings) {
        known.removeIf([&finding](const Finding &old) { return old.kind == finding.kind; });
        known.append(finding);
    }
    return known;
}

FindingShelf::FindingShelf(QString folder)
    : m_folder(std::move(folder))
{
}

QString FindingShelf::defaultFolder()
{
    return stateFolder() + QStringLiteral("/examinations");
}

QString FindingShelf::fileOf(const QString &url) const
{
    const QByteArray hash =
        QCryptographicHash::hash(url.toUtf8(), QCryptographicHash::Sha256).toHex().left(32);
    return QDir(m_folder).filePath(QString::fromLatin1(hash) + QStringLiteral(".json"));
}

KeptFindings FindingShelf::read(const QString &url) const
{
    if (m_folder.isEmpty())
        return {};
    const Result<QByteArray> text = readRegularFile({}, fileOf(url), mostShelfBytes);
    if (!text)
        return {};
    const QJsonObject kept = QJsonDocument::fromJson(text.value()).object();
    if (kept.value(QLatin1String("pongwatch_examination")).toInt() != shelfVersion ||
        kept.value(QLatin1String("url")).toString() != url)
        return {};
    return {findingsIn(kept.value(QLatin1String("findings"))),
            findingsIn(kept.value(QLatin1String("before"))), kept.value(QLatin1String("cut_short")).toBool()};
}

Outcome FindingShelf::keep(const QString &url, const QList<Finding> &findings, bool isCutShort,
                           bool wentOn) const
{
    if (m_folder.isEmpty())
        return success();
    const QString path = fileOf(url);
    const QString doing = ShelfTexts::tr("keeping what the examination found");
    const KeptFindings last = read(url);
    // A file of a later version, or a damaged one, is not ours to replace.
    if (QFile::exists(path) && last.findings.isEmpty() && QFile(path).size() > 0)
        return Error{doing, path, ShelfTexts::tr("what is there can't be read, and is left alone")};
    const QList<Finding> before = wentOn ? last.before : last.lastKnown();
    if (!makePrivateFolder(m_folder))
        return Error{doing, m_folder, ShelfTexts::tr("the folder can't be made")};
    const QJsonObject kept{{QStringLiteral("pongwatch_examination"), shelfVersion},
                           {QStringLiteral("url"), url},
                           {QStringLiteral("cut_short"), isCutShort},
                           {QStringLiteral("findings"), toArray(findings)},
                           {QStringLiteral("before"), toArray(before)}};
    return replacePrivateFile(doing, path, QJsonDocument(kept).toJson());
}

} // namespace Pongwatch
