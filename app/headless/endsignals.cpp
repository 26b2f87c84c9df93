// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/endsignals.h"

#include "app/commandline/exitstatus.h"

#include <atomic>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace Pongwatch
{

namespace
{

constexpr std::array caught{SIGINT, SIGTERM, SIGHUP};

// A signal handler is given nothing but the signal's number: what it needs can only be here.
std::atomic<int> wakeDescriptor{-1};
std::atomic<bool> endAlreadyWanted{false};

void onSignal(int)
{
    if (endAlreadyWanted.exchange(true))
        ::_exit(ExitInterrupted);
    const int savedError = errno;
    const char byte = 0;
    // A full pipe has woken the reader already.
    [[maybe_unused]] const ssize_t written = ::write(wakeDescriptor.load(), &byte, 1);
    errno = savedError;
}

} // namespace

EndSignals::EndSignals(QObject *parent)
    : QObject(parent)
{
    if (::pipe2(m_pipe.data(), O_CLOEXEC | O_NONBLOCK) == 0) {
        m_notifier.setSocket(m_pipe[0]);
        connect(&m_notifier, &QSocketNotifier::activated, this, [this] {
            m_notifier.setEnabled(false);
            Q_EMIT endWanted();
        });
        m_notifier.setEnabled(true);
        wakeDescriptor = m_pipe[1];
        endAlreadyWanted = false;
        for (const int number : caught) {
            struct sigaction former = {};
            struct sigaction action = {};
            action.sa_handler = onSignal;
            ::sigaction(number, &action, &former);
            if (number == SIGHUP && former.sa_handler == SIG_IGN)
                ::sigaction(number, &former, nullptr);
        }
    }
    std::signal(SIGPIPE, SIG_IGN); // NOLINT(cert-err33-c)
}

EndSignals::~EndSignals()
{
    for (const int number : caught)
        std::signal(number, SIG_DFL); // NOLINT(cert-err33-c)
    wakeDescriptor = -1;
    for (const int descriptor : m_pipe) {
        if (descriptor >= 0)
            ::close(descriptor);
    }
}

} // namespace Pongwatch
