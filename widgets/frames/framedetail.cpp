// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frames/framedetail.h"

#include "frames/frametext.h"
#include "text/wording.h"
#include "widgets/quietlabel.h"

#include <QComboBox>
#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTextOption>
#include <QVBoxLayout>

namespace Pongwatch
{

FrameDetail::FrameDetail(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_form(new QComboBox(this))
    , m_remarks(new QuietLabel(QuietLabel::Body, this))
    , m_text(new QPlainTextEdit(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_remarks->setWordWrap(true);
    for (int form = 0; form < 3; ++form)
        m_form->addItem(QString());
    m_text->setReadOnly(true);
    m_text->setUndoRedoEnabled(false);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 3, 8, 3);
    head->addWidget(m_title, 1);
    head->addWidget(m_form);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    m_remarks->setContentsMargins(8, 0, 8, 3);
    layout->addWidget(m_remarks);
    layout->addWidget(m_text, 1);
    connect(m_form, &QComboBox::currentIndexChanged, this, &FrameDetail::refresh);
    retranslate();
}

void FrameDetail::showFrame(const std::optional<SeenFrame> &frame, const FormatPreferences &preferences)
{
    m_frame = frame;
    m_preferences = preferences;
    refresh();
}

void FrameDetail::refresh()
{
    if (!m_frame) {
        m_text->clear();
        return;
    }
    const SeenFrame &frame = *m_frame;
    QStringList facts{FrameText::kind(frame)};
    if (frame.isFrame())
        facts.append(FrameText::size(frame));
    if (frame.place.rtt)
        facts.append(
            tr("RTT %1", "latency").arg(Formatter(QLocale(), {}, m_preferences).latency(*frame.place.rtt)));
    if (const QString place = FrameText::place(frame.place); !place.isEmpty())
        facts.append(place);
    m_title->setText(Wording::list(facts));
    m_title->setToolTip(m_title->text());
    m_form->setVisible(frame.isFrame() || FrameText::isText(frame));
    const QString remarks = FrameText::remarks(frame);
    m_remarks->setText(remarks);
    m_remarks->setVisible(!remarks.isEmpty());
    const auto form = static_cast<FrameText::Form>(m_form->currentIndex());
    const bool isDump = form == FrameText::Form::Bytes ||
                        (form == FrameText::Form::Best && frame.isFrame() && !FrameText::isText(frame));
    m_text->setWordWrapMode(isDump ? QTextOption::NoWrap : QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text->setPlainText(FrameText::whole(frame, form));
}

void FrameDetail::retranslate()
{
    m_form->setAccessibleName(tr("How the frame is shown"));
    m_form->setItemText(static_cast<int>(FrameText::Form::Best), tr("Laid out"));
    m_form->setItemText(static_cast<int>(FrameText::Form::Plain), tr("Text"));
    m_form->setItemText(static_cast<int>(FrameText::Form::Bytes), tr("Bytes"));
    m_text->setAccessibleName(tr("Contents of the frame"));
}

void FrameDetail::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
}

} // namespace Pongwatch
