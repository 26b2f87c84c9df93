// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/outputstream.h"

#include <QTimer>

#include <cerrno>

#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace Pongwatch
{

OutputStream::OutputStream(int descriptor, QObject *parent)
    : QObject(parent)
    , m_descriptor(descriptor)
{
}

void OutputStream::write(const QByteArray &bytes)
{
    qsizetype done = 0;
    while (!m_closed && done < bytes.size()) {
        const ssize_t written =
            ::write(m_descriptor, bytes.constData() + done, static_cast<size_t>(bytes.size() - done));
        if (written >= 0) {
            done += written;
        } else if (errno == EAGAIN) {
            pollfd waiting{m_descriptor, POLLOUT, 0};
            ::poll(&waiting, 1, -1);
        } else if (errno != EINTR) {
            m_closed = true;
            m_error = errno;
            // Later: the writer is in the middle of something.
            QTimer::singleShot(0, this, &OutputStream::closed);
        }
    }
}

QString OutputStream::problem() const
{
    return m_error == 0 || m_error == EPIPE ? QString() : qt_error_string(m_error);
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

} // namespace Pongwatch
