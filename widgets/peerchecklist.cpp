// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/peerchecklist.h"

#include <QCheckBox>
#include <QEvent>
#include <QListWidget>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace Pongwatch
{

PeerChecklist::PeerChecklist(QWidget *parent)
    : QWidget(parent)
    , m_all(new QCheckBox(this))
    , m_list(new QListWidget(this))
{
    m_all->setObjectName(QStringLiteral("allPeers"));
    m_list->setObjectName(QStringLiteral("peers"));
    m_list->setMinimumHeight(96);
    m_list->setUniformItemSizes(true);
    setFocusProxy(m_all); // the first of both, so that Tab finds it
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addWidget(m_all);
    layout->addWidget(m_list, 1);
    // clicked(): only emitted for the user's actions.
    connect(m_all, &QCheckBox::clicked, this, [this] { tickAll(count() < m_list->count()); });
    connect(m_list, &QListWidget::itemChanged, this, [this] {
        showCount();
        Q_EMIT changed();
    });
    showCount();
}

void PeerChecklist::setPeers(const QStringList &names, const QStringList &chosen)
{
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const QString &name : names) {
            auto *item = new QListWidgetItem(name, m_list);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
            item->setCheckState(chosen.isEmpty() || chosen.contains(name) ? Qt::Checked : Qt::Unchecked);
        }
        if (!names.isEmpty())
            m_list->setCurrentRow(0);
    }
    showCount();
    Q_EMIT changed();
}

QStringList PeerChecklist::chosen() const
{
    QStringList names;
    for (int i = 0; i < m_list->count(); ++i)
        if (m_list->item(i)->checkState() == Qt::Checked)
            names.append(m_list->item(i)->text());
    return names.size() == m_list->count() ? QStringList() : names;
}

int PeerChecklist::count() const
{
    int ticked = 0;
    for (int i = 0; i < m_list->count(); ++i)
        ticked += m_list->item(i)->checkState() == Qt::Checked ? 1 : 0;
    return ticked;
}

void PeerChecklist::tickAll(bool all)
{
    {
        const QSignalBlocker quiet(m_list);
        for (int i = 0; i < m_list->count(); ++i)
            m_list->item(i)->setCheckState(all ? Qt::Checked : Qt::Unchecked);
    }
    m_list->viewport()->update();
    showCount();
    Q_EMIT changed();
}

void PeerChecklist::showCount()
{
    const int ticked = count();
    const int all = m_list->count();
    m_all->setEnabled(all > 0);
    m_all->setCheckState(ticked == 0 ? Qt::Unchecked : ticked < all ? Qt::PartiallyChecked : Qt::Checked);
    m_all->setText(ticked == all ? tr("All peers (%L1)").arg(all)
                                 : tr("%L1 of %n peers", nullptr, all).arg(ticked));
    m_list->setAccessibleName(tr("Peers"));
}

void PeerChecklist::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showCount();
    QWidget::changeEvent(event);
}

} // namespace Pongwatch
