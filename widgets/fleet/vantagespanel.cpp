// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fleet/vantagespanel.h"

#include "fleet/crosssentence.h"
#include "fleet/watch/fleetboard.h"
#include "items/vantagecells.h"
#include "widgets/factsgrid.h"
#include "widgets/inspector/valuelabel.h"
#include "widgets/statuslook.h"

#include <QLabel>
#include <QVBoxLayout>

namespace Pongwatch
{

VantagesPanel::VantagesPanel(QWidget *parent)
    : QWidget(parent)
    , m_verdict(makeValueLabel(this))
    , m_old(makeValueLabel(this))
    , m_sights(new FactsGrid(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_verdict);
    layout->addWidget(m_old);
    layout->addWidget(m_sights);
}

void VantagesPanel::setFleet(const FleetBoard *fleet)
{
    m_fleet = fleet;
}

bool VantagesPanel::showPeer(PeerId peer, bool isOwn, WallTime now)
{
    const FleetRow *row = m_fleet ? m_fleet->of(peer) : nullptr;
    if (!row)
        return false;
    QString verdict = isOwn ? crossSentence(row->verdict, m_fleet->format(), now) : QString();
    if (row->verdict.kind == CrossVerdict::Kind::Up && row->verdict.silent.isEmpty())
        verdict = tr("Up from all vantages that watch it.");
    else if (row->verdict.kind == CrossVerdict::Kind::Up && !isOwn)
        verdict = crossSentence(row->verdict, m_fleet->format(), now);
    setTextIfNew(m_verdict, verdict);
    m_verdict->setVisible(!verdict.isEmpty());
    QString old;
    if (m_fleet->state() == FleetBoard::State::Old) {
        //: %1 a moment, %2 why it can't be read
        old = tr("Old, as of %1: %2.")
                  .arg(m_fleet->format().moment(m_fleet->readAt(), now), m_fleet->problem());
    }
    setTextIfNew(m_old, old);
    m_old->setVisible(!old.isEmpty());
    QPalette colored = palette();
    colored.setColor(QPalette::WindowText, StatusLook::warningColor(palette()));
    m_old->setPalette(colored);
    m_sights->setFacts(VantageCells::facts(*row, m_fleet->format(), now));
    return true;
}

QString VantagesPanel::plainText() const
{
    QString text;
    for (const QLabel *label : {m_verdict, m_old})
        if (!label->text().isEmpty())
            text += label->text() + QLatin1Char('\n');
    return text + m_sights->plainText();
}

} // namespace Pongwatch
