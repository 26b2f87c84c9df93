// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QScrollArea>

class QLabel;

namespace Pongwatch
{

/// The picture of a report, as wide as there is room; or a sentence if there is none.
class ReportPreview : public QScrollArea
{
    Q_OBJECT

public:
    explicit ReportPreview(QWidget *parent = nullptr);

    void showPicture(const QImage &picture);
    void showSentence(const QString &sentence);
    /// Empty while there is a picture.
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] bool hasPicture() const { return !m_picture.isNull(); }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    QLabel *m_label; // owned by the scroll area
    QImage m_picture;
};

} // namespace Pongwatch
