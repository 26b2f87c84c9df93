// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/hostresolver.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <thread>
#include <utility>

#include <netdb.h>
#include <sys/socket.h>

namespace Pongwatch
{

namespace
{

QString wordsFor(int error)
{
    switch (error) {
    case EAI_NONAME:
    case EAI_FAIL:
#ifdef EAI_NODATA
    case EAI_NODATA:
#endif
        return QCoreApplication::translate("Pongwatch::HostResolver", "Host not found");
    case EAI_SYSTEM:
        return QString::fromLocal8Bit(std::strerror(errno));
    default:
        return QString::fromLocal8Bit(gai_strerror(error));
    }
}

QHostAddress addressFrom(const sockaddr *address)
{
    QHostAddress result(address);
    if (address->sa_family == AF_INET6) {
        sockaddr_in6 v6{};
        std::memcpy(&v6, address, sizeof v6);
        if (v6.sin6_scope_id != 0)
            result.setScopeId(QString::number(v6.sin6_scope_id));
    }
    return result;
}

} // namespace

HostAnswer lookUpHost(const QString &host)
{
    HostAnswer answer;
    const QByteArray name = QUrl::toAce(host);
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM; // each address once, not once per protocol
    hints.ai_flags = AI_ADDRCONFIG;
    addrinfo *found = nullptr;
    const int error = name.isEmpty() ? EAI_NONAME : ::getaddrinfo(name.constData(), nullptr, &hints, &found);
    if (error != 0) {
        answer.error = wordsFor(error);
        return answer;
    }
    for (const addrinfo *one = found; one; one = one->ai_next) {
        const bool isInternet = one->ai_family == AF_INET || one->ai_family == AF_INET6;
        const QHostAddress address = isInternet ? addressFrom(one->ai_addr) : QHostAddress();
        if (isInternet && !answer.addresses.contains(address))
            answer.addresses.append(address);
    }
    ::freeaddrinfo(found);
    if (answer.addresses.isEmpty())
        answer.error = wordsFor(EAI_NONAME);
    return answer;
}

HostResolver::HostResolver(LookUp lookUp)
    : m_lookUp(std::move(lookUp))
{
}

HostResolver::~HostResolver() = default;

quint64 HostResolver::lookUp(const QString &host, Answered answered)
{
    const auto [found, isNew] = m_wishes.try_emplace(host);
    found->second.push_back({++m_lastNumber, std::move(answered)});
    if (isNew) {
        m_waiting.push_back(host);
        askNext();
    }
    return m_lastNumber;
}

void HostResolver::cancel(quint64 number)
{
    // The name stays: if it is being looked up, the next caller who wants it shares the answer; if it is
    // waiting for its turn, askNext() drops it.
    for (auto &[host, wishes] : m_wishes)
        if (std::erase_if(wishes, [number](const Wish &wish) { return wish.number == number; }) > 0)
            return;
}

void HostResolver::askNext()
{
    while (m_running < lookupsAtOnce && !m_waiting.empty()) {
        const QString host = std::exchange(m_waiting.front(), {});
        m_waiting.pop_front();
        if (m_wishes[host].empty())
            m_wishes.erase(host);
        else
            ask(host);
    }
}

void HostResolver::ask(const QString &host)
{
    ++m_running;
    try {
        std::thread([this, lookUp = m_lookUp, answers = m_answers.sender(), host] {
            answers.post([this, host, answer = lookUp(host)] { takeAnswer(host, answer); });
        }).detach();
    } catch (const std::system_error &error) {
        const HostAnswer none{{}, QString::fromLocal8Bit(error.what())};
        m_answers.post([this, host, none] { takeAnswer(host, none); });
    }
}

void HostResolver::takeAnswer(const QString &host, const HostAnswer &answer)
{
    --m_running;
    const auto found = m_wishes.find(host);
    const std::vector<Wish> wishes = std::move(found->second);
    m_wishes.erase(found);
    askNext();
    for (const Wish &wish : wishes)
        wish.answered(answer);
}

} // namespace Pongwatch
