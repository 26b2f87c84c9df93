// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>

class QLabel;
class QLineEdit;
class QPushButton;

namespace Pongwatch
{

/// Asks for the name of a group or tag, and shows next to the field what is wrong with it.
class NameDialog : public QDialog
{
    Q_OBJECT

public:
    /// `taken` are names that are not allowed.
    NameDialog(const QString &title, const QString &label, const QString &name, const QStringList &taken,
               QWidget *parent = nullptr);

    [[nodiscard]] QString name() const;
    [[nodiscard]] QLineEdit *field() const { return m_field; }

private:
    void check();

    QStringList m_taken;
    QLineEdit *m_field;
    QLabel *m_complaint;
    QPushButton *m_accept;
};

} // namespace Pongwatch
