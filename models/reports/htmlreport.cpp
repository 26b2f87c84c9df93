// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/htmlreport.h"

#include "reports/reportdocument.h"
#include "reports/svgdrawing.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr const char *style = R"(
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #ffffff; --soft: #57606a; --rule: #d8dde3;
  --tile: #f4f6f8; --line: #1257b0; --band: #a9c8ee; --bar: #7ba7dc; --good: #2c8a5b; --slow: #b86e00;
  --bad: #b3261e; --shade: #ece5da; --quiet: #a3acb6; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --paper: #16191d; --soft: #a4adb8;
  --rule: #363c44; --tile: #1f242a; --line: #8fbcff; --band: #34557f; --bar: #4d78ad; --good: #5dc48f;
  --slow: #f0a83a; --bad: #ff8a80; --shade: #302b23; --quiet: #6a737d; } }
body { font: 15px/1.5 system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif; color: var(--ink);
  background: var(--paper); max-width: 62rem; margin: 2.5rem auto; padding: 0 1.25rem; }
h1 { margin: 0; font-size: 1.9rem; line-height: 1.2; } .subtitle { margin: .3rem 0 1.6rem; }
h2 { margin: 2.6rem 0 .6rem; font-size: 1.25rem; padding-bottom: .3rem; border-bottom: 1px solid var(--rule); }
h3 { margin: 2.2rem 0 0; font-size: 1.1rem; } h3, p { overflow-wrap: anywhere; } td { overflow-wrap: break-word; max-width: 30rem; }
h3 .detail { font-size: .85rem; font-weight: 600; margin-inline-start: .6rem; }
p { margin: .35rem 0; } p.lead { font-size: 1.03rem; } .soft, .detail { color: var(--soft); }
.good { color: var(--good); } .warning { color: var(--slow); } .bad { color: var(--bad); font-weight: 600; }
p.note { white-space: pre-line; border-inline-start: 3px solid var(--line); background: var(--tile);
  padding: .6rem .9rem; margin: 1rem 0; }
.tiles { display: flex; flex-wrap: wrap; gap: .8rem; margin: 1rem 0; }
.tiles div { flex: 1 1 10rem; background: var(--tile); border-radius: .5rem; padding: .7rem .9rem; }
.tiles b { display: block; font-size: 1.5rem; line-height: 1.35; font-variant-numeric: tabular-nums; }
.tiles span { display: block; color: var(--soft); font-size: .87rem; }
table { border-collapse: collapse; width: 100%; margin: .7rem 0; font-variant-numeric: tabular-nums;
  font-size: .9rem; }
th, td { text-align: start; padding: .32rem .7rem .32rem 0; border-bottom: 1px solid var(--rule);
  vertical-align: top; }
th { color: var(--soft); font-weight: 500; } td.n, th.n { text-align: end; white-space: nowrap; } td.n.t, th.n.t { text-align: start; }
tr.first td { border-bottom: 0; padding-bottom: 0; }
tr.more td { color: var(--soft); font-size: .93em; padding-top: .1rem; padding-bottom: .5rem; }
td .detail { display: block; font-size: .93em; } td:not(.n) { min-width: 5.5rem; } td svg { max-width: 17rem; min-width: 9rem; display: block;
  margin: .15rem 0 .2rem; } div.wide { overflow-x: auto; }
.row { display: flex; flex-wrap: wrap; gap: 1.5rem; margin: .8rem 0; } .row svg { flex: 1 1 20rem; min-width: 0; }
.small { margin: .4rem 0; } .small svg, .small span { flex: 1 1 14rem; }
.row svg.i { height: auto; } svg { width: 100%; height: auto; overflow: visible; direction: ltr; } svg text { font-size: 11px; }
.i-text { fill: var(--ink); } .i-soft { fill: var(--soft); } .i-band { fill: var(--band); }
.i-bar { fill: var(--bar); } .i-good { fill: var(--good); } .i-slow { fill: var(--slow); }
.i-bad { fill: var(--bad); } .i-shade { fill: var(--shade); } .i-quiet { fill: var(--quiet); }
line.i-rule, line.i-line { stroke-width: 1; } line.i-rule { stroke: var(--rule); } line.i-line { stroke: var(--line); }
path.i-line { fill: none; stroke: var(--line); stroke-width: 1.4; stroke-linejoin: round; }
footer { margin: 3rem 0 1rem; padding-top: .6rem; border-top: 1px solid var(--rule); font-size: .87rem; }
@media (max-width: 42rem) { body { margin: 1.25rem auto; } h1 { font-size: 1.5rem; } .m { display: none; }
  tr.first td:first-child { min-width: 4rem; } td svg { min-width: 6rem; } .row { overflow-x: auto; }
  .row svg[data-wide] { min-width: 36rem; }
  table.list thead { display: none; } table.list tr { display: block; padding: .5rem 0; border-bottom: 1px solid var(--rule); }
  table.list td { display: block; border: 0; padding: .1rem 0; } table.list td:nth-child(2) { font-weight: 600; } }
@media print { html { font-size: 11.5px; } div.wide { overflow: visible; } :root { color-scheme: light; --ink: #000; --paper: #fff; --soft: #4a525b; --rule: #c9cfd6;
  --tile: #f4f6f8; --line: #1257b0; --band: #a9c8ee; --bar: #7ba7dc; --good: #2c8a5b; --slow: #b86e00;
  --bad: #b3261e; --shade: #ece5da; --quiet: #a3acb6; }
  body { margin: 0; padding: 0; max-width: none; font-size: 1rem; -webkit-print-color-adjust: exact;
  print-color-adjust: exact; } section, tr, .tiles, .row { break-inside: avoid; } h2, h3 { break-after: avoid; }
  .tiles div { flex-basis: 8rem; } h2 { margin-top: 2rem; } h3 { margin-top: 1.5rem; }
  footer { margin: 1.5rem 0 0; } @page { margin: 15mm; } }
)";

QString e(const QString &text)
{
    return QStringLiteral("<bdi>") + text.toHtmlEscaped() + QStringLiteral("</bdi>");
}

QString classOf(Tone tone)
{
    switch (tone) {
    case Tone::Plain:
        return {};
    case Tone::Soft:
        return QStringLiteral("soft");
    case Tone::Good:
        return QStringLiteral("good");
    case Tone::Warning:
        return QStringLiteral("warning");
    case Tone::Bad:
        break;
    }
    return QStringLiteral("bad");
}

QString attribute(const QStringList &classes)
{
    QStringList some = classes;
    some.removeAll(QString());
    return some.isEmpty() ? QString() : QStringLiteral(" class=\"") + some.join(u' ') + u'"';
}

/// Writes blocks one after the other; a peer's heading begins a section that ends at the next heading.
class Writer
{
public:
    void operator()(const Document::Heading &heading)
    {
        endSection();
        if (heading.level > 2) {
            m_html += QStringLiteral("<section>\n");
            m_inSection = true;
        }
        const QString tag = heading.level > 2 ? QStringLiteral("h3") : QStringLiteral("h2");
        m_html += u'<' + tag + u'>' + e(heading.text);
        if (!heading.detail.isEmpty())
            m_html += QStringLiteral("<span") + attribute({QStringLiteral("detail"), classOf(heading.tone)}) +
                      u'>' + e(heading.detail) + QStringLiteral("</span>");
        m_html += QStringLiteral("</") + tag + QStringLiteral(">\n");
    }
    void operator()(const Document::Paragraph &paragraph)
    {
        using Kind = Document::Paragraph::Kind;
        const QString kind = paragraph.kind == Kind::Lead   ? QStringLiteral("lead")
                             : paragraph.kind == Kind::Soft ? QStringLiteral("soft")
                             : paragraph.kind == Kind::Note ? QStringLiteral("note")
                                                            : QString();
        const QString tone = paragraph.tone == Tone::Soft ? QString() : classOf(paragraph.tone);
        m_html += QStringLiteral("<p") + attribute({kind, tone}) + u'>' + e(paragraph.text) +
                  QStringLiteral("</p>\n");
    }
    void operator()(const Document::Tiles &tiles)
    {
        m_html += QStringLiteral("<div class=\"tiles\">\n");
        for (const auto &tile : tiles.tiles)
            m_html += QStringLiteral("<div><span>") + e(tile.label) + QStringLiteral("</span><b") +
                      attribute({classOf(tile.tone)}) + u'>' + e(tile.value) + QStringLiteral("</b><span>") +
                      e(tile.detail) + QStringLiteral("</span></div>\n");
        m_html += QStringLiteral("</div>\n");
    }
    void operator()(const Document::Table &table)
    {
        // If there is little room, the cells of a row that is mostly text are put below each other.
        const bool isText = std::any_of(table.columns.cbegin(), table.columns.cend(),
                                        [](const auto &column) { return column.stretch >= 2; });
        m_html += QStringLiteral("<div class=\"wide\"><table") +
                  attribute({isText ? QStringLiteral("list") : QString()}) + QStringLiteral(">\n<thead><tr>");
        for (const auto &column : table.columns)
            m_html += QStringLiteral("<th") + attribute(classesOf(column)) + u'>' + e(column.title) +
                      QStringLiteral("</th>");
        m_html += QStringLiteral("</tr></thead>\n<tbody>\n");
        for (const auto &row : table.rows)
            addRow(row, table.columns);
        m_html += QStringLiteral("</tbody></table></div>\n");
    }
    void operator()(const Document::Drawings &drawings)
    {
        m_html +=
            QStringLiteral("<div") +
            attribute({QStringLiteral("row"), drawings.columns > 0 ? QStringLiteral("small") : QString()}) +
            u'>';
        for (const Drawing &drawing : drawings.drawings)
            m_html += toSvg(drawing);
        // The last row's are as wide as those above.
        for (size_t i = drawings.drawings.size(); i < drawings.columns; ++i)
            m_html += QStringLiteral("<span></span>");
        m_html += QStringLiteral("</div>\n");
    }

    [[nodiscard]] QString take()
    {
        endSection();
        return m_html;
    }

private:
    using Columns = std::vector<Document::Table::Column>;
    using Cell = Document::Table::Cell;

    static QStringList classesOf(const Document::Table::Column &column)
    {
        return {column.figure ? QStringLiteral("n") : QString(),
                column.flushStart ? QStringLiteral("t") : QString(),
                column.minor ? QStringLiteral("m") : QString()};
    }
    void addRow(const std::vector<Cell> &row, const Columns &columns)
    {
        const auto strip =
            std::find_if(row.cbegin(), row.cend(), [](const Cell &cell) { return !cell.drawings.empty(); });
        const bool hasMore = strip != row.cend() && !strip->text.isEmpty();
        m_html += QStringLiteral("<tr") + attribute({hasMore ? QStringLiteral("first") : QString()}) + u'>';
        for (size_t i = 0; i < row.size(); ++i)
            addCell(row[i], columns[i]);
        m_html += QStringLiteral("</tr>\n");
        if (!hasMore)
            return;
        const auto before = std::distance(row.cbegin(), strip);
        m_html +=
            QStringLiteral("<tr class=\"more\"><td colspan=\"%1\"></td><td colspan=\"%2\">%3</td></tr>\n")
                .arg(QString::number(before), QString::number(row.cend() - strip), e(strip->text));
    }
    void addCell(const Cell &cell, const Document::Table::Column &column)
    {
        m_html +=
            QStringLiteral("<td") + attribute(classesOf(column) + QStringList{classOf(cell.tone)}) + u'>';
        for (const Drawing &drawing : cell.drawings)
            m_html += toSvg(drawing);
        if (cell.drawings.empty())
            m_html += e(cell.text);
        if (!cell.detail.isEmpty())
            m_html += QStringLiteral("<span class=\"detail\">") + e(cell.detail) + QStringLiteral("</span>");
        m_html += QStringLiteral("</td>");
    }
    void endSection()
    {
        if (m_inSection)
            m_html += QStringLiteral("</section>\n");
        m_inSection = false;
    }

    QString m_html;
    bool m_inSection = false;
};

} // namespace

QByteArray toHtml(const Report &report)
{
    const Document document = reportDocument(report);
    QString html =
        QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\"%2>\n<head>\n<meta charset=\"utf-8\"/>\n"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                       "style-src 'unsafe-inline'\"/>\n")
            .arg(document.language.toHtmlEscaped(),
                 document.rightToLeft ? QStringLiteral(" dir=\"rtl\"") : QString());
    for (const auto &[name, text] : document.facts)
        html += QStringLiteral("<meta name=\"") + name.toLower().replace(u' ', u'-').toHtmlEscaped() +
                QStringLiteral("\" content=\"") + text.toHtmlEscaped() + QStringLiteral("\"/>\n");
    html += QStringLiteral("<title>") + document.title.toHtmlEscaped() + QStringLiteral("</title>\n<style>") +
            QString::fromLatin1(style) + QStringLiteral("</style>\n</head>\n<body>\n<h1>") +
            e(document.title) + QStringLiteral("</h1>\n<p class=\"soft subtitle\">") + e(document.subtitle) +
            QStringLiteral("</p>\n");
    Writer writer;
    for (const Document::Block &block : document.blocks)
        std::visit(writer, block);
    html += writer.take() + QStringLiteral("<footer class=\"soft\">") + e(document.footer) +
            QStringLiteral("</footer>\n</body>\n</html>\n");
    return html.toUtf8();
}

} // namespace Pongwatch
