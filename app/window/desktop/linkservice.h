// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

namespace Pongwatch
{

/// Takes links from other starts of the program, so that they open in the window that is there already: by
/// the interface org.freedesktop.Application of the Desktop Entry Specification 1.5. Lives on the GUI thread.
class LinkService : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Application")

public:
    /// When another window has the name already, that one takes the links.
    explicit LinkService(const QDBusConnection &bus, QObject *parent = nullptr);
    ~LinkService() override;
    LinkService(const LinkService &) = delete;
    LinkService &operator=(const LinkService &) = delete;

    /// Gives a link to the window that takes them. False: there is none, or it does not answer.
    [[nodiscard]] static bool handOver(const QDBusConnection &bus, const QString &link);

public Q_SLOTS:
    // Of the interface; NOLINTBEGIN(readability-identifier-naming)
    Q_SCRIPTABLE void Open(const QStringList &uris, const QVariantMap &platformData);
    Q_SCRIPTABLE void Activate(const QVariantMap &platformData);
    // NOLINTEND(readability-identifier-naming)

Q_SIGNALS:
    /// Not checked yet. Empty: the window is only to come to the front.
    void linkOpened(const QString &link);

private:
    QDBusConnection m_bus;
};

} // namespace Pongwatch
