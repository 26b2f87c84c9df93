// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/demofeature.h"

#include "app/window/application.h"
#include "app/window/noticebar.h"
#include "app/window/windowactions.h"
#include "widgets/chart/chartstate.h"
#include "widgets/chartpane.h"
#include "widgets/peerlistview.h"

#include <QAction>

namespace Pongwatch
{

DemoFeature::DemoFeature(const WindowContext &context, WindowActions *actions, QObject *parent)
    : WindowFeature(context, parent)
    , m_actions(actions)
{
    connect(m_actions->demo, &QAction::triggered, this, &DemoFeature::start);
    const PeerBook *book = m_context.application->book();
    connect(book, &PeerBook::peerAdded, this, &DemoFeature::showWhetherThere);
    connect(book, &PeerBook::peerRemoved, this, &DemoFeature::showWhetherThere);
    showWhetherThere();
}

void DemoFeature::start()
{
    if (const Outcome outcome = m_context.application->startDemo(); !outcome)
        m_context.notice->showNotice(outcome.error().sentence());
    m_context.list->setFocus();
    m_context.chart->state()->setSpan(std::chrono::minutes(2)); // demo peers are pinged every second
    showWhetherThere();
}

void DemoFeature::showWhetherThere()
{
    m_actions->demo->setEnabled(!m_context.application->hasDemo());
    m_actions->demo->setProperty("whyNot", tr("the demo peers are running already"));
}

} // namespace Pongwatch
