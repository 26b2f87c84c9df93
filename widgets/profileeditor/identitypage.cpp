// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/profileeditor/identitypage.h"

#include "engine/values/settings.h"
#include "widgets/statuslook.h"
#include "workspace/profilefields.h"
#include "workspace/workspaceedits.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

namespace Pongwatch
{

namespace
{

QLabel *complaintLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    QPalette red = label->palette();
    red.setColor(QPalette::WindowText, StatusLook::timeoutColor(parent->palette()));
    label->setPalette(red);
    label->hide();
    return label;
}

void complain(QLabel *label, const QString &complaint)
{
    label->setText(complaint);
    label->setVisible(!complaint.isEmpty());
}

} // namespace

IdentityPage::IdentityPage(const Workspace &workspace, const QList<ProfileKey> &keys, QWidget *parent)
    : QWidget(parent)
    , m_keys(keys)
    , m_nameLabel(new QLabel(this))
    , m_name(new QLineEdit(this))
    , m_nameComplaint(complaintLabel(this))
    , m_urlLabel(new QLabel(this))
    , m_url(new QLineEdit(this))
    , m_urlComplaint(complaintLabel(this))
    , m_groupLabel(new QLabel(this))
    , m_group(new QComboBox(this))
    , m_groupComplaint(complaintLabel(this))
    , m_tagsLabel(new QLabel(this))
    , m_tags(new QLineEdit(this))
    , m_tagsHint(new QLabel(this))
    , m_enabled(new QCheckBox(this))
{
    m_name->setMaxLength(200);
    m_url->setMaxLength(4096);
    m_group->setEditable(true);
    m_group->setInsertPolicy(QComboBox::NoInsert);
    m_nameLabel->setBuddy(m_name);
    m_urlLabel->setBuddy(m_url);
    m_groupLabel->setBuddy(m_group);
    m_tagsLabel->setBuddy(m_tags);
    QFont small = m_tagsHint->font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    m_tagsHint->setFont(small);
    QPalette pale = m_tagsHint->palette();
    pale.setColor(QPalette::WindowText, StatusLook::quietText(palette()));
    m_tagsHint->setPalette(pale);

    auto *layout = new QGridLayout(this);
    layout->setHorizontalSpacing(12);
    layout->setVerticalSpacing(3);
    layout->setColumnStretch(1, 1);
    int row = 0;
    const auto add = [layout, &row](QLabel *label, QWidget *field, QLabel *below) {
        layout->addWidget(label, row, 0);
        layout->addWidget(field, row, 1);
        layout->addWidget(below, row + 1, 1);
        layout->setRowMinimumHeight(row + 2, 8);
        row += 3;
    };
    add(m_nameLabel, m_name, m_nameComplaint);
    add(m_urlLabel, m_url, m_urlComplaint);
    add(m_groupLabel, m_group, m_groupComplaint);
    add(m_tagsLabel, m_tags, m_tagsHint);
    layout->addWidget(m_enabled, row, 1);
    layout->setRowStretch(row + 1, 1);

    show(workspace);
    for (QLineEdit *field : {m_name, m_url})
        connect(field, &QLineEdit::textEdited, this, &IdentityPage::check);
    connect(m_group, &QComboBox::editTextChanged, this, [this] {
        m_groupTouched = true;
        check();
    });
    connect(m_tags, &QLineEdit::textEdited, this, [this] {
        m_tagsTouched = true;
        check();
    });
    connect(m_enabled, &QCheckBox::clicked, this, [this] {
        m_enabledTouched = true;
        m_enabled->setTristate(false);
        Q_EMIT changed();
    });
    retranslate();
}

void IdentityPage::show(const Workspace &workspace)
{
    QList<ProfilePlace> mine;
    for (const ProfilePlace &place : workspace.places())
        if (m_keys.contains(workspace.at(place).key))
            mine.append(place);
        else
            m_takenNames.append(workspace.at(place).name);
    m_group->addItem(QString());
    for (const ProfileGroup &group : workspace.groups)
        m_group->addItem(group.name);
    if (mine.isEmpty())
        return;
    const Profile &first = workspace.at(mine.first());
    const bool single = mine.size() == 1;
    for (QWidget *part : {static_cast<QWidget *>(m_nameLabel), static_cast<QWidget *>(m_name),
                          static_cast<QWidget *>(m_urlLabel), static_cast<QWidget *>(m_url)})
        part->setVisible(single);
    m_name->setText(first.name);
    m_url->setText(first.url);
    const auto alike = [&mine](auto same) { return std::all_of(mine.cbegin(), mine.cend(), same); };
    if (alike([&mine](const ProfilePlace &place) { return place.group == mine.first().group; }))
        m_group->setCurrentText(mine.first().group ? workspace.groups[*mine.first().group].name : QString());
    else
        m_group->setCurrentIndex(-1);
    m_tagsDiffer = !alike([&](const ProfilePlace &place) { return workspace.at(place).tags == first.tags; });
    if (!m_tagsDiffer)
        m_tags->setText(first.tags.join(QStringLiteral(", ")));
    if (alike([&](const ProfilePlace &place) { return workspace.at(place).enabled == first.enabled; })) {
        m_enabled->setChecked(first.enabled);
    } else {
        m_enabled->setTristate(true);
        m_enabled->setCheckState(Qt::PartiallyChecked);
    }
}

void IdentityPage::retranslate()
{
    m_nameLabel->setText(tr("&Name"));
    m_urlLabel->setText(tr("&URL"));
    m_groupLabel->setText(tr("&Group"));
    m_tagsLabel->setText(tr("&Tags"));
    m_enabled->setText(tr("&Watch it"));
    m_tagsHint->setText(tr("Words for searching and filtering, separated by commas."));
    const bool differ = m_group->currentIndex() < 0 && !m_groupTouched;
    m_group->lineEdit()->setPlaceholderText(differ ? tr("different values") : tr("none, or a new one"));
    m_tags->setPlaceholderText(m_tagsDiffer ? tr("different values") : tr("none"));
    check();
}

int IdentityPage::labelWidth() const
{
    return std::max({m_nameLabel->sizeHint().width(), m_urlLabel->sizeHint().width(),
                     m_groupLabel->sizeHint().width(), m_tagsLabel->sizeHint().width()});
}

void IdentityPage::check()
{
    if (m_name->isVisibleTo(this)) {
        complain(m_nameComplaint, WorkspaceEdits::complaintAboutName(m_name->text(), m_takenNames));
        const Result<QUrl> url = parseWebSocketUrl(m_url->text().trimmed());
        complain(m_urlComplaint, !url ? url.error().answer
                                 : !url.value().userInfo().isEmpty()
                                     ? tr("user and password belong in the sign-in settings, not in the URL")
                                     : complaintAboutUrl(url.value()));
    }
    const QString group = m_group->currentText().trimmed();
    complain(m_groupComplaint,
             m_groupTouched && !group.isEmpty() ? WorkspaceEdits::complaintAboutName(group) : QString());
    Q_EMIT changed();
}

QString IdentityPage::complaint() const
{
    for (const QLabel *label : {m_nameComplaint, m_urlComplaint, m_groupComplaint})
        if (!label->text().isEmpty())
            return label->text();
    return {};
}

QStringList IdentityPage::tags() const
{
    QStringList tags;
    for (const QString &part : m_tags->text().split(u',', Qt::SkipEmptyParts)) {
        const QString tag = part.trimmed().left(200);
        if (!tag.isEmpty() && !tags.contains(tag))
            tags.append(tag);
    }
    return tags;
}

Workspace IdentityPage::applyTo(Workspace workspace) const
{
    if (m_name->isVisibleTo(this)) {
        if (const auto place = workspace.find(m_keys.first())) {
            Profile &profile = workspace.at(*place);
            profile.name = m_name->text().trimmed();
            profile.url = m_url->text().trimmed();
        }
    }
    for (const ProfileKey key : m_keys) {
        const auto place = workspace.find(key);
        if (place && m_tagsTouched)
            workspace.at(*place).tags = tags();
        if (place && m_enabledTouched)
            workspace.at(*place).enabled = m_enabled->isChecked();
    }
    if (m_groupTouched)
        workspace = WorkspaceEdits::withMoved(std::move(workspace), m_keys, m_group->currentText().trimmed());
    return workspace;
}

} // namespace Pongwatch
