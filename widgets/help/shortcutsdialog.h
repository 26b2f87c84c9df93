// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <vector>

class QDialogButtonBox;
class QTreeWidget;

namespace Pongwatch
{

/// Keys that belong together, and what each of them does.
struct ShortcutSection {
    struct Row {
        QString what;
        QString key;
    };
    QString title;
    std::vector<Row> rows;
};

/// All keyboard shortcuts of the program on one page.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutsDialog(const std::vector<ShortcutSection> &sections, QWidget *parent = nullptr);

    [[nodiscard]] QTreeWidget *list() const { return m_list; }

private:
    QTreeWidget *m_list;
};

} // namespace Pongwatch
