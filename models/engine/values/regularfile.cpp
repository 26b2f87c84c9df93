// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/values/regularfile.h"

#include "engine/values/donewithin.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Pongwatch
{

namespace
{

struct RegularFileStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::RegularFile)
};

/// Opens `file` for reading if it is a regular one; else says why not.
QString openRegularFile(QFile &file)
{
    // Without O_NONBLOCK opening a pipe waits for its writer.
    const int descriptor =
        ::open(QFile::encodeName(file.fileName()).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0)
        return errno == ENXIO ? RegularFileStrings::tr("it is a socket or a device, not a file")
                              : qt_error_string(errno);
    struct stat about = {};
    QString why;
    if (::fstat(descriptor, &about) != 0)
        why = qt_error_string(errno);
    else if (S_ISDIR(about.st_mode))
        why = RegularFileStrings::tr("it is a folder");
    else if (!S_ISREG(about.st_mode))
        why = RegularFileStrings::tr("it is a pipe or a device, not a file");
    else if (!file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle))
        why = file.errorString();
    else
        return {};
    ::close(descriptor);
    return why;
}

} // namespace

Result<QByteArray> readRegularFile(const QString &doing, const QString &path, qint64 most)
{
    QFile file(path);
    if (const QString why = openRegularFile(file); !why.isEmpty())
        return Error{doing, path, why};
    const QByteArray content = file.read(most + 1);
    if (file.error() != QFile::NoError)
        return Error{doing, path, file.errorString()};
    if (content.size() > most)
        return Error{doing, path,
                     RegularFileStrings::tr("it is larger than %1").arg(QLocale().formattedDataSize(most))};
    return content;
}

Outcome checkRegularFile(const QString &doing, const QString &path)
{
    QFile file(path);
    const QString why = openRegularFile(file);
    return why.isEmpty() ? success() : Outcome(Error{doing, path, why});
}

Result<QByteArray> readRegularFileWithin(milliseconds patience, const QString &doing, const QString &path,
                                         qint64 most)
{
    const auto read = [doing, path, most] { return readRegularFile(doing, path, most); };
    std::optional<Result<QByteArray>> content = doneWithin<Result<QByteArray>>(patience, read);
    return content ? std::move(*content) : Error{doing, path, slowFileSentence(patience)};
}

QString slowFileSentence(milliseconds patience)
{
    return RegularFileStrings::tr(
               "it could not be reached within %1 s: the disk or the network that it is on "
               "does not answer")
        .arg(QLocale().toString(toSeconds(patience), 'g', 3));
}

} // namespace Pongwatch
