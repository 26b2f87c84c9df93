// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/importpreview.h"

#include "engine/values/secretnames.h"
#include "text/wording.h"
#include "widgets/calmheader.h"
#include "widgets/statuslook.h"
#include "workspace/urlreferences.h"
#include "workspace/workspaceedits.h"

#include <QCheckBox>
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

#include <array>

namespace Pongwatch
{

namespace
{

enum PreviewColumn { NameColumn, UrlColumn, WithColumn, GroupColumn };

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
    list->setUniformRowHeights(true);
    list->setAllColumnsShowFocus(true);
    list->setTextElideMode(Qt::ElideMiddle);
    return list;
}

int countOf(const QList<ImportNote> &notes, ImportNote::Kind kind)
{
    return int(std::count_if(notes.cbegin(), notes.cend(),
                             [kind](const ImportNote &note) { return note.kind == kind; }));
}

} // namespace

ImportPreview::ImportPreview(ImportResult result, Surroundings surroundings, QWidget *parent)
    : QDialog(parent)
    , m_result(std::move(result))
    , m_surroundings(std::move(surroundings))
    , m_title(plainLabel(this))
    , m_list(plainList(this))
    , m_merge(new QCheckBox(this))
    , m_problemsTitle(plainLabel(this))
    , m_problems(plainList(this))
    , m_asides(plainLabel(this))
    , m_columnLabel(new QLabel(this))
    , m_column(new QComboBox(this))
    , m_groupLabel(new QLabel(this))
    , m_group(new QComboBox(this))
    , m_complaint(plainLabel(this))
{
    QFont strong = m_title->font();
    strong.setPointSizeF(strong.pointSizeF() * 1.25);
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    m_list->setColumnCount(4);
    m_list->header()->setSectionResizeMode(UrlColumn, QHeaderView::Stretch);
    m_list->header()->setStretchLastSection(false);
    m_problems->setColumnCount(2);
    m_problems->setRootIsDecorated(false);
    m_problems->setColumnWidth(0, fontMetrics().averageCharWidth() * 24);
    m_group->setEditable(true);
    m_group->setInsertPolicy(QComboBox::NoInsert);
    m_group->addItem(QString());
    m_group->addItems(m_surroundings.groups);
    m_group->setMinimumContentsLength(24);
    m_groupLabel->setBuddy(m_group);
    m_columnLabel->setBuddy(m_column);
    QPalette red = palette();
    red.setColor(QPalette::WindowText, StatusLook::timeoutColor(palette()));
    m_complaint->setPalette(red);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_add = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_add->setDefault(true);

    auto *columnRow = new QHBoxLayout;
    columnRow->addWidget(m_columnLabel);
    columnRow->addWidget(m_column);
    columnRow->addStretch(1);
    auto *groupRow = new QHBoxLayout;
    groupRow->addWidget(m_groupLabel);
    groupRow->addWidget(m_group);
    groupRow->addWidget(m_complaint, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(m_title);
    layout->addLayout(columnRow);
    layout->addWidget(m_list, 3);
    layout->addWidget(m_merge);
    layout->addWidget(m_problemsTitle);
    layout->addWidget(m_problems, 1);
    layout->addWidget(m_asides);
    layout->addLayout(groupRow);
    layout->addWidget(buttons);
    resize(820, 560);

    fill();
    connect(m_list, &QTreeWidget::itemChanged, this, &ImportPreview::showCount);
    connect(m_merge, &QCheckBox::toggled, this, &ImportPreview::checkDuplicates);
    connect(m_column, &QComboBox::activated, this, [this](int index) {
        if (index > 0)
            Q_EMIT columnChosen(index - 1);
    });
    connect(m_group, &QComboBox::editTextChanged, this, &ImportPreview::showCount);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
    m_list->setFocus();
}

void ImportPreview::setResult(ImportResult result)
{
    const QStringList columns = m_result.columns;
    m_result = std::move(result);
    // The question remains, so that another answer can be given.
    if (m_result.columns.isEmpty())
        m_result.columns = columns;
    fill();
    retranslate();
}

void ImportPreview::fill()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    m_duplicates.clear();
    m_hasGroups = false;
    QHash<QString, QString> seen = m_surroundings.namesByUrl;
    QList<QTreeWidgetItem *> items;
    for (const ImportedProfile &imported : m_result.profiles) {
        m_hasGroups = m_hasGroups || !imported.group.isEmpty();
        auto *item = new QTreeWidgetItem({Wording::harmless(imported.profile.name, 200),
                                          Wording::harmless(maskedUrlText(imported.profile.url), 400),
                                          QString(), Wording::harmless(imported.group, 200)});
        const QString url = comparableUrl(imported.profile.url);
        m_duplicates.append(seen.value(url));
        item->setCheckState(NameColumn, m_duplicates.last().isEmpty() ? Qt::Checked : Qt::Unchecked);
        if (!seen.contains(url))
            seen.insert(url, imported.profile.name);
        addNotes(item, imported.notes);
        items.append(item);
    }
    m_list->addTopLevelItems(items);
    for (QTreeWidgetItem *item : std::as_const(items)) {
        for (int i = 0; i < item->childCount(); ++i)
            m_list->setFirstColumnSpanned(i, m_list->indexFromItem(item), true);
        const auto deservesALook = [](const ImportNote &note) {
            return note.kind == ImportNote::Kind::Ignored || note.kind == ImportNote::Kind::Warning;
        };
        const QList<ImportNote> &notes = m_result.profiles[size_t(m_list->indexOfTopLevelItem(item))].notes;
        item->setExpanded(std::any_of(notes.cbegin(), notes.cend(), deservesALook));
    }
    m_list->resizeColumnToContents(NameColumn);
    m_list->setColumnWidth(NameColumn, std::min(m_list->columnWidth(NameColumn) + 12, 300));
    m_list->setRootIsDecorated(std::any_of(
        items.cbegin(), items.cend(), [](const QTreeWidgetItem *item) { return item->childCount() > 0; }));
    fillProblems();
    m_list->setColumnHidden(GroupColumn, !m_hasGroups);
    m_list->resizeColumnToContents(GroupColumn);
    const bool hasProfiles = !m_result.profiles.empty();
    m_list->setVisible(hasProfiles);
    // Without profiles, the problems get the whole window.
    m_problems->setMaximumHeight(hasProfiles ? fontMetrics().height() * 9 : QWIDGETSIZE_MAX);
    m_group->setVisible(hasProfiles);
    m_groupLabel->setVisible(hasProfiles);
    m_merge->setVisible(std::any_of(m_duplicates.cbegin(), m_duplicates.cend(),
                                    [](const QString &name) { return !name.isEmpty(); }));
    m_column->setVisible(!m_result.columns.isEmpty());
    m_columnLabel->setVisible(!m_result.columns.isEmpty());
}

void ImportPreview::addNotes(QTreeWidgetItem *item, const QList<ImportNote> &notes)
{
    // The most important first.
    for (const ImportNote::Kind kind : {ImportNote::Kind::Warning, ImportNote::Kind::Ignored,
                                        ImportNote::Kind::Changed, ImportNote::Kind::Aside}) {
        for (const ImportNote &note : notes) {
            if (note.kind != kind)
                continue;
            auto *child = new QTreeWidgetItem(item);
            child->setData(NameColumn, Qt::UserRole, int(note.kind));
            child->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
            child->setToolTip(NameColumn, Wording::harmless(note.text, 300));
            if (kind == ImportNote::Kind::Warning)
                child->setForeground(NameColumn, StatusLook::warningColor(palette()));
            if (kind == ImportNote::Kind::Aside)
                child->setForeground(NameColumn, StatusLook::quietText(palette()));
        }
    }
}

void ImportPreview::fillProblems()
{
    m_problems->clear();
    const auto add = [this](const QString &place, const QString &text, bool isQuiet) {
        auto *item = new QTreeWidgetItem({Wording::harmless(place, 200), Wording::harmless(text, 300)});
        item->setToolTip(1, Wording::harmless(text, 300));
        if (isQuiet)
            for (const int column : {0, 1})
                item->setForeground(column, StatusLook::quietText(palette()));
        m_problems->addTopLevelItem(item);
    };
    for (const Problem &problem : std::as_const(m_result.problems))
        add(problem.place, problem.text, false);
    // Whatever doesn't concern a connection is in one row.
    QStringList asides;
    for (const ImportNote::Kind kind :
         {ImportNote::Kind::Warning, ImportNote::Kind::Ignored, ImportNote::Kind::Changed}) {
        for (const ImportNote &note : std::as_const(m_result.notes))
            if (note.kind == kind)
                add(note.place, note.text, kind == ImportNote::Kind::Changed);
    }
    for (const ImportNote &note : std::as_const(m_result.notes))
        if (note.kind == ImportNote::Kind::Aside && asides.size() < 40)
            asides.append(Wording::harmless(QStringLiteral("%1: %2").arg(note.place, note.text), 200));
    m_asides->setVisible(!asides.isEmpty());
    m_asides->setToolTip(asides.join(u'\n'));
    m_problems->setVisible(m_problems->topLevelItemCount() > 0);
    m_problemsTitle->setVisible(m_problems->topLevelItemCount() > 0);
}

void ImportPreview::retranslate()
{
    setWindowTitle(tr("Add Peers"));
    const int count = int(m_result.profiles.size());
    m_title->setText(count == 0 ? tr("No peer was understood")
                                : tr("%n peers were understood", nullptr, count));
    const int refused = int(m_result.problems.size()) + countOf(m_result.notes, ImportNote::Kind::Ignored);
    m_problemsTitle->setText(refused > 0
                                 ? tr("%n entries were not understood and are left out:", nullptr, refused)
                                 : tr("Besides:"));
    m_list->setHeaderLabels({tr("Name"), tr("URL"), tr("Comes with"), tr("Group")});
    m_list->setAccessibleName(tr("Peers to add"));
    m_problems->setHeaderLabels({tr("Place"), tr("Problem")});
    m_problems->setAccessibleName(tr("What was not understood"));
    m_asides->setText(tr("%n more pieces say nothing about a connection.", nullptr,
                         countOf(m_result.notes, ImportNote::Kind::Aside)));
    m_merge->setText(tr("&Merge peers that already exist"));
    m_columnLabel->setText(tr("The &URLs are in the column:"));
    const int chosen = m_column->currentIndex();
    m_column->clear();
    m_column->addItem(tr("choose …"));
    for (const QString &column : std::as_const(m_result.columns))
        m_column->addItem(Wording::harmless(column, 60));
    m_column->setCurrentIndex(std::clamp(chosen, 0, m_column->count() - 1));
    m_groupLabel->setText(tr("Into the &group:"));
    m_group->lineEdit()->setPlaceholderText(m_hasGroups ? tr("each into its own; or one for all")
                                                        : tr("none, or a new one"));
    {
        const QSignalBlocker quiet(m_list);
        for (size_t i = 0; i < m_result.profiles.size(); ++i)
            describe(i);
    }
    const int head = m_list->fontMetrics().horizontalAdvance(m_list->headerItem()->text(WithColumn)) + 36;
    m_list->resizeColumnToContents(WithColumn);
    m_list->setColumnWidth(WithColumn, std::clamp(m_list->columnWidth(WithColumn), head, 320));
    showCount();
}

void ImportPreview::describe(size_t index)
{
    const ImportedProfile &imported = m_result.profiles[index];
    const ProfileSettings &own = imported.profile.own;
    QTreeWidgetItem *item = m_list->topLevelItem(int(index));
    QStringList with;
    // What could lead to a different place than the user thinks comes first.
    if (own.tlsVerify == false)
        with.append(tr("not verified"));
    if (const QString other = own.connectTo.value_or(QString()); !other.isEmpty())
        with.append(tr("goes to %1").arg(Wording::harmless(other, 80)));
    for (const auto &[name, value] : own.headers.value_or(ProfileSettings::Headers())) {
        if (name.compare(QLatin1String("Host"), Qt::CaseInsensitive) == 0)
            with.append(
                tr("asks for %1", "a server, for another host's name").arg(Wording::harmless(value, 80)));
    }
    const int others = countOf(imported.notes, ImportNote::Kind::Warning) - int(with.size());
    if (others > 0)
        with.append(tr("%n to look at twice", nullptr, others));
    if (!with.isEmpty()) {
        item->setForeground(WithColumn, StatusLook::warningColor(palette()));
        QFont bold = item->font(WithColumn);
        bold.setBold(true);
        item->setFont(WithColumn, bold);
    }
    if (!imported.profile.enabled)
        with.append(tr("switched off"));
    if (const QString name = duplicateOf(index); !name.isEmpty())
        with.append(isMerging() ? tr("merged into “%1”").arg(Wording::harmless(name, 60))
                                : tr("there already as “%1”").arg(Wording::harmless(name, 60)));
    if (const int ignored = countOf(imported.notes, ImportNote::Kind::Ignored); ignored > 0)
        with.append(tr("%n left out", nullptr, ignored));
    if (own.headers && !own.headers->isEmpty())
        with.append(tr("%n headers", nullptr, int(own.headers->size())));
    if (!imported.secrets.isEmpty())
        with.append(tr("%n secrets", nullptr, int(imported.secrets.size())));
    if (own.subprotocols && !own.subprotocols->isEmpty())
        with.append(tr("%n sub-protocols", nullptr, int(own.subprotocols->size())));
    item->setText(WithColumn, locale().createSeparatedList(with));
    item->setToolTip(WithColumn, item->text(WithColumn));
    item->setToolTip(NameColumn, Wording::harmless(imported.place, 200));
    // The children are in the order of addNotes().
    int child = 0;
    const std::array<std::pair<ImportNote::Kind, QString>, 4> kinds = {
        {{ImportNote::Kind::Warning, tr("Look twice")},
         {ImportNote::Kind::Ignored, tr("Left out")},
         {ImportNote::Kind::Changed, tr("Changed")},
         {ImportNote::Kind::Aside, tr("No setting")}}};
    for (const auto &[kind, word] : kinds) {
        for (const ImportNote &note : imported.notes) {
            if (note.kind != kind)
                continue;
            const QString place = note.place.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(note.place);
            item->child(child++)->setText(NameColumn,
                                          Wording::harmless(tr("%1: %2%3").arg(word, note.text, place), 400));
        }
    }
}

QString ImportPreview::duplicateOf(size_t index) const
{
    return m_duplicates.value(qsizetype(index));
}

void ImportPreview::checkDuplicates()
{
    {
        const QSignalBlocker quiet(m_list);
        for (size_t i = 0; i < m_result.profiles.size(); ++i) {
            if (!duplicateOf(i).isEmpty())
                m_list->topLevelItem(int(i))->setCheckState(NameColumn,
                                                            isMerging() ? Qt::Checked : Qt::Unchecked);
            describe(i);
        }
    }
    m_list->viewport()->update();
    showCount();
}

void ImportPreview::showCount()
{
    int count = 0;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i)
        count += m_list->topLevelItem(i)->checkState(NameColumn) == Qt::Checked ? 1 : 0;
    const QString complaint = group().isEmpty() ? QString() : WorkspaceEdits::complaintAboutName(group());
    m_complaint->setText(complaint);
    m_add->setText(tr("&Add %n peers", nullptr, count));
    m_add->setEnabled(count > 0 && complaint.isEmpty());
}

std::vector<ImportedProfile> ImportPreview::chosen() const
{
    std::vector<ImportedProfile> profiles;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i)
        if (m_list->topLevelItem(i)->checkState(NameColumn) == Qt::Checked)
            profiles.push_back(m_result.profiles[size_t(i)]);
    return profiles;
}

QString ImportPreview::group() const
{
    return m_group->currentText().trimmed();
}

bool ImportPreview::isMerging() const
{
    return m_merge->isChecked();
}

void ImportPreview::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Pongwatch
