// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/rules/alertrule.h"

#include <QDialog>

#include <functional>
#include <vector>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace Pongwatch
{

/// Edits one rule for alerts: its name, what it is about, and how it ends. What a field does not show of the
/// rule stays as it is.
class RuleDialog : public QDialog
{
    Q_OBJECT

public:
    /// What can be said where the rule stands: about groups (of a group or the workspace), about this program
    /// (of the workspace).
    struct Place {
        bool groups = false;
        bool observer = false;
        QStringList ways{}; ///< by which alerts can be told, by name; empty: that is not asked
    };

    /// `taken`: names that it may not have. `fixedName`: it replaces a rule further out.
    RuleDialog(const AlertRule &rule, const Place &place, const QStringList &taken, bool fixedName,
               QWidget *parent = nullptr);

    [[nodiscard]] AlertRule rule() const;
    [[nodiscard]] QComboBox *kindField() const { return m_kind; }
    [[nodiscard]] QListWidget *waysField() const { return m_ways; }
    [[nodiscard]] QLineEdit *nameField() const { return m_name; }
    [[nodiscard]] QPushButton *acceptButton() const { return m_accept; }

private:
    QFormLayout *addKind(const QString &name);
    QDoubleSpinBox *number(QFormLayout *form, const QString &label, double value, double maximum,
                           const QString &unit, int decimals = 0);
    QSpinBox *count(QFormLayout *form, const QString &label, int value, int minimum, int maximum);
    void addState(const StateLasts &condition);
    void addPings(const PingsMissed &condition);
    void addFigure(const FigureAbove &condition);
    void addPast(const FigureAbovePast &condition);
    void addEnds(const EndsRepeat &condition);
    void addCertificate(const CertificateExpires &condition);
    void addBurn(const BudgetBurns &condition);
    void addGroup(const GroupDown &condition);
    void addObserver(const ObserverLags &condition);
    void layOut();
    void check();

    AlertRule m_rule; ///< as it was
    QStringList m_taken;
    QLineEdit *m_name;
    QLabel *m_complaint;
    QComboBox *m_kind;
    QStackedWidget *m_fields;
    std::vector<std::function<AlertCondition()>> m_kinds; ///< each reads its fields
    QDoubleSpinBox *m_recoverAfter;
    QDoubleSpinBox *m_escalateAfter;
    QCheckBox *m_tellsRecovery;
    QListWidget *m_ways;
    QListWidget *m_escalationWays;
    QLabel *m_sentence;
    QPushButton *m_accept = nullptr;
};

} // namespace Pongwatch
