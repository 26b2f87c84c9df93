// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/statuscounts.h"

#include "peers/peerbook.h"
#include "text/wording.h"
#include "widgets/quietlabel.h"
#include "widgets/statuslook.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

#include <algorithm>

namespace Pongwatch
{

StatusCounts::StatusCounts(const PeerBook *book, QWidget *parent)
    : QWidget(parent)
    , m_book(book)
    , m_none(new QuietLabel(QuietLabel::Body, this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 2, 6, 2);
    layout->setSpacing(4);
    layout->addWidget(m_none);
    layout->addStretch(1);

    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &StatusCounts::recount);
    connect(book, &PeerBook::peerAdded, &m_soon, qOverload<>(&QTimer::start));
    connect(book, &PeerBook::peerRemoved, &m_soon, qOverload<>(&QTimer::start));
    connect(book, &PeerBook::peersChanged, this, [this](const QList<PeerChange> &changes) {
        const bool concerned = std::any_of(changes.cbegin(), changes.cend(),
                                           [](const PeerChange &change) { return change.state; });
        if (concerned)
            m_soon.start();
    });
    recount();
    refresh();
}

void StatusCounts::recount()
{
    QMap<Health, int> counts;
    for (const PeerId peer : m_book->peers())
        if (const PeerRecord *record = m_book->record(peer))
            ++counts[record->standing()];
    if (counts != m_counts) {
        m_counts = counts;
        refresh();
    }
}

QToolButton *StatusCounts::buttonFor(Health health)
{
    QToolButton *&button = m_buttons[health];
    if (!button) {
        button = new QToolButton(this);
        button->setAutoRaise(true);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        connect(button, &QToolButton::clicked, this, [this, health](bool on) { toggled(health, on); });
        // By severity, after the label. Closed and Waiting are equally bad.
        const QList<Health> there = m_buttons.keys();
        const auto place = std::count_if(there.cbegin(), there.cend(), [health](Health other) {
            return isWorse(other, health) || (!isWorse(health, other) && other < health);
        });
        static_cast<QHBoxLayout *>(layout())->insertWidget(static_cast<int>(place) + 1, button);
    }
    return button;
}

void StatusCounts::toggled(Health health, bool on)
{
    // As in a list: a click selects one, Ctrl or Shift adds to the selection.
    const bool adds = QApplication::keyboardModifiers() & (Qt::ControlModifier | Qt::ShiftModifier);
    QSet<Health> states = adds ? m_chosen : QSet<Health>();
    if (on)
        states.insert(health);
    else
        states.remove(health);
    setChosen(states);
    Q_EMIT chosen(states);
}

void StatusCounts::setChosen(const QSet<Health> &states)
{
    m_chosen = states;
    refresh();
}

void StatusCounts::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        refresh();
}

void StatusCounts::refresh()
{
    setAccessibleName(tr("Peers by state"));
    setAccessibleDescription(Wording::healthCounts(m_counts));
    m_none->setText(tr("No peers"));
    m_none->setVisible(m_counts.isEmpty());
    QMap<Health, int> shown = m_counts;
    for (const Health state : std::as_const(m_chosen))
        shown.insert(state, m_counts.value(state)); // to be deselected even if nobody is left
    for (auto it = m_buttons.cbegin(); it != m_buttons.cend(); ++it)
        it.value()->setVisible(shown.contains(it.key()));
    const int side = fontMetrics().height();
    for (auto it = shown.cbegin(); it != shown.cend(); ++it) {
        const Health health = it.key();
        QToolButton *button = buttonFor(health);
        button->setText(
            tr("%1 %2", "count, state").arg(QLocale().toString(it.value()), Wording::health(health)));
        button->setToolTip(tr("Show only these peers (Ctrl: add them)"));
        button->setIconSize({side, side});
        button->setIcon(StatusLook::shapePixmap(health, side, devicePixelRatioF(), palette()));
        QPalette colored = palette();
        for (const QPalette::ColorRole role : {QPalette::ButtonText, QPalette::Text, QPalette::WindowText})
            colored.setColor(role, StatusLook::healthColor(health, palette()));
        button->setPalette(colored);
        button->setChecked(m_chosen.contains(health));
        button->show();
    }
}

} // namespace Pongwatch
