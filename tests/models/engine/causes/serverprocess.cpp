// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/engine/causes/serverprocess.h"

#include <QDeadlineTimer>
#include <QRegularExpression>

#include <csignal>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace Pongwatch::TestSupport
{

namespace
{

constexpr int patienceMs = 10000;

const char *const websocketsServer = R"(
import asyncio, signal, sys, websockets

async def handler(websocket):
    async for _ in websocket:
        pass

async def main():
    stop = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set_result, None)
    async with websockets.serve(handler, sys.argv[1], 0, ping_interval=None, max_size=None) as server:
        print(server.sockets[0].getsockname()[1], flush=True)
        await stop

asyncio.run(main())
)";

} // namespace

ServerProcess::ServerProcess()
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
#ifdef Q_OS_LINUX
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
#endif
}

ServerProcess::~ServerProcess()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(patienceMs);
}

void ServerProcess::setWorkingDirectory(const QString &directory)
{
    m_process.setWorkingDirectory(directory);
}

QString ServerProcess::start(const QString &program, const QStringList &arguments, bool announcesPort)
{
    m_process.start(program, arguments);
    if (!m_process.waitForStarted(patienceMs))
        return program + QStringLiteral(": ") + m_process.errorString();
    if (!announcesPort)
        return {};
    const QRegularExpression portAtEnd(QStringLiteral("(?:^|:)(\\d+)$"));
    const QDeadlineTimer deadline(patienceMs);
    QString said;
    while (!deadline.hasExpired()) {
        while (m_process.canReadLine()) {
            const QString line = QString::fromUtf8(m_process.readLine()).trimmed();
            const QRegularExpressionMatch match = portAtEnd.match(line);
            if (match.hasMatch()) {
                m_port = match.captured(1).toUShort();
                return {};
            }
            said += line + u'\n';
        }
        if (m_process.state() == QProcess::NotRunning)
            break;
        m_process.waitForReadyRead(static_cast<int>(deadline.remainingTime()));
    }
    return program + QStringLiteral(" did not say its port: ") + said;
}

void ServerProcess::signal(int number) const
{
    if (pid() > 0)
        ::kill(static_cast<pid_t>(pid()), number);
}

QString startWebsocketsServer(ServerProcess &process, const QString &address, const QStringList &launcher)
{
    const QStringList command =
        launcher + QStringList{QStringLiteral("/usr/bin/python3"), QStringLiteral("-c"),
                               QString::fromLatin1(websocketsServer), address};
    return process.start(command.front(), command.mid(1));
}

QString runCommand(const QString &program, const QStringList &arguments, const QString &directory)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setWorkingDirectory(directory);
    process.start(program, arguments);
    if (!process.waitForFinished(patienceMs))
        return program + QStringLiteral(": ") + process.errorString();
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return {};
    return program + u' ' + arguments.join(u' ') + QStringLiteral(": ") +
           QString::fromUtf8(process.readAll());
}

} // namespace Pongwatch::TestSupport
