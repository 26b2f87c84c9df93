// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/palettemodel.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListView;

namespace Pongwatch
{

/// Every command of the program, found by typing a few letters of its name. Up and Down select, Return runs
/// it, Escape closes.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *parent);

    /// Shows these entries, with an empty search, at the top of the parent.
    void open(std::vector<PaletteEntry> entries);

    [[nodiscard]] QLineEdit *field() const { return m_field; }
    [[nodiscard]] QListView *list() const { return m_list; }

Q_SIGNALS:
    /// The palette is already closed, so that the command can open a dialog.
    void chosen(quint64 id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    using QDialog::open;
    void retranslate();
    void takePattern(const QString &pattern);
    void choose(const QModelIndex &index);

    PaletteModel m_model;
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_nothing;
};

} // namespace Pongwatch
