// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "widgets/rendering/documentlayout.h"
#include "widgets/rendering/pdfreport.h"
#include "widgets/rendering/pngreport.h"

#include <QBuffer>
#include <QImageReader>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

Document documentOf(int paragraphs, int rows)
{
    Document document;
    document.title = QStringLiteral("Title");
    document.footer = QStringLiteral("Footer");
    document.blocks.push_back(Document::Heading{2, QStringLiteral("Part"), {}, Tone::Plain});
    for (int i = 0; i < paragraphs; ++i)
        document.blocks.push_back(Document::Paragraph{
            QStringLiteral("A paragraph that is long enough to be broken into lines. ").repeated(6),
            Document::Paragraph::Kind::Body, Tone::Plain});
    Document::Table table;
    table.columns = {{QStringLiteral("Name"), false, 1}, {QStringLiteral("Number"), true, 0}};
    for (int i = 0; i < rows; ++i)
        table.rows.push_back({Document::Table::Cell{QStringLiteral("row %1").arg(i), Tone::Plain, {}, {}},
                              Document::Table::Cell{QString::number(i), Tone::Plain, {}, {}}});
    document.blocks.push_back(table);
    Drawing drawing;
    drawing.width = 400;
    drawing.height = 150;
    drawing.rect(Ink::Bad, 0, 0, 400, 150);
    document.blocks.push_back(Document::Drawings{{drawing, drawing}});
    return document;
}

QStringList textsOf(const LaidOutPage &page)
{
    QStringList texts;
    for (const PlacedText &placed : page.texts) {
        const QTextLine line = placed.block.line(placed.line);
        texts.append(QString::number(line.textStart()) + u'@' + QString::number(placed.at.y()));
    }
    return texts;
}

Report smallReport()
{
    Report report;
    report.version = QStringLiteral("0.1.0");
    report.from = WallTime(microseconds(1795348800'000000));
    report.to = report.from + std::chrono::minutes(1);
    report.madeAt = report.to;
    ReportPeer peer;
    peer.name = QStringLiteral("=HYPERLINK(\"x\") <b>\x1b[31m 上海");
    peer.states = {{report.from, report.to, Health::Ok, ConnectionState::Open}};
    report.peers.push_back(peer);
    report.note = QStringLiteral("one\ntwo");
    finishReport(report);
    return report;
}

} // namespace

/// How documents are divided into pages, and the painted formats of a report.
class DocumentLayoutTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void nothingLeavesThePage_data();
    void nothingLeavesThePage();
    void linesDoNotOverlap();
    void headsAreRepeated();
    void picturesAreOnePage();
    void outlineKnowsItsPages();
    void aPartWithDrawingsStaysTogether();
    void fromTheRight();
    void anArabicReportBeginsAtTheRight();
    void pdfTwiceIsTheSame();
    void pngTwiceIsTheSame();
    void pngCarriesFacts();
    void scales_data();
    void scales();
};

void DocumentLayoutTest::nothingLeavesThePage_data()
{
    QTest::addColumn<int>("paragraphs");
    QTest::addColumn<int>("rows");
    QTest::newRow("one page") << 2 << 3;
    QTest::newRow("long text") << 60 << 3;
    QTest::newRow("long table") << 2 << 300;
    QTest::newRow("both") << 47 << 151;
}

void DocumentLayoutTest::nothingLeavesThePage()
{
    QFETCH(int, paragraphs);
    QFETCH(int, rows);
    const PageSize size;
    const DocumentLayout layout = layOut(documentOf(paragraphs, rows), size, ReportTheme());
    for (const LaidOutPage &page : layout.pages) {
        for (const PlacedText &text : page.texts) {
            QVERIFY(text.at.y() >= size.margin);
            QVERIFY(text.at.y() + text.block.lineHeight() <= size.height);
            QVERIFY(text.at.x() + text.block.line(text.line).naturalTextWidth() <=
                    size.width - size.margin + 1);
        }
        for (const PlacedDrawing &drawing : page.drawings)
            QVERIFY(drawing.at.y() + drawing.drawing.height * drawing.scale <= size.height - size.margin);
    }
}

void DocumentLayoutTest::linesDoNotOverlap()
{
    // What follows a drawing at the top of a page is below it.
    for (int rows = 0; rows < 60; ++rows) {
        const DocumentLayout layout = layOut(documentOf(3, rows), PageSize(), ReportTheme());
        for (const LaidOutPage &page : layout.pages) {
            for (const PlacedDrawing &drawing : page.drawings) {
                const QRectF taken(drawing.at, QSizeF(100, drawing.drawing.height * drawing.scale));
                for (const PlacedText &text : page.texts)
                    QVERIFY(!taken.adjusted(0, 1, 0, -1)
                                 .contains(text.at + QPointF(1, text.block.lineHeight() / 2)));
            }
        }
    }
}

void DocumentLayoutTest::headsAreRepeated()
{
    const DocumentLayout layout = layOut(documentOf(1, 200), PageSize(), ReportTheme());
    QVERIFY(layout.pages.size() >= 3);
    // The first two texts on each further page are the head of the table.
    QCOMPARE(textsOf(layout.pages[1]).mid(0, 2), textsOf(layout.pages[2]).mid(0, 2));
}

void DocumentLayoutTest::picturesAreOnePage()
{
    const DocumentLayout layout = layOut(documentOf(60, 100), {1200, 0, 40}, ReportTheme());
    QCOMPARE(layout.pages.size(), size_t(1));
    for (const PlacedText &text : layout.pages.front().texts)
        QVERIFY(text.at.y() + text.block.lineHeight() <= layout.usedHeight);
}

void DocumentLayoutTest::outlineKnowsItsPages()
{
    Document document = documentOf(60, 3);
    document.blocks.push_back(Document::Heading{2, QStringLiteral("Last"), {}, Tone::Plain});
    const DocumentLayout layout = layOut(document, PageSize(), ReportTheme());
    QCOMPARE(layout.outline.size(), size_t(2));
    QCOMPARE(layout.outline.front().page, size_t(0));
    QCOMPARE(layout.outline.back().page, layout.pages.size() - 1);
}

void DocumentLayoutTest::aPartWithDrawingsStaysTogether()
{
    Drawing chart;
    chart.width = 400;
    chart.height = 100;
    for (int lines = 1; lines < 40; ++lines) {
        Document document = documentOf(lines, 1);
        for (int part = 0; part < 6; ++part) {
            if (part == 0)
                document.blocks.push_back(Document::Heading{2, QStringLiteral("Peers"), {}, Tone::Plain});
            document.blocks.push_back(Document::Heading{3, QStringLiteral("Part"), {}, Tone::Plain});
            document.blocks.push_back(Document::Drawings{{chart}});
            document.blocks.push_back(Document::Drawings{{chart, chart}});
        }
        const DocumentLayout layout = layOut(document, PageSize(), ReportTheme());
        // Each page has three drawings for each heading of a part on it; the document itself has two more.
        for (size_t page = 0; page < layout.pages.size(); ++page) {
            size_t parts = 0;
            for (const OutlineEntry &entry : layout.outline)
                parts += entry.level == 2 && entry.page == page ? 1 : 0;
            size_t charts = 0;
            for (const PlacedDrawing &placed : layout.pages[page].drawings)
                charts += qFuzzyCompare(placed.drawing.height, 100) ? 1 : 0;
            QCOMPARE(charts, parts * 3);
        }
        // The heading of all parts is on the page of the first one.
        QCOMPARE(layout.outline[1].page, layout.outline[2].page);
    }
}

void DocumentLayoutTest::fromTheRight()
{
    const PageSize size;
    Document document = documentOf(3, 5);
    const DocumentLayout leftToRight = layOut(document, size, ReportTheme());
    document.rightToLeft = true;
    const DocumentLayout layout = layOut(document, size, ReportTheme());
    QCOMPARE(layout.pages.size(), leftToRight.pages.size());
    const double rightEdge = size.width - size.margin;
    const PlacedText &title = layout.pages.front().texts.front();
    QVERIFY(qAbs(title.at.x() + title.block.line(0).naturalTextWidth() - rightEdge) < 1);
    for (size_t i = 0; i < layout.pages.front().drawings.size(); ++i) {
        const PlacedDrawing &there = leftToRight.pages.front().drawings[i];
        const PlacedDrawing &here = layout.pages.front().drawings[i];
        QVERIFY(qAbs(here.at.x() + here.width() - (size.width - there.at.x())) < 0.01);
        QCOMPARE(here.drawing.shapes.size(), there.drawing.shapes.size()); // not mirrored inside
    }
    for (const LaidOutPage &page : layout.pages) {
        for (const PlacedText &text : page.texts) {
            QVERIFY(text.at.x() >= size.margin - 1);
            QVERIFY(text.at.x() + text.block.line(text.line).naturalTextWidth() <= rightEdge + 1);
        }
    }
}

void DocumentLayoutTest::anArabicReportBeginsAtTheRight()
{
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::Arabic, QLocale::Egypt));
    Report report = smallReport();
    report.title = QStringLiteral("تقرير الاتصالات (7 أيام)");
    const QImage picture = toPicture(report);
    QLocale::setDefault(before);
    // The title is the first ink on the page: none of it is in the left half.
    const auto hasInk = [&picture](int from, int to) {
        for (int y = 0; y < 75; ++y) {
            for (int x = from; x < to; ++x)
                if (picture.pixel(x, y) != picture.pixel(0, 0))
                    return true;
        }
        return false;
    };
    QVERIFY(hasInk(600, 1200));
    QVERIFY(!hasInk(0, 600));
    if (const QString where = qEnvironmentVariable("PONGWATCH_LOOK"); !where.isEmpty())
        picture.save(where + QStringLiteral("/arabic.png"));
}

void DocumentLayoutTest::pdfTwiceIsTheSame()
{
    const Result<QByteArray> first = toPdf(smallReport(), ReportPaper::A4);
    QVERIFY2(first.ok(), first ? "" : qPrintable(first.error().sentence()));
    QCOMPARE(toPdf(smallReport(), ReportPaper::A4).value(), first.value());
    QVERIFY(toPdf(smallReport(), ReportPaper::Letter).value() != first.value());
}

void DocumentLayoutTest::pngTwiceIsTheSame()
{
    QCOMPARE(toPng(toPicture(smallReport())).value(), toPng(toPicture(smallReport())).value());
}

void DocumentLayoutTest::pngCarriesFacts()
{
    QByteArray bytes = toPng(toPicture(smallReport())).value();
    QBuffer buffer(&bytes);
    const QImage picture = QImageReader(&buffer, "png").read();
    QVERIFY(picture.text(QStringLiteral("Peers")).contains(QStringLiteral("上海")));
    QVERIFY(!picture.text(QStringLiteral("Peers")).contains(u'\x1b'));
    QCOMPARE(picture.text(QStringLiteral("Comment")), QStringLiteral("one two"));
}

void DocumentLayoutTest::scales_data()
{
    QTest::addColumn<int>("scale");
    QTest::addColumn<int>("width");
    QTest::newRow("1") << 1 << 1200;
    QTest::newRow("2") << 2 << 2400;
    QTest::newRow("3") << 3 << 3600;
    QTest::newRow("more than there is") << 9 << 3600;
}

void DocumentLayoutTest::scales()
{
    QFETCH(int, scale);
    QFETCH(int, width);
    QCOMPARE(toPicture(smallReport(), scale, true).width(), width);
}

QTEST_MAIN(DocumentLayoutTest)
#include "tst_documentlayout.moc"
