// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <array>

namespace Pongwatch
{

/// Turns SIGINT, SIGTERM and SIGHUP into a Qt signal, and SIGQUIT and SIGHUP into others where that is asked
/// for. A second SIGINT, SIGTERM or SIGHUP ends the process at once, with exit status 130, whatever the
/// program is doing. SIGPIPE is ignored: writers learn of a closed pipe from write(). At most one object of
/// this class at a time; with its end the system's handling comes back. A SIGHUP that was ignored at the
/// start (nohup) stays ignored.
class EndSignals : public QObject
{
    Q_OBJECT

public:
    /// What SIGQUIT (Ctrl+\ on a terminal) does: ends the program with a core dump, or asks for a status.
    enum class Quit { Ends, Asks };

    /// What SIGHUP does: ends the program as SIGTERM does, or asks a service to read its files again. Such a
    /// SIGHUP is taken however often it comes, and never ignored.
    enum class Hangup { Ends, Reloads };

    explicit EndSignals(Quit quit = Quit::Ends, Hangup hangup = Hangup::Ends, QObject *parent = nullptr);
    ~EndSignals() override;

    /// From now on, the first of these signals ends the process at once: the rest of the work may take long,
    /// and nobody listens to endWanted() any more.
    static void endAtOnce();

Q_SIGNALS:
    void endWanted();
    void figuresWanted();
    void reloadWanted();

private:
    void read();

    const Quit m_quit;
    std::array<int, 2> m_pipe{-1, -1};
    QSocketNotifier m_notifier{QSocketNotifier::Read};
};

} // namespace Pongwatch
