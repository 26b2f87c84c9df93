// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

namespace Pongwatch::TestSupport
{

/// A server of somebody else's in a process of its own, so that a test can stop or kill it. It ends with this
/// object, and on Linux with the test, however that ends.
class ServerProcess
{
public:
    ServerProcess();
    ~ServerProcess();
    ServerProcess(const ServerProcess &) = delete;
    ServerProcess &operator=(const ServerProcess &) = delete;

    void setWorkingDirectory(const QString &directory);

    /// Starts it and waits at most 10 s for a line on standard output that ends with the port that it listens
    /// on. Gives the empty string, or what went wrong. With `announcesPort` false it only waits for the
    /// start.
    [[nodiscard]] QString start(const QString &program, const QStringList &arguments,
                                bool announcesPort = true);

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }

    /// Sends it a signal: SIGSTOP, SIGKILL …
    void signal(int number) const;

private:
    QProcess m_process;
    quint16 m_port = 0;
};

/// A python-websockets server that answers pings and reads what it gets, on a free port of `address`. It
/// closes with 1001 at SIGTERM. `launcher`: a command that runs the rest of its arguments; may be empty.
[[nodiscard]] QString startWebsocketsServer(ServerProcess &process,
                                            const QString &address = QStringLiteral("127.0.0.1"),
                                            const QStringList &launcher = {});

/// Runs a short command to its end, in `directory`. Gives the empty string, or what went wrong.
[[nodiscard]] QString runCommand(const QString &program, const QStringList &arguments,
                                 const QString &directory = {});

} // namespace Pongwatch::TestSupport
