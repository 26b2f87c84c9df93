// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QByteArray>
#include <QObject>
#include <QSize>

#include <memory>

namespace Pongwatch
{

/// A file descriptor that is written to at once, without a buffer. Does not own it. When the reader has gone
/// (a closed pipe) or the disk is full, what comes after is dropped and closed() is emitted once.
class OutputStream : public QObject
{
    Q_OBJECT

public:
    enum class Writing {
        /// write() returns when everything is written, however long its reader takes.
        Waits,
        /// write() returns at once and a thread writes: a pipe that nobody reads, a terminal that was stopped
        /// or a disk that hangs
        /// holds up nothing else.
        Behind
    };
    /// What waits to be written behind, in bytes. What is written when there is no room is dropped, and
    /// counted.
    static constexpr qsizetype mostWaiting = 16 * 1024 * 1024;
    /// How long a reader may read nothing at the end before what waits is given up.
    static constexpr seconds patience{2};

    explicit OutputStream(int descriptor, Writing writing = Writing::Waits, QObject *parent = nullptr);
    /// Waits as finish() does.
    ~OutputStream() override;

    void write(const QByteArray &bytes);
    /// Waits until everything is written, as long as something is read. Nothing more is to be written then.
    void finish();
    /// Whether nothing has been read for a while although something waits: what would be outdated soon need
    /// not be written.
    [[nodiscard]] bool isBehind() const;
    /// Why it was closed, or what of it is missing, for a person; empty when all was written, or when only
    /// the reader has gone, who has seen enough (`| head`).
    [[nodiscard]] QString problem() const;
    [[nodiscard]] bool isTerminal() const;
    /// Of the terminal, in characters; 80 × 24 when it does not tell.
    [[nodiscard]] QSize size() const;

Q_SIGNALS:
    void closed();

private:
    struct Shared;
    static void writeBehind(const std::shared_ptr<Shared> &shared);

    int m_descriptor;
    Writing m_writing;
    std::shared_ptr<Shared> m_shared; ///< with the thread, which may outlive this
    bool m_started = false;           ///< the thread
};

/// Writes to standard error unless its reader has stopped reading: a complaint holds up nothing.
void writeComplaint(const QByteArray &line);

} // namespace Pongwatch
