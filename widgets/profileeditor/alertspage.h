// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/rules/alertsettings.h"
#include "workspace/settingslayers.h"
#include "workspace/workspace.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTabWidget;

namespace Pongwatch
{

class LayeredList;

/// The editor's page of alerts of one profile, a group or the workspace: its rules, objectives and times of
/// maintenance, with those that it has from further out, and its gateway. Only what the user touched is
/// changed.
class AlertsPage : public QWidget
{
    Q_OBJECT

public:
    AlertsPage(const Workspace &workspace, EditSubject subject, QWidget *parent = nullptr);

    /// Whether alerts can be edited for this: not for several profiles at once.
    [[nodiscard]] static bool isFor(const EditSubject &subject);

    [[nodiscard]] Workspace applyTo(Workspace workspace) const;
    void retranslate();

    [[nodiscard]] const AlertSettings &own() const { return m_own; }
    [[nodiscard]] LayeredList *rules() const { return m_rules; }
    [[nodiscard]] LayeredList *objectives() const { return m_objectives; }
    [[nodiscard]] LayeredList *maintenance() const { return m_maintenance; }
    [[nodiscard]] QComboBox *gatewayField() const { return m_gateway; }

    /// Takes the windows of a calendar file, and says what was left out.
    void importCalendarFile(const QString &path);

private:
    void showLists();
    void editRule(int row);
    void removeRule(int row);
    void editObjective(int row);
    void removeObjective(int row);
    void editWindow(int row);
    void removeWindow(int row);
    void openRule(const AlertRule &rule, bool isFixed);
    void openObjective(const Objective &objective, bool isFixed);
    void openWindow(std::optional<qsizetype> place, const MaintenanceWindow &window);
    void askForCalendar();
    void fillGateways(const Workspace &workspace);
    [[nodiscard]] QString fromOf(bool isOwn, bool isGroups) const;
    void touched();

    EditSubject m_subject;
    QString m_groupName;       ///< of a profile in one
    AlertSettings m_own;       ///< with the user's changes
    AlertSettings m_group;     ///< further out than a profile's own
    QStringList m_ways;        ///< by which alerts can be told
    AlertSettings m_workspace; ///< further out than that
    bool m_isTouched = false;
    QTabWidget *m_tabs;
    LayeredList *m_rules;
    LayeredList *m_objectives;
    LayeredList *m_maintenance;
    QPushButton *m_import;
    QLabel *m_gatewayLabel;
    QComboBox *m_gateway;
    QLabel *m_news;
};

} // namespace Pongwatch
