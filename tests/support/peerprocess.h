// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>

namespace Pongwatch::TestSupport
{

/// Another project's program as a child process, for tests against it: a server that prints "listening PORT",
/// or a client. It ends with this object, and with the test, however that ends.
class PeerProcess
{
public:
    explicit PeerProcess(const QString &program, const QStringList &arguments = {});
    ~PeerProcess();
    PeerProcess(const PeerProcess &) = delete;
    PeerProcess &operator=(const PeerProcess &) = delete;

    /// tests/support/peers/websockets_server.py, run with the system's Python; for options see that file.
    [[nodiscard]] static PeerProcess websocketsServer(const QStringList &options = {});
    /// tests/support/peers/heartbeat_server.py.
    [[nodiscard]] static PeerProcess heartbeatServer(const QStringList &options = {});
    /// tests/support/peers/mail_server.py.
    [[nodiscard]] static PeerProcess mailServer(const QStringList &options = {});
    /// tests/support/peers/websockets_client.py.
    [[nodiscard]] static PeerProcess websocketsClient(const QStringList &options);
    /// tests/support/peers/ws_server.js, run with Node.
    [[nodiscard]] static PeerProcess nodeServer(const QStringList &options = {});
    /// tests/support/peers/service_server.js, run with Node: that kind of service, which closes clients that
    /// have not done what it wants for so long.
    [[nodiscard]] static std::unique_ptr<PeerProcess> serviceServer(const QString &kind,
                                                                    std::chrono::milliseconds limit);

    /// Starts it and waits for its port, at most 20 s. Returns an empty text, or what went wrong.
    [[nodiscard]] QString listen();
    /// For programs that can't tell which port they took for 0: passes a currently free port to `prepare`,
    /// which writes a configuration or sets the arguments (and returns what went wrong), starts the program
    /// and waits until it accepts there; tries another port if somebody else was quicker. Returns an empty
    /// text, or what went wrong.
    [[nodiscard]] QString listenOnFreePort(const std::function<QString(quint16 port)> &prepare);
    /// Before it is started.
    void setArguments(const QStringList &arguments) { m_arguments = arguments; }
    /// Starts it and waits only until it runs. Returns an empty text, or what went wrong.
    [[nodiscard]] QString run();

    /// Where it listens, after listen() or listenOnFreePort().
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    [[nodiscard]] bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    /// Its exit status; only if it is no longer running and was not killed.
    [[nodiscard]] int exitStatus() const { return m_process.exitCode(); }

    /// SIGSTOP: the program hangs, but its TCP stack keeps running. Returns when it is stopped.
    void hang();
    /// SIGCONT.
    void wake();
    /// SIGKILL. Returns when it is gone.
    void kill();

    /// Writes a line to its standard input.
    void tell(const QByteArray &line);

    /// Waits until it has printed something, has ended, or the time is up.
    void waitForNews(std::chrono::milliseconds longest);

    /// The lines that it has printed so far; for more to come, the event loop must run.
    [[nodiscard]] QList<QByteArray> lines();
    /// The JSON objects among them.
    [[nodiscard]] QList<QJsonObject> events();
    /// What it has written to standard error so far.
    [[nodiscard]] QString complaints();

private:
    void readLines();

    QString m_program;
    QStringList m_arguments;
    QProcess m_process;
    QByteArray m_output; ///< of an incomplete line
    QList<QByteArray> m_lines;
    QByteArray m_errors;
    quint16 m_port = 0;
};

} // namespace Pongwatch::TestSupport
