// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Pongwatch::Tests
{

/// Two connected, non-blocking descriptors; closed with the object unless they were before.
class SocketPair
{
public:
    enum class Kind { Local, Tcp };

    explicit SocketPair(Kind kind = Kind::Local);
    ~SocketPair();
    Q_DISABLE_COPY(SocketPair)
    SocketPair(SocketPair &&other) noexcept;
    SocketPair &operator=(SocketPair &&) = delete;

    [[nodiscard]] int near() const { return m_near; }
    [[nodiscard]] int far() const { return m_far; }

    /// The far end sends, so that the near end becomes readable.
    void send(int bytes = 1) const;
    /// One byte of urgent data; Kind::Tcp only. Returns when it has arrived.
    void sendUrgent() const;
    /// The near end reads at most so many; gives what was there.
    [[nodiscard]] int receive(int bytes = 64) const;
    void closeNear();
    void closeFar();

private:
    int m_near = -1;
    int m_far = -1;
};

} // namespace Pongwatch::Tests
