// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/utf8locale.h"

#include <QByteArray>

#include <clocale>

#include <langinfo.h>

namespace Pongwatch
{

void preferUtf8Locale()
{
    std::setlocale(LC_ALL, ""); // NOLINT(concurrency-mt-unsafe)
    const QByteArray encoding(nl_langinfo(CODESET));
    if (encoding.compare("UTF-8", Qt::CaseInsensitive) != 0)
        qputenv("LC_ALL", "C.UTF-8");
}

} // namespace Pongwatch
