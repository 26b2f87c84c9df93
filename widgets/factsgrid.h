// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/peerfacts.h"

#include <QList>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace Pongwatch
{

/// A list of facts: a quiet name on the left, its value on the right. Values are plain text that can be
/// selected and copied by mouse and keyboard. Hidden if there are no facts.
class FactsGrid : public QWidget
{
    Q_OBJECT

public:
    explicit FactsGrid(QWidget *parent = nullptr);

    /// Facts without a value are left out.
    void setFacts(const QList<Fact> &facts);

    /// One fact per line, for copying.
    [[nodiscard]] QString plainText() const { return PeerFacts::toText(m_facts); }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void giveNamesRoom();

    struct Row {
        QLabel *name;
        QLabel *value;
    };
    Row &rowAt(qsizetype place);

    QGridLayout *m_layout;
    QList<Row> m_rows;
    QList<Fact> m_facts;
};

} // namespace Pongwatch
