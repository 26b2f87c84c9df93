// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/clearbutton.h"

#include <QLineEdit>

namespace Pongwatch
{

void offerClearButton(QLineEdit *field)
{
    QObject::connect(
        field, &QLineEdit::textChanged, field, [field] { field->setClearButtonEnabled(true); },
        Qt::SingleShotConnection);
}

} // namespace Pongwatch
