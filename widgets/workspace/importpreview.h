// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/profileimport.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace Pongwatch
{

/// Shows what was understood of a pasted text or of files before any of it is added: each peer with a check
/// box, each problem with its place. Never shows a secret.
class ImportPreview : public QDialog
{
    Q_OBJECT

public:
    /// `groups` are those that there are.
    ImportPreview(ImportResult result, const QStringList &groups, QWidget *parent = nullptr);

    /// Those that are checked.
    [[nodiscard]] std::vector<ImportedProfile> chosen() const;
    /// Where they are to go; empty: in no group.
    [[nodiscard]] QString group() const;

    [[nodiscard]] QTreeWidget *list() const { return m_list; }
    [[nodiscard]] QTreeWidget *problems() const { return m_problems; }
    [[nodiscard]] QComboBox *groupField() const { return m_group; }
    [[nodiscard]] QPushButton *addButton() const { return m_add; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void retranslate();
    void showCount();

    ImportResult m_result;
    bool m_hasGroups = false; ///< whether one of them comes with a group
    QLabel *m_title;
    QTreeWidget *m_list;
    QLabel *m_problemsTitle;
    QTreeWidget *m_problems;
    QLabel *m_groupLabel;
    QComboBox *m_group;
    QLabel *m_complaint;
    QPushButton *m_add;
};

} // namespace Pongwatch
