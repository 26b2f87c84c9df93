// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/profileimport.h"

#include <QDialog>
#include <QHash>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace Pongwatch
{

/// Shows how a pasted text or files were understood before anything is added: each peer with a check box and,
/// below it, what was changed or left out and where it was; then whatever was rejected. What deserves a
/// second look stands out. Peers that already exist are shown as such, and left unchecked. Never shows a
/// secret.
class ImportPreview : public QDialog
{
    Q_OBJECT

public:
    /// What the preview knows of the workspace that the peers will be added to.
    struct Surroundings {
        QStringList groups;
        QHash<QString, QString> namesByUrl; ///< comparableUrl() of each profile there
    };

    ImportPreview(ImportResult result, Surroundings surroundings, QWidget *parent = nullptr);

    /// Shows another interpretation of the same input.
    void setResult(ImportResult result);

    /// The checked ones.
    [[nodiscard]] std::vector<ImportedProfile> chosen() const;
    /// The group to add them to; empty: none.
    [[nodiscard]] QString group() const;
    /// Whether peers that already exist are to be merged into the existing ones.
    [[nodiscard]] bool isMerging() const;

    [[nodiscard]] QTreeWidget *list() const { return m_list; }
    [[nodiscard]] QTreeWidget *problems() const { return m_problems; }
    [[nodiscard]] QComboBox *groupField() const { return m_group; }
    [[nodiscard]] QComboBox *columnField() const { return m_column; }
    [[nodiscard]] QCheckBox *mergeBox() const { return m_merge; }
    [[nodiscard]] QPushButton *addButton() const { return m_add; }

Q_SIGNALS:
    /// The user has chosen the column of a table that has the URLs, counted from 0.
    void columnChosen(int column);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void fillProblems();
    void addNotes(QTreeWidgetItem *item, const QList<ImportNote> &notes);
    void retranslate();
    void describe(size_t index);
    void showCount();
    void checkDuplicates();
    [[nodiscard]] QString duplicateOf(size_t index) const;

    ImportResult m_result;
    Surroundings m_surroundings;
    QStringList m_duplicates; ///< for each profile: the name of the one that already has its URL; empty: none
    bool m_hasGroups = false; ///< whether any of them comes with a group
    QLabel *m_title;
    QTreeWidget *m_list;
    QCheckBox *m_merge;
    QLabel *m_problemsTitle;
    QTreeWidget *m_problems;
    QLabel *m_asides;
    QLabel *m_columnLabel;
    QComboBox *m_column;
    QLabel *m_groupLabel;
    QComboBox *m_group;
    QLabel *m_complaint;
    QPushButton *m_add;
};

} // namespace Pongwatch
