// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/filterbar.h"

#include "items/peerfiltermodel.h"
#include "items/peerlistroles.h"
#include "text/wording.h"
#include "widgets/calmheader.h"
#include "widgets/statuslook.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QTimer>
#include <QToolButton>

namespace Pongwatch
{

namespace
{

int countPeers(const QAbstractItemModel *model)
{
    int peers = 0;
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, 0);
        peers += index.data(PeerIsGroupRole).toBool() ? model->rowCount(index) : 1;
    }
    return peers;
}

} // namespace

FilterBar::FilterBar(PeerFilterModel *filter, QWidget *parent)
    : QWidget(parent)
    , m_filter(filter)
    , m_text(new QLabel(this))
    , m_showAll(new QToolButton(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_showAll->setAutoRaise(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(CalmHeader::padding, 3, CalmHeader::padding, 3);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_showAll);
    connect(m_showAll, &QToolButton::clicked, filter, [filter] { filter->setFilter({}); });

    auto *soon = new QTimer(this); // rows are added and removed one by one
    soon->setSingleShot(true);
    soon->setInterval(0);
    connect(soon, &QTimer::timeout, this, &FilterBar::refresh);
    const auto later = qOverload<>(&QTimer::start);
    connect(filter, &PeerFilterModel::filterChanged, this, &FilterBar::refresh);
    connect(filter, &QAbstractItemModel::rowsInserted, soon, later);
    connect(filter, &QAbstractItemModel::rowsRemoved, soon, later);
    connect(filter, &QAbstractItemModel::layoutChanged, soon, later);
    retranslate();
}

QString FilterBar::text() const
{
    return m_text->text();
}

void FilterBar::retranslate()
{
    m_showAll->setText(tr("Show All Peers"));
    refresh();
}

void FilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FilterBar::refresh()
{
    const PeerFilter &filter = m_filter->filter();
    setVisible(!filter.isEmpty());
    if (filter.isEmpty() || !m_filter->sourceModel())
        return;
    QStringList conditions;
    if (!filter.states.isEmpty()) {
        QList<Health> states = filter.states.values();
        std::sort(states.begin(), states.end());
        QStringList words;
        for (const Health state : std::as_const(states))
            words.append(Wording::health(state));
        conditions.append(tr("State: %1").arg(Wording::list(words)));
    }
    if (!filter.tags.isEmpty())
        conditions.append(tr("Tag: %1").arg(Wording::list(filter.tags)));
    if (!filter.text.isEmpty())
        conditions.append(tr("Text: %1").arg(filter.text));
    m_text->setText(tr("%1 of %2 peers. %3", "shown, all, why")
                        .arg(QLocale().toString(countPeers(m_filter)),
                             QLocale().toString(countPeers(m_filter->sourceModel())),
                             conditions.join(QStringLiteral(" · "))));
    m_text->setToolTip(m_text->text().toHtmlEscaped());
}

void FilterBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    QColor wash = StatusLook::warningColor(palette());
    wash.setAlpha(28);
    painter.fillRect(rect(), wash);
}

} // namespace Pongwatch
