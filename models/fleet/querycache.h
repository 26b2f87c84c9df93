// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/queryanswer.h"

#include <QByteArray>

#include <list>
#include <optional>

namespace Pongwatch
{

/// Answers of a Prometheus that are asked for again and again, such as the stretch of a chart that was looked
/// at before. The answers used last stay; both their number and their size are bounded. Answers are shared,
/// not copied. Not for several threads.
class QueryCache
{
public:
    static constexpr size_t mostAnswers = 100;
    /// Of all answers together, as bytesOf() counts them.
    static constexpr size_t mostBytes = 64 * 1024 * 1024;

    explicit QueryCache(size_t bytes = mostBytes)
        : m_mostBytes(bytes)
    {
    }

    /// Keeps the answer to a question; nullopt: it never changes. An answer larger than all that may be kept
    /// is not.
    void keep(const QByteArray &question, const QList<QueriedSeries> &answer,
              const std::optional<SteadyTime> &until);

    /// The answer that was kept, unless its time is over.
    [[nodiscard]] std::optional<QList<QueriedSeries>> find(const QByteArray &question, SteadyTime now);

    [[nodiscard]] size_t count() const { return m_entries.size(); }
    [[nodiscard]] size_t bytes() const { return m_bytes; }

    /// About the memory that an answer takes.
    [[nodiscard]] static size_t bytesOf(const QList<QueriedSeries> &answer);

private:
    struct Entry {
        QByteArray question;
        QList<QueriedSeries> answer;
        std::optional<SteadyTime> until;
        size_t bytes = 0;
    };
    using Entries = std::list<Entry>;

    [[nodiscard]] Entries::iterator placeOf(const QByteArray &question);
    void remove(Entries::iterator entry);

    size_t m_mostBytes;
    size_t m_bytes = 0;
    Entries m_entries; ///< the one used last is first
};

} // namespace Pongwatch
