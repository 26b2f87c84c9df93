// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

class QAction;

namespace Pongwatch
{

class FrameListModel;

/// A view of a FrameListModel that follows the newest frame until the user scrolls away, and then stays in
/// place whatever is added or removed.
class FrameView : public QTreeView
{
    Q_OBJECT

public:
    explicit FrameView(QWidget *parent = nullptr);

    /// The model must outlive the view or be replaced; null: none.
    void setFrames(FrameListModel *frames);

    [[nodiscard]] bool isFollowing() const { return m_isFollowing; }
    /// Goes to the newest frame, and keeps following.
    void follow();

    /// Copies the selected frames to the clipboard, one per line.
    void copyRows() const;
    /// The same with only their contents, as far as they are kept.
    void copyContents() const;
    /// The same as JSON lines.
    void copyJson() const;

Q_SIGNALS:
    void followingChanged(bool isFollowing);
    /// Another frame is selected; invalid: none.
    void frameChanged(const QModelIndex &index);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void retranslate();
    void layOutColumns();
    void hideWhatHasNoRoom();
    [[nodiscard]] QModelIndexList chosen() const;
    void setFollowing(bool isFollowing);

    FrameListModel *m_frames = nullptr;
    bool m_isFollowing = true;
    bool m_isChanging = false; ///< rows are being added or removed: the scroll bar is not moved by the user
    int m_rowsGone = 0;
    QAction *m_copy;
    QAction *m_copyContents;
    QAction *m_copyJson;
};

} // namespace Pongwatch
