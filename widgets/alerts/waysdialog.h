// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/rules/alertway.h"

#include <QDialog>
#include <QHash>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace Pongwatch
{

/// The ways by which alerts are told, each with a button's press away from a test, and what became of that.
class WaysDialog : public QDialog
{
    Q_OBJECT

public:
    struct Row {
        AlertWay way;
        QString missing; ///< why it can't be used; empty: it can
    };

    explicit WaysDialog(QWidget *parent = nullptr);

    void showWays(const QList<Row> &rows);
    /// What became of a test: `error` where it was not taken, `said` what a command wrote.
    void showResult(const QString &way, bool isTaken, const QString &error, const QString &said);

Q_SIGNALS:
    void testWanted(const QString &way);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fill();
    void test();
    void showSelection();
    [[nodiscard]] QString selectedWay() const;

    QLabel *m_about;
    QTreeWidget *m_list;
    QLabel *m_result;
    QPushButton *m_test;
    QPushButton *m_close;
    QList<Row> m_rows;
    QHash<QString, QString> m_results; ///< of tests, by way
};

/// How a way tells, in a few words without secrets: "posts to https://hook.example:443 (slack)".
[[nodiscard]] QString wayInWords(const AlertWay &way);

} // namespace Pongwatch
