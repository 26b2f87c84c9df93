// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "widgets/statuslook.h"
#include "widgets/symbolicon.h"

#include <QPainter>
#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

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

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

Triple times(const Matrix &matrix, const Triple &v)
{
    Triple result{};
    for (size_t row = 0; row < 3; ++row)
        result[row] = matrix[row][0] * v[0] + matrix[row][1] * v[1] + matrix[row][2] * v[2];
    return result;
}

/// sRGB without its gamma.
Triple linearOf(const QColor &color)
{
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return {linear(color.redF()), linear(color.greenF()), linear(color.blueF())};
}

/// CIE L*a*b* for the white of D65.
Triple labOf(Triple rgb)
{
    for (double &channel : rgb)
        channel = std::clamp(channel, 0.0, 1.0);
    const Triple xyz = times({{{0.4124564, 0.3575761, 0.1804375},
                               {0.2126729, 0.7151522, 0.0721750},
                               {0.0193339, 0.1191920, 0.9503041}}},
                             rgb);
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = f(xyz[0] / 0.95047);
    const double y = f(xyz[1]);
    const double z = f(xyz[2] / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

/// How people see without one type of cone: Machado, Oliveira and Fernandes, "A Physiologically-based Model
/// for Simulation of Color Vision Deficiency", 2009, at full severity.
const std::array<std::pair<const char *, Matrix>, 4> eyes{{
    {"all cones", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
    {"without red",
     {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
    {"without green",
     {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
    {"without blue",
     {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}},
}};

/// The result of painting a translucent colour over another.
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
    void aSymbolOfNoSizeIsNoPicture()
    {
        QVERIFY(symbolIcon(QStringLiteral("pause")).pixmap(QSize(0, 0)).isNull()); // and nobody complains
        QVERIFY(symbolIcon(QStringLiteral("pause")).pixmap(QSize(16, 0)).isNull());
        QVERIFY(!symbolIcon(QStringLiteral("pause")).pixmap(QSize(16, 16)).isNull());
    }

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
        // In a single colour, only shapes differ. Closed and Waiting differ, too, though they rank equally.
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

    void seriesAreToldApartByAllEyes_data()
    {
        QTest::addColumn<int>("eye");
        QTest::addColumn<bool>("dark");
        for (size_t eye = 0; eye < eyes.size(); ++eye) {
            QTest::addRow("%s, light", eyes.at(eye).first) << static_cast<int>(eye) << false;
            QTest::addRow("%s, dark", eyes.at(eye).first) << static_cast<int>(eye) << true;
        }
    }
    void seriesAreToldApartByAllEyes()
    {
        QFETCH(int, eye);
        QFETCH(bool, dark);
        const QPalette look = palette(dark);
        const Matrix &sight = eyes.at(static_cast<size_t>(eye)).second;
        constexpr double farEnough = 15; // CIE 1976; 2.3 is a just noticeable difference
        for (qsizetype n = 0; n < 8; ++n) {
            const QColor color = StatusLook::seriesColor(n, look);
            QVERIFY2(contrast(color, look.color(QPalette::Base)) >= 3, qPrintable(color.name()));
            const Triple a = labOf(times(sight, linearOf(color)));
            for (qsizetype m = 0; m < n; ++m) {
                const QColor other = StatusLook::seriesColor(m, look);
                const Triple b = labOf(times(sight, linearOf(other)));
                const double apart = std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
                QVERIFY2(
                    apart >= farEnough,
                    qPrintable(QStringLiteral("%1 and %2: %3").arg(color.name(), other.name()).arg(apart)));
            }
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
