// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QByteArray>
#include <QObject>
#include <QSize>

#include <memory>

namespace Pongwatch
{

/// Writes to a file descriptor at once, without a buffer. Does not own it. If the reader is gone (a closed
/// pipe) or the disk is full, further output is dropped, and closed() is emitted once.
class OutputStream : public QObject
{
    Q_OBJECT

public:
    enum class Writing {
        /// write() returns when everything is written, however long the reader takes.
        Waits,
        /// write() returns at once and a thread writes: a pipe that nobody
        /// reads, a stopped terminal or a disk that hangs doesn't hold up
        /// anything else.
        Behind
    };
    /// How much may wait when writing behind, in bytes. If there is no room, output is dropped and
    /// counted.
    static constexpr qsizetype mostWaiting = 16 * 1024 * 1024;
    /// At the end, how long the reader may read nothing before the waiting output is dropped.
    static constexpr seconds patience{2};

    explicit OutputStream(int descriptor, Writing writing = Writing::Waits, QObject *parent = nullptr);
    /// Waits like finish().
    ~OutputStream() override;

    void write(const QByteArray &bytes);
    /// Waits until all is written, as long as the reader makes progress. Nothing may be written afterwards.
    void finish();
    /// Whether output is waiting and nothing has been read for a while: output that would soon be outdated
    /// need not be written.
    [[nodiscard]] bool isBehind() const;
    /// Why it was closed, or what is missing of it, for people; empty if everything was written, or if only
    /// the reader is gone, who has seen enough (`| head`).
    [[nodiscard]] QString problem() const;
    [[nodiscard]] bool isTerminal() const;
    /// The size of the terminal in characters; 80 × 24 if unknown.
    [[nodiscard]] QSize size() const;

Q_SIGNALS:
    void closed();

private:
    struct Shared;
    static void writeBehind(const std::shared_ptr<Shared> &shared);

    int m_descriptor;
    Writing m_writing;
    std::shared_ptr<Shared> m_shared; ///< with the thread, which may outlive this object
    bool m_started = false;           ///< the thread
};

/// Writes to standard error unless its reader has stopped reading, so that a complaint holds nothing up.
void writeComplaint(const QByteArray &line);

} // namespace Pongwatch
