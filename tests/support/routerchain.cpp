// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/routerchain.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

#include <algorithm>

namespace Pongwatch::TestSupport
{

QString RouterChain::setUp()
{
    m_network.setArguments({QStringLiteral("--net"), QStringLiteral("/usr/bin/python3"),
                            QStringLiteral(PONGWATCH_TEST_PEERS_DIR "/router_chain.py"),
                            QString::number(QCoreApplication::applicationPid())});
    return m_network.listen();
}

QString RouterChain::tell(const QByteArray &command)
{
    ++m_answers;
    m_network.tell(command);
    const QDeadlineTimer deadline(10000);
    while (!deadline.hasExpired() && m_network.isRunning()) {
        const QList<QByteArray> lines = m_network.lines();
        if (std::count(lines.cbegin(), lines.cend(), QByteArray("ok")) >= m_answers)
            return {};
        m_network.waitForNews(std::chrono::milliseconds(50));
    }
    return QString::fromLatin1(command) + QStringLiteral(": ") + m_network.complaints();
}

} // namespace Pongwatch::TestSupport
