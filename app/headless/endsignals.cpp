// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/endsignals.h"

#include "app/commandline/exitstatus.h"

#include <algorithm>
#include <atomic>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace Pongwatch
{

namespace
{

constexpr std::array caught{SIGINT, SIGTERM, SIGHUP};

// A signal handler gets nothing but the signal's number, so whatever it needs must be global.
std::atomic<int> wakeDescriptor{-1};
std::atomic<bool> endAlreadyWanted{false};
std::atomic<bool> hangupReloads{false};

constexpr char endByte = 'e';
constexpr char figuresByte = 'f';
constexpr char reloadByte = 'r';

void onSignal(int number)
{
    const bool reloads = number == SIGHUP && hangupReloads;
    if (number != SIGQUIT && !reloads && endAlreadyWanted.exchange(true))
        ::_exit(ExitInterrupted);
    const int savedError = errno;
    const char byte = number == SIGQUIT ? figuresByte : reloads ? reloadByte : endByte;
    // If the pipe is full, the reader is already awake.
    [[maybe_unused]] const ssize_t written = ::write(wakeDescriptor.load(), &byte, 1);
    errno = savedError;
}

} // namespace

EndSignals::EndSignals(Quit quit, Hangup hangup, QObject *parent)
    : QObject(parent)
    , m_quit(quit)
{
    if (::pipe2(m_pipe.data(), O_CLOEXEC | O_NONBLOCK) == 0) {
        m_notifier.setSocket(m_pipe[0]);
        connect(&m_notifier, &QSocketNotifier::activated, this, &EndSignals::read);
        m_notifier.setEnabled(true);
        wakeDescriptor = m_pipe[1];
        endAlreadyWanted = false;
        hangupReloads = hangup == Hangup::Reloads;
        struct sigaction action = {};
        action.sa_handler = onSignal;
        if (m_quit == Quit::Asks)
            ::sigaction(SIGQUIT, &action, nullptr);
        for (const int number : caught) {
            struct sigaction former = {};
            ::sigaction(number, &action, &former);
            if (number == SIGHUP && !hangupReloads && former.sa_handler == SIG_IGN)
                ::sigaction(number, &former, nullptr);
        }
    }
}

void EndSignals::endAtOnce()
{
    endAlreadyWanted = true;
}

void EndSignals::read()
{
    std::array<char, 64> bytes{};
    const ssize_t count = ::read(m_pipe[0], bytes.data(), bytes.size());
    const auto end = bytes.cbegin() + std::max<ssize_t>(count, 0);
    if (std::find(bytes.cbegin(), end, endByte) != end) {
        m_notifier.setEnabled(false);
        Q_EMIT endWanted();
        return;
    }
    if (std::find(bytes.cbegin(), end, reloadByte) != end)
        Q_EMIT reloadWanted();
    if (std::find(bytes.cbegin(), end, figuresByte) != end)
        Q_EMIT figuresWanted();
}

EndSignals::~EndSignals()
{
    if (m_quit == Quit::Asks)
        std::signal(SIGQUIT, SIG_DFL); // NOLINT(cert-err33-c)
    for (const int number : caught)
        std::signal(number, SIG_DFL); // NOLINT(cert-err33-c)
    hangupReloads = false;
    wakeDescriptor = -1;
    for (const int descriptor : m_pipe)
        if (descriptor >= 0)
            ::close(descriptor);
}

} // namespace Pongwatch
