// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/tlsopening.h"

namespace Pongwatch
{

namespace
{

constexpr uchar alertRecord = 21; // RFC 8446 5.1
constexpr uchar handshakeRecord = 22;
constexpr qsizetype recordHeader = 5;
constexpr qsizetype longestRecord = 16 * 1024; // of unencrypted ones, RFC 8446 5.1
constexpr uchar certificateRequest = 13;       // RFC 5246 7.4
constexpr qsizetype messageHeader = 4;

} // namespace

void TlsOpening::feed(QByteArrayView bytes)
{
    if (m_done)
        return;
    m_records.append(bytes);
    while (m_records.size() >= recordHeader) {
        const auto byte = [this](qsizetype at) { return static_cast<uchar>(m_records[at]); };
        const uchar type = byte(0);
        const qsizetype length = byte(3) << 8 | byte(4);
        const bool isAlert = type == alertRecord && length == 2; // unencrypted: before any key was agreed on
        if (length > longestRecord || (type != handshakeRecord && !isAlert)) {
            finish(); // everything after this is encrypted
            return;
        }
        if (m_records.size() < recordHeader + length)
            return;
        if (isAlert)
            m_alert = byte(recordHeader + 1);
        else
            readMessages(QByteArrayView(m_records).sliced(recordHeader, length));
        m_records.remove(0, recordHeader + length);
        if (m_messages.size() > mostKept) {
            finish();
            return;
        }
    }
}

void TlsOpening::finish()
{
    m_done = true;
    m_records = {};
    m_messages = {};
}

void TlsOpening::readMessages(QByteArrayView record)
{
    m_messages.append(record);
    while (m_messages.size() >= messageHeader) {
        const auto byte = [this](qsizetype at) { return static_cast<uchar>(m_messages[at]); };
        const qsizetype length = byte(1) << 16 | byte(2) << 8 | byte(3);
        if (byte(0) == certificateRequest)
            m_certificateRequested = true;
        if (m_messages.size() < messageHeader + length)
            return;
        m_messages.remove(0, messageHeader + length);
    }
}

} // namespace Pongwatch
