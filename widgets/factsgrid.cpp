// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/factsgrid.h"

#include "widgets/quietlabel.h"

#include <QGridLayout>

#include <algorithm>

namespace Pongwatch
{

FactsGrid::FactsGrid(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(14);
    m_layout->setVerticalSpacing(5);
    m_layout->setColumnStretch(1, 1);
    hide();
}

FactsGrid::Row &FactsGrid::rowAt(qsizetype place)
{
    while (m_rows.size() <= place) {
        Row row{new QuietLabel(QuietLabel::Body, this), new QLabel(this)};
        row.name->setWordWrap(true);
        row.value->setTextFormat(Qt::PlainText);
        row.value->setWordWrap(true);
        row.value->setMinimumWidth(60); // a long word is cut off rather than widen the inspector
        row.value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        row.name->setBuddy(row.value);
        const int line = static_cast<int>(m_rows.size());
        m_layout->addWidget(row.name, line, 0, Qt::AlignLeft | Qt::AlignTop);
        m_layout->addWidget(row.value, line, 1);
        m_rows.append(row);
    }
    return m_rows[place];
}

/// Names get the width they need, up to half of the total: then they wrap.
void FactsGrid::giveNamesRoom()
{
    int widest = 0;
    for (const Row &row : std::as_const(m_rows)) {
        widest = std::max(widest, row.name->isHidden()
                                      ? 0
                                      : row.name->fontMetrics().horizontalAdvance(row.name->text()) + 2);
    }
    const int room = std::min(widest, width() / 2);
    for (const Row &row : std::as_const(m_rows))
        row.name->setFixedWidth(std::max(1, room));
}

void FactsGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    giveNamesRoom();
}

void FactsGrid::setFacts(const QList<Fact> &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    qsizetype used = 0;
    for (const Fact &fact : facts) {
        if (fact.value.isEmpty())
            continue;
        const Row &row = rowAt(used++);
        if (row.name->text() != fact.name)
            row.name->setText(fact.name);
        row.value->setAccessibleName(fact.name);
        if (row.value->text() != fact.value) // otherwise the user's selection would be lost
            row.value->setText(fact.value);
        row.name->show();
        row.value->show();
    }
    for (qsizetype place = used; place < m_rows.size(); ++place) {
        m_rows.at(place).name->hide();
        m_rows.at(place).value->hide();
    }
    setVisible(used > 0);
    giveNamesRoom();
}

} // namespace Pongwatch
