// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QHostAddress>
#include <QList>
#include <QString>
#include <QUrl>

#include <functional>
#include <memory>

namespace Pongwatch
{

/// A demo peer to watch.
struct DemoPeer {
    QString name; ///< what it does, for people: "stalls after 20 s"
    QUrl url;

    friend bool operator==(const DemoPeer &, const DemoPeer &) = default;
};

/// A demo server on its own thread, so that neither it nor its observer has to wait for the other. Call all
/// functions on the thread that created it; the destructor ends the server and waits for its thread.
class DemoFleet
{
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::DemoFleet)

public:
    DemoFleet();
    ~DemoFleet();
    DemoFleet(const DemoFleet &) = delete;
    DemoFleet &operator=(const DemoFleet &) = delete;

    /// Receives a sentence when clients can't be accepted; called on the server's thread.
    using Complain = std::function<void(const QString &)>;

    /// Starts to listen; call once. Port 0 takes any free port. Returns an empty text, or a sentence that
    /// says why it failed.
    [[nodiscard]] QString start(const QHostAddress &address = QHostAddress::LocalHost, quint16 port = 0,
                                Complain complain = {});

    /// The port that it listens on; 0 before start().
    [[nodiscard]] quint16 port() const { return m_port; }

    /// A sample of what can happen to a connection: one peer of each kind. Empty before start().
    [[nodiscard]] QList<DemoPeer> peers() const;

    /// The URL for a path on this server, such as "/slow?ms=300", as a client would dial it.
    [[nodiscard]] QUrl url(const QString &pathAndQuery) const;

private:
    class Thread;
    std::unique_ptr<Thread> m_thread; ///< null before start()
    QHostAddress m_address;
    quint16 m_port = 0;
};

} // namespace Pongwatch
