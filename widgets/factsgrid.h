// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace Pongwatch
{

/// A titled list of facts: a quiet name on the left, its value on the right. Values are plain text that can
/// be selected and copied by mouse and keyboard. Hidden while it has no facts.
class FactsGrid : public QWidget
{
    Q_OBJECT

public:
    struct Fact {
        QString name;
        QString value;
    };

    explicit FactsGrid(QWidget *parent = nullptr);

    void setTitle(const QString &title);

    /// Facts without a value are left out.
    void setFacts(const QList<Fact> &facts);

private:
    struct Row {
        QLabel *name;
        QLabel *value;
    };
    Row &rowAt(qsizetype place);

    QLabel *m_title;
    QGridLayout *m_layout;
    QList<Row> m_rows;
};

} // namespace Pongwatch
