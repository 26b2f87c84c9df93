// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/situationfeature.h"

#include "app/window/application.h"
#include "app/window/windowmenus.h"
#include "peers/situationwatch.h"
#include "widgets/peerlistview.h"
#include "widgets/situationbar.h"

#include <QAction>

namespace Pongwatch
{

SituationFeature::SituationFeature(const WindowContext &context, SituationBar *bar, QObject *parent)
    : WindowFeature(context, parent)
    , m_select(new QAction(this))
{
    m_select->setObjectName(QStringLiteral("select-trouble"));
    m_select->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_T));
    connect(m_select, &QAction::triggered, this, &SituationFeature::select);
    connect(bar, &QAbstractButton::clicked, m_select, &QAction::trigger);
    connect(context.application->situation(), &SituationWatch::changed, this,
            &SituationFeature::showWhetherTrouble);
    context.menus->add(WindowMenus::Menu::Edit, 20, {m_select});
    retranslate();
    showWhetherTrouble();
}

void SituationFeature::select()
{
    selectSome(m_context.application->situation()->situation().inTrouble); // the worst first
}

void SituationFeature::showWhetherTrouble()
{
    m_select->setEnabled(!m_context.application->situation()->situation().inTrouble.isEmpty());
}

void SituationFeature::retranslate()
{
    m_select->setText(tr("Select Peers in &Trouble"));
}

} // namespace Pongwatch
