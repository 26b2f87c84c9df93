// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rendering/pdfoutlinemodule.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLibrary>

namespace Pongwatch
{

namespace
{

QString modulePath()
{
    const QString name = QStringLiteral("/pongwatch-pdfoutline");
    // Each program has its own folder, so that their packages have no files in common.
    const QString program = QFileInfo(QCoreApplication::applicationFilePath()).fileName();
    const QString installed = QCoreApplication::applicationDirPath() + u'/' +
                              QStringLiteral(PONGWATCH_INSTALLED_MODULES) + u'/' + program;
    return QDir(installed).exists() ? installed + name : QStringLiteral(PONGWATCH_BUILT_MODULES) + name;
}

} // namespace

PdfBytes withOutline(const QByteArray &pdf, const std::vector<PdfBookmark> &outline, const PdfFacts &facts)
{
    // Loading it again costs almost nothing: the system counts references.
    QLibrary module(modulePath());
    const QFunctionPointer function = module.resolve(addPdfOutlineName);
    if (!function)
        return {{}, module.errorString()};
    PdfBytes result;
    auto *const add = reinterpret_cast<AddPdfOutline *>(function); // NOLINT(*-reinterpret-cast): by its name
    add(pdf, outline, facts, &result);
    return result;
}

} // namespace Pongwatch
