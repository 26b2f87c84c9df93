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

class AlertsPage;
class ConnectionTester;
class IdentityPage;
class TrialPanel;
struct FormatPreferences;
struct DialoguePreset;

/// Edits one profile, several at once, or the defaults of a group or workspace. Only what the user edited is
/// changed. Newly typed secrets are returned separately from the workspace.
class ProfileEditor : public QDialog
{
    Q_OBJECT

public:
    /// The tester must outlive the editor; null: there is none. `secretsLast`: false if secrets will be lost
    /// when the program ends, which the editor then says.
    ProfileEditor(const Workspace &workspace, EditSubject subject, ConnectionTester *tester, bool secretsLast,
                  QWidget *parent = nullptr);
    ~ProfileEditor() override;

    /// Applies the user's changes to a workspace, which may be newer than that of the constructor.
    [[nodiscard]] Workspace applyTo(Workspace workspace) const;
    [[nodiscard]] QList<ImportedSecret> newSecrets() const;
    [[nodiscard]] const EditSubject &subject() const { return m_subject; }

    /// Null for defaults.
    [[nodiscard]] IdentityPage *identity() const { return m_identity; }
    [[nodiscard]] const QList<SettingPage> &pages() const { return m_pages; }
    [[nodiscard]] TrialPanel *trial() const { return m_trial; }
    [[nodiscard]] QPushButton *testButton() const { return m_test; }
    [[nodiscard]] QPushButton *acceptButton() const { return m_accept; }
    /// Null for several profiles at once.
    [[nodiscard]] AlertsPage *alerts() const { return m_alerts; }
    void showPage(int page);
    /// How measured figures are written.
    void setFormat(const FormatPreferences &preferences);
    /// Sets the presets to choose from; until then, a known one can't be told from a missing one.
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
    AlertsPage *m_alerts = nullptr;
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
