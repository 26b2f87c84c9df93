// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QHostAddress>
#include <QList>
#include <QString>
#include <QUrl>

#include <memory>

namespace Pongwatch
{

/// A demo peer to watch.
struct DemoPeer {
    QString name; ///< what it does, for a person: "stalls after 20 s"
    QUrl url;

    friend bool operator==(const DemoPeer &, const DemoPeer &) = default;
};

/// A demo server on a thread of its own, so that neither it nor who watches it waits for the other. All
/// functions are called on the thread that made it; the destructor ends the server and waits for its thread.
class DemoFleet
{
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::DemoFleet)

public:
    DemoFleet();
    ~DemoFleet();
    DemoFleet(const DemoFleet &) = delete;
    DemoFleet &operator=(const DemoFleet &) = delete;

    /// Starts to listen, once; port 0 takes a free one. Gives the empty string, or a sentence that says why
    /// not.
    [[nodiscard]] QString start(const QHostAddress &address = QHostAddress::LocalHost, quint16 port = 0);

    /// The port that is listened on; 0 before start().
    [[nodiscard]] quint16 port() const { return m_port; }

    /// A first look at what can happen to a connection: one peer of each sort. Empty before start().
    [[nodiscard]] QList<DemoPeer> peers() const;

    /// The address of a path of this server, such as "/slow?ms=300", as a client dials it.
    [[nodiscard]] QUrl url(const QString &pathAndQuery) const;

private:
    class Thread;
    std::unique_ptr<Thread> m_thread; ///< null before start()
    QHostAddress m_address;
    quint16 m_port = 0;
};

} // namespace Pongwatch
