// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dispatcher/readiness.h"

#include <array>
#include <deque>
#include <vector>

class QSocketNotifier;

namespace Pongwatch
{

/// The enabled notifiers of one thread by descriptor, and which of them are due to be activated. A notifier
/// that is removed loses its turn, whoever removes it and whenever.
class NotifierTable
{
public:
    /// A descriptor has one notifier of each type: a second one replaces the first, with a warning. Returns
    /// what the descriptor's notifiers now want to be told of.
    Readinesses add(QSocketNotifier *notifier);
    Readinesses remove(QSocketNotifier *notifier);

    /// Marks the notifiers waiting for this as due, unless they already are.
    void markReady(const ReadyDescriptor &descriptor);

    [[nodiscard]] bool hasReady() const { return !m_turns.empty(); }

    /// Activates all notifiers that are due: those marked before the call and, in a nested event loop, those
    /// that the outer loop has not reached. Returns how many were activated.
    int activate();

    /// Disables the notifiers of a descriptor that is not open, with a warning for each.
    void disable(int fd);

private:
    static constexpr size_t typeCount = 3;
    struct Row {
        std::array<QSocketNotifier *, typeCount> notifiers{}; ///< by QSocketNotifier::Type
        Readinesses wanted;
        Readinesses turns;
    };
    struct Turn {
        int fd = -1;
        QSocketNotifier::Type type = QSocketNotifier::Read;
    };

    /// Null if nothing was ever added for the descriptor.
    Row *row(qintptr fd);

    std::vector<Row> m_rows; ///< by descriptor: the system assigns the smallest free number
    std::deque<Turn> m_turns;
};

} // namespace Pongwatch
