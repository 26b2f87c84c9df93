// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/document.h"

#include <QFont>
#include <QPointF>
#include <QString>
#include <QTextLayout>

#include <memory>

namespace Pongwatch
{

/// Plain text broken into lines of a given width, in any script, and in the direction of the locale. Copies
/// share the lines.
class TextBlock
{
public:
    /// Width 0 or less: breaks only at line breaks. At most `mostLines`, the last one elided.
    TextBlock(const QString &text, const QFont &font, double width, Tone tone = Tone::Plain,
              int mostLines = 10'000);

    [[nodiscard]] Tone tone() const { return m_tone; }
    [[nodiscard]] int lineCount() const { return m_lineCount; }
    [[nodiscard]] QTextLine line(int i) const { return m_layout->lineAt(i); }
    [[nodiscard]] double lineHeight() const { return m_lineHeight; }
    [[nodiscard]] double height() const { return m_lineCount * m_lineHeight; }
    [[nodiscard]] double naturalWidth() const; ///< of its widest line

private:
    std::shared_ptr<QTextLayout> m_layout;
    Tone m_tone;
    int m_lineCount = 0;
    double m_lineHeight = 0;
};

} // namespace Pongwatch
