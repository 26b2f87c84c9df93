// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/delivery/deliverer.h"
#include "alerts/delivery/wayrunner.h"
#include "app/headless/wayresolver.h"
#include "workspace/workspacedemands.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace Pongwatch
{

class TrustKeeper;
class WorkspaceSession;

/// Brings the window's alerts to those who are to know, by the ways of the open workspace. What is not
/// delivered waits in a folder of that workspace, also for the next run. A way that the workspace is not
/// trusted with is not used. Lives on the GUI thread.
class WindowDelivery : public QObject
{
    Q_OBJECT

public:
    using Tried = std::function<void(const DeliveryResult &)>;

    /// All outlive this; the store answers only while it lives. `folder`: for all workspaces; empty: nothing
    /// is delivered, as in tests.
    WindowDelivery(WorkspaceSession *session, SecretStore *secrets, const TrustKeeper *trust,
                   const QString &folder, QObject *parent = nullptr);
    ~WindowDelivery() override;

    /// Whether one of the ways of its rule takes a picture.
    [[nodiscard]] bool wantsPicture(const AlertChange &change) const
    {
        return m_deliverer && m_deliverer->wantsPicture(change);
    }
    void deliver(const AlertChange &change, const QByteArray &picture);

    /// The ways that there are, with why one can't be used.
    [[nodiscard]] const QList<ReadyWay> &ways() const { return m_ways; }
    /// Tells of nothing by that way, once. `tried` is called with what became of it, unless this is deleted
    /// before.
    void test(const QString &way, const Tried &tried);

    [[nodiscard]] DeliveryStatus status() const
    {
        return m_deliverer ? m_deliverer->status() : DeliveryStatus();
    }

    /// Looks again at what the workspace is trusted with.
    void follow();

Q_SIGNALS:
    void waysChanged();
    void statusChanged(const Pongwatch::DeliveryStatus &status);
    void attempted(const Pongwatch::Delivery &delivery, const Pongwatch::DeliveryResult &result);
    /// A sentence that the user should read.
    void problem(const QString &sentence);
    /// The workspace wants to tell alerts by ways that it is not trusted with.
    void trustWanted();

private:
    void use(const QList<ReadyWay> &ways);

    WorkspaceSession *m_session;
    const TrustKeeper *m_trust;
    WayResolver m_resolver;
    QString m_folder;
    QString m_path; ///< of the workspace that the deliverer is for
    std::unique_ptr<Deliverer> m_deliverer;
    WayRunner m_tests;
    QList<AlertWay> m_wanted;
    QList<ReadyWay> m_ways;
    QTimer m_soon;
    quint64 m_lookup = 0; ///< of the secrets that were asked for last
};

} // namespace Pongwatch
