// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/deliveryfeature.h"

#include "app/window/application.h"
#include "app/window/noticebar.h"
#include "app/window/windowmenus.h"
#include "text/wording.h"
#include "widgets/alerts/waysdialog.h"

#include <QAction>
#include <QToolButton>

namespace Pongwatch
{

DeliveryFeature::DeliveryFeature(const WindowContext &context, QObject *parent)
    : WindowFeature(context, parent)
    , m_action(new QAction(this))
    , m_label(new QToolButton(context.window))
{
    m_action->setObjectName(QStringLiteral("alert-channels"));
    m_context.menus->add(WindowMenus::Menu::View, 90, {m_action});
    m_label->setObjectName(QStringLiteral("undelivered"));
    m_label->setAutoRaise(true);
    m_label->hide();
    connect(m_action, &QAction::triggered, this, &DeliveryFeature::open);
    connect(m_label, &QToolButton::clicked, this, &DeliveryFeature::open);
    WindowDelivery *delivery = m_context.application->delivery();
    connect(delivery, &WindowDelivery::statusChanged, this, &DeliveryFeature::showStatus);
    connect(delivery, &WindowDelivery::waysChanged, this, &DeliveryFeature::fill);
    connect(delivery, &WindowDelivery::problem, this,
            [this](const QString &sentence) { m_context.notice->showNotice(sentence); });
    retranslate();
    showStatus(delivery->status());
}

QWidget *DeliveryFeature::label() const
{
    return m_label;
}

void DeliveryFeature::retranslate()
{
    m_action->setText(tr("Alert C&hannels…"));
    m_action->setStatusTip(tr("Where alerts are sent, and a test for each channel"));
    showStatus(m_status);
}

void DeliveryFeature::showStatus(const DeliveryStatus &status)
{
    m_status = status;
    const bool isTrouble = !status.lastError.isEmpty() || status.failed > 0;
    m_label->setVisible(isTrouble);
    if (!isTrouble) {
        m_isTold = false;
        return;
    }
    const int count = status.waiting + status.failed;
    m_label->setText(count > 0 ? tr("%n alerts not delivered", nullptr, count) : tr("Alerts not delivered"));
    m_label->setToolTip(Wording::harmless(status.lastError, 400));
    m_label->setAccessibleDescription(m_label->toolTip());
    if (!std::exchange(m_isTold, true))
        m_context.notice->showNotice(
            tr("An alert could not be delivered: %1").arg(Wording::harmless(status.lastError, 300)),
            m_action);
}

void DeliveryFeature::open()
{
    if (!m_dialog) {
        m_dialog = new WaysDialog(m_context.window);
        connect(m_dialog, &WaysDialog::testWanted, this, [this](const QString &way) {
            m_context.application->delivery()->test(way, [this, way](const DeliveryResult &result) {
                m_dialog->showResult(way, result.isTaken, result.error, result.said);
            });
        });
    }
    fill();
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void DeliveryFeature::fill()
{
    if (!m_dialog)
        return;
    QList<WaysDialog::Row> rows;
    for (const ReadyWay &way : m_context.application->delivery()->ways())
        rows.append({way.way, way.missing});
    m_dialog->showWays(rows);
}

} // namespace Pongwatch
