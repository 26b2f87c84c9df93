// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/historylabel.h"

#include <QLocale>

namespace Pongwatch
{

HistoryLabel::HistoryLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setContentsMargins(8, 0, 10, 0);
    setAccessibleName(tr("History"));
    hide();
}

void HistoryLabel::showStatus(const HistoryStatus &status)
{
    const QLocale locale = this->locale();
    if (status.state == HistoryStatus::State::Writing)
        setText(tr("History: %1").arg(locale.formattedDataSize(status.fileBytes)));
    else
        setText(tr("▲ History: %1 samples waiting in memory").arg(locale.toString(status.samplesInMemory)));
    QString more = tr("Measurements are kept in %1").arg(status.path);
    if (status.samplesDropped > 0)
        more += u'\n' + tr("%1 samples were lost: the memory set aside for them was full")
                            .arg(locale.toString(status.samplesDropped));
    if (!status.notice.isEmpty())
        more += u'\n' + status.notice;
    setToolTip(more.toHtmlEscaped()); // a path may look like a tag
    setAccessibleDescription(more);
    show();
}

} // namespace Pongwatch
