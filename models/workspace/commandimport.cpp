// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/commandimport.h"

#include "workspace/commandfront.h"
#include "workspace/commandoptions.h"
#include "workspace/importstrings.h"
#include "workspace/profilebuilder.h"
#include "workspace/textvariables.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace Pongwatch
{

namespace
{

/// A word as it may be shown: short, and without anything after an equals sign that may be a secret.
QString shownOption(const QString &word)
{
    return word.section(u'=', 0, 0).section(shellLiveMark, 0, 0).left(60);
}

/// Goes through the words of a single command.
class CommandReader
{
public:
    /// `environment`: the variables set before the command.
    CommandReader(CommandTool tool, QStringList words, QHash<QString, QString> environment, QString place,
                  const ImportOptions &options)
        : m_tool(std::move(tool))
        , m_words(std::move(words))
        , m_environment(std::move(environment))
        , m_place(std::move(place))
        , m_options(options)
    {
    }

    void readInto(ImportResult &result)
    {
        CommandState state = begun();
        for (m_at = 0; m_at < m_words.size(); ++m_at) {
            const QString &word = m_words[m_at];
            if (word == QStringLiteral("--"))
                m_onlyPositional = true;
            else if (m_tool.name == QStringLiteral("curl") &&
                     (word == QStringLiteral("--next") || word == QStringLiteral("-:"))) {
                m_tool.finish(state);
                finish(state, result);
                state = begun();
            } else if (!m_onlyPositional && word.startsWith(QLatin1String("--")))
                longOption(state, word);
            else if (!m_onlyPositional && word.startsWith(u'-') && word.size() > 1)
                shortOptions(state, word);
            else if (isEnd(state, word))
                break;
            else if (!isRedirection(state, word))
                positional(state, word);
        }
        m_tool.finish(state);
        finish(state, result);
    }

private:
    [[nodiscard]] CommandState begun() const
    {
        CommandState state(m_place);
        state.environment = m_environment;
        return state;
    }

    void positional(CommandState &state, const QString &word)
    {
        const QString text = settled(state, word, QString());
        const bool isTarget = state.urls.isEmpty() || text.contains(QLatin1String("://"));
        if (text.contains(shellLiveMark) && !isTarget)
            tellUnsettled(state, text, optionPlace(shownOption(word)));
        else
            m_tool.positional(state, text);
    }

    /// Where the output goes. Returns false if the word is not a redirection.
    bool isRedirection(CommandState &state, const QString &word)
    {
        static const QRegularExpression redirection(
            QStringLiteral("^((?:\\d|&)?>{1,2}\\|?|\\d?<{1,3}-?)(&?\\S*)$"));
        const QRegularExpressionMatch match = redirection.match(word);
        if (!match.hasMatch())
            return false;
        if (match.captured(1).contains(u'<'))
            state.builder.ignore(optionPlace(match.captured(1)),
                                 ImportStrings::tr("what is sent after the connection is open is not taken"));
        else
            state.builder.note(ImportNote::Kind::Aside, optionPlace(word),
                               ImportStrings::tr("where the output goes is no setting of a peer"));
        if (match.captured(2).isEmpty())
            ++m_at;
        return true;
    }

    /// A comment ends a command.
    bool isEnd(CommandState &state, const QString &word)
    {
        if (!word.startsWith(u'#'))
            return false;
        state.builder.note(ImportNote::Kind::Aside, optionPlace(word), ImportStrings::tr("a remark"));
        return true;
    }

    [[nodiscard]] QString optionPlace(const QString &option) const
    {
        return m_place.isEmpty() ? option : QStringLiteral("%1, %2").arg(m_place, option);
    }

    void longOption(CommandState &state, const QString &word)
    {
        const qsizetype equals = word.indexOf(u'=');
        const QString name = word.left(equals < 0 ? word.size() : equals);
        const CommandOption *option = m_tool.find(name);
        bool negated = false;
        if (!option && name.startsWith(QLatin1String("--no-"))) {
            option = m_tool.find(QStringLiteral("--") + name.mid(5));
            negated = option && !option->takesValue;
        }
        if (!option)
            option = m_tool.findShort(name);
        if (!option || (option->takesValue == false && name.startsWith(QLatin1String("--no-")) && !negated &&
                        !option->action && option->why.isEmpty())) {
            unknown(state, word, equals >= 0);
            return;
        }
        if (negated) {
            state.builder.note(ImportNote::Kind::Aside, optionPlace(name),
                               ImportStrings::tr("switches off what is off here"));
            return;
        }
        QString value;
        if (equals >= 0)
            value = word.mid(equals + 1);
        else if (option->takesValue && !next(state, name, value))
            return;
        apply(state, *option, name, value);
    }

    /// "-kH value", "-HX-A: b", "-k"
    void shortOptions(CommandState &state, const QString &word)
    {
        for (qsizetype i = 1; i < word.size(); ++i) {
            const QString name = QString(u'-') + word[i];
            const CommandOption *option = m_tool.find(name);
            if (!option) {
                unknown(state, i == 1 ? word : name, false);
                if (i == 1)
                    return;
                continue;
            }
            QString value;
            if (option->takesValue) {
                if (i + 1 < word.size())
                    value = word.mid(word[i + 1] == u'=' ? i + 2 : i + 1);
                else if (!next(state, name, value))
                    return;
                i = word.size();
            }
            apply(state, *option, name, value);
        }
    }

    void unknown(CommandState &state, const QString &word, bool hasValue)
    {
        state.builder.ignore(optionPlace(shownOption(word)),
                             ImportStrings::tr("this option is not known here"));
        // Nobody can tell whether the next word is its value: if it is neither an option nor a URL, we assume
        // so.
        const QString after = m_words.value(m_at + 1);
        if (!hasValue && !after.isEmpty() && !after.startsWith(u'-') && !m_tool.isTarget(after)) {
            state.builder.ignore(optionPlace(shownOption(word)),
                                 ImportStrings::tr("its value is left out with it"));
            ++m_at;
        }
    }

    void apply(CommandState &state, const CommandOption &option, const QString &name, const QString &value)
    {
        if (!option.action) {
            state.builder.note(option.kind, optionPlace(name), option.why);
            return;
        }
        static const QStringList targets = {QStringLiteral("-c"), QStringLiteral("--connect"),
                                            QStringLiteral("--url"), QStringLiteral("--ws-c-uri")};
        const QString text = settled(state, value, name);
        if (text.contains(shellLiveMark) && !targets.contains(name))
            tellUnsettled(state, text, optionPlace(name));
        else
            option.action(state, text, optionPlace(name));
    }

    /// A value with known $NAME and ${NAME} replaced: from an .env file, by a default, or, if this is the
    /// whole value, as a reference to a secret. Any others keep their marks.
    QString settled(CommandState &state, const QString &value, const QString &name)
    {
        QString text = value;
        const QString place = name.isEmpty() ? m_place : optionPlace(name);
        const auto used = [&](const QString &variable) {
            state.builder.note(
                ImportNote::Kind::Changed, place,
                ImportStrings::tr("%1 was replaced by its value, from the variables next to it")
                    .arg(variable));
        };
        expandTemplateVariables(text, m_options.variables, used);
        expandShellVariables(text, m_options.variables, used);
        expandShellDefaults(text, [&](const QString &variable) {
            state.builder.note(
                ImportNote::Kind::Changed, place,
                ImportStrings::tr("%1 has no value here: the one that stands beside it was put in")
                    .arg(variable));
        });
        // Our own options understand references.
        return m_tool.name == QStringLiteral("pongwatch") ? text.remove(shellLiveMark)
                                                          : withSettledMarks(text);
    }

    static void tellUnsettled(CommandState &state, const QString &text, const QString &place)
    {
        const QString variable = liveVariableIn(text);
        if (variable.isEmpty()) {
            state.builder.ignore(
                place, ImportStrings::tr("what the shell puts in there is not known: nothing is run"));
            return;
        }
        state.unknownVariables.append(variable);
        state.builder.ignore(place, ImportStrings::tr("the variable %1 has no value here").arg(variable));
    }

    bool next(CommandState &state, const QString &option, QString &value)
    {
        if (m_at + 1 >= m_words.size()) {
            state.complaint = ImportStrings::tr("%1 has no value behind it").arg(option);
            return false;
        }
        value = m_words[++m_at];
        return true;
    }

    void finish(CommandState &state, ImportResult &result)
    {
        for (const QString &variable : std::as_const(state.unknownVariables))
            result.addUnknownVariable(variable);
        if (!state.complaint.isEmpty()) {
            result.refuse(m_place, state.complaint);
            return;
        }
        // A single word is a host without a dot, as the tool itself would take it.
        if (state.urls.isEmpty() && state.words.size() == 1)
            state.urls = std::exchange(state.words, {});
        for (const QString &word : std::as_const(state.words))
            state.builder.ignore(optionPlace(shownOption(word)),
                                 ImportStrings::tr("this word is no option and no URL"));
        if (state.urls.isEmpty()) {
            result.refuse(m_place, ImportStrings::tr("the command %1 has no URL in it").arg(m_tool.name));
            return;
        }
        for (const QString &url : std::as_const(state.urls)) {
            ProfileBuilder builder = state.builder;
            QString text = url;
            if (text.contains(shellLiveMark) && liveVariableIn(text).isEmpty()) {
                result.refuse(m_place, ImportStrings::tr("what the shell puts into the URL is not known: "
                                                         "nothing is run"));
                continue;
            }
            text.remove(shellLiveMark);
            if (const QString missing = missingShellVariable(text); !missing.isEmpty()) {
                result.addUnknownVariable(missing);
                result.refuse(m_place,
                              ImportStrings::tr("the variable %1 in the URL has no value here").arg(missing));
                continue;
            }
            builder.setUrl(m_tool.withScheme(text));
            if (!state.subject.isEmpty())
                builder.setName(state.subject);
            builder.buildInto(result);
        }
    }

    CommandTool m_tool;
    QStringList m_words;
    QHash<QString, QString> m_environment;
    QString m_place;
    const ImportOptions &m_options;
    qsizetype m_at = 0;
    bool m_onlyPositional = false;
};

} // namespace

QString withoutPrompt(const QString &line)
{
    // "C:\\Users\\me>curl", "PS C:\\> curl": a path with its bracket, attached to the command or not
    static const QRegularExpression prompt(QStringLiteral("^\\s*(PS\\s+)?[A-Za-z]:\\\\[^>\\n\"]*>\\s*"));
    return QString(line).remove(prompt);
}

namespace
{

/// Whether these words use a tool, rather than mention it: "curl is a tool that …".
bool isUse(const QStringList &words)
{
    return words.size() <= 2 || std::any_of(words.cbegin(), words.cend(), [](const QString &word) {
               return (word.startsWith(u'-') && word.size() > 1) || CommandTool::isTarget(word) ||
                      word.contains(shellLiveMark) || word.contains(QLatin1String("{{")) ||
                      word.contains(QLatin1String("://"));
           });
}

} // namespace

bool isCommandLine(const QString &whole, int depth)
{
    const QString line = withoutPrompt(whole);
    const Result<std::vector<CommandSegment>> commands = commandsOf(line);
    if (!commands) {
        // A quote without an end: still a command, and reported as such.
        QStringList rough = line.simplified().split(u' ', Qt::SkipEmptyParts);
        CommandFront(rough, depth).take();
        return !rough.isEmpty() && isCommandWord(rough.first());
    }
    bool isFirst = true;
    return std::any_of(commands.value().begin(), commands.value().end(), [&](const CommandSegment &command) {
        QStringList words = command.words;
        CommandFront front(words, depth);
        front.take();
        const bool isTool =
            !front.script().isEmpty() || (!words.isEmpty() && isCommandWord(words.first()) && isUse(words));
        // After another command, it only counts as a shell command if it also has a target.
        return isTool && (std::exchange(isFirst, false) || !front.script().isEmpty() ||
                          std::any_of(words.cbegin(), words.cend(), &CommandTool::isTarget));
    });
}

namespace
{

/// All commands in a line.
class CommandLineReader
{
public:
    CommandLineReader(QString place, const ImportOptions &options, ImportResult &result)
        : m_place(std::move(place))
        , m_options(options)
        , m_result(result)
    {
    }

    void read(const QString &line, int depth)
    {
        const Result<std::vector<CommandSegment>> commands = commandsOf(line);
        if (!commands) {
            m_result.refuse(m_place, commands.error().answer);
            return;
        }
        const std::vector<CommandSegment> &all = commands.value();
        for (size_t i = 0; i < all.size(); ++i)
            take(all[i], i + 1 < all.size() && all[i + 1].mark == QStringLiteral("|"), depth);
    }

private:
    /// `isRead`: the next command reads its output.
    void take(const CommandSegment &command, bool isRead, int depth)
    {
        QStringList words = command.words;
        CommandFront front(words, depth);
        front.take();
        const bool isTool = !words.isEmpty() && isCommandWord(words.first());
        if (!isTool && front.script().isEmpty()) {
            takeOther(command, words, front.variables(), isRead);
            return;
        }
        if (!front.taken().isEmpty())
            m_result.note(ImportNote::Kind::Aside, m_place,
                          ImportStrings::tr("%1 in front of the command says nothing about the connection")
                              .arg(front.taken().join(QStringLiteral(", "))));
        for (const auto &[what, why] : front.lost())
            m_result.note(ImportNote::Kind::Ignored, QStringLiteral("%1, %2").arg(m_place, what), why);
        m_wasTool = true;
        if (!front.script().isEmpty()) {
            read(front.script(), depth + 1);
            return;
        }
        CommandReader(CommandTool::named(programOf(words.first())), words.mid(1), front.variables(), m_place,
                      m_options)
            .readInto(m_result);
    }

    /// Any other command: "TOKEN=x;", "echo … |", "| jq".
    void takeOther(const CommandSegment &command, const QStringList &words,
                   const QHash<QString, QString> &variables, bool isRead)
    {
        static const QStringList ends = {
            QStringLiteral("done"),   QStringLiteral("fi"),   QStringLiteral("}"),
            QStringLiteral("true"),   QStringLiteral(":"),    QStringLiteral("false"),
            QStringLiteral("sleep"),  QStringLiteral("exit"), QStringLiteral("break"),
            QStringLiteral("return"), QStringLiteral("echo"), QStringLiteral("printf"),
            QStringLiteral("cd"),     QStringLiteral("wait"), QStringLiteral("set"),
            QStringLiteral("date"),   QStringLiteral("read")};
        const QString first = shownOption(words.value(0));
        if (words.isEmpty() && !variables.isEmpty()) {
            for (auto it = variables.cbegin(); it != variables.cend(); ++it)
                m_options.variables.insert(it.key(), it.value());
        } else if (!isRead && (words.isEmpty() || ends.contains(words.first()))) {
            m_result.note(ImportNote::Kind::Aside, m_place,
                          ImportStrings::tr("%1 says nothing about the connection").arg(first));
        } else if (m_wasTool && command.mark.startsWith(u'|') && command.mark != QStringLiteral("||")) {
            m_result.note(ImportNote::Kind::Ignored, QStringLiteral("%1, |").arg(m_place),
                          ImportStrings::tr("what reads the output is not run: %1").arg(first));
        } else if (!m_wasTool && isRead) {
            m_result.note(ImportNote::Kind::Ignored, QStringLiteral("%1, %2").arg(m_place, first),
                          ImportStrings::tr("what is sent after the connection is open is not taken"));
        } else {
            m_result.note(ImportNote::Kind::Ignored, m_place,
                          ImportStrings::tr("this is no command that is known here: %1").arg(first));
        }
    }

    QString m_place;
    ImportOptions m_options; ///< including variables set in the line itself
    ImportResult &m_result;
    bool m_wasTool = false;
};

} // namespace

void importCommandInto(const QString &line, const QString &place, const ImportOptions &options,
                       ImportResult &result)
{
    CommandLineReader(place, options, result).read(withoutPrompt(line), 0);
}

Result<ImportedProfile> importCommand(const QString &line)
{
    const ImportResult result = importLines(line);
    if (!result.profiles.empty())
        return result.profiles.front();
    return Error{ImportStrings::tr("reading the command line"),
                 {},
                 result.problems.isEmpty() ? ImportStrings::tr("there is no URL in it")
                                           : result.problems.first().text};
}

} // namespace Pongwatch
