// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace Pongwatch
{

/// What a SOCKS 5 proxy answers while a tunnel is made (RFC 1928, RFC 1929), read beside Qt, which keeps it
/// to itself. One dial. Any thread.
class SocksAnswers
{
public:
    /// The bytes that Qt has not read yet, each time that some have come. It reads one answer then: of the
    /// first answers two bytes, once both are there; of the reply whatever has come.
    void feed(QByteArrayView unread);

    /// What it replied to the request (RFC 1928 6); nullopt: nothing yet.
    [[nodiscard]] std::optional<quint8> reply() const { return m_reply; }
    /// It takes none of the methods that were offered to it, or not this user name and password.
    [[nodiscard]] bool wantsLogin() const { return m_wantsLogin; }
    /// What came is not of SOCKS 5.
    [[nodiscard]] bool isNoSocks() const { return m_isNoSocks; }

private:
    enum class Stage : quint8 { Method, Login, Reply, Done };

    void take(uchar version, uchar answer);

    Stage m_stage = Stage::Method;
    std::optional<uchar> m_version; ///< of a reply of which only this has come
    std::optional<quint8> m_reply;
    bool m_wantsLogin = false;
    bool m_isNoSocks = false;
};

} // namespace Pongwatch
