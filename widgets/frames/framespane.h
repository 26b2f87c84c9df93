// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QSplitter;
class QToolButton;

namespace Pongwatch
{

class FrameDetail;
class FrameListModel;
class FrameView;
class MessageComposer;

/// The frames of one peer: the filter, the list, the selected frame in full, and a field for writing
/// messages. Does not know where frames come from.
class FramesPane : public QWidget
{
    Q_OBJECT

public:
    explicit FramesPane(QWidget *parent = nullptr);

    /// The model must outlive the pane or be replaced. Null: no peer is selected.
    void setFrames(FrameListModel *frames);
    [[nodiscard]] FrameListModel *frames() const { return m_frames; }

    /// Moves the focus to where messages are written.
    void startWriting();

    [[nodiscard]] FrameView *view() const { return m_view; }
    [[nodiscard]] FrameDetail *detail() const { return m_detail; }
    [[nodiscard]] MessageComposer *composer() const { return m_composer; }
    [[nodiscard]] QLineEdit *searchField() const { return m_search; }
    [[nodiscard]] QToolButton *expressionButton() const { return m_expression; }
    [[nodiscard]] QComboBox *kindsBox() const { return m_kinds; }
    [[nodiscard]] QComboBox *directionBox() const { return m_direction; }
    [[nodiscard]] QToolButton *pauseButton() const { return m_pause; }
    [[nodiscard]] QToolButton *newestButton() const { return m_newest; }
    [[nodiscard]] QToolButton *clearButton() const { return m_clear; }
    [[nodiscard]] QToolButton *saveButton() const { return m_save; }
    [[nodiscard]] QToolButton *writeButton() const { return m_write; }
    /// The number of frames, or what is wrong with the search.
    [[nodiscard]] QString status() const;

    [[nodiscard]] QSize sizeHint() const override { return {900, 300}; }

Q_SIGNALS:
    void saveRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void search();
    void showFrame(const QModelIndex &index);
    void showStatus();
    void giveWay();

    FrameListModel *m_frames = nullptr;
    QComboBox *m_direction;
    QComboBox *m_kinds;
    QLineEdit *m_search;
    QToolButton *m_expression;
    QLabel *m_status;
    QToolButton *m_pause;
    QToolButton *m_newest;
    QToolButton *m_clear;
    QToolButton *m_save;
    QToolButton *m_write;
    QSplitter *m_parts;
    FrameView *m_view;
    FrameDetail *m_detail;
    QLabel *m_none;
    MessageComposer *m_composer;
    QString m_fault; ///< in the search
    QTimer m_searchSoon;
    QTimer m_statusSoon;
};

} // namespace Pongwatch
