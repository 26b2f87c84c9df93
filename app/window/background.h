// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "engine/values/wholefile.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QPointer>
#include <QString>
#include <QThreadPool>

#include <utility>

namespace Pongwatch
{

/// Runs `work` on another thread and passes the result to `take`, unless `context` is destroyed by then. A
/// `pool` of one thread keeps the order.
template <typename Work, typename Take>
void inBackground(QObject *context, Work work, Take take, QThreadPool *pool = QThreadPool::globalInstance())
{
    const QPointer<QObject> receiver(context);
    pool->start([receiver, work = std::move(work), take = std::move(take)] {
        auto result = work();
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [receiver, take, result = std::move(result)] {
                if (receiver)
                    take(result);
            },
            Qt::QueuedConnection);
    });
}

/// Replaces the whole file, or leaves it as it is.
[[nodiscard]] inline Outcome writeWholeFile(const QString &path, const QByteArray &text)
{
    const QString doing = QCoreApplication::translate("Pongwatch::ExchangeFeature", "writing the file");
    WholeFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{doing, path, file.errorString()};
    file.write(text);
    if (!file.commit())
        return Error{doing, path, file.errorString()};
    return success();
}

} // namespace Pongwatch
