// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "widgets/statuslook.h"

#include <QPainter>
#include <QTest>

#include <cmath>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

const QList<Health> allHealths{Health::Failed, Health::TimedOut,   Health::Closed, Health::Waiting,
                               Health::Slow,   Health::Connecting, Health::Ok,     Health::Paused};

QPalette palette(bool dark)
{
    QPalette palette;
    palette.setColor(QPalette::Base, dark ? QColor(0x1b, 0x1e, 0x22) : QColor(Qt::white));
    palette.setColor(QPalette::Text, dark ? QColor(0xe4, 0xe7, 0xeb) : QColor(0x1f, 0x23, 0x28));
    return palette;
}

/// WCAG 2.1: relative luminance.
double luminance(const QColor &color)
{
    const auto linear = [](double c) {
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// WCAG 2.1: contrast ratio.
double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a) + 0.05;
    const double y = luminance(b) + 0.05;
    return std::max(x, y) / std::min(x, y);
}

/// What is seen when a colour that lets through is painted over another.
QColor over(const QColor &ground, const QColor &wash)
{
    const auto channel = [&wash](float a, float b) { return a + (b - a) * wash.alphaF(); };
    return QColor::fromRgbF(channel(ground.redF(), wash.redF()), channel(ground.greenF(), wash.greenF()),
                            channel(ground.blueF(), wash.blueF()));
}

} // namespace

class StatusLookTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void textInTheColourOfAStateCanBeRead_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void textInTheColourOfAStateCanBeRead()
    {
        QFETCH(bool, dark);
        const QPalette look = palette(dark);
        for (const Health health : allHealths) {
            const double ratio = contrast(StatusLook::healthColor(health, look), look.color(QPalette::Base));
            QVERIFY2(ratio >= 4.5, qPrintable(QString(toWord(health) + QStringLiteral(" %1").arg(ratio))));
        }
        QVERIFY(contrast(StatusLook::quietText(look), look.color(QPalette::Base)) >= 4.5);
    }

    void textOnAWashAndOnAGroupsBandCanBeRead_data() { textInTheColourOfAStateCanBeRead_data(); }
    void textOnAWashAndOnAGroupsBandCanBeRead()
    {
        QFETCH(bool, dark);
        const QPalette look = palette(dark);
        for (const Health health : allHealths) {
            for (const QColor &ground : {look.color(QPalette::Base), StatusLook::band(look)}) {
                const QColor behind = over(ground, StatusLook::wash(health, look));
                for (const QColor &text : {StatusLook::healthColor(health, look), StatusLook::quietText(look),
                                           StatusLook::warningColor(look), look.color(QPalette::Text)}) {
                    const double ratio = contrast(text, behind);
                    QVERIFY2(ratio >= 4.5,
                             qPrintable(QString(toWord(health) + QLatin1Char(' ') + text.name() +
                                                QStringLiteral(" %1").arg(ratio))));
                }
            }
        }
    }

    void everyStateHasAShapeOfItsOwn()
    {
        // In one colour: what differs is the shape. Closed and Waiting differ too, though they rank alike.
        QList<QImage> shapes;
        for (const Health health : allHealths) {
            QImage image(32, 32, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            QPainter painter(&image);
            StatusLook::paintShape(&painter, QRectF(0, 0, 32, 32), health, Qt::black);
            painter.end();
            QVERIFY2(!shapes.contains(image), toWord(health).data());
            shapes.append(image);
        }
    }

    void noSeriesHasTheColourOfTimeouts()
    {
        for (const bool dark : {false, true}) {
            const QPalette look = palette(dark);
            for (qsizetype n = 0; n < 8; ++n) {
                QVERIFY(StatusLook::seriesColor(n, look) != StatusLook::timeoutColor(look));
                QVERIFY(n == 0 || StatusLook::seriesColor(n, look) != StatusLook::seriesColor(n - 1, look));
            }
        }
    }
};

QTEST_MAIN(StatusLookTest)
#include "tst_statuslook.moc"
