// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rendering/textblock.h"

#include "reports/namebreaks.h"

#include <QFontMetricsF>
#include <QLocale>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr double leading = 1.14; // lines of small text need some space
constexpr double unlimited = 100'000;

/// How much of a line to keep so that a word that does not fit is broken between its parts; 0: all.
int columnsToABreak(const QString &text, const QTextLine &line)
{
    const int end = line.textStart() + line.textLength();
    if (end >= text.size() || line.textLength() < 2)
        return 0;
    const QChar last = text[end - 1];
    if (!last.isLetterOrNumber() && !QStringView(u"-._/:@?&=,;|~+").contains(last))
        return 0; // between words, or in scripts without spaces
    if (text[end].isSpace() || last.script() == QChar::Script_Han || mayBreakBehind(text, end - 1))
        return 0;
    for (int i = end - 1; i > line.textStart(); --i) {
        if (text[i - 1].isSpace())
            return 0; // the word starts in this line: it was broken because it is longer than a line
        if (mayBreakBehind(text, i - 1))
            return i - line.textStart();
    }
    return 0;
}

} // namespace

TextBlock::TextBlock(const QString &text, const QFont &font, double width, Tone tone, int mostLines)
    : m_tone(tone)
{
    // QTextLayout handles one paragraph: line breaks inside it are line separators.
    QString oneParagraph = text;
    oneParagraph.replace(u'\n', QChar(QChar::LineSeparator));
    m_layout = std::make_shared<QTextLayout>(oneParagraph, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    option.setTextDirection(QLocale().textDirection());
    // The position of a line is up to the layout.
    option.setAlignment(Qt::AlignLeft | Qt::AlignAbsolute);
    m_layout->setTextOption(option);
    m_layout->setCacheEnabled(true);
    m_lineHeight = QFontMetricsF(font).height() * leading;
    m_layout->beginLayout();
    while (m_lineCount < mostLines) {
        QTextLine line = m_layout->createLine();
        if (!line.isValid())
            break;
        line.setLeadingIncluded(false);
        line.setLineWidth(width > 0 ? width : unlimited);
        if (const int columns = columnsToABreak(oneParagraph, line); columns > 0)
            line.setNumColumns(columns, width);
        line.setPosition(QPointF(0, 0)); // each line is drawn separately
        ++m_lineCount;
    }
    m_layout->endLayout();
}

double TextBlock::naturalWidth() const
{
    double widest = 0;
    for (int i = 0; i < m_lineCount; ++i)
        widest = std::max(widest, m_layout->lineAt(i).naturalTextWidth());
    return widest;
}

} // namespace Pongwatch
