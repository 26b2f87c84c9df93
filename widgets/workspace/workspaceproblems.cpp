// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/workspaceproblems.h"

#include "text/wording.h"
#include "widgets/calmheader.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace Pongwatch
{

WorkspaceProblems::WorkspaceProblems(QWidget *parent)
    : QDialog(parent)
    , m_title(new QLabel(this))
    , m_what(new QLabel(this))
    , m_list(new QTreeWidget(this))
    , m_promise(new QLabel(this))
{
    QFont strong = m_title->font();
    strong.setPointSizeF(strong.pointSizeF() * 1.25);
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    for (QLabel *label : {m_title, m_what, m_promise}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_what->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_list->setHeader(new CalmHeader(m_list));
    m_list->setColumnCount(2);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);

    auto *buttons = new QDialogButtonBox(this);
    m_edit = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_retry = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_close = buttons->addButton(QDialogButtonBox::Close);
    m_close->setDefault(true);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(m_title);
    layout->addWidget(m_what);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_promise);
    layout->addWidget(buttons);
    resize(640, 380);

    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT editorWanted(m_file); });
    connect(m_retry, &QPushButton::clicked, this, &WorkspaceProblems::retryWanted);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
}

void WorkspaceProblems::showProblems(const QString &file, const QString &what, const QList<Problem> &problems)
{
    m_file = file;
    m_what->setText(what);
    m_list->clear();
    for (const Problem &problem : problems)
        m_list->addTopLevelItem(new QTreeWidgetItem(
            {Wording::harmless(problem.place, 200), Wording::harmless(problem.text, 300)}));
    m_list->setVisible(!problems.isEmpty());
    m_what->setVisible(problems.isEmpty());
    retranslate();
    show();
    raise();
}

void WorkspaceProblems::retranslate()
{
    setWindowTitle(tr("Unreadable Workspace"));
    m_title->setText(tr("“%1” could not be read").arg(QFileInfo(m_file).fileName()));
    m_list->setHeaderLabels({tr("Place"), tr("Problem")});
    m_list->setAccessibleName(tr("Problems in the file"));
    m_promise->setText(tr("The file was left as it is. Until it can be read, what you add is kept in memory "
                          "and can be saved under another name."));
    m_edit->setText(tr("&Open in an Editor"));
    m_retry->setText(tr("&Read It Again"));
}

void WorkspaceProblems::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Pongwatch
