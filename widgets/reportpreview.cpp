// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reportpreview.h"

#include <QLabel>

#include <algorithm>

namespace Pongwatch
{

ReportPreview::ReportPreview(QWidget *parent)
    : QScrollArea(parent)
    , m_label(new QLabel)
{
    m_label->setAlignment(Qt::AlignCenter);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    setWidget(m_label);
    setWidgetResizable(true);
    // Always shown: a bar that comes and goes would change the picture's width, and so the need for it.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(360);
}

void ReportPreview::showPicture(const QImage &picture)
{
    m_picture = picture;
    fit();
}

void ReportPreview::showSentence(const QString &sentence)
{
    m_picture = QImage();
    m_label->setAlignment(Qt::AlignCenter);
    m_label->setMargin(16);
    m_label->setText(sentence);
}

QString ReportPreview::sentence() const
{
    return m_label->text();
}

void ReportPreview::fit()
{
    if (m_picture.isNull())
        return;
    const double ratio = devicePixelRatioF();
    const int width = std::max(1, static_cast<int>(viewport()->width() * ratio));
    QPixmap pixmap = QPixmap::fromImage(m_picture.scaledToWidth(width, Qt::SmoothTransformation));
    pixmap.setDevicePixelRatio(ratio);
    m_label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_label->setMargin(0);
    m_label->setPixmap(pixmap);
}

void ReportPreview::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

} // namespace Pongwatch
