// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCollator>
#include <QHash>
#include <QLocale>

namespace Pongwatch
{

/// The order of names for a person: runs of digits by their number, letters as the language has them (Chinese
/// by pinyin, where Qt is built with ICU, as Debian's is), whatever the case.
class NaturalOrder
{
public:
    /// For the language of the window. The C locale, which knows no such order, counts as English.
    explicit NaturalOrder(const QLocale &locale = QLocale());

    /// Negative, 0 or positive. Keeps the sort key of each name that it has seen, so that sorting many names
    /// works each out once.
    [[nodiscard]] int compare(const QString &a, const QString &b);

private:
    const QCollatorSortKey &keyOf(const QString &name);

    QCollator m_collator;
    QHash<QString, QCollatorSortKey> m_keys;
};

} // namespace Pongwatch
