// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QPushButton;
class QTreeWidget;

namespace Pongwatch
{

/// A list of things with names that are one's own or come from further out, as the editor shows rules,
/// objectives and times of maintenance: to be added, edited and removed.
class LayeredList : public QWidget
{
    Q_OBJECT

public:
    struct Row {
        QString name;
        QString what;
        QString from; ///< "own", "group prod"
        bool isOwn = true;
        bool isOff = false;
    };

    explicit LayeredList(QWidget *parent = nullptr);

    void setRows(const QList<Row> &rows);
    [[nodiscard]] int currentRow() const;
    void selectRow(const QString &name);

    /// For buttons of a page's own, in the row below the list.
    void addButton(QPushButton *button);
    [[nodiscard]] QTreeWidget *tree() const { return m_tree; }
    [[nodiscard]] QPushButton *addButton() const { return m_add; }
    [[nodiscard]] QPushButton *editButton() const { return m_edit; }
    [[nodiscard]] QPushButton *removeButton() const { return m_remove; }

    /// `whatTitle`: the head of the second column. `removalOfOthers`: what the button does with those that
    /// come from further out; empty: nothing.
    void setTexts(const QString &accessibleName, const QString &whatTitle, const QString &removalOfOthers);

Q_SIGNALS:
    void addRequested();
    void editRequested(int row);
    void removeRequested(int row);

private:
    void showWhatIsPossible();

    QTreeWidget *m_tree;
    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_remove;
    QList<Row> m_rows;
    QString m_removalOfOthers;
};

} // namespace Pongwatch
