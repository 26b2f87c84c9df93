// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/hopnames.h"

#include <algorithm>
#include <array>
#include <system_error>
#include <thread>
#include <utility>

#include <netdb.h>
#include <sys/socket.h>

namespace Pongwatch
{

namespace
{

constexpr qsizetype longestHostName = 253; // RFC 1035 2.3.4, as text

/// The characters of a host name (RFC 952), and the underscore. A name server may answer anything.
bool isHostName(const QByteArray &name)
{
    return !name.isEmpty() && name.size() <= longestHostName &&
           std::all_of(name.cbegin(), name.cend(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '-' || c == '.' || c == '_';
           });
}

} // namespace

QString nameOfAddress(const QString &address)
{
    addrinfo hints{};
    hints.ai_flags = AI_NUMERICHOST;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    if (::getaddrinfo(address.toLatin1().constData(), nullptr, &hints, &found) != 0)
        return {};
    std::array<char, NI_MAXHOST> name{};
    const int error =
        ::getnameinfo(found->ai_addr, found->ai_addrlen, name.data(), name.size(), nullptr, 0, NI_NAMEREQD);
    ::freeaddrinfo(found);
    const QByteArray text(name.data());
    return error == 0 && isHostName(text) ? QString::fromLatin1(text) : QString();
}

HopNames::HopNames(LookUp lookUp, QObject *parent)
    : QObject(parent)
    , m_lookUp(std::move(lookUp))
{
}

HopNames::~HopNames() = default;

void HopNames::ask(const QStringList &addresses)
{
    for (const QString &address : addresses)
        if (!knows(address) && std::find(m_waiting.cbegin(), m_waiting.cend(), address) == m_waiting.cend())
            m_waiting.push_back(address);
    askNext();
}

void HopNames::askNext()
{
    while (m_running < lookupsAtOnce && !m_waiting.empty()) {
        const QString address = std::exchange(m_waiting.front(), {});
        m_waiting.pop_front();
        ++m_running;
        try {
            std::thread([this, lookUp = m_lookUp, answers = m_answers.sender(), address] {
                answers.post([this, address, name = lookUp(address)] { take(address, name); });
            }).detach();
        } catch (const std::system_error &) {
            --m_running; // no thread is available, so it gets no name
            return;
        }
    }
}

void HopNames::take(const QString &address, const QString &name)
{
    --m_running;
    if (m_names.size() >= mostRemembered)
        m_names.clear();
    m_names.insert(address, name);
    askNext();
    Q_EMIT looked();
}

} // namespace Pongwatch
