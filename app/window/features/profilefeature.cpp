// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/profilefeature.h"

#include "app/window/application.h"
#include "app/window/noticebar.h"
#include "app/window/secretkeeping.h"
#include "app/window/windowmenus.h"
#include "widgets/peerlistview.h"
#include "widgets/profileeditor/profileeditor.h"
#include "widgets/workspace/namedialog.h"
#include "workspace/workspaceedits.h"

#include <QAction>
#include <QEvent>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace Pongwatch
{

namespace
{

/// A name for a menu: an ampersand in it is not a mnemonic.
QString plain(QString name)
{
    return name.replace(u'&', QStringLiteral("&&"));
}

} // namespace

ProfileFeature::ProfileFeature(const WindowContext &context, QObject *parent)
    : WindowFeature(context, parent)
    , m_session(context.application->session())
    , m_trial(context.application->secrets(), context.application->presets(),
              [application = context.application](const Workspace &edited, const ProfilePlace &place) {
                  return application->untrustedIn(edited, place);
              })
    , m_edit(new QAction(this))
    , m_duplicate(new QAction(this))
    , m_groups(new QMenu(context.window))
    , m_tags(new QMenu(context.window))
    , m_editGroups(new QMenu(context.window))
    , m_defaults(new QAction(this))
{
    connect(context.application->peerList(), &PeerListModel::moveRequested, this,
            &ProfileFeature::moveToGroup);
    m_edit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    m_duplicate->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
    m_edit->setObjectName(QStringLiteral("edit-profile"));
    m_duplicate->setObjectName(QStringLiteral("duplicate-profile"));
    m_defaults->setObjectName(QStringLiteral("workspace-defaults"));
    m_context.menus->add(WindowMenus::Menu::Edit, 10,
                         {m_edit, m_duplicate, m_groups->menuAction(), m_tags->menuAction(),
                          m_editGroups->menuAction(), m_defaults});
    m_context.list->addActions({m_edit, m_duplicate, m_groups->menuAction(), m_tags->menuAction()});

    connect(m_edit, &QAction::triggered, this, &ProfileFeature::editSelected);
    connect(m_duplicate, &QAction::triggered, this, &ProfileFeature::duplicate);
    connect(m_defaults, &QAction::triggered, this, [this] {
        openEditor({EditSubject::Kind::Workspace, {}, {}}, tr("changing the workspace's defaults"));
    });
    connect(m_groups, &QMenu::aboutToShow, this, &ProfileFeature::fillGroups);
    connect(m_editGroups, &QMenu::aboutToShow, this, &ProfileFeature::fillGroups);
    connect(m_tags, &QMenu::aboutToShow, this, &ProfileFeature::fillTags);
    enableWithSelection({m_edit, m_duplicate, m_groups->menuAction(), m_tags->menuAction()});
    connect(m_context.list, &QAbstractItemView::doubleClicked, this, [this] {
        if (!m_context.list->selectedGroup()) // for a group, it expands and collapses
            editSelected();
    });
    // Not while one of these actions is running.
    connect(m_session, &WorkspaceSession::changed, this, &ProfileFeature::fillGroups, Qt::QueuedConnection);
    m_context.list->installEventFilter(this);
    retranslate();
}

ProfileFeature::~ProfileFeature()
{
    delete m_editor; // it dials with objects that are about to be destroyed
}

ProfileEditor *ProfileFeature::editor() const
{
    return m_editor;
}

void ProfileFeature::retranslate()
{
    m_edit->setText(tr("&Edit Peer…"));
    m_edit->setToolTip(tr("Edit the selected peers: URL, keepalive, TLS, sign-in and everything else"));
    m_duplicate->setText(tr("&Duplicate"));
    m_groups->setTitle(tr("Move to &Group"));
    m_tags->setTitle(tr("&Tags"));
    m_editGroups->setTitle(tr("Gr&oups"));
    m_defaults->setText(tr("De&faults of the Workspace…"));
    fillGroups();
    fillTags();
}

QList<ProfileKey> ProfileFeature::selected() const
{
    return m_context.application->fleet()->profilesOf(m_context.list->selectedPeers());
}

QStringList ProfileFeature::groupNames() const
{
    QStringList names;
    for (const ProfileGroup &group : m_session->workspace().groups)
        names.append(group.name);
    return names;
}

void ProfileFeature::fillGroups()
{
    m_groups->clear();
    // A menu does not own the actions of its sub-menus.
    for (QMenu *menu : m_editGroups->findChildren<QMenu *>(Qt::FindDirectChildrenOnly))
        menu->deleteLater();
    m_editGroups->clear();
    for (const QString &name : groupNames()) {
        connect(m_groups->addAction(plain(name)), &QAction::triggered, this,
                [this, name] { moveToGroup(m_context.list->selectedPeers(), name); });
        QMenu *menu = m_editGroups->addMenu(plain(name));
        connect(menu->addAction(tr("&Edit Defaults…")), &QAction::triggered, this,
                [this, name] { editGroup(name); });
        connect(menu->addAction(tr("&Rename…")), &QAction::triggered, this,
                [this, name] { renameGroup(name); });
        connect(menu->addAction(tr("Re&move Group, Keep Its Peers")), &QAction::triggered, this,
                [this, name] { removeGroup(name); });
    }
    m_groups->addSeparator();
    connect(m_groups->addAction(tr("N&o Group")), &QAction::triggered, this,
            [this] { moveToGroup(m_context.list->selectedPeers(), QString()); });
    connect(m_groups->addAction(tr("&New Group…")), &QAction::triggered, this, &ProfileFeature::addGroup);
    m_editGroups->addSeparator();
    connect(m_editGroups->addAction(tr("&New Group…")), &QAction::triggered, this, [this] {
        askForName(tr("New Group"), tr("&Name of the group:"), {}, groupNames(), [this](const QString &name) {
            m_session->edit(tr("creating group “%1”").arg(name),
                            WorkspaceEdits::withGroup(m_session->workspace(), name));
        });
    });
}

void ProfileFeature::fillTags()
{
    m_tags->clear();
    const QList<ProfileKey> keys = selected();
    const Workspace &workspace = m_session->workspace();
    for (const QString &tag : WorkspaceEdits::tagsOf(workspace)) {
        QAction *action = m_tags->addAction(plain(tag));
        action->setCheckable(true);
        action->setChecked(std::all_of(keys.cbegin(), keys.cend(), [&](ProfileKey key) {
            const auto place = workspace.find(key);
            return place && workspace.at(*place).tags.contains(tag);
        }));
        connect(action, &QAction::triggered, this, [this, tag](bool checked) { setTag(tag, checked); });
    }
    m_tags->addSeparator();
    connect(m_tags->addAction(tr("&New Tag…")), &QAction::triggered, this, &ProfileFeature::addTag);
}

void ProfileFeature::editSelected()
{
    if (const auto group = m_context.list->selectedGroup(); group && !group->isEmpty()) {
        editGroup(*group);
        return;
    }
    const QList<ProfileKey> keys = selected();
    if (keys.isEmpty())
        return;
    QString name = tr("editing %n peers", nullptr, int(keys.size()));
    if (keys.size() == 1) {
        if (const auto place = m_session->workspace().find(keys.first()))
            name = tr("editing “%1”").arg(m_session->workspace().at(*place).name);
    }
    openEditor({EditSubject::Kind::Profiles, keys, {}}, name);
}

void ProfileFeature::editGroup(const QString &group)
{
    openEditor({EditSubject::Kind::Group, {}, group}, tr("changing group “%1”").arg(group));
}

void ProfileFeature::openEditor(const EditSubject &subject, const QString &editName)
{
    if (m_editor)
        return;
    m_editor = new ProfileEditor(m_session->workspace(), subject, &m_trial,
                                 m_context.application->secrets()->isLasting(), m_context.window);
    m_editor->setFormat(m_context.application->book()->format().preferences());
    m_editor->setPresets(m_context.application->presets()->presets());
    m_context.application->presets()->lookAgain();
    connect(m_context.application->presets(), &PresetShelf::changed, m_editor,
            [this] { m_editor->setPresets(m_context.application->presets()->presets()); });
    m_editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_editor, &QDialog::accepted, this, [this, editName] { accept(editName); });
    m_editor->open();
}

void ProfileFeature::accept(const QString &editName)
{
    const QList<ImportedSecret> secrets = m_editor->newSecrets();
    // The secrets can be read from now on, however long a keychain takes to store them.
    keepSecrets(m_context.application->secrets(), secrets,
                [self = QPointer<ProfileFeature>(this)](const QList<Error> &errors) {
                    if (self && !errors.isEmpty())
                        self->m_context.notice->showNotice(errors.first().sentence());
                });
    Workspace next = m_editor->applyTo(m_session->workspace());
    if (const Outcome kept = m_context.application->trustEdit(next); !kept)
        m_context.notice->showNotice(kept.error().sentence());
    m_session->edit(editName, std::move(next));
}

void ProfileFeature::duplicate()
{
    const QList<ProfileKey> keys = selected();
    m_session->edit(tr("duplicating %n peers", nullptr, int(keys.size())),
                    WorkspaceEdits::withDuplicates(m_session->workspace(), keys));
}

void ProfileFeature::askForName(const QString &title, const QString &label, const QString &name,
                                const QStringList &taken, const std::function<void(const QString &)> &then)
{
    auto *dialog = new NameDialog(title, label, name, taken, m_context.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [dialog, then] { then(dialog->name()); });
    dialog->open();
}

void ProfileFeature::moveToGroup(const QList<PeerId> &peers, const QString &group)
{
    const QList<ProfileKey> keys = m_context.application->fleet()->profilesOf(peers);
    const QString name = group.isEmpty()
                             ? tr("removing %n peers from their groups", nullptr, int(keys.size()))
                             : tr("moving %n peers to “%1”", nullptr, int(keys.size())).arg(group);
    m_session->edit(name, WorkspaceEdits::withMoved(m_session->workspace(), keys, group));
}

void ProfileFeature::addGroup()
{
    askForName(
        tr("New Group"), tr("&Name of the group:"), {}, groupNames(),
        [this, peers = m_context.list->selectedPeers()](const QString &name) { moveToGroup(peers, name); });
}

void ProfileFeature::renameGroup(const QString &group)
{
    QStringList taken = groupNames();
    taken.removeAll(group);
    askForName(tr("Rename Group"), tr("&Name of the group:"), group, taken,
               [this, group](const QString &name) {
                   m_session->edit(tr("renaming group “%1”").arg(group),
                                   WorkspaceEdits::withGroupRenamed(m_session->workspace(), group, name));
               });
}

void ProfileFeature::removeGroup(const QString &group)
{
    m_session->edit(tr("removing group “%1”").arg(group),
                    WorkspaceEdits::withoutGroup(m_session->workspace(), group));
}

void ProfileFeature::addTag()
{
    askForName(tr("New Tag"), tr("&Tag:"), {}, {}, [this](const QString &tag) { setTag(tag, true); });
}

void ProfileFeature::setTag(const QString &tag, bool wanted)
{
    const QList<ProfileKey> keys = selected();
    const int count = int(keys.size());
    m_session->edit(wanted ? tr("tagging %n peers “%1”", nullptr, count).arg(tag)
                           : tr("removing the tag “%1” from %n peers", nullptr, count).arg(tag),
                    wanted ? WorkspaceEdits::withTag(m_session->workspace(), keys, tag)
                           : WorkspaceEdits::withoutTag(m_session->workspace(), keys, tag));
}

bool ProfileFeature::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_context.list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            editSelected();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Pongwatch
