// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/importpreview.h"

#include "items/wording.h"
#include "widgets/calmheader.h"
#include "widgets/statuslook.h"
#include "workspace/workspaceedits.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace Pongwatch
{

namespace
{

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QTreeWidget *plainList(QWidget *parent)
{
    auto *list = new QTreeWidget(parent);
    list->setHeader(new CalmHeader(list));
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setAllColumnsShowFocus(true);
    list->setTextElideMode(Qt::ElideMiddle);
    return list;
}

} // namespace

ImportPreview::ImportPreview(ImportResult result, const QStringList &groups, QWidget *parent)
    : QDialog(parent)
    , m_result(std::move(result))
    , m_title(plainLabel(this))
    , m_list(plainList(this))
    , m_problemsTitle(plainLabel(this))
    , m_problems(plainList(this))
    , m_groupLabel(new QLabel(this))
    , m_group(new QComboBox(this))
    , m_complaint(plainLabel(this))
{
    QFont strong = m_title->font();
    strong.setPointSizeF(strong.pointSizeF() * 1.25);
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    m_list->setColumnCount(4);
    m_list->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_list->header()->setStretchLastSection(false);
    m_problems->setColumnCount(2);
    m_problems->setColumnWidth(0, fontMetrics().averageCharWidth() * 24);
    m_problems->setMaximumHeight(fontMetrics().height() * 9);
    m_group->setEditable(true);
    m_group->setInsertPolicy(QComboBox::NoInsert);
    m_group->addItem(QString());
    m_group->addItems(groups);
    m_group->setMinimumContentsLength(24);
    m_groupLabel->setBuddy(m_group);
    QPalette red = palette();
    red.setColor(QPalette::WindowText, StatusLook::timeoutColor(palette()));
    m_complaint->setPalette(red);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_add = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_add->setDefault(true);

    auto *groupRow = new QHBoxLayout;
    groupRow->addWidget(m_groupLabel);
    groupRow->addWidget(m_group);
    groupRow->addWidget(m_complaint, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(m_title);
    layout->addWidget(m_list, 3);
    layout->addWidget(m_problemsTitle);
    layout->addWidget(m_problems, 1);
    layout->addLayout(groupRow);
    layout->addWidget(buttons);
    resize(760, 520);

    fill();
    connect(m_list, &QTreeWidget::itemChanged, this, &ImportPreview::showCount);
    connect(m_group, &QComboBox::editTextChanged, this, &ImportPreview::showCount);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
    m_list->setFocus();
}

void ImportPreview::fill()
{
    QList<QTreeWidgetItem *> items;
    for (const ImportedProfile &imported : m_result.profiles) {
        m_hasGroups = m_hasGroups || !imported.group.isEmpty();
        auto *item = new QTreeWidgetItem({Wording::harmless(imported.profile.name, 200),
                                          Wording::harmless(imported.profile.url, 400), QString(),
                                          Wording::harmless(imported.group, 200)});
        item->setCheckState(0, Qt::Checked);
        items.append(item);
    }
    m_list->addTopLevelItems(items);
    m_list->resizeColumnToContents(0);
    m_list->setColumnWidth(0, std::min(m_list->columnWidth(0) + 12, 300));
    for (const Problem &problem : std::as_const(m_result.problems))
        m_problems->addTopLevelItem(new QTreeWidgetItem(
            {Wording::harmless(problem.place, 200), Wording::harmless(problem.text, 300)}));
    const bool comesWith =
        std::any_of(m_result.profiles.cbegin(), m_result.profiles.cend(), [](const auto &one) {
            const ProfileSettings &own = one.profile.own;
            return !one.secrets.isEmpty() || (own.headers && !own.headers->isEmpty()) ||
                   (own.subprotocols && !own.subprotocols->isEmpty());
        });
    m_list->setColumnHidden(2, !comesWith);
    m_list->setColumnHidden(3, !m_hasGroups);
    m_list->resizeColumnToContents(3);
    m_problems->setVisible(!m_result.problems.isEmpty());
    m_problemsTitle->setVisible(!m_result.problems.isEmpty());
    m_list->setVisible(!m_result.profiles.empty());
    m_group->setVisible(!m_result.profiles.empty());
    m_groupLabel->setVisible(!m_result.profiles.empty());
}

void ImportPreview::retranslate()
{
    setWindowTitle(tr("Add Peers"));
    const int count = int(m_result.profiles.size());
    m_title->setText(count == 0 ? tr("No peer was understood")
                                : tr("%n peers were understood", nullptr, count));
    m_problemsTitle->setText(
        tr("%n entries were not understood and are left out:", nullptr, int(m_result.problems.size())));
    m_list->setHeaderLabels({tr("Name"), tr("URL"), tr("Comes with"), tr("Group")});
    m_list->setAccessibleName(tr("Peers to add"));
    m_problems->setHeaderLabels({tr("Place"), tr("What is wrong there")});
    m_problems->setAccessibleName(tr("What was not understood"));
    m_groupLabel->setText(tr("Into the &group:"));
    m_group->lineEdit()->setPlaceholderText(m_hasGroups ? tr("each into its own; or one for all")
                                                        : tr("none; or a new one"));
    for (size_t i = 0; i < m_result.profiles.size(); ++i) {
        const ProfileSettings &own = m_result.profiles[i].profile.own;
        QStringList with;
        if (own.headers && !own.headers->isEmpty())
            with.append(tr("%n headers", nullptr, int(own.headers->size())));
        if (!m_result.profiles[i].secrets.isEmpty())
            with.append(tr("%n secrets", nullptr, int(m_result.profiles[i].secrets.size())));
        if (own.subprotocols && !own.subprotocols->isEmpty())
            with.append(tr("%n sub-protocols", nullptr, int(own.subprotocols->size())));
        m_list->topLevelItem(int(i))->setText(2, locale().createSeparatedList(with));
    }
    const int head = m_list->fontMetrics().horizontalAdvance(m_list->headerItem()->text(2)) + 36;
    m_list->resizeColumnToContents(2);
    m_list->setColumnWidth(2, std::max(m_list->columnWidth(2), head));
    showCount();
}

void ImportPreview::showCount()
{
    int count = 0;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i)
        count += m_list->topLevelItem(i)->checkState(0) == Qt::Checked ? 1 : 0;
    const QString complaint = group().isEmpty() ? QString() : WorkspaceEdits::complaintAboutName(group());
    m_complaint->setText(complaint);
    m_add->setText(tr("&Add %n peers", nullptr, count));
    m_add->setEnabled(count > 0 && complaint.isEmpty());
}

std::vector<ImportedProfile> ImportPreview::chosen() const
{
    std::vector<ImportedProfile> profiles;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        if (m_list->topLevelItem(i)->checkState(0) == Qt::Checked)
            profiles.push_back(m_result.profiles[size_t(i)]);
    }
    return profiles;
}

QString ImportPreview::group() const
{
    return m_group->currentText().trimmed();
}

void ImportPreview::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Pongwatch
