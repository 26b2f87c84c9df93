// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/picture.h"

#include "engine/values/wholefile.h"

#include <QCoreApplication>
#include <QImageWriter>
#include <QPointer>
#include <QThreadPool>

namespace Pongwatch
{

Outcome writePicture(const QImage &picture, const QString &path)
{
    const QString doing = QCoreApplication::translate("Pongwatch::Picture", "writing the picture");
    WholeFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{doing, path, file.errorString()};
    QImageWriter writer(&file, "png");
    if (!writer.write(picture))
        return Error{doing, path, writer.errorString()};
    if (!file.commit())
        return Error{doing, path, file.errorString()};
    return success();
}

void writePictureInBackground(const QImage &picture, const QString &path, QObject *context,
                              std::function<void(const Outcome &)> told)
{
    // The pointer is only accessed on the context's own thread, where the answer is posted through the
    // application object.
    const QPointer<QObject> receiver(context);
    QThreadPool::globalInstance()->start([picture, path, receiver, told = std::move(told)] {
        const Outcome outcome = writePicture(picture, path);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [receiver, told, outcome] {
                if (receiver)
                    told(outcome);
            },
            Qt::QueuedConnection);
    });
}

} // namespace Pongwatch
