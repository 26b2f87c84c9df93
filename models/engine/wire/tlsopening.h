// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace Pongwatch
{

/// Reads the part of a TLS handshake that a server sends in the open: whether it asks for a certificate
/// (TLS 1.2 only), and the number of its alert. Ends at the first record that is none of a handshake, or once
/// more has come than such a part has. One dial. Any thread.
class TlsOpening
{
public:
    /// What is kept at most of a message that is not whole yet, in bytes: no longer one is read.
    static constexpr qsizetype mostKept = qsizetype(64) * 1024;

    void feed(QByteArrayView bytes);
    /// Nothing is looked at any more; what was kept for it is freed.
    void finish();

    [[nodiscard]] bool isDone() const { return m_done; }
    [[nodiscard]] bool certificateRequested() const { return m_certificateRequested; }
    [[nodiscard]] std::optional<quint8> alert() const { return m_alert; }

private:
    void readMessages(QByteArrayView record);

    QByteArray m_records;  ///< not looked at yet
    QByteArray m_messages; ///< of the handshake, not looked at yet
    std::optional<quint8> m_alert;
    bool m_certificateRequested = false;
    bool m_done = false;
};

} // namespace Pongwatch
