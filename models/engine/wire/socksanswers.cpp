// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/socksanswers.h"

namespace Pongwatch
{

void SocksAnswers::feed(QByteArrayView unread)
{
    if (m_stage == Stage::Done || unread.isEmpty())
        return;
    // Each answer starts with two bytes, of which the second counts (RFC 1928 3 and 6, RFC 1929 2).
    if (m_version)
        take(*m_version, static_cast<uchar>(unread[0]));
    else if (unread.size() > 1)
        take(static_cast<uchar>(unread[0]), static_cast<uchar>(unread[1]));
    else if (m_stage == Stage::Reply)
        m_version = static_cast<uchar>(unread[0]);
}

void SocksAnswers::take(uchar version, uchar answer)
{
    constexpr uchar noMethod = 0xff;
    constexpr uchar userAndPassword = 2;
    // Not all proxies begin their answer to a password with RFC 1929's 1.
    if (version != 5 && (m_stage != Stage::Login || version > 5)) {
        m_isNoSocks = true;
        m_stage = Stage::Done;
        return;
    }
    switch (m_stage) {
    case Stage::Method:
        m_wantsLogin = answer == noMethod || answer == userAndPassword; // until ours is accepted
        m_stage = answer == noMethod ? Stage::Done : answer == userAndPassword ? Stage::Login : Stage::Reply;
        break;
    case Stage::Login:
        m_wantsLogin = answer != 0;
        m_stage = answer != 0 ? Stage::Done : Stage::Reply;
        break;
    case Stage::Reply:
        m_reply = answer;
        m_stage = Stage::Done;
        break;
    case Stage::Done:
        break;
    }
}

} // namespace Pongwatch
