// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/help/shortcutsdialog.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace Pongwatch
{

ShortcutsDialog::ShortcutsDialog(const std::vector<ShortcutSection> &sections, QWidget *parent)
    : QDialog(parent)
    , m_list(new QTreeWidget(this))
{
    setWindowTitle(tr("Keys"));
    m_list->setAccessibleName(tr("Keys"));
    m_list->setHeaderLabels({tr("Action"), tr("Key")});
    m_list->setRootIsDecorated(false);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformRowHeights(true);
    for (const ShortcutSection &section : sections) {
        auto *title = new QTreeWidgetItem(m_list, {section.title});
        QFont bold = font();
        bold.setBold(true);
        title->setFont(0, bold);
        title->setFirstColumnSpanned(true);
        title->setExpanded(true);
        for (const ShortcutSection::Row &row : section.rows)
            new QTreeWidgetItem(title, {row.what, row.key});
    }
    m_list->expandAll();
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    resize(540, 640);
}

} // namespace Pongwatch
