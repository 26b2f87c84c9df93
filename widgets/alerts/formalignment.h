// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFormLayout>
#include <QWidget>

#include <algorithm>

namespace Pongwatch
{

/// Gives the fields of all forms of a dialog one left edge.
inline void alignForms(const QWidget *dialog)
{
    QList<QWidget *> labels;
    int widest = 0;
    for (const QFormLayout *form : dialog->findChildren<QFormLayout *>())
        for (int row = 0; row < form->rowCount(); ++row)
            if (const QLayoutItem *item = form->itemAt(row, QFormLayout::LabelRole); item && item->widget()) {
                labels.append(item->widget());
                widest = std::max(widest, item->widget()->sizeHint().width());
            }
    for (QWidget *label : labels)
        label->setMinimumWidth(widest);
}

} // namespace Pongwatch
