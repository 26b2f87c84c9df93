// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/delivery/deliveryqueue.h"

#include "engine/values/privatefiles.h"
#include "engine/values/regularfile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr qint64 mostDeliveryBytes = 4 * 1024 * 1024;
constexpr int mostPrograms = 64;

struct QueueText {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::DeliveryQueue)
};

QString queueKey(const char *key)
{
    return QString::fromLatin1(key);
}

QString lockOf(const QString &folder)
{
    return folder + QStringLiteral(".lock");
}

} // namespace

DeliveryQueue::DeliveryQueue(QString folder)
    : m_folder(std::move(folder))
{
}

DeliveryQueue::~DeliveryQueue()
{
    if (!m_own.isEmpty())
        QDir().rmdir(m_own); // only when it is empty
}

QString DeliveryQueue::folderFor(const QString &workspace, const QString &allWorkspaces)
{
    // The same file by whatever name, and one that is not saved yet.
    const QString canonical = QFileInfo(workspace).canonicalFilePath();
    const QString path = canonical.isEmpty() ? QFileInfo(workspace).absoluteFilePath() : canonical;
    const QByteArray hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex();
    return allWorkspaces + u'/' + QString::fromLatin1(hash.left(16));
}

QString DeliveryQueue::defaultFolder()
{
    return stateFolder() + QStringLiteral("/alerts");
}

Outcome DeliveryQueue::claim()
{
    const QString doing = QueueText::tr("keeping alerts to be delivered");
    if (!makePrivateFolder(m_folder))
        return Error{doing, m_folder, QueueText::tr("the folder can't be made")};
    for (int number = 1; number <= mostPrograms && m_own.isEmpty(); ++number) {
        const QString own = m_folder + QStringLiteral("/queue-%1").arg(number);
        auto lock = std::make_unique<QLockFile>(lockOf(own));
        lock->setStaleLockTime(0); // only a program that has ended leaves a stale one
        if (lock->tryLock(0) && makePrivateFolder(own)) {
            m_own = own;
            m_lock = std::move(lock);
        }
    }
    return m_own.isEmpty() ? Outcome(Error{doing, m_folder, QueueText::tr("it can't be written")})
                           : success();
}

QString DeliveryQueue::fileOf(const QString &key) const
{
    // A key is made of names that may be anything.
    const QByteArray hash = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex();
    return m_own + u'/' + QString::fromLatin1(hash.left(40)) + QStringLiteral(".json");
}

std::vector<Delivery> DeliveryQueue::takeOver(QStringList *problems)
{
    std::vector<Delivery> found;
    if (!QDir(m_folder).exists())
        return found;
    if (m_own.isEmpty()) {
        if (const Outcome claimed = claim(); !claimed) {
            problems->append(claimed.error().sentence());
            return found;
        }
    }
    const QString doing = QueueText::tr("reading an alert to be delivered");
    const QStringList folders = QDir(m_folder).entryList(
        {QStringLiteral("queue-*")}, QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks);
    for (const QString &name : folders) {
        const QString folder = m_folder + u'/' + name;
        QLockFile lock(lockOf(folder));
        lock.setStaleLockTime(0);
        if (folder != m_own && !lock.tryLock(0))
            continue; // its program runs
        const QStringList files =
            QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files | QDir::NoSymLinks);
        for (const QString &file : files) {
            const QString path = folder + u'/' + file;
            const Result<QByteArray> text = readRegularFile(doing, path, mostDeliveryBytes);
            const std::optional<Delivery> delivery =
                text ? deliveryFromJson(text.value()) : std::optional<Delivery>();
            if (!delivery) {
                problems->append(text ? Error{doing, path, QueueText::tr("it is damaged")}.sentence()
                                      : text.error().sentence());
                continue;
            }
            if (folder != m_own) {
                if (const Outcome kept = keep(*delivery); !kept) {
                    problems->append(kept.error().sentence());
                    continue; // it stays where it is
                }
                QFile::remove(path);
            }
            found.push_back(*delivery);
        }
        if (folder != m_own)
            QDir().rmdir(folder);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Delivery &a, const Delivery &b) { return a.createdAt < b.createdAt; });
    return found;
}

Outcome DeliveryQueue::keep(const Delivery &delivery)
{
    if (m_own.isEmpty()) {
        if (const Outcome claimed = claim(); !claimed)
            return claimed;
    }
    return replacePrivateFile(QueueText::tr("keeping an alert to be delivered"), fileOf(delivery.key),
                              deliveryToJson(delivery));
}

void DeliveryQueue::remove(const QString &key)
{
    if (!m_own.isEmpty())
        QFile::remove(fileOf(key));
}

QByteArray deliveryToJson(const Delivery &delivery)
{
    QJsonObject object{
        {queueKey("pongwatch_delivery"), 1},
        {queueKey("key"), delivery.key},
        {queueKey("way"), delivery.way},
        {queueKey("created_at_us"), QString::number(delivery.createdAt.time_since_epoch().count())},
        {queueKey("attempts"), delivery.attempts},
        {queueKey("last_error"), delivery.lastError},
        {queueKey("payload"), delivery.payload}};
    if (!delivery.picture.isEmpty())
        object.insert(queueKey("picture"), QString::fromLatin1(delivery.picture.toBase64()));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<Delivery> deliveryFromJson(const QByteArray &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    Delivery delivery;
    delivery.key = object.value(queueKey("key")).toString();
    delivery.way = object.value(queueKey("way")).toString();
    delivery.payload = object.value(queueKey("payload")).toObject();
    delivery.createdAt =
        WallTime(microseconds(object.value(queueKey("created_at_us")).toString().toLongLong()));
    delivery.picture = QByteArray::fromBase64(object.value(queueKey("picture")).toString().toLatin1());
    delivery.attempts = object.value(queueKey("attempts")).toInt();
    delivery.lastError = object.value(queueKey("last_error")).toString();
    const bool isOne = object.value(queueKey("pongwatch_delivery")).toInt() == 1;
    if (!isOne || delivery.key.isEmpty() || delivery.way.isEmpty() || delivery.payload.isEmpty())
        return std::nullopt;
    return delivery;
}

} // namespace Pongwatch
