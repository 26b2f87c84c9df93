// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/connectiontrialrun.h"
#include "app/window/features/windowfeature.h"
#include "workspace/settingslayers.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QAction;
class QMenu;

namespace Pongwatch
{

class ProfileEditor;
class WorkspaceSession;

/// Profiles and groups: the editor, duplicates, groups and tags. Each action is one edit of the workspace,
/// and can be undone.
class ProfileFeature : public WindowFeature
{
    Q_OBJECT

public:
    explicit ProfileFeature(const WindowContext &context, QObject *parent = nullptr);
    ~ProfileFeature() override;

    /// Moves peers to a group; empty: to none. For views in which peers can be dragged.
    void moveToGroup(const QList<PeerId> &peers, const QString &group);

    /// The open one; null if there is none.
    [[nodiscard]] ProfileEditor *editor() const;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate() override;
    void fillGroups();
    void fillTags();
    void editSelected();
    void editGroup(const QString &group);
    void openEditor(const EditSubject &subject, const QString &editName);
    void accept(const QString &editName);
    void duplicate();
    void askForName(const QString &title, const QString &label, const QString &name, const QStringList &taken,
                    const std::function<void(const QString &)> &then);
    void addGroup();
    void renameGroup(const QString &group);
    void removeGroup(const QString &group);
    void addTag();
    void setTag(const QString &tag, bool wanted);
    [[nodiscard]] QList<ProfileKey> selected() const;
    [[nodiscard]] QStringList groupNames() const;

    WorkspaceSession *m_session;
    ConnectionTrialRun m_trial;
    // Owned by this, or by the window.
    QAction *m_edit;
    QAction *m_duplicate;
    QMenu *m_groups;
    QMenu *m_tags;
    QMenu *m_editGroups;
    QAction *m_defaults;
    QPointer<ProfileEditor> m_editor;
};

} // namespace Pongwatch
