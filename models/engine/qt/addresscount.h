// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

class QAbstractSocket;
class QTcpSocket;

namespace Pongwatch
{

/// How many addresses of a name Qt's socket has not tried yet. It tries them one after the other, 30 s each,
/// and tells nobody; but it makes an engine for each, as a child.
class AddressCount final : public QObject
{
    Q_OBJECT

public:
    /// When the name has just been found, before the first address is tried. `socket` dials without a proxy.
    AddressCount(const QString &host, QAbstractSocket &socket);
    ~AddressCount() override;

    /// 0 while the number of addresses is not known.
    [[nodiscard]] quint32 left() const;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPointer<QAbstractSocket> m_connecting;
    int m_lookup = -1;
    qsizetype m_addresses = 0;
    qsizetype m_children = 0; ///< that the socket has made since
};

} // namespace Pongwatch
