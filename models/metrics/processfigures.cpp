// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/processfigures.h"

#include <QByteArray>
#include <QFile>
#include <QList>

#include <filesystem>
#include <iterator>

#include <sys/resource.h>
#include <unistd.h>

namespace Pongwatch
{

namespace
{

QByteArray procFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

ProcessFigures currentProcessFigures()
{
    ProcessFigures figures;
    // proc(5): the command's name, in parentheses, may itself contain parentheses.
    const QByteArray stat = procFile(QStringLiteral("/proc/self/stat"));
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    const auto ticks = static_cast<double>(::sysconf(_SC_CLK_TCK));
    if (fields.size() > 21) {
        figures.cpuSeconds = (fields[11].toDouble() + fields[12].toDouble()) / ticks;
        figures.residentBytes = fields[21].toDouble() * static_cast<double>(::sysconf(_SC_PAGESIZE));
    }
    std::error_code problem;
    const std::filesystem::directory_iterator descriptors("/proc/self/fd", problem);
    if (!problem) // one of them is the descriptor of this folder
        figures.openDescriptors =
            static_cast<double>(std::distance(begin(descriptors), end(descriptors))) - 1;
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0)
        figures.mostDescriptors = static_cast<double>(limit.rlim_cur);
    return figures;
}

} // namespace Pongwatch
