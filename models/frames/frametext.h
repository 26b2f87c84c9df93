// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/seenframe.h"
#include "engine/values/verdict.h"

#include <QCoreApplication>
#include <QString>

namespace Pongwatch
{

/// Frames in words, for the window. What a peer said is plain text: what could act on its reader is escaped.
/// The frames are those of a FrameLog; beside its secrets, values are masked here whose name says that they
/// are one.
class FrameText
{
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::FrameText)

public:
    /// How the whole of a frame is shown.
    enum class Form : int {
        Best, ///< JSON laid out where it is JSON, else its text, else its bytes
        Plain,
        Bytes,
    };

    /// "Text", "Ping", "Opcode 3".
    static QString kind(const SeenFrame &frame);
    /// "Sent", "Received"; empty for what went neither way.
    static QString direction(FrameDirection direction);
    /// Its arrow: up for what was sent.
    static QString arrow(FrameDirection direction);
    /// "Step 1 of 2", "Answers ping 17"; empty: it has no place.
    static QString place(const FramePlace &place);
    /// Milliseconds since the upgrade with three decimals; a dash before it.
    static QString sinceOpen(const SeenFrame &frame);
    /// "12 B", "1.5 KiB".
    static QString size(const SeenFrame &frame);
    /// All of it on one line of at most so many characters.
    static QString line(const SeenFrame &frame, qsizetype longest = 300);
    /// The whole of it, as far as it was kept; at most a page that can still be looked at.
    static QString whole(const SeenFrame &frame, Form form);
    /// What has to be known about it beside its contents: cut, compressed, refused; empty: nothing.
    static QString remarks(const SeenFrame &frame);
    /// Time, direction, kind, size and contents, with tabs between, for copying.
    static QString copied(const SeenFrame &frame);
    /// What is searched: the text, or the hexadecimal digits of what is none.
    static QString searched(const SeenFrame &frame);

    /// Code and reason of a Close frame.
    static std::optional<CloseFrame> closeOf(const SeenFrame &frame);
    /// Whether the payload is to be read as text.
    static bool isText(const SeenFrame &frame);

    /// Bytes that are shown of one frame at most.
    static constexpr qsizetype mostShown = 256 * 1024;
    static constexpr qsizetype mostDumped = 64 * 1024;
};

} // namespace Pongwatch
