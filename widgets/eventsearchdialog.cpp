// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/eventsearchdialog.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace Pongwatch
{

namespace
{

QDateTime toDateTime(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(std::chrono::floor<milliseconds>(time).time_since_epoch().count());
}

WallTime toWallTime(const QDateTime &time)
{
    return WallTime(milliseconds(time.toMSecsSinceEpoch()));
}

} // namespace

EventSearchDialog::EventSearchDialog(WallTime from, WallTime to, QWidget *parent)
    : QDialog(parent)
    , m_peerLabel(new QLabel(this))
    , m_peer(new QComboBox(this))
    , m_fromLabel(new QLabel(this))
    , m_from(new QDateTimeEdit(toDateTime(from), this))
    , m_toLabel(new QLabel(this))
    , m_to(new QDateTimeEdit(toDateTime(to), this))
    , m_mistake(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setObjectName(QStringLiteral("eventSearch"));
    m_peer->addItem(QString());
    m_peer->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_peer->setMinimumContentsLength(28);
    m_peerLabel->setBuddy(m_peer);
    m_fromLabel->setBuddy(m_from);
    m_toLabel->setBuddy(m_to);
    m_mistake->setWordWrap(true);
    for (QDateTimeEdit *field : {m_from, m_to}) {
        field->setCalendarPopup(true);
        connect(field, &QDateTimeEdit::dateTimeChanged, this, &EventSearchDialog::showWhetherPossible);
    }
    auto *form = new QFormLayout;
    form->addRow(m_peerLabel, m_peer);
    form->addRow(m_fromLabel, m_from);
    form->addRow(m_toLabel, m_to);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addLayout(form);
    layout->addWidget(m_mistake);
    layout->addStretch();
    layout->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
    showWhetherPossible();
}

void EventSearchDialog::setPeers(const QStringList &names)
{
    const QString chosen = m_peer->currentIndex() > 0 ? m_peer->currentText() : QString();
    while (m_peer->count() > 1)
        m_peer->removeItem(1);
    m_peer->addItems(names);
    if (const int place = m_peer->findText(chosen); place > 0)
        m_peer->setCurrentIndex(place);
}

PastEventScope EventSearchDialog::scope() const
{
    PastEventScope scope;
    if (m_peer->currentIndex() > 0)
        scope.peer = m_peer->currentText();
    scope.from = toWallTime(m_from->dateTime());
    // In a field with minutes, the last minute is included.
    scope.to = toWallTime(m_to->dateTime()) + std::chrono::minutes(1);
    return scope;
}

void EventSearchDialog::showWhetherPossible()
{
    const bool possible = m_from->dateTime() <= m_to->dateTime();
    m_mistake->setVisible(!possible);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(possible);
}

void EventSearchDialog::retranslate()
{
    setWindowTitle(tr("Search the History"));
    m_peerLabel->setText(tr("&Peer:"));
    m_peer->setItemText(0, tr("All peers"));
    m_fromLabel->setText(tr("&From:"));
    m_toLabel->setText(tr("&To:"));
    m_mistake->setText(tr("The end is before the beginning."));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("&Search"));
}

void EventSearchDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Pongwatch
