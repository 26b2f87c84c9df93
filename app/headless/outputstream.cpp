// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/outputstream.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>
#include <cerrno>
#include <condition_variable>
#include <mutex>
#include <thread>

#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace Pongwatch
{

namespace
{

struct OutputText {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::OutputStream)
};

/// Returns 0 or an errno. Calls `progress` after each part.
template <typename Progress>
int writeAll(int descriptor, const QByteArray &bytes, const Progress &progress)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t written =
            ::write(descriptor, bytes.constData() + done, static_cast<size_t>(bytes.size() - done));
        if (written >= 0) {
            done += written;
            progress();
        } else if (errno == EAGAIN) {
            pollfd waiting{descriptor, POLLOUT, 0};
            ::poll(&waiting, 1, -1);
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

} // namespace

struct OutputStream::Shared {
    mutable std::mutex mutex;
    std::condition_variable changed;
    OutputStream *stream = nullptr; ///< whom to notify; null when destroyed
    int descriptor = -1;
    QByteArray waiting; ///< what the thread has not started on
    qsizetype beingWritten = 0;
    bool ends = false;
    int error = 0; ///< errno of the failed write
    qsizetype droppedLines = 0;
    SteadyTime progressAt{}; ///< when something was last read, or there was nothing to read

    [[nodiscard]] bool isIdle() const { return waiting.isEmpty() && beingWritten == 0; }
};

OutputStream::OutputStream(int descriptor, Writing writing, QObject *parent)
    : QObject(parent)
    , m_descriptor(descriptor)
    , m_writing(writing)
    , m_shared(std::make_shared<Shared>())
{
    m_shared->stream = this;
    m_shared->descriptor = descriptor;
}

OutputStream::~OutputStream()
{
    finish();
    const std::lock_guard lock(m_shared->mutex);
    m_shared->stream = nullptr;
}

void OutputStream::writeBehind(const std::shared_ptr<Shared> &shared)
{
    std::unique_lock lock(shared->mutex);
    while (true) {
        shared->changed.wait(lock, [&] { return !shared->waiting.isEmpty() || shared->ends; });
        if (shared->waiting.isEmpty())
            return;
        const QByteArray bytes = std::exchange(shared->waiting, {});
        shared->beingWritten = bytes.size();
        lock.unlock();
        const int error = writeAll(shared->descriptor, bytes, [&] {
            const std::lock_guard noting(shared->mutex);
            shared->progressAt = std::chrono::steady_clock::now();
        });
        lock.lock();
        shared->beingWritten = 0;
        shared->changed.notify_all();
        if (error == 0)
            continue;
        shared->error = error;
        shared->waiting.clear();
        if (shared->stream)
            QMetaObject::invokeMethod(shared->stream, &OutputStream::closed, Qt::QueuedConnection);
        return;
    }
}

void OutputStream::write(const QByteArray &bytes)
{
    std::unique_lock lock(m_shared->mutex);
    if (m_shared->error != 0 || bytes.isEmpty())
        return;
    if (m_writing == Writing::Waits) {
        m_shared->error = writeAll(m_descriptor, bytes, [] {});
        // Later, because the writer is in the middle of something.
        if (m_shared->error != 0)
            QTimer::singleShot(0, this, &OutputStream::closed);
        return;
    }
    if (m_shared->waiting.size() + m_shared->beingWritten + bytes.size() > mostWaiting) {
        m_shared->droppedLines += bytes.count('\n');
        return;
    }
    if (m_shared->isIdle())
        m_shared->progressAt = std::chrono::steady_clock::now();
    m_shared->waiting += bytes;
    if (!m_started) {
        std::thread(&OutputStream::writeBehind, m_shared).detach();
        m_started = true;
    }
    m_shared->changed.notify_all();
}

void OutputStream::finish()
{
    std::unique_lock lock(m_shared->mutex);
    if (m_shared->ends)
        return;
    m_shared->ends = true;
    m_shared->changed.notify_all();
    while (!m_shared->isIdle() && m_shared->error == 0) {
        const SteadyTime until = m_shared->progressAt + patience;
        if (std::chrono::steady_clock::now() >= until) {
            // What the thread is writing may have been read in part: its lines count as missing.
            m_shared->droppedLines += m_shared->waiting.count('\n') + 1;
            m_shared->waiting.clear();
            return;
        }
        m_shared->changed.wait_until(lock, until);
    }
}

bool OutputStream::isBehind() const
{
    const std::lock_guard lock(m_shared->mutex);
    return !m_shared->isIdle() &&
           std::chrono::steady_clock::now() - m_shared->progressAt > std::chrono::seconds(1);
}

QString OutputStream::problem() const
{
    const std::lock_guard lock(m_shared->mutex);
    if (m_shared->error != 0)
        return m_shared->error == EPIPE ? QString() : qt_error_string(m_shared->error);
    if (m_shared->droppedLines > 0)
        return OutputText::tr("%n line(s) are missing: nothing read them", nullptr,
                              static_cast<int>(m_shared->droppedLines));
    return {};
}

bool OutputStream::isTerminal() const
{
    return ::isatty(m_descriptor) == 1;
}

QSize OutputStream::size() const
{
    winsize window{};
    if (::ioctl(m_descriptor, TIOCGWINSZ, &window) != 0 || window.ws_col == 0 || window.ws_row == 0)
        return {80, 24};
    return {window.ws_col, window.ws_row};
}

void writeComplaint(const QByteArray &line)
{
    constexpr int patienceMs = 500;
    constexpr qsizetype takenAtOnce = 4096; // PIPE_BUF: a pipe that is ready takes this much without waiting
    qsizetype done = 0;
    pollfd waiting{STDERR_FILENO, POLLOUT, 0};
    while (done < line.size() && ::poll(&waiting, 1, patienceMs) == 1) {
        const ssize_t written = ::write(STDERR_FILENO, line.constData() + done,
                                        static_cast<size_t>(std::min(line.size() - done, takenAtOnce)));
        if (written <= 0)
            return;
        done += written;
    }
}

} // namespace Pongwatch
