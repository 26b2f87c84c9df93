// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/formatter.h"
#include "widgets/reportchoice.h"

#include <QDialog>
#include <QImage>
#include <QTimer>

#include <vector>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QDialogButtonBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace Pongwatch
{

class MessageLine;
class PeerChecklist;
class ReportPreview;

/// Asks which report to make, and shows a preview. It doesn't make anything itself: previewWanted() and
/// reportWanted() request it, and the functions starting with "show" report the result.
class ReportDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ReportDialog(const Formatter &format, QWidget *parent = nullptr);

    /// How it writes times; for changes while it is open.
    void setFormat(const Formatter &format);
    /// The peers to choose from; ticks those in `chosen`, or all if it is empty.
    void setPeers(const QStringList &names, const QStringList &chosen);
    /// Without a history, only this run can be reported.
    void setHasHistory(bool hasHistory);
    void setChoice(const ReportChoice &choice);
    [[nodiscard]] ReportChoice choice() const;

    void showPreview(const QImage &picture);
    /// Shows a sentence instead of the preview.
    void showNoPreview(const QString &sentence);
    /// Why no report was saved; shown until something is changed or the user tries again.
    void showFailure(const QString &sentence);
    /// The progress of writing files, 0 to 1; below 0: finished.
    void showProgress(double share);

Q_SIGNALS:
    void previewWanted(const Pongwatch::ReportChoice &choice);
    void reportWanted(const Pongwatch::ReportChoice &choice);
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void nameAll();
    void connectAll();
    void retranslate();
    void noteChange();
    void askForPreview();
    void browse();
    void updateState();

    void showFormat();

    FormatPreferences m_preferences;
    QFormLayout *m_form;
    QComboBox *m_range;
    QDateTimeEdit *m_from;
    QDateTimeEdit *m_to;
    PeerChecklist *m_peers;
    QLineEdit *m_title;
    QPlainTextEdit *m_note;
    std::vector<QCheckBox *> m_formats; // in the order of ReportDialog's list of formats
    QComboBox *m_paper;
    QComboBox *m_theme;
    QComboBox *m_scale;
    QLineEdit *m_file;
    QPushButton *m_browse;
    ReportPreview *m_preview;
    MessageLine *m_message;
    QProgressBar *m_progress;
    QDialogButtonBox *m_buttons;
    QPushButton *m_make;
    QTimer m_delay;
    QString m_failure; ///< of the last attempt to save
    bool m_hasHistory = false;
    bool m_isWriting = false;
};

} // namespace Pongwatch
