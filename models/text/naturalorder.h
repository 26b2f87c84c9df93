// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCollator>
#include <QHash>
#include <QLocale>

namespace Pongwatch
{

/// Sorts names as people expect: runs of digits by their number, letters by the rules of the language
/// (Chinese by pinyin, if Qt is built with ICU, as in Debian), ignoring case.
class NaturalOrder
{
public:
    /// For the language of the window. The C locale, which has no such rules, counts as English.
    explicit NaturalOrder(const QLocale &locale = QLocale());

    /// Negative, 0 or positive. Caches the sort key of each name that it has seen, so that sorting many names
    /// computes each key only once.
    [[nodiscard]] int compare(const QString &a, const QString &b);

private:
    const QCollatorSortKey &keyOf(const QString &name);

    QCollator m_collator;
    QHash<QString, QCollatorSortKey> m_keys;
};

} // namespace Pongwatch
