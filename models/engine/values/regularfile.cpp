// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/values/regularfile.h"

#include "engine/values/donewithin.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cerrno>

#include <fcntl.h>
#include <linux/magic.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace Pongwatch
{

namespace
{

struct RegularFileStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::RegularFile)
};

/// A descriptor that is closed with its last owner.
class PipeEnd
{
public:
    explicit PipeEnd(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    ~PipeEnd() { ::close(m_descriptor); }
    Q_DISABLE_COPY_MOVE(PipeEnd)

    [[nodiscard]] int descriptor() const { return m_descriptor; }

private:
    int m_descriptor;
};

/// Why a file of this kind is not read or written as a regular one; empty: it is one.
QString whyNotRegular(mode_t mode)
{
    if (S_ISDIR(mode))
        return RegularFileStrings::tr("it is a folder");
    if (S_ISSOCK(mode))
        return RegularFileStrings::tr("it is a socket or a device, not a file");
    return S_ISREG(mode) ? QString() : RegularFileStrings::tr("it is a pipe or a device, not a file");
}

/// Opens `file` for reading if it is a regular one; otherwise returns why not. If `pipe` is given, it can be
/// a pipe as well, which is returned there.
QString openRegularFile(QFile &file, std::shared_ptr<PipeEnd> *pipe = nullptr)
{
    // Without O_NONBLOCK, opening a pipe would wait for its writer.
    const int descriptor =
        ::open(QFile::encodeName(file.fileName()).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0)
        return errno == ENXIO ? RegularFileStrings::tr("it is a socket or a device, not a file")
                              : qt_error_string(errno);
    struct stat about = {};
    QString why;
    if (::fstat(descriptor, &about) != 0) {
        why = qt_error_string(errno);
    } else if (pipe != nullptr && S_ISFIFO(about.st_mode)) {
        *pipe = std::make_shared<PipeEnd>(descriptor);
        return {};
    } else {
        why = whyNotRegular(about.st_mode);
        if (why.isEmpty() && file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle))
            return {};
        if (why.isEmpty())
            why = file.errorString();
    }
    ::close(descriptor);
    return why;
}

/// Such a file only looks like one: reading it may wait, as for the next message of the kernel.
bool isOfKernel(const struct statfs &system)
{
    constexpr std::array kernels{PROC_SUPER_MAGIC, SYSFS_MAGIC, TRACEFS_MAGIC, DEBUGFS_MAGIC};
    return std::find(kernels.begin(), kernels.end(), system.f_type) != kernels.end();
}

QString madeByKernel()
{
    return RegularFileStrings::tr("it is made by the kernel, not a file on a disk");
}

Error tooLarge(const QString &doing, const QString &path, qint64 most)
{
    return {doing, path,
            RegularFileStrings::tr("it is larger than %1").arg(QLocale().formattedDataSize(most))};
}

/// An open file has no name any more: `path` is for the error's sentence.
Result<QByteArray> readOpened(QFile &file, const QString &doing, const QString &path, qint64 most)
{
    const QByteArray content = file.read(most + 1);
    if (file.error() != QFile::NoError)
        return Error{doing, path, file.errorString()};
    if (content.size() > most)
        return tooLarge(doing, path, most);
    return content;
}

Result<QByteArray> readPipe(const PipeEnd &pipe, const QString &doing, const QString &path, qint64 most)
{
    constexpr seconds writersPatience{60};
    const auto giveUpAt = std::chrono::steady_clock::now() + writersPatience;
    QByteArray content;
    std::array<char, 16 * 1024> piece{};
    for (;;) {
        const ssize_t size = ::read(pipe.descriptor(), piece.data(), piece.size());
        if (size > 0) {
            content.append(piece.data(), size);
            if (content.size() > most)
                return tooLarge(doing, path, most);
            continue;
        }
        if (size == 0)
            return content.isEmpty()
                       ? Result<QByteArray>(
                             Error{doing, path, RegularFileStrings::tr("it is a pipe that nobody writes to")})
                       : Result<QByteArray>(content);
        if (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR)
            return Error{doing, path, qt_error_string(errno)};
        const auto left = std::chrono::ceil<milliseconds>(giveUpAt - std::chrono::steady_clock::now());
        if (left <= milliseconds(0))
            return Error{doing, path, slowFileSentence(writersPatience)};
        pollfd readable{pipe.descriptor(), POLLIN, 0};
        (void)::poll(&readable, 1, static_cast<int>(left.count()));
    }
}

} // namespace

Result<QByteArray> readRegularFile(const QString &doing, const QString &path, qint64 most)
{
    QFile file(path);
    if (const QString why = openRegularFile(file); !why.isEmpty())
        return Error{doing, path, why};
    return readOpened(file, doing, path, most);
}

Outcome checkRegularFile(const QString &doing, const QString &path)
{
    QFile file(path);
    QString why = openRegularFile(file);
    struct statfs system = {};
    if (why.isEmpty() && ::fstatfs(file.handle(), &system) == 0 && isOfKernel(system))
        why = madeByKernel();
    return why.isEmpty() ? success() : Outcome(Error{doing, path, why});
}

Outcome checkFilePlace(const QString &doing, const QString &path)
{
    struct stat about = {};
    const bool exists = ::stat(QFile::encodeName(path).constData(), &about) == 0;
    if (exists)
        if (const QString why = whyNotRegular(about.st_mode); !why.isEmpty())
            return Error{doing, path, why};
    struct statfs system = {};
    const QString place = exists ? path : QFileInfo(path).absolutePath();
    if (::statfs(QFile::encodeName(place).constData(), &system) == 0 && isOfKernel(system))
        return Error{doing, path, madeByKernel()};
    return success();
}

Result<QByteArray> readRegularFileWithin(milliseconds patience, const QString &doing, const QString &path,
                                         qint64 most)
{
    const auto read = [doing, path, most] { return readRegularFile(doing, path, most); };
    std::optional<Result<QByteArray>> content = doneWithin<Result<QByteArray>>(patience, read);
    return content ? std::move(*content) : Error{doing, path, slowFileSentence(patience)};
}

Result<QByteArray> readGivenFileWithin(milliseconds patience, const QString &doing, const QString &path,
                                       qint64 most)
{
    struct Given {
        Result<QByteArray> content;
        std::shared_ptr<PipeEnd> pipe;
    };
    const auto read = [doing, path, most]() -> Given {
        QFile file(path);
        std::shared_ptr<PipeEnd> pipe;
        if (const QString why = openRegularFile(file, &pipe); !why.isEmpty())
            return {Error{doing, path, why}, {}};
        return {pipe ? Result<QByteArray>(QByteArray()) : readOpened(file, doing, path, most), pipe};
    };
    std::optional<Given> given = doneWithin<Given>(patience, read);
    if (!given)
        return Error{doing, path, slowFileSentence(patience)};
    return given->pipe ? readPipe(*given->pipe, doing, path, most) : std::move(given->content);
}

QString slowFileSentence(milliseconds patience)
{
    return RegularFileStrings::tr(
               "it could not be reached within %1 s: the disk or the network that it is on "
               "does not answer")
        .arg(QLocale().toString(toSeconds(patience), 'g', 3));
}

} // namespace Pongwatch
