// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/symbolicon.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QSvgRenderer>

// A static library's resources must be initialised explicitly, outside of any namespace.
static void initializeIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace Pongwatch
{

namespace
{

QByteArray iconSource(const QString &name)
{
    initializeIcons();
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QColor symbolColor(QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    switch (mode) {
    case QIcon::Disabled:
        return palette.color(QPalette::Disabled, QPalette::ButtonText);
    case QIcon::Selected:
        return palette.color(QPalette::Active, QPalette::HighlightedText);
    case QIcon::Normal:
    case QIcon::Active:
        break;
    }
    return palette.color(QPalette::Active, QPalette::ButtonText);
}

/// Draws an SVG with "currentColor" strokes in the palette's colour.
class SymbolIconEngine final : public QIconEngine
{
public:
    explicit SymbolIconEngine(QByteArray source)
        : m_source(std::move(source))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        const QColor color = symbolColor(mode);
        QByteArray colored = m_source;
        colored.replace("currentColor", color.name().toLatin1());
        QSvgRenderer renderer(colored);
        painter->save();
        painter->setOpacity(painter->opacity() * color.alphaF()); // the colour's name has no alpha
        renderer.render(painter, rect);
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        if (size.isEmpty())
            return {}; // a painter can't begin on it
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new SymbolIconEngine(m_source); }

    bool isNull() override { return m_source.isEmpty(); }

private:
    QByteArray m_source;
};

} // namespace

QIcon symbolIcon(const QString &name)
{
    return QIcon(new SymbolIconEngine(iconSource(name)));
}

void paintSymbol(QPainter *painter, const QRectF &place, const QString &name, const QColor &color)
{
    QSvgRenderer renderer(iconSource(name).replace("currentColor", color.name().toLatin1()));
    renderer.render(painter, place);
}

QIcon applicationIcon()
{
    // A QIcon made from the file would first load the plug-ins for all image formats.
    return symbolIcon(QStringLiteral("pongwatch"));
}

} // namespace Pongwatch
