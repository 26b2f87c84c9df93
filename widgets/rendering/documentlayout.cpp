// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rendering/documentlayout.h"

#include "widgets/rendering/mirroredlayout.h"
#include "widgets/rendering/tablelayout.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>

#include <algorithm>

namespace Pongwatch
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Report)
};

constexpr double drawingsGap = 24;

/// Puts blocks below each other, starting a new page when one does not fit.
class Flow
{
public:
    Flow(const PageSize &size, const ReportTheme &theme, DocumentLayout &layout)
        : m_size(size)
        , m_theme(theme)
        , m_layout(layout)
        , m_width(size.width - 2 * size.margin)
        , m_y(size.margin)
    {
        m_layout.pages.emplace_back();
    }

    void title(const Document &document)
    {
        lines(TextBlock(document.title, m_theme.font(1.9, true), m_width), 0);
        space(3);
        lines(TextBlock(document.subtitle, m_theme.font(), m_width, Tone::Soft), 0);
        space(8);
    }

    void operator()(const Document::Heading &heading)
    {
        const bool isPart = heading.level <= 2;
        const QFont font = m_theme.font(isPart ? 1.35 : 1.15, true);
        const TextBlock block(heading.text, font, m_width);
        space(isPart ? 24 : 14);
        // Room for the heading and some of what follows.
        need(block.height() + (isPart ? 110 : 250));
        m_layout.outline.push_back({heading.text, isPart ? 1 : 2, m_layout.pages.size() - 1, m_y});
        const double beside = block.line(block.lineCount() - 1).naturalTextWidth() + 10;
        lines(block, 0);
        if (!heading.detail.isEmpty() && beside < m_width * 0.8) {
            const TextBlock detail(heading.detail, m_theme.font(0.9, true), m_width - beside, heading.tone,
                                   1);
            // On the baseline of the heading.
            const double lift =
                QFontMetricsF(font).ascent() - QFontMetricsF(m_theme.font(0.9, true)).ascent();
            page().texts.push_back(
                {QPointF(m_size.margin + beside, m_y - block.lineHeight() + lift), detail, 0});
        }
        if (isPart) {
            page().fills.push_back({QRectF(m_size.margin, m_y + 2, m_width, 0.75), PlacedFill::Kind::Rule});
            space(9);
        } else {
            space(1);
        }
    }

    void operator()(const Document::Paragraph &paragraph)
    {
        using Kind = Document::Paragraph::Kind;
        const bool isNote = paragraph.kind == Kind::Note;
        const double inset = isNote ? 14 : 0;
        const double size = paragraph.kind == Kind::Lead ? 1.05 : paragraph.kind == Kind::Soft ? 0.95 : 1.0;
        const TextBlock block(paragraph.text, m_theme.font(size), m_width - 2 * inset, paragraph.tone);
        space(isNote ? 8 : 2);
        if (isNote && fits(block.height() + 16)) {
            const QRectF box(m_size.margin, m_y, m_width, block.height() + 16);
            page().fills.push_back({box, PlacedFill::Kind::Tile});
            page().fills.push_back(
                {QRectF(box.left(), box.top(), 3, box.height()), PlacedFill::Kind::NoteBar});
            advance(8);
            lines(block, inset);
            advance(16);
        } else {
            lines(block, inset);
            space(5);
        }
    }

    void operator()(const Document::Tiles &tiles)
    {
        constexpr double gap = 12;
        constexpr double inset = 12;
        const auto count = static_cast<double>(tiles.tiles.size());
        const double width = (m_width - gap * (count - 1)) / count;
        const auto block = [&](const QString &text, double size, bool bold, Tone tone) {
            return TextBlock(text, m_theme.font(size, bold), width - 2 * inset, tone);
        };
        double height = 0;
        std::vector<std::array<TextBlock, 3>> texts;
        for (const auto &tile : tiles.tiles) {
            texts.push_back({block(tile.label, 0.9, false, Tone::Soft),
                             block(tile.value, 1.6, true, tile.tone),
                             block(tile.detail, 0.9, false, Tone::Soft)});
            double sum = 2 * 9;
            for (const TextBlock &text : texts.back())
                sum += text.height();
            height = std::max(height, sum);
        }
        space(8);
        need(height);
        double x = m_size.margin;
        for (const auto &three : texts) {
            page().fills.push_back({QRectF(x, m_y, width, height), PlacedFill::Kind::Tile});
            double y = m_y + 9;
            for (const TextBlock &text : three)
                for (int i = 0; i < text.lineCount(); ++i, y += text.lineHeight())
                    page().texts.push_back({QPointF(x + inset, y), text, i});
            x += width + gap;
        }
        advance(height + 6);
    }

    void operator()(const Document::Table &table)
    {
        const TableLayout rows(table, m_width, m_theme);
        const TableLayout::Row head = rows.head();
        bool wantsHead = true;
        for (size_t i = 0; i < rows.rowCount(); ++i) {
            const TableLayout::Row row = rows.row(i);
            const bool roomLeft = fits(row.height + (wantsHead ? head.height : 0));
            if (!roomLeft)
                newPage();
            if (wantsHead || !roomLeft)
                place(head);
            wantsHead = false;
            place(row);
        }
        space(8);
    }

    void operator()(const Document::Drawings &drawings)
    {
        const auto count = static_cast<double>(std::max(drawings.columns, drawings.drawings.size()));
        const double width = (m_width - drawingsGap * (count - 1)) / count;
        double height = 0;
        for (const Drawing &drawing : drawings.drawings)
            height = std::max(height, drawing.height * width / drawing.width);
        space(8);
        need(height);
        double x = m_size.margin;
        for (const Drawing &drawing : drawings.drawings) {
            page().drawings.push_back({QPointF(x, m_y), width / drawing.width, drawing});
            x += width + drawingsGap;
        }
        advance(height + 4);
    }

    /// What comes next has this height, and must not be cut.
    void keepTogether(double height) { need(height); }
    [[nodiscard]] double y() const { return m_y; }
    void skip(double height) { advance(height); }

    void footers(const QString &text)
    {
        const size_t count = m_layout.pages.size();
        const QLocale locale;
        if (m_size.height <= 0)
            space(22);
        const double y = m_size.height > 0 ? m_size.height - m_size.margin * 0.62 : m_y;
        for (size_t i = 0; i < count; ++i) {
            LaidOutPage &its = m_layout.pages[i];
            const TextBlock left(text, m_theme.font(0.8), m_width * 0.75, Tone::Soft, 1);
            its.texts.push_back({QPointF(m_size.margin, y), left, 0});
            if (m_size.height > 0) {
                const TextBlock right(
                    Text::tr("Page %1 of %2").arg(locale.toString(i + 1), locale.toString(count)),
                    m_theme.font(0.8), 0, Tone::Soft);
                its.texts.push_back(
                    {QPointF(m_size.width - m_size.margin - right.naturalWidth(), y), right, 0});
            }
        }
        m_layout.usedHeight = m_size.height > 0 ? m_size.height : m_y + 14 + m_size.margin * 0.7;
    }

private:
    LaidOutPage &page() { return m_layout.pages.back(); }
    [[nodiscard]] double bottom() const
    {
        return m_size.height > 0 ? m_size.height - m_size.margin * 1.15 : 1e9;
    }
    [[nodiscard]] bool fits(double height) const { return m_y + height <= bottom(); }
    void newPage()
    {
        m_layout.pages.emplace_back();
        m_y = m_size.margin;
    }
    /// Starts a new page if there is no room for `height`, unless a new page would have no more.
    void need(double height)
    {
        if (!fits(height) && m_y > m_size.margin)
            newPage();
    }
    /// Moves below what was placed.
    void advance(double height) { m_y += height; }
    /// Space between blocks, but not at the top of a page.
    void space(double height)
    {
        if (m_y > m_size.margin)
            m_y += height;
    }
    void lines(const TextBlock &block, double inset)
    {
        for (int i = 0; i < block.lineCount(); ++i) {
            need(block.lineHeight());
            page().texts.push_back({QPointF(m_size.margin + inset, m_y), block, i});
            m_y += block.lineHeight();
        }
    }
    void place(const TableLayout::Row &row)
    {
        const QPointF offset(m_size.margin, m_y);
        for (PlacedFill fill : row.content.fills) {
            fill.rect.translate(offset);
            page().fills.push_back(fill);
        }
        for (PlacedDrawing drawing : row.content.drawings) {
            drawing.at += offset;
            page().drawings.push_back(std::move(drawing));
        }
        for (PlacedText text : row.content.texts) {
            text.at += offset;
            page().texts.push_back(std::move(text));
        }
        m_y += row.height;
    }

    const PageSize &m_size;
    const ReportTheme &m_theme;
    DocumentLayout &m_layout;
    double m_width;
    double m_y;
};

/// The height of the part that starts with block n, if it contains drawings: its headings and everything up
/// to the next heading. Otherwise, or if no page has room for it, 0.
double togetherHeight(const Document &document, size_t n, const PageSize &size, const ReportTheme &theme)
{
    const auto isHeading = [&document](size_t i) {
        return std::holds_alternative<Document::Heading>(document.blocks[i]);
    };
    if (size.height <= 0 || !isHeading(n) || (n > 0 && isHeading(n - 1)))
        return 0;
    const PageSize endless{size.width, 0, size.margin};
    DocumentLayout unused;
    Flow flow(endless, theme, unused);
    flow.skip(1); // no heading at the top of a page
    bool hasDrawings = false;
    for (size_t i = n; i < document.blocks.size() && (i == n || isHeading(i - 1) || !isHeading(i)); ++i) {
        hasDrawings = hasDrawings || std::holds_alternative<Document::Drawings>(document.blocks[i]);
        if (std::holds_alternative<Document::Table>(document.blocks[i]) && !hasDrawings)
            return 0; // long tables continue on the next page
        std::visit(flow, document.blocks[i]);
    }
    const double height = flow.y() - size.margin;
    return hasDrawings && height <= size.height - 2.15 * size.margin ? height : 0;
}

} // namespace

DocumentLayout layOut(const Document &document, const PageSize &size, const ReportTheme &theme)
{
    DocumentLayout layout;
    layout.size = size;
    Flow flow(size, theme, layout);
    flow.title(document);
    for (size_t i = 0; i < document.blocks.size(); ++i) {
        if (const double height = togetherHeight(document, i, size, theme); height > 0)
            flow.keepTogether(height);
        std::visit(flow, document.blocks[i]);
    }
    flow.footers(document.footer);
    return document.rightToLeft ? mirrored(std::move(layout)) : layout;
}

} // namespace Pongwatch
