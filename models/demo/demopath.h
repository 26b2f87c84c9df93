// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <chrono>
#include <variant>

namespace Pongwatch
{

/// What a demo peer does; each kind has a path of its own.
enum class DemoKind {
    Steady,
    Jitter,
    Spikes,
    Slow,
    Stall,
    Newest,
    Wrong,
    Unsolicited,
    Duplicate,
    Close,
    EmptyClose,
    Eof,
    Reset,
    Idle,
    Reject,
    BadAccept,
    Hang,
    Flood,
    Huge,
    Garbage,
    Fragments
};

/// A parsed path of a demo server: what the peer does, and the numbers in the query (or their defaults).
/// Members for which the path has no number are zero.
struct DemoPath {
    DemoKind kind = DemoKind::Steady;
    std::chrono::milliseconds delay{}; ///< "ms"
    std::chrono::milliseconds after{}; ///< "after" or "limit", given in seconds
    int number = 0;                    ///< "every", "of", "code", "status" or "rate"
    QString reason;                    ///< "reason": at most 123 bytes of UTF-8

    friend bool operator==(const DemoPath &, const DemoPath &) = default;
};

/// Why a request gets no WebSocket: the HTTP status, and a text for people.
struct DemoRefusal {
    int status = 404;
    QString text;

    friend bool operator==(const DemoRefusal &, const DemoRefusal &) = default;
};

/// Parses the target of an HTTP request, such as "/close?after=30&code=1012&reason=deploy". An unknown path
/// is refused with 404 and the list of paths, an invalid number with 400 and one sentence.
[[nodiscard]] std::variant<DemoPath, DemoRefusal> parseDemoPath(QByteArrayView target);

/// All paths, one per line, with their numbers and what they do; for people.
[[nodiscard]] QString demoPathList();

} // namespace Pongwatch
