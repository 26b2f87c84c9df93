// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "engine/values/seenframe.h"

#include <QRegularExpression>
#include <QString>

#include <optional>

namespace Pongwatch
{

/// Which frames are wanted: of one direction, of some kinds, with a text in them. Marks of what happened to
/// the connection are always wanted, unless something is searched for.
class FrameFilter
{
public:
    enum class Kinds : int {
        All,
        Messages,   ///< text, binary, continuation
        Control,    ///< close, ping, pong
        Handshakes, ///< requests and their answers
        Dialogue,   ///< what has a place in the dialogue, pings left out
    };

    std::optional<FrameDirection> direction;
    Kinds kinds = Kinds::All;

    /// What is searched for; empty: nothing. Letters count as the same whatever their case. The error says
    /// where the expression is none; nothing is searched for then.
    Outcome setSearch(const QString &text, bool isExpression);

    [[nodiscard]] bool isSearch() const { return !m_text.isEmpty(); }
    [[nodiscard]] bool isEmpty() const { return !direction && kinds == Kinds::All && !isSearch(); }
    [[nodiscard]] bool accepts(const SeenFrame &frame) const;

private:
    [[nodiscard]] bool acceptsKind(const SeenFrame &frame) const;

    QString m_text;
    QRegularExpression m_expression;
    bool m_isExpression = false;
};

} // namespace Pongwatch
