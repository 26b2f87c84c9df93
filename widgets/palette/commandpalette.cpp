// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/palette/commandpalette.h"

#include "widgets/palette/palettedelegate.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace Pongwatch
{

CommandPalette::CommandPalette(QWidget *parent)
    : QDialog(parent, Qt::Popup | Qt::FramelessWindowHint)
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_nothing(new QLabel(this))
{
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus); // the field keeps the focus; arrows are passed on
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->hide();
    m_field->setClearButtonEnabled(false);
    m_field->installEventFilter(this);
    QFont large = m_field->font();
    large.setPointSizeF(large.pointSizeF() * 1.15);
    m_field->setFont(large);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_field);
    layout->addWidget(m_nothing, 1);
    layout->addWidget(m_list, 1);

    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::takePattern);
    connect(m_list, &QListView::clicked, this, &CommandPalette::choose);
    retranslate();
}

void CommandPalette::retranslate()
{
    setWindowTitle(tr("Commands"));
    setAccessibleName(tr("Commands"));
    m_field->setPlaceholderText(tr("What do you want to do, or which peer?"));
    m_field->setAccessibleName(tr("Command or peer"));
    m_list->setAccessibleName(tr("Matching commands"));
    m_nothing->setText(tr("Nothing has that name."));
}

void CommandPalette::open(std::vector<PaletteEntry> entries)
{
    m_model.setEntries(std::move(entries));
    m_field->clear();
    takePattern({});
    const QWidget *window = parentWidget()->window();
    const int width = std::clamp(window->width() * 2 / 5, 460, 720);
    const int height = std::min(460, std::max(200, window->height() - 120));
    resize(width, height);
    move(window->mapToGlobal(QPoint((window->width() - width) / 2, std::min(90, window->height() / 8))));
    show();
    m_field->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::takePattern(const QString &pattern)
{
    m_model.setPattern(pattern);
    const bool any = m_model.rowCount() > 0;
    m_list->setVisible(any);
    m_nothing->setVisible(!any);
    if (any) {
        m_list->setCurrentIndex(m_model.index(0));
        m_list->scrollToTop();
    }
}

void CommandPalette::choose(const QModelIndex &index)
{
    if (index.isValid() && index.data(PaletteUnavailableRole).toString().isEmpty()) {
        const quint64 id = index.data(PaletteIdRole).toULongLong();
        accept();
        Q_EMIT chosen(id);
    }
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event); // NOLINT(*-static-cast-downcast): the type says so
        const int row = m_list->currentIndex().row();
        const int last = m_model.rowCount() - 1;
        const int page = std::max(1, m_list->height() / std::max(1, m_list->sizeHintForRow(0)) - 1);
        const auto go = [this, last](int wanted) {
            m_list->setCurrentIndex(m_model.index(std::clamp(wanted, 0, std::max(0, last))));
            return true;
        };
        switch (key->key()) {
        case Qt::Key_Down:
            return go(row == last ? 0 : row + 1);
        case Qt::Key_Up:
            return go(row == 0 ? last : row - 1);
        case Qt::Key_PageDown:
            return go(row + page);
        case Qt::Key_PageUp:
            return go(row - page);
        case Qt::Key_Return:
        case Qt::Key_Enter:
            choose(m_list->currentIndex());
            return true;
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Pongwatch
