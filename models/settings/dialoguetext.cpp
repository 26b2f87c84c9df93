// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/dialoguetext.h"

#include "engine/values/binaryform.h"
#include "settings/settingtext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

namespace Pongwatch
{

namespace
{

struct DialogueTexts {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Dialogue)
};

const QLatin1String arrow("=>");
constexpr double longestWait = 86400;
constexpr std::array formWords = {QLatin1String("text"), QLatin1String("hex"), QLatin1String("base64")};

Error badPart(const QString &key, const QString &why)
{
    return Error{DialogueTexts::tr("reading the dialogue"), key, why};
}

/// Reads typed values from an object; keeps the first error.
class PartReader
{
public:
    PartReader(const QJsonObject &object, const QStringList &known)
        : m_object(object)
    {
        for (auto it = object.begin(); it != object.end(); ++it)
            if (!known.contains(it.key()))
                fail(it.key(), DialogueTexts::tr("is not known here"));
    }

    QString text(const QString &key)
    {
        const QJsonValue value = m_object.value(key);
        if (value.isUndefined() || value.isNull())
            return {};
        if (!value.isString())
            fail(key, DialogueTexts::tr("must be a text"));
        return value.toString();
    }

    nanoseconds length(const QString &key, nanoseconds otherwise)
    {
        const QJsonValue value = m_object.value(key);
        if (value.isUndefined())
            return otherwise;
        const double length = value.toDouble(-1);
        if (!(length > 0 && length <= longestWait)) {
            fail(key, DialogueTexts::tr("must be a number of seconds, more than 0 and at most %1")
                          .arg(longestWait, 0, 'f', 0));
            return otherwise;
        }
        return fromSeconds(length);
    }

    MessageForm form()
    {
        const QString key = QStringLiteral("form");
        const QString word = text(key);
        const auto found = std::find(formWords.begin(), formWords.end(), word);
        if (word.isEmpty() || found != formWords.end())
            return word.isEmpty() ? MessageForm::Text
                                  : static_cast<MessageForm>(std::distance(formWords.begin(), found));
        fail(key, DialogueTexts::tr("must be “text”, “hex” or “base64”"));
        return MessageForm::Text;
    }

    void fail(const QString &key, const QString &why)
    {
        if (!m_problem)
            m_problem = badPart(key, why);
    }

    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }

private:
    const QJsonObject &m_object;
    std::optional<Error> m_problem;
};

template <typename T>
Result<T> readOrProblem(const PartReader &reader, T part)
{
    if (reader.problem())
        return *reader.problem();
    return part;
}

void putForm(QJsonObject &object, MessageForm form)
{
    if (form != MessageForm::Text)
        object.insert(QStringLiteral("form"), formWords.at(static_cast<size_t>(form)));
}

void putText(QJsonObject &object, const QString &key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, text);
}

QString lineOf(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// The JSON object in a line, if it has only these keys and is not a message that happens to be JSON.
std::optional<QJsonObject> objectIn(const QString &line, const QStringList &keys)
{
    if (!line.startsWith(u'{'))
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(line.toUtf8());
    if (!document.isObject() || document.object().isEmpty())
        return std::nullopt;
    const QJsonObject object = document.object();
    const QStringList found = object.keys();
    const bool ours =
        std::all_of(found.begin(), found.end(), [&keys](const QString &key) { return keys.contains(key); });
    return ours ? std::optional(object) : std::nullopt;
}

const QStringList &stepKeys()
{
    static const QStringList keys = {QStringLiteral("send"), QStringLiteral("expect"),
                                     QStringLiteral("refused"), QStringLiteral("within_s"),
                                     QStringLiteral("form")};
    return keys;
}

const QStringList &answerKeys()
{
    static const QStringList keys = {QStringLiteral("when"), QStringLiteral("send"), QStringLiteral("form")};
    return keys;
}

const QStringList &aliveKeys()
{
    static const QStringList keys = {QStringLiteral("when"), QStringLiteral("at_least_every_s"),
                                     QStringLiteral("form")};
    return keys;
}

Result<DialogueStep> stepFromLine(const QString &line)
{
    if (const auto object = objectIn(line, stepKeys()))
        return stepFromJson(*object);
    const qsizetype at = line.lastIndexOf(arrow);
    DialogueStep step;
    step.send.content = at < 0 ? line : line.left(at);
    step.expect.expression = at < 0 ? QString() : line.mid(at + arrow.size());
    return step;
}

Result<DialogueAnswer> answerFromLine(const QString &line)
{
    if (const auto object = objectIn(line, answerKeys()))
        return answerFromJson(*object);
    const qsizetype at = line.indexOf(arrow);
    if (at <= 0)
        return badPart({}, DialogueTexts::tr("it is not of the form REGEX=>TEXT"));
    DialogueAnswer answer;
    answer.when.expression = line.left(at);
    answer.send.content = line.mid(at + arrow.size());
    return answer;
}

Result<DialogueAlive> aliveFromLine(const QString &line)
{
    if (const auto object = objectIn(line, aliveKeys()))
        return aliveFromJson(*object);
    const qsizetype at = line.lastIndexOf(arrow);
    bool isNumber = false;
    const double length = line.mid(at < 0 ? 0 : at + arrow.size()).trimmed().toDouble(&isNumber);
    if (!isNumber || !(length > 0 && length <= longestWait))
        return badPart({},
                       DialogueTexts::tr("it is not of the form S or REGEX=>S, with S a number of seconds"));
    DialogueAlive alive;
    alive.when.expression = at < 0 ? QString() : line.left(at);
    alive.atLeastEvery = fromSeconds(length);
    return alive;
}

bool isOneLine(const QString &text)
{
    return std::none_of(text.cbegin(), text.cend(),
                        [](QChar c) { return c.category() == QChar::Other_Control; }) &&
           text == text.trimmed();
}

template <typename Part, typename Read, typename Say>
QString lineOrObject(const Part &part, const QString &line, Read read, Say say)
{
    // If it would be parsed as something else, it is written in full.
    if (isOneLine(line) && !line.isEmpty()) {
        if (const auto again = read(line); again && again.value() == part)
            return line;
    }
    return lineOf(say(part));
}

template <typename Part, typename Read>
Result<QList<Part>> partsFromLines(const QStringList &lines, Read read)
{
    QList<Part> parts;
    for (const QString &line : lines) {
        if (line.trimmed().isEmpty())
            continue;
        Result<Part> part = read(line);
        if (!part)
            return part.error();
        parts.append(std::move(part).value());
    }
    return parts;
}

const QRegularExpression &referencePattern()
{
    static const QRegularExpression pattern(
        QStringLiteral("\\$(?:([A-Z_][A-Z0-9_]*)|\\{(keychain:[^{}]+|[A-Z_][A-Z0-9_]*)\\})"));
    return pattern;
}

std::optional<SecretReference> referenceOf(const QRegularExpressionMatch &match)
{
    const QString inside = match.hasCaptured(1) ? match.captured(1) : match.captured(2);
    return SecretReference::parse(inside.startsWith(QLatin1String("keychain:")) ? inside : u'$' + inside);
}

template <typename Visit>
void forEachText(DialogueSettings &dialogue, Visit visit)
{
    for (DialogueStep &step : dialogue.onOpen)
        visit(step.send);
    for (DialogueAnswer &answer : dialogue.answer)
        visit(answer.send);
}

QString escapedForJson(const QString &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(2, list.size() - 4));
}

/// Whether a JSON string was opened but not closed.
bool endsInsideQuotes(QStringView text)
{
    bool inside = false;
    for (qsizetype i = 0; i < text.size(); ++i)
        if (text[i] == u'"')
            inside = !inside;
        else if (inside && text[i] == u'\\')
            ++i;
    return inside;
}

struct Place {
    qsizetype start;
    qsizetype length;
};

QString withValueAt(const DialogueMessage &message, const QList<Place> &places, const QString &value)
{
    QString content;
    qsizetype copied = 0;
    for (const Place &place : places) {
        content += QStringView(message.content).mid(copied, place.start - copied);
        copied = place.start + place.length;
        if (message.form == MessageForm::Hex)
            content += escapedForBinaryForm(value);
        else if (message.form == MessageForm::Text &&
                 endsInsideQuotes(QStringView(message.content).left(place.start)))
            content += escapedForJson(value);
        else
            content += value;
    }
    return content + QStringView(message.content).mid(copied);
}

} // namespace

Result<DialogueStep> stepFromJson(const QJsonObject &object)
{
    PartReader reader(object, stepKeys());
    DialogueStep step;
    step.send = {reader.text(QStringLiteral("send")), reader.form()};
    step.expect = {reader.text(QStringLiteral("expect")), step.send.form};
    step.refused = {reader.text(QStringLiteral("refused")), step.send.form};
    step.within = reader.length(QStringLiteral("within_s"), step.within);
    return readOrProblem(reader, step);
}

Result<DialogueAnswer> answerFromJson(const QJsonObject &object)
{
    PartReader reader(object, answerKeys());
    DialogueAnswer answer;
    answer.send = {reader.text(QStringLiteral("send")), reader.form()};
    answer.when = {reader.text(QStringLiteral("when")), answer.send.form};
    return readOrProblem(reader, answer);
}

Result<DialogueAlive> aliveFromJson(const QJsonObject &object)
{
    PartReader reader(object, aliveKeys());
    DialogueAlive alive;
    alive.when = {reader.text(QStringLiteral("when")), reader.form()};
    alive.atLeastEvery = reader.length(QStringLiteral("at_least_every_s"), alive.atLeastEvery);
    return readOrProblem(reader, alive);
}

QJsonObject toJson(const DialogueStep &step)
{
    QJsonObject object;
    putText(object, QStringLiteral("send"), step.send.content);
    putText(object, QStringLiteral("expect"), step.expect.expression);
    putText(object, QStringLiteral("refused"), step.refused.expression);
    if (step.within != DialogueStep().within)
        object.insert(QStringLiteral("within_s"), toSeconds(step.within));
    putForm(object, step.send.form);
    return object;
}

QJsonObject toJson(const DialogueAnswer &answer)
{
    QJsonObject object;
    putText(object, QStringLiteral("when"), answer.when.expression);
    putText(object, QStringLiteral("send"), answer.send.content);
    putForm(object, answer.send.form);
    return object;
}

QJsonObject toJson(const DialogueAlive &alive)
{
    QJsonObject object;
    putText(object, QStringLiteral("when"), alive.when.expression);
    object.insert(QStringLiteral("at_least_every_s"), toSeconds(alive.atLeastEvery));
    putForm(object, alive.when.form);
    return object;
}

QStringList linesOf(const ProfileSettings::Steps &steps)
{
    QStringList lines;
    for (const DialogueStep &step : steps) {
        const QString line =
            step.expect.isEmpty() ? step.send.content : step.send.content + arrow + step.expect.expression;
        lines.append(lineOrObject(step, line, stepFromLine, [](const DialogueStep &s) { return toJson(s); }));
    }
    return lines;
}

QStringList linesOf(const ProfileSettings::Answers &answers)
{
    QStringList lines;
    for (const DialogueAnswer &answer : answers)
        lines.append(lineOrObject(answer, answer.when.expression + arrow + answer.send.content,
                                  answerFromLine, [](const DialogueAnswer &a) { return toJson(a); }));
    return lines;
}

QStringList linesOf(const ProfileSettings::Alive &alive)
{
    if (!alive)
        return {};
    const QString length = plainSeconds(alive->atLeastEvery);
    const QString line = alive->when.isEmpty() ? length : alive->when.expression + arrow + length;
    return {lineOrObject(*alive, line, aliveFromLine, [](const DialogueAlive &a) { return toJson(a); })};
}

QStringList linesOf(const ProfileSettings::Parameters &parameters)
{
    QStringList lines;
    for (const auto &[name, value] : parameters.values)
        lines.append(name + u'=' + value);
    return lines;
}

template <>
Result<ProfileSettings::Steps> fromLines(const QStringList &lines)
{
    return partsFromLines<DialogueStep>(lines, stepFromLine);
}

template <>
Result<ProfileSettings::Answers> fromLines(const QStringList &lines)
{
    return partsFromLines<DialogueAnswer>(lines, answerFromLine);
}

template <>
Result<ProfileSettings::Alive> fromLines(const QStringList &lines)
{
    const Result<QList<DialogueAlive>> parts = partsFromLines<DialogueAlive>(lines, aliveFromLine);
    if (!parts)
        return parts.error();
    if (parts.value().size() > 1)
        return badPart({}, DialogueTexts::tr("only one feed can be waited for"));
    return parts.value().isEmpty() ? ProfileSettings::Alive() : ProfileSettings::Alive(parts.value().first());
}

template <>
Result<ProfileSettings::Parameters> fromLines(const QStringList &lines)
{
    ProfileSettings::Parameters parameters;
    for (const QString &line : lines) {
        if (line.trimmed().isEmpty())
            continue;
        const qsizetype at = line.indexOf(u'=');
        if (at <= 0)
            return badPart({}, DialogueTexts::tr("it is not of the form NAME=VALUE"));
        parameters.values.append({line.left(at).trimmed(), line.mid(at + 1).trimmed()});
    }
    return parameters;
}

QList<SecretReference> secretReferencesIn(const DialogueSettings &dialogue)
{
    QList<SecretReference> references;
    const auto add = [&references](const std::optional<SecretReference> &reference) {
        if (reference && reference->kind != SecretReference::Kind::None && !references.contains(*reference))
            references.append(*reference);
    };
    DialogueSettings copy = dialogue;
    forEachText(copy, [&](const DialogueMessage &message) {
        QRegularExpressionMatchIterator places = referencePattern().globalMatch(message.content);
        while (places.hasNext())
            add(referenceOf(places.next()));
    });
    for (const auto &parameter : dialogue.parameters)
        add(SecretReference::parse(parameter.second));
    return references;
}

QString filledContent(const DialogueMessage &message, const QString &placeholder, const QString &value)
{
    QList<Place> places;
    for (qsizetype at = message.content.indexOf(placeholder); at >= 0;
         at = message.content.indexOf(placeholder, at + placeholder.size()))
        places.append({at, placeholder.size()});
    return withValueAt(message, places, value);
}

DialogueSettings withSecret(DialogueSettings dialogue, const SecretReference &reference,
                            const QString &secret)
{
    forEachText(dialogue, [&](DialogueMessage &message) {
        QList<Place> places;
        QRegularExpressionMatchIterator matches = referencePattern().globalMatch(message.content);
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            if (referenceOf(match) == reference)
                places.append({match.capturedStart(), match.capturedLength()});
        }
        message.content = withValueAt(message, places, secret);
    });
    for (auto &parameter : dialogue.parameters)
        if (SecretReference::parse(parameter.second) == reference)
            parameter.second = secret;
    dialogue.secrets.append(secret);
    return dialogue;
}

} // namespace Pongwatch
