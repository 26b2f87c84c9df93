// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/trustkeeper.h"

#include "engine/values/donewithin.h"
#include "engine/values/privatefiles.h"
#include "engine/values/regularfile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr qint64 mostTrustBytes = 16LL * 1024 * 1024;

struct TrustText {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::TrustKeeper)
};

QString versionKey()
{
    return QStringLiteral("pongwatch_trust");
}

QString trustedKey()
{
    return QStringLiteral("trusted");
}

QByteArray trustHashOf(const WorkspaceDemand &demand)
{
    QByteArray text;
    for (const QString &part : {QString(toWord(demand.kind)), demand.name, demand.receiver})
        text += QByteArray::number(part.size()) + ':' + part.toUtf8(); // so that no two demands look the same
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
}

/// Also if its disk does not answer: then reading it says so.
bool isThere(const QString &file)
{
    return doneWithin<bool>(filePatience, [file] { return QFileInfo::exists(file); }).value_or(true);
}

} // namespace

TrustKeeper::TrustKeeper(QString file)
    : m_file(std::move(file))
    , m_isNew(!isThere(m_file))
{
    if (!m_isNew)
        m_readable = read();
}

QString TrustKeeper::defaultFile()
{
    return stateFolder() + QStringLiteral("/trusted.json");
}

bool TrustKeeper::trusts(const WorkspaceDemand &demand) const
{
    if (m_file.isEmpty())
        return true;
    const QByteArray hash = trustHashOf(demand);
    return m_kept.contains(hash) || m_thisRun.contains(hash);
}

QList<WorkspaceDemand> TrustKeeper::untrusted(const QList<WorkspaceDemand> &demands) const
{
    QList<WorkspaceDemand> rest;
    std::copy_if(demands.begin(), demands.end(), std::back_inserter(rest),
                 [this](const WorkspaceDemand &demand) { return !trusts(demand); });
    return rest;
}

Outcome TrustKeeper::trust(const QList<WorkspaceDemand> &demands)
{
    if (m_file.isEmpty())
        return success();
    for (const WorkspaceDemand &demand : demands)
        m_kept.insert(trustHashOf(demand));
    if (!m_readable)
        return m_readable;
    // Another window may have added its own in the meantime.
    if (QFileInfo::exists(m_file)) {
        if (const Outcome again = read(); !again)
            return again;
    }
    const Outcome written = write();
    if (written)
        m_isNew = false;
    return written;
}

void TrustKeeper::trustForThisRun(const QList<WorkspaceDemand> &demands)
{
    for (const WorkspaceDemand &demand : demands)
        m_thisRun.insert(trustHashOf(demand));
}

Outcome TrustKeeper::read()
{
    const QString doing = TrustText::tr("reading what is trusted");
    const Result<QByteArray> text = readRegularFileWithin(filePatience, doing, m_file, mostTrustBytes);
    if (!text)
        return text.error();
    const QJsonObject object = QJsonDocument::fromJson(text.value()).object();
    if (object.value(versionKey()).toInt() != 1)
        return Error{doing, m_file, TrustText::tr("it has another form than this version knows")};
    for (const auto hash : object.value(trustedKey()).toArray())
        m_kept.insert(hash.toString().toLatin1());
    return success();
}

Outcome TrustKeeper::write() const
{
    const QString doing = TrustText::tr("saving what is trusted");
    if (!makePrivateFolder(QFileInfo(m_file).absolutePath()))
        return Error{doing, m_file, TrustText::tr("its folder can't be created")};
    QList<QByteArray> sorted(m_kept.cbegin(), m_kept.cend());
    std::sort(sorted.begin(), sorted.end());
    QJsonArray hashes;
    for (const QByteArray &hash : sorted)
        hashes.append(QString::fromLatin1(hash));
    return replacePrivateFile(doing, m_file,
                              QJsonDocument(QJsonObject{{versionKey(), 1}, {trustedKey(), hashes}}).toJson());
}

} // namespace Pongwatch
