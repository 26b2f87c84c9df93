// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/networknamespace.h"

#include <QProcess>

#include <array>
#include <cstdio>
#include <vector>

#include <unistd.h>

namespace Pongwatch::TestSupport
{

namespace
{

const char *const insideVariable = "PONGWATCH_TEST_IN_NAMESPACE";
constexpr int commandPatienceMs = 10000;
constexpr int skipped = 77; // ctest's SKIP_RETURN_CODE

} // namespace

QString runCommand(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(commandPatienceMs))
        return program + QStringLiteral(": ") + process.errorString();
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return {};
    return program + u' ' + arguments.join(u' ') + QStringLiteral(": ") +
           QString::fromUtf8(process.readAll());
}

int runInNetworkNamespace(int argc, char *argv[], const char *missed, const std::function<int()> &tests)
{
    if (qEnvironmentVariableIsSet(insideVariable))
        return tests();
    const std::array<QStringList, 2> ways{
        QStringList{QStringLiteral("--user"), QStringLiteral("--map-root-user"), QStringLiteral("--net")},
        QStringList{QStringLiteral("--net")}};
    for (const QStringList &way : ways) {
        const QStringList probe = way + QStringLiteral("ip link add one type veth peer name two").split(u' ');
        if (!runCommand(QStringLiteral("unshare"), probe).isEmpty())
            continue;
        qputenv(insideVariable, "1");
        std::vector<QByteArray> words{"unshare"};
        for (const QString &word : way)
            words.push_back(word.toLocal8Bit());
        for (int i = 0; i < argc; ++i)
            words.emplace_back(argv[i]);
        std::vector<char *> arguments;
        for (QByteArray &word : words)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        ::execvp("unshare", arguments.data());
    }
    std::printf("NOT PROVEN HERE: this machine allows no network namespaces (unshare --net, veth), so %s\n",
                missed);
    return skipped;
}

} // namespace Pongwatch::TestSupport
