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

/// Finds out what each address of a name does when Qt's socket dials it. Qt tries them one after the other,
/// 30 s each, and reports only the last. But it creates an engine for each as a child object, whose notifiers
/// know the descriptor: so we can ask the kernel before Qt notices a failure.
class AddressStory final : public QObject
{
    Q_OBJECT

public:
    /// Create it when the name has just been resolved, before the first address is tried. `socket` must dial
    /// without a proxy. The clock must outlive the object.
    AddressStory(const QString &host, quint16 port, const Clock &clock, QAbstractSocket &socket);
    ~AddressStory() override;

    /// The current address is connected; those tried before it make up the story.
    void connected();
    /// There are no more addresses, and the last one failed with this error.
    void failed(QAbstractSocket::SocketError error);

    /// The addresses that did not answer, in dialling order, including the one being tried. Empty until they
    /// are known, which takes one turn of the event loop after the name was resolved.
    [[nodiscard]] QList<AddressAttempt> attempts() const;

    /// How many have not been tried; 0 until their number is known.
    [[nodiscard]] quint32 left() const;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// One of Qt's socket engines.
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
    QPointer<QObject> m_engine; ///< of the address being tried
    int m_lookup = -1;
    QList<QHostAddress> m_addresses;
    std::vector<Try> m_tries;
    bool m_isConnected = false;
};

} // namespace Pongwatch
