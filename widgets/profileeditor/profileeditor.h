// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/profileeditor/settingpages.h"
#include "workspace/profileimport.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace Pongwatch
{

class ConnectionTester;
class IdentityPage;
class TrialPanel;
struct DialoguePreset;

/// Edits one profile, many at once, or the defaults of a group or of the workspace. Only what the user
/// touched is changed. Secrets that were typed are handed over apart from the workspace.
class ProfileEditor : public QDialog
{
    Q_OBJECT

public:
    /// The tester outlives the editor; null: there is none. `secretsLast`: false when they are gone with the
    /// end of the program, which is said.
    ProfileEditor(const Workspace &workspace, EditSubject subject, ConnectionTester *tester, bool secretsLast,
                  QWidget *parent = nullptr);
    ~ProfileEditor() override;

    /// A workspace, perhaps a newer one than that of the constructor, with the user's changes.
    [[nodiscard]] Workspace applyTo(Workspace workspace) const;
    [[nodiscard]] QList<ImportedSecret> newSecrets() const;
    [[nodiscard]] const EditSubject &subject() const { return m_subject; }

    /// Null for defaults.
    [[nodiscard]] IdentityPage *identity() const { return m_identity; }
    [[nodiscard]] const QList<SettingPage> &pages() const { return m_pages; }
    [[nodiscard]] TrialPanel *trial() const { return m_trial; }
    [[nodiscard]] QPushButton *testButton() const { return m_test; }
    [[nodiscard]] QPushButton *acceptButton() const { return m_accept; }
    void showPage(int page);
    /// The presets to choose from; before, none can be told from one that is missing.
    void setPresets(const QList<DialoguePreset> &presets);
    [[nodiscard]] const DialogueFields &dialogueFields() const { return m_dialogue; }

protected:
    void changeEvent(QEvent *event) override;
    void done(int result) override;

private:
    void layOut();
    void addPage(QWidget *page);
    void retranslate();
    void check();
    void alignLabels();
    void testConnection();
    [[nodiscard]] QString name() const;

    Workspace m_workspace; ///< as it was when the editor opened
    EditSubject m_subject;
    ConnectionTester *m_tester;
    bool m_secretsLast;
    IdentityPage *m_identity = nullptr;
    QList<SettingPage> m_pages;
    QList<SecretValue *> m_secrets;
    DialogueFields m_dialogue;
    QLabel *m_about;
    QListWidget *m_list;
    QStackedWidget *m_stack;
    QLabel *m_memoryOnly;
    TrialPanel *m_trial;
    QPushButton *m_test = nullptr;
    QPushButton *m_accept = nullptr;
};

} // namespace Pongwatch
