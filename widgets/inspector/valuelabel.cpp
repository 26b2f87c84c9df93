// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/valuelabel.h"

#include <QLabel>

namespace Pongwatch
{

QLabel *makeValueLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMinimumWidth(80); // a long word is cut off rather than widen the inspector
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

void setTextIfNew(QLabel *label, const QString &text)
{
    if (label->text() != text)
        label->setText(text);
}

} // namespace Pongwatch
