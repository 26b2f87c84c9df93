// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/naturalorder.h"

namespace Pongwatch
{

namespace
{

/// More names than any list has: others are of peers that were renamed or removed.
constexpr qsizetype mostSortKeys = 50'000;

} // namespace

NaturalOrder::NaturalOrder(const QLocale &locale)
    : m_collator(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale)
{
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
}

int NaturalOrder::compare(const QString &a, const QString &b)
{
    if (m_keys.size() > mostSortKeys)
        m_keys.clear();
    // A copy, since the second key may move the first one.
    const QCollatorSortKey first = keyOf(a);
    return first.compare(keyOf(b));
}

const QCollatorSortKey &NaturalOrder::keyOf(const QString &name)
{
    auto found = m_keys.find(name);
    if (found == m_keys.end())
        found = m_keys.insert(name, m_collator.sortKey(name));
    return *found;
}

} // namespace Pongwatch
