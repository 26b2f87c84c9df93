// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/naturalorder.h"

namespace Pongwatch
{

namespace
{

bool isDigit(QChar c)
{
    return c >= QLatin1Char('0') && c <= QLatin1Char('9');
}

/// The run of digits that `text` begins with, without leading zeros; takes it off.
QStringView takeNumber(QStringView &text)
{
    qsizetype length = 0;
    while (length < text.size() && isDigit(text.at(length))) {
        ++length;
    }
    QStringView number = text.first(length);
    text = text.sliced(length);
    while (number.size() > 1 && number.front() == QLatin1Char('0')) {
        number = number.sliced(1);
    }
    return number;
}

} // namespace

int naturalCompare(QStringView a, QStringView b)
{
    while (!a.isEmpty() && !b.isEmpty()) {
        int order = 0;
        if (isDigit(a.front()) && isDigit(b.front())) {
            const QStringView x = takeNumber(a);
            const QStringView y = takeNumber(b);
            order = x.size() == y.size() ? x.compare(y) : (x.size() < y.size() ? -1 : 1);
        } else {
            order = a.first(1).compare(b.first(1), Qt::CaseInsensitive);
            a = a.sliced(1);
            b = b.sliced(1);
        }
        if (order != 0) {
            return order;
        }
    }
    return a.isEmpty() ? (b.isEmpty() ? 0 : -1) : 1;
}

} // namespace Pongwatch
