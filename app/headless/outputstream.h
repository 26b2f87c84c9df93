// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QSize>

namespace Pongwatch
{

/// A file descriptor that is written to at once, without a buffer. Does not own it. When the reader has gone
/// (a closed pipe) or the disk is full, what comes after is dropped and closed() is emitted once.
class OutputStream : public QObject
{
    Q_OBJECT

public:
    explicit OutputStream(int descriptor, QObject *parent = nullptr);

    void write(const QByteArray &bytes);
    [[nodiscard]] bool isClosed() const { return m_closed; }
    /// Why it was closed, in the system's words; empty when it was not, or when only the reader has gone, who
    /// has seen enough (`| head`).
    [[nodiscard]] QString problem() const;
    [[nodiscard]] bool isTerminal() const;
    /// Of the terminal, in characters; 80 × 24 when it does not tell.
    [[nodiscard]] QSize size() const;

Q_SIGNALS:
    void closed();

private:
    int m_descriptor;
    int m_error = 0; ///< errno of the write that failed
    bool m_closed = false;
};

} // namespace Pongwatch
