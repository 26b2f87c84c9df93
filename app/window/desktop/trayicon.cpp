// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/desktop/trayicon.h"

#include "widgets/statuslook.h"
#include "widgets/symbolicon.h"

#include <QIconEngine>
#include <QPainter>
#include <QStandardPaths>

namespace Pongwatch
{

namespace
{

/// Whether the tray shows that something is the matter.
bool hasShapeInTray(std::optional<Health> worst)
{
    return worst && *worst != Health::Ok && *worst != Health::Paused;
}

QIcon trayPictures(std::optional<Health> worst, const QPalette &palette)
{
    QIcon icon;
    for (const int side : {22, 32, 48, 64}) {
        QPixmap picture = applicationIcon().pixmap(QSize(side, side));
        if (hasShapeInTray(worst)) {
            QPainter painter(&picture);
            painter.setRenderHint(QPainter::Antialiasing);
            const double size = side * 0.62;
            const QRectF corner(side - size, side - size, size, size);
            painter.setPen(Qt::NoPen);
            painter.setBrush(palette.color(QPalette::Base));
            painter.drawEllipse(corner);
            StatusLook::paintShape(&painter, corner.adjusted(size / 6, size / 6, -size / 6, -size / 6),
                                   *worst, StatusLook::healthColor(*worst, palette));
        }
        icon.addPixmap(picture);
    }
    return icon;
}

/// Pictures, and the name of a symbol that a panel may show in their place. QIcon::fromTheme() has either,
/// and finds nothing where the program runs under a platform without icon themes.
class NamedPictures : public QIconEngine
{
public:
    NamedPictures(const QString &name, const QIcon &pictures)
        : m_name(name)
        , m_pictures(pictures)
    {
    }

    void paint(QPainter *painter, const QRect &place, QIcon::Mode mode, QIcon::State state) override
    {
        m_pictures.paint(painter, place, Qt::AlignCenter, mode, state);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return m_pictures.pixmap(size, mode, state);
    }
    QList<QSize> availableSizes(QIcon::Mode mode, QIcon::State state) override
    {
        return m_pictures.availableSizes(mode, state);
    }
    QString iconName() override { return m_name; }
    [[nodiscard]] QIconEngine *clone() const override { return new NamedPictures(m_name, m_pictures); }

private:
    QString m_name;
    QIcon m_pictures;
};

} // namespace

QIcon trayIcon(std::optional<Health> worst, const QPalette &palette)
{
    const QIcon pictures = trayPictures(worst, palette);
    const QString name = hasShapeInTray(worst) ? QStringLiteral("pongwatch-%1-symbolic").arg(toWord(*worst))
                                               : QStringLiteral("pongwatch-symbolic");
    const QString file = QStandardPaths::locate(
        QStandardPaths::GenericDataLocation, QStringLiteral("icons/hicolor/symbolic/apps/%1.svg").arg(name));
    return file.isEmpty() ? pictures : QIcon(new NamedPictures(name, pictures));
}

} // namespace Pongwatch
