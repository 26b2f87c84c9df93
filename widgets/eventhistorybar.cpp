// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/eventhistorybar.h"

#include "text/formatter.h"
#include "widgets/quietlabel.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

namespace Pongwatch
{

EventHistoryBar::EventHistoryBar(QWidget *parent)
    : QWidget(parent)
    , m_label(new QuietLabel(QuietLabel::Body, this))
    , m_button(new QToolButton(this))
    , m_more(new QAction(this))
    , m_search(new QAction(this))
    , m_all(new QAction(this))
{
    m_more->setObjectName(QStringLiteral("earlierEvents"));
    m_search->setObjectName(QStringLiteral("searchEvents"));
    m_all->setObjectName(QStringLiteral("allEvents"));
    m_all->setEnabled(false);
    m_button->setAutoRaise(true);
    m_button->setDefaultAction(m_more);
    m_button->setPopupMode(QToolButton::MenuButtonPopup);
    m_button->addActions({m_search, m_all});
    m_label->setMinimumWidth(0);
    // The label shrinks if there is little room; its tool tip has the full text.
    m_label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_button);
    layout->addWidget(m_label, 1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    retranslate();
}

void EventHistoryBar::showState(const PastEventStatus &status, WallTime now,
                                const FormatPreferences &preferences)
{
    m_status = status;
    m_now = now;
    m_preferences = preferences;
    m_all->setEnabled(!status.scope.isEverything());
    m_more->setEnabled(status.state == PastEventState::More || status.state == PastEventState::Failed);
    retranslate();
}

QString EventHistoryBar::sentence() const
{
    return m_label->text();
}

QString EventHistoryBar::stateSentence() const
{
    const bool all = m_status.scope.isEverything();
    switch (m_status.state) {
    case PastEventState::Reading:
        return tr("Reading the history…");
    case PastEventState::Failed:
        return tr("The history can't be read: %1").arg(m_status.problem);
    case PastEventState::Full:
        return tr("No more events fit here: search for a time span.");
    case PastEventState::All:
        return all                  ? tr("All events in the history are shown.")
               : m_status.count > 0 ? tr("%n event(s) found.", nullptr, m_status.count)
                                    : tr("No matching events in the history.");
    case PastEventState::More:
        break;
    }
    if (m_status.count == 0)
        return tr("Events of this run.");
    const QString since = Formatter(QLocale(), {}, m_preferences).moment(m_status.oldest, m_now);
    return all ? tr("Events since %1.").arg(since)
               : tr("%n event(s) found since %1; there are more.", nullptr, m_status.count).arg(since);
}

void EventHistoryBar::retranslate()
{
    m_more->setText(tr("&Earlier Events"));
    m_more->setToolTip(tr("Read events of earlier runs from the history"));
    m_search->setText(tr("&Search the History…"));
    m_all->setText(tr("Show &All Events Again"));
    m_label->setText(stateSentence());
    m_label->setToolTip(m_label->text().toHtmlEscaped());
}

void EventHistoryBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Pongwatch
