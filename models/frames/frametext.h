// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/seenframe.h"
#include "engine/values/verdict.h"

#include <QCoreApplication>
#include <QString>

namespace Pongwatch
{

/// Describes frames for the window. What a peer sent is shown as plain text, with anything escaped that could
/// affect its reader. The frames are those of a FrameLog; besides its secrets, values are masked here whose
/// names mark them as secrets.
class FrameText
{
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::FrameText)

public:
    /// How to show a whole frame.
    enum class Form : int {
        Best, ///< as formatted JSON if it is JSON, else as text, else as bytes
        Plain,
        Bytes,
    };

    /// "Text", "Ping", "Opcode 3".
    static QString kind(const SeenFrame &frame);
    /// "Sent", "Received"; empty if neither.
    static QString direction(FrameDirection direction);
    /// Its arrow: up for sent frames.
    static QString arrow(FrameDirection direction);
    /// "Step 1 of 2", "Answers ping 17"; empty if it has no role.
    static QString place(const FramePlace &place);
    /// Milliseconds since the upgrade, with three decimals; a dash before that.
    static QString sinceOpen(const SeenFrame &frame);
    /// "12 B", "1.5 KiB".
    static QString size(const SeenFrame &frame);
    /// All of it on one line of at most this many characters.
    static QString line(const SeenFrame &frame, qsizetype longest = 300);
    /// All that was kept of it; at most as much as can reasonably be displayed.
    static QString whole(const SeenFrame &frame, Form form);
    /// What a reader must know besides its contents: cut, compressed, refused; empty: nothing.
    static QString remarks(const SeenFrame &frame);
    /// Time, direction, kind, size and contents, separated by tabs, for copying.
    static QString copied(const SeenFrame &frame);
    /// The text to search: its text, or the hexadecimal digits if it isn't text.
    static QString searched(const SeenFrame &frame);

    /// Code and reason of a Close frame.
    static std::optional<CloseFrame> closeOf(const SeenFrame &frame);
    /// Whether to read the payload as text.
    static bool isText(const SeenFrame &frame);

    /// The maximum number of bytes shown of one frame.
    static constexpr qsizetype mostShown = 256 * 1024;
    static constexpr qsizetype mostDumped = 64 * 1024;
};

} // namespace Pongwatch
