// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rendering/pdfoutline/pdfoutline.h"

#include <QCoreApplication>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>
#include <string>

namespace Pongwatch
{

namespace
{

using Object = QPDFObjectHandle;

Object textObject(const QString &text)
{
    return Object::newUnicodeString(text.toStdString());
}

/// PDF 32000-1, 7.9.4.
Object dateObject(const QDateTime &time)
{
    return Object::newString(time.toUTC().toString(QStringLiteral("'D:'yyyyMMddHHmmss'Z'")).toStdString());
}

/// Adds `children` to `parent` as in PDF 32000-1, 12.3.3.
void link(Object parent, std::vector<Object> &children, int openCount)
{
    if (children.empty())
        return;
    for (size_t i = 0; i < children.size(); ++i) {
        children[i].replaceKey("/Parent", parent);
        if (i > 0)
            children[i].replaceKey("/Prev", children[i - 1]);
        if (i + 1 < children.size())
            children[i].replaceKey("/Next", children[i + 1]);
    }
    parent.replaceKey("/First", children.front());
    parent.replaceKey("/Last", children.back());
    parent.replaceKey("/Count", Object::newInteger(openCount));
}

void addOutline(QPDF &pdf, const std::vector<PdfBookmark> &outline)
{
    const std::vector<Object> pages = pdf.getAllPages();
    Object root = pdf.makeIndirectObject(Object::parse("<< /Type /Outlines >>"));
    std::vector<Object> parts;
    std::vector<Object> inside; // of the last part
    int count = 0;
    const auto endPart = [&] {
        if (!parts.empty())
            link(parts.back(), inside, static_cast<int>(inside.size()));
        inside.clear();
    };
    for (const PdfBookmark &entry : outline) {
        if (entry.page >= pages.size())
            continue;
        Object page = pages[entry.page];
        Object box = page.getKey("/MediaBox");
        const double top = box.getArrayItem(3).getNumericValue() - entry.pointsFromTop;
        Object target = Object::newArray();
        target.appendItem(page);
        target.appendItem(Object::newName("/XYZ"));
        target.appendItem(Object::newNull());
        target.appendItem(Object::newReal(top, 1));
        target.appendItem(Object::newNull());
        Object item = Object::newDictionary();
        item.replaceKey("/Title", textObject(entry.title));
        item.replaceKey("/Dest", target);
        item = pdf.makeIndirectObject(item);
        ++count;
        if (entry.level > 1 && !parts.empty()) {
            inside.push_back(item);
        } else {
            endPart();
            parts.push_back(item);
        }
    }
    endPart();
    link(root, parts, count);
    pdf.getRoot().replaceKey("/Outlines", root);
    pdf.getRoot().replaceKey("/PageMode", Object::newName("/UseOutlines"));
}

PdfBytes withOutline(const QByteArray &bytes, const std::vector<PdfBookmark> &outline, const PdfFacts &facts)
{
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("report", bytes.constData(), static_cast<size_t>(bytes.size()));
        addOutline(pdf, outline);
        Object root = pdf.getRoot();
        root.replaceKey("/Lang", textObject(facts.language));
        root.removeKey("/Metadata"); // it has a random identifier
        Object info = Object::newDictionary();
        info.replaceKey("/Title", textObject(facts.title));
        info.replaceKey("/Subject", textObject(facts.subject));
        info.replaceKey("/Creator", textObject(facts.creator));
        info.replaceKey("/Producer", textObject(facts.creator));
        info.replaceKey("/CreationDate", dateObject(facts.made));
        pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));
        QPDFWriter writer(pdf);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.write();
        const auto buffer = writer.getBufferSharedPointer();
        return {QByteArray(
                    reinterpret_cast<const char *>(buffer->getBuffer()), // NOLINT(*-reinterpret-cast): bytes
                    static_cast<qsizetype>(buffer->getSize())),
                {}};
    } catch (const std::exception &problem) { // the library's exceptions
        return {{}, QString::fromUtf8(problem.what())};
    }
}

} // namespace

extern "C" Q_DECL_EXPORT void pongwatchAddPdfOutline(const QByteArray &pdf,
                                                     const std::vector<PdfBookmark> &outline,
                                                     const PdfFacts &facts, PdfBytes *result)
{
    *result = withOutline(pdf, outline, facts);
}

} // namespace Pongwatch
