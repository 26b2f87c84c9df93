// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alerts/layeredlist.h"

#include "text/wording.h"
#include "widgets/calmheader.h"
#include "widgets/statuslook.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace Pongwatch
{

LayeredList::LayeredList(QWidget *parent)
    : QWidget(parent)
    , m_tree(new QTreeWidget(this))
    , m_add(new QPushButton(this))
    , m_edit(new QPushButton(this))
    , m_remove(new QPushButton(this))
{
    m_tree->setColumnCount(3);
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    auto *calm = new CalmHeader(m_tree);
    calm->setPadding(4);
    m_tree->setHeader(calm);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_add, m_edit, m_remove}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_tree, 1);
    layout->addLayout(buttons);

    connect(m_tree, &QTreeWidget::currentItemChanged, this, &LayeredList::showWhatIsPossible);
    connect(m_tree, &QTreeWidget::itemActivated, this, [this] { m_edit->click(); });
    connect(m_add, &QPushButton::clicked, this, &LayeredList::addRequested);
    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT editRequested(currentRow()); });
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeRequested(currentRow()); });
    showWhatIsPossible();
}

void LayeredList::addButton(QPushButton *button)
{
    button->setAutoDefault(false);
    auto *buttons = static_cast<QHBoxLayout *>(layout()->itemAt(1)->layout());
    buttons->insertWidget(buttons->count() - 1, button);
}

void LayeredList::setTexts(const QString &accessibleName, const QString &whatTitle,
                           const QString &removalOfOthers)
{
    m_tree->setAccessibleName(accessibleName);
    m_tree->setHeaderLabels({tr("Name"), whatTitle, tr("From", "where it was said")});
    m_add->setText(tr("Add…"));
    m_edit->setText(tr("Edit…"));
    m_removalOfOthers = removalOfOthers;
    showWhatIsPossible();
}

int LayeredList::currentRow() const
{
    return m_tree->indexOfTopLevelItem(m_tree->currentItem());
}

void LayeredList::selectRow(const QString &name)
{
    for (qsizetype row = 0; row < m_rows.size(); ++row)
        if (m_rows[row].name == name)
            m_tree->setCurrentItem(m_tree->topLevelItem(static_cast<int>(row)));
}

void LayeredList::setRows(const QList<Row> &rows)
{
    const int current = currentRow();
    m_rows = rows;
    m_tree->clear();
    for (const Row &row : rows) {
        auto *item = new QTreeWidgetItem(
            m_tree, {Wording::harmless(row.name, 100), Wording::harmless(row.what, 300), row.from});
        for (int column = 0; column < 3; ++column) {
            QFont font = item->font(column);
            font.setItalic(!row.isOwn);
            font.setStrikeOut(row.isOff);
            item->setFont(column, font);
            if (row.isOff || !row.isOwn)
                item->setForeground(column, StatusLook::quietText(palette()));
        }
        item->setToolTip(1, Wording::harmless(row.what, 300).toHtmlEscaped());
    }
    if (!rows.isEmpty())
        m_tree->setCurrentItem(
            m_tree->topLevelItem(std::clamp(current, 0, static_cast<int>(rows.size()) - 1)));
    showWhatIsPossible();
}

void LayeredList::showWhatIsPossible()
{
    const int row = currentRow();
    const bool isAny = row >= 0 && row < m_rows.size();
    const bool isOwn = isAny && m_rows[row].isOwn;
    m_edit->setEnabled(isAny);
    m_remove->setText(isOwn || m_removalOfOthers.isEmpty() ? tr("Remove") : m_removalOfOthers);
    m_remove->setEnabled(isOwn || (isAny && !m_rows[row].isOff && !m_removalOfOthers.isEmpty()));
}

} // namespace Pongwatch
