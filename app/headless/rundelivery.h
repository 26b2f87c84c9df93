// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/delivery/deliverer.h"

#include <QCoreApplication>
#include <QObject>

namespace Pongwatch
{

class MonitorRun;

/// Brings the alerts of a run to those who are to know, and says on standard error what keeps one of them
/// back: once a way, until it is well again.
class RunDelivery : public QObject
{
    Q_OBJECT

public:
    /// The run outlives this. `folder`: of what earlier runs could not deliver.
    RunDelivery(const QList<ReadyWay> &ways, const QString &folder, MonitorRun *run);

    /// At the end: tries everything that is left once more, waits so long at most, and says what is not
    /// delivered.
    void settle(milliseconds patience);

private:
    /// Of the peer that it is about first.
    [[nodiscard]] QByteArray pictureOf(const AlertChange &change) const;
    void tell(const Delivery &delivery, const DeliveryResult &result);

    MonitorRun *m_run;
    Deliverer m_deliverer;
    QSet<QString> m_toldWays; ///< whose trouble was told
};

/// What is not delivered, in a sentence; empty: everything is.
[[nodiscard]] QString undeliveredSentence(const DeliveryStatus &status);

} // namespace Pongwatch
