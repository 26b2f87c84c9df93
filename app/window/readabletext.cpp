// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/readabletext.h"

#include <QDir>
#include <QRegularExpression>

namespace Pongwatch
{

QString readableMenuText(const QString &text)
{
    // In scripts without letters on keys, the mnemonic follows in brackets: "退出(&Q)".
    static const QRegularExpression bracketed(QStringLiteral("\\s*\\(&[^&)]\\)"));
    QString plain;
    const QString without = QString(text).remove(bracketed);
    for (qsizetype i = 0; i < without.size(); ++i) {
        if (without.at(i) == u'&' && i + 1 < without.size())
            ++i;
        plain.append(without.at(i));
    }
    return plain;
}

QString inHome(const QString &path)
{
    const QString home = QDir::homePath() + u'/';
    return path.startsWith(home) ? QString(QStringLiteral("~/") + path.mid(home.size())) : path;
}

} // namespace Pongwatch
