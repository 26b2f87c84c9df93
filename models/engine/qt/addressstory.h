// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/clock.h"
#include "engine/values/dialfacts.h"

#include <QAbstractSocket>
#include <QHostAddress>
#include <QObject>
#include <QPointer>
#include <QString>

#include <optional>
#include <vector>

namespace Pongwatch
{

/// What each address of a name does when Qt's socket dials it. Qt tries them one after the other, 30 s each,
/// and tells of the last one only. But it makes an engine for each, as a child, and the engine's notifiers
/// know the descriptor: so the kernel can be asked before Qt hears of a failure.
class AddressStory final : public QObject
{
    Q_OBJECT

public:
    /// When the name has just been found, before the first address is tried. `socket` dials without a proxy.
    /// The clock outlives the object.
    AddressStory(const QString &host, quint16 port, const Clock &clock, QAbstractSocket &socket);
    ~AddressStory() override;

    /// The address that is being tried is connected: its predecessors are the story.
    void connected();
    /// None is left, and the last one failed like this.
    void failed(QAbstractSocket::SocketError error);

    /// The addresses that did not answer, in the order of the dial, that included which is tried. Empty while
    /// they are not known, which they are one turn of the event loop after the name was found.
    [[nodiscard]] QList<AddressAttempt> attempts() const;

    /// How many have not been tried; 0 while their number is not known.
    [[nodiscard]] quint32 left() const;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// One engine of Qt's.
    struct Try {
        SteadyTime beganAt{};
        std::optional<SteadyTime> endedAt;
        std::optional<AddressOutcome> seen; ///< nullopt: the kernel was not asked
    };

    void childMade(QObject *child);
    void engineMade(QObject *engine);
    void noteFailure(QObject *notifier);
    [[nodiscard]] AddressAttempt attempt(std::size_t place) const;

    const Clock &m_clock;
    quint16 m_port;
    QPointer<QAbstractSocket> m_connecting;
    QPointer<QObject> m_engine; ///< of the address that is tried
    int m_lookup = -1;
    QList<QHostAddress> m_addresses;
    std::vector<Try> m_tries;
    bool m_isConnected = false;
};

} // namespace Pongwatch
