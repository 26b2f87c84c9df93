// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/help/guidebrowser.h"

#include <QEvent>
#include <QFile>
#include <QImage>
#include <QLocale>
#include <QResizeEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextTable>

#include <algorithm>
#include <chrono>

// A static library's resources must be initialised explicitly, outside of any namespace.
static void initializeGuide()
{
    Q_INIT_RESOURCE(guide);
}

namespace Pongwatch
{

namespace
{

constexpr int guideMargin = 24;
constexpr int widestText = 860; // longer lines are hard to read

/// Markdown's tables are plain: adds lines between rows, and padding in cells.
void dressTables(QTextDocument *document, const QPalette &palette)
{
    QColor line = palette.color(QPalette::Text);
    line.setAlpha(60);
    const QList<QTextFrame *> frames = document->rootFrame()->childFrames();
    for (QTextFrame *frame : frames) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorder(1);
        format.setBorderBrush(line);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderCollapse(true);
        format.setCellPadding(5);
        format.setCellSpacing(0);
        format.setTopMargin(8);
        format.setBottomMargin(8);
        table->setFormat(format);
    }
}

/// The anchor of a heading, the part of a link after #, as GitHub makes it from Markdown.
QString headingAnchor(const QString &heading)
{
    QString anchor;
    for (const QChar c : heading.toLower())
        if (c.isLetterOrNumber() || c == QLatin1Char('-') || c == QLatin1Char('_'))
            anchor += c;
        else if (c == QLatin1Char(' '))
            anchor += QLatin1Char('-');
    return anchor;
}

} // namespace

GuideBrowser::GuideBrowser(QWidget *parent)
    : QTextBrowser(parent)
{
    initializeGuide();
    setFrameShape(QFrame::NoFrame);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base); // the same around the text as behind it
    setOpenExternalLinks(true);
    m_reloadSoon.setSingleShot(true);
    m_reloadSoon.setInterval(std::chrono::milliseconds(150));
    connect(&m_reloadSoon, &QTimer::timeout, this, [this] {
        const int place = verticalScrollBar()->value();
        reload();
        verticalScrollBar()->setValue(place);
    });
}

QUrl GuideBrowser::firstPage()
{
    return inOwnLanguage(QUrl(QStringLiteral("qrc:/guide/guide.md")));
}

QUrl GuideBrowser::inOwnLanguage(const QUrl &page)
{
    const QString name = page.fileName();
    const QString own = QStringLiteral("/guide/%1/%2").arg(QLocale().name(), name);
    const QString english = QStringLiteral("/guide/") + name;
    for (const QString &path : {own, english})
        if (!name.isEmpty() && QFile::exists(u':' + path))
            return QUrl(QStringLiteral("qrc:") + path);
    return page;
}

int GuideBrowser::pictureWidth() const
{
    return std::clamp(viewport()->width() - 2 * guideMargin, 240, widestText);
}

QVariant GuideBrowser::loadResource(int type, const QUrl &name)
{
    const QVariant read = QTextBrowser::loadResource(type, name);
    if (type == QTextDocument::HtmlResource) // no page has HTML: it is a program, or a schema
        return QStringLiteral("<pre>%1</pre>").arg(QString::fromUtf8(read.toByteArray()).toHtmlEscaped());
    if (type != QTextDocument::ImageResource)
        return read;
    QImage image = QImage::fromData(read.toByteArray());
    const double scale = devicePixelRatioF();
    const int width = static_cast<int>(pictureWidth() * scale);
    if (image.width() > width)
        image = image.scaledToWidth(width, Qt::SmoothTransformation);
    image.setDevicePixelRatio(scale);
    return image;
}

void GuideBrowser::doSetSource(const QUrl &name, QTextDocument::ResourceType type)
{
    const QUrl target = source().resolved(name);
    if (target.scheme() == QLatin1String("qrc") && !QFile::exists(QLatin1Char(':') + target.path()))
        return; // a source file, which is not included in the program
    m_picturesFor = pictureWidth();
    QTextBrowser::doSetSource(target, type);
    document()->setDocumentMargin(guideMargin);
    dressTables(document(), palette());
    scrollToHeading(target.fragment());
}

/// Qt creates no anchors for Markdown's headings.
void GuideBrowser::scrollToHeading(const QString &anchor)
{
    if (anchor.isEmpty())
        return;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() > 0 && headingAnchor(block.text()) == anchor) {
            QTextCursor heading(block);
            setTextCursor(heading);
            verticalScrollBar()->setValue(verticalScrollBar()->value() + cursorRect(heading).top() -
                                          guideMargin);
            return;
        }
    }
}

void GuideBrowser::resizeEvent(QResizeEvent *event)
{
    const int spare =
        std::max(0, width() - verticalScrollBar()->sizeHint().width() - widestText - 2 * guideMargin);
    setViewportMargins(spare / 2, 0, spare - spare / 2, 0);
    QTextBrowser::resizeEvent(event);
    if (m_picturesFor != 0 && m_picturesFor != pictureWidth())
        m_reloadSoon.start();
}

void GuideBrowser::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        dressTables(document(), palette());
}

} // namespace Pongwatch
