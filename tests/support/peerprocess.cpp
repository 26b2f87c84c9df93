// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/peerprocess.h"

#include "tests/support/freeport.h"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QNetworkProxy>
#include <QProcessEnvironment>
#include <QTcpSocket>

#include <algorithm>
#include <chrono>
#include <csignal>

#include <sys/prctl.h>
#include <sys/wait.h>

using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;

namespace
{

constexpr std::chrono::milliseconds patience = 20s;

int inMilliseconds(std::chrono::milliseconds time)
{
    return static_cast<int>(time.count());
}

QString script(const char *name)
{
    return QString(QStringLiteral(PONGWATCH_TEST_PEERS_DIR "/") + QString::fromLatin1(name));
}

bool accepts(quint16 port)
{
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    const bool connected = socket.waitForConnected(1'000);
    socket.abort();
    return connected;
}

} // namespace

PeerProcess::PeerProcess(const QString &program, const QStringList &arguments)
    : m_program(program)
    , m_arguments(arguments)
{
}

PeerProcess::~PeerProcess()
{
    kill();
}

PeerProcess PeerProcess::websocketsServer(const QStringList &options)
{
    return PeerProcess(QStringLiteral("/usr/bin/python3"),
                       QStringList(script("websockets_server.py")) + options);
}

PeerProcess PeerProcess::heartbeatServer(const QStringList &options)
{
    return PeerProcess(QStringLiteral("/usr/bin/python3"),
                       QStringList(script("heartbeat_server.py")) + options);
}

PeerProcess PeerProcess::mailServer(const QStringList &options)
{
    return PeerProcess(QStringLiteral("/usr/bin/python3"), QStringList(script("mail_server.py")) + options);
}

PeerProcess PeerProcess::websocketsClient(const QStringList &options)
{
    return PeerProcess(QStringLiteral("/usr/bin/python3"),
                       QStringList(script("websockets_client.py")) + options);
}

PeerProcess PeerProcess::nodeServer(const QStringList &options)
{
    return PeerProcess(QStringLiteral("/usr/bin/node"), QStringList(script("ws_server.js")) + options);
}

std::unique_ptr<PeerProcess> PeerProcess::serviceServer(const QString &kind, std::chrono::milliseconds limit)
{
    return std::make_unique<PeerProcess>(QStringLiteral("/usr/bin/node"),
                                         QStringList(script("service_server.js"))
                                             << kind << QString::number(limit.count()));
}

QString PeerProcess::listen()
{
    if (QString error = run(); !error.isEmpty())
        return error;
    const QDeadlineTimer deadline(patience);
    while (!deadline.hasExpired()) {
        readLines();
        for (const QByteArray &line : m_lines) {
            if (line.startsWith("listening ")) {
                m_port = line.mid(10).trimmed().toUShort();
                return {};
            }
        }
        if (!isRunning())
            return QString(m_program + QStringLiteral(" ended before it listened: ") + complaints());
        waitForNews(100ms);
    }
    return QString(m_program + QStringLiteral(" does not listen: ") + complaints());
}

QString PeerProcess::listenOnFreePort(const std::function<QString(quint16)> &prepare)
{
    constexpr int attempts = 5;
    QString error;
    for (int i = 0; i < attempts; ++i) {
        m_port = freePort();
        if (error = prepare(m_port); !error.isEmpty())
            return error;
        if (error = run(); !error.isEmpty())
            return error;
        const QDeadlineTimer deadline(patience);
        while (isRunning() && !deadline.hasExpired()) {
            if (accepts(m_port))
                return {};
            waitForNews(20ms);
        }
        kill();
        error = m_program + QStringLiteral(" does not listen: ") + complaints();
    }
    return error;
}

QString PeerProcess::run()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("NODE_PATH"), QStringLiteral("/usr/share/nodejs"));
    environment.insert(QStringLiteral("PYTHONDONTWRITEBYTECODE"), QStringLiteral("1"));
    m_process.setProcessEnvironment(environment);
    // A test that crashes leaves no processes behind.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process.start(m_program, m_arguments);
    if (m_process.waitForStarted(inMilliseconds(patience)))
        return {};
    return QString(m_program + QStringLiteral(" does not start: ") + m_process.errorString());
}

void PeerProcess::hang()
{
    ::kill(static_cast<pid_t>(processId()), SIGSTOP);
    // Signals are delivered some time later; WNOWAIT leaves the news of it to QProcess.
    siginfo_t info{};
    ::waitid(P_PID, static_cast<id_t>(processId()), &info, WSTOPPED | WNOWAIT);
}

void PeerProcess::wake()
{
    ::kill(static_cast<pid_t>(processId()), SIGCONT);
}

void PeerProcess::kill()
{
    if (!isRunning())
        return;
    m_process.kill();
    m_process.waitForFinished(inMilliseconds(patience));
}

void PeerProcess::tell(const QByteArray &line)
{
    m_process.write(line + '\n');
    m_process.waitForBytesWritten(static_cast<int>(patience.count()));
}

void PeerProcess::waitForNews(std::chrono::milliseconds longest)
{
    m_process.waitForReadyRead(inMilliseconds(longest));
}

QList<QByteArray> PeerProcess::lines()
{
    readLines();
    return m_lines;
}

QList<QJsonObject> PeerProcess::events()
{
    readLines();
    QList<QJsonObject> events;
    for (const QByteArray &line : std::as_const(m_lines)) {
        const QJsonDocument document = QJsonDocument::fromJson(line);
        if (document.isObject())
            events << document.object();
    }
    return events;
}

QString PeerProcess::complaints()
{
    m_errors += m_process.readAllStandardError();
    return QString::fromLocal8Bit(m_errors);
}

void PeerProcess::readLines()
{
    m_output += m_process.readAllStandardOutput();
    for (qsizetype end = m_output.indexOf('\n'); end >= 0; end = m_output.indexOf('\n')) {
        m_lines << m_output.left(end);
        m_output.remove(0, end + 1);
    }
}
