// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/commandimport.h"

#include "workspace/commandoptions.h"
#include "workspace/importstrings.h"
#include "workspace/profilebuilder.h"

#include <QRegularExpression>

namespace Pongwatch
{

namespace
{

/// A word as it may be shown: short, and without what may be a secret behind an equals sign.
QString shownOption(const QString &word)
{
    return word.section(u'=', 0, 0).left(60);
}

/// Goes through the words of one command of one tool.
class CommandReader
{
public:
    /// `environment`: what was set in front of the command.
    CommandReader(CommandTool tool, QStringList words, QHash<QString, QString> environment, QString place,
                  const ImportOptions &options)
        : m_tool(std::move(tool))
        , m_words(std::move(words))
        , m_environment(std::move(environment))
        , m_place(std::move(place))
        , m_options(options)
    {
    }

    /// The words behind the command, when another one follows.
    [[nodiscard]] const QStringList &rest() const { return m_rest; }

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
            else {
                if (!isRedirection(state, word) && !takeLast(state, word))
                    m_tool.positional(state, word);
                if (!m_rest.isEmpty())
                    break;
            }
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

    /// "wss://host;": the last word of a command that others follow.
    bool takeLast(CommandState &state, const QString &word)
    {
        if (!word.endsWith(u';') || word.size() < 2)
            return false;
        m_tool.positional(state, word.chopped(1));
        m_rest = m_words.mid(m_at + 1);
        return true;
    }

    /// Where the output goes. False when the word is none of it.
    bool isRedirection(CommandState &state, const QString &word)
    {
        static const QRegularExpression redirection(QStringLiteral("^(\\d?>{1,2}|\\d?<)(&?\\S*)$"));
        const QRegularExpressionMatch match = redirection.match(word);
        if (!match.hasMatch())
            return false;
        state.builder.note(ImportNote::Kind::Aside, optionPlace(word),
                           ImportStrings::tr("where the output goes is no setting of a peer"));
        if (match.captured(2).isEmpty())
            ++m_at;
        return true;
    }

    /// What ends a command: a pipe, another command, a remark.
    bool isEnd(CommandState &state, const QString &word)
    {
        if (word.startsWith(u'#')) {
            state.builder.note(ImportNote::Kind::Aside, optionPlace(word), ImportStrings::tr("a remark"));
            return true;
        }
        static const QStringList ends = {QStringLiteral("|"), QStringLiteral("||"), QStringLiteral("&&"),
                                         QStringLiteral(";"), QStringLiteral("&")};
        if (!ends.contains(word))
            return false;
        m_rest = m_words.mid(m_at + 1);
        if (word == QStringLiteral("|") && !m_rest.isEmpty()) {
            state.builder.ignore(
                optionPlace(word),
                ImportStrings::tr("what reads the output is not run: %1").arg(shownOption(m_rest.first())));
            m_rest.clear();
        }
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
        // Whether the next word is its value nobody can tell: one that is no option and no URL is taken for
        // it.
        const QString after = m_words.value(m_at + 1);
        if (!hasValue && !after.isEmpty() && !after.startsWith(u'-') && !m_tool.isTarget(after)) {
            state.builder.ignore(optionPlace(shownOption(word)),
                                 ImportStrings::tr("its value is left out with it"));
            ++m_at;
        }
    }

    void apply(CommandState &state, const CommandOption &option, const QString &name, const QString &value)
    {
        if (option.action)
            option.action(state, expanded(state, value, name), optionPlace(name));
        else
            state.builder.note(option.kind, optionPlace(name), option.why);
    }

    /// $NAME and ${NAME} of the shell, where an .env file tells them and they are no whole value of their
    /// own.
    QString expanded(CommandState &state, const QString &value, const QString &name)
    {
        QString text = value;
        expandShellVariables(text, m_options.variables, [&](const QString &variable) {
            state.builder.note(
                ImportNote::Kind::Changed, optionPlace(name),
                ImportStrings::tr("%1 was replaced by its value, from the variables next to it")
                    .arg(variable));
        });
        return text;
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
        if (!state.complaint.isEmpty()) {
            result.refuse(m_place, state.complaint);
            return;
        }
        // One word alone is a host without a dot, as the tool itself would take it.
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
            expandShellVariables(text, m_options.variables, [&](const QString &variable) {
                builder.note(ImportNote::Kind::Changed, m_place,
                             ImportStrings::tr("%1 was replaced by its value, from the variables next to it")
                                 .arg(variable));
            });
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
    QStringList m_rest;
    bool m_onlyPositional = false;
};

/// What stands in front of a command: a prompt, sudo, env, npx, a container's run.
class CommandFront
{
public:
    explicit CommandFront(QStringList &words)
        : m_words(words)
    {
        while (m_command < words.size() && !isCommandWord(words[m_command]))
            ++m_command;
    }

    /// Takes it off.
    void take()
    {
        while (m_at < m_words.size() && step()) {
        }
        m_words = m_words.mid(m_at);
    }

    /// What was taken and changes nothing about the connection.
    [[nodiscard]] const QStringList &taken() const { return m_taken; }
    /// What was taken and could change it, with why it doesn't here.
    [[nodiscard]] const QList<std::pair<QString, QString>> &lost() const { return m_lost; }
    /// NAME=value in front of it.
    [[nodiscard]] const QHash<QString, QString> &variables() const { return m_variables; }

private:
    [[nodiscard]] QString word(qsizetype further = 0) const { return m_words.value(m_at + further); }

    bool step()
    {
        const QString first = word();
        const QString program = programOf(first);
        // HTTPie's commands are called as the protocols are.
        static const QRegularExpression target(
            QStringLiteral("^([A-Z]{3,7}$|-|:\\d|:/|\\w+://|[\\w-]+[.:][\\w-]+)"));
        if ((first == QStringLiteral("http") || first == QStringLiteral("https")) &&
            target.match(word(1)).hasMatch()) {
            m_words[m_at] = QStringLiteral("httpie");
            return false;
        }
        static const QRegularExpression assignment(QStringLiteral("^[A-Za-z_]\\w*=(.*)$"),
                                                   QRegularExpression::DotMatchesEverythingOption);
        if (assignment.match(first).hasMatch()) {
            m_variables.insert(first.section(u'=', 0, 0), first.section(u'=', 1));
            return drop({});
        }
        static const QStringList prompts = {QStringLiteral("$"), QStringLiteral("%"),  QStringLiteral("#"),
                                            QStringLiteral(">"), QStringLiteral("❯"),  QStringLiteral("➜"),
                                            QStringLiteral("&"), QStringLiteral("PS>")};
        static const QRegularExpression prompt(
            QStringLiteral("^(PS )?([A-Za-z]:\\\\\\S*>|\\S+@\\S+[$#%]|\\S*[~]\\S*[$#%]|PS\\s.*>)$"));
        const bool hasMore = m_at + 1 < m_words.size();
        if (hasMore && (prompts.contains(first) || prompt.match(first).hasMatch()))
            return drop({});
        if (first == QStringLiteral("PS") && word(1).endsWith(u'>') && m_at + 2 < m_words.size())
            return drop({}) && drop({});
        if (first.contains(u'@') && (word(1).endsWith(u'$') || word(1).endsWith(u'#')) &&
            isCommandWord(word(2)))
            return drop({}) && drop({});
        static const QStringList plain = {
            QStringLiteral("sudo"),    QStringLiteral("doas"),  QStringLiteral("time"),
            QStringLiteral("exec"),    QStringLiteral("nohup"), QStringLiteral("command"),
            QStringLiteral("env"),     QStringLiteral("watch"), QStringLiteral("nice"),
            QStringLiteral("timeout"), QStringLiteral("npx"),   QStringLiteral("bunx"),
            QStringLiteral("pnpx")};
        if (plain.contains(program))
            return dropWithOptions(program);
        static const QStringList proxies = {QStringLiteral("proxychains"), QStringLiteral("proxychains4"),
                                            QStringLiteral("torsocks"), QStringLiteral("torify"),
                                            QStringLiteral("tsocks")};
        if (proxies.contains(program)) {
            m_lost.append({program, ImportStrings::tr("the peer is dialled without this proxy")});
            return dropWithOptions({});
        }
        static const QStringList elsewhere = {QStringLiteral("ssh"), QStringLiteral("nsenter"),
                                              QStringLiteral("ip"), QStringLiteral("vagrant")};
        if (elsewhere.contains(program) && m_command < m_words.size()) {
            m_lost.append(
                {program, ImportStrings::tr("the peer is dialled from this machine, not from there")});
            return dropWithOptions({});
        }
        if ((program == QStringLiteral("npm") || program == QStringLiteral("pnpm") ||
             program == QStringLiteral("yarn") || program == QStringLiteral("bun")) &&
            (word(1) == QStringLiteral("exec") || word(1) == QStringLiteral("dlx") ||
             word(1) == QStringLiteral("x"))) {
            ++m_at;
            return dropWithOptions(program);
        }
        if (program == QStringLiteral("docker") || program == QStringLiteral("podman") ||
            program == QStringLiteral("nerdctl") || program == QStringLiteral("kubectl"))
            return dropContainer(program);
        return false;
    }

    bool drop(const QString &name)
    {
        ++m_at;
        if (!name.isEmpty())
            m_taken.append(name);
        return true;
    }

    /// Up to the tool: without one there is nothing to go to. What stands in between are options and
    /// assignments.
    bool dropWithOptions(const QString &program)
    {
        drop(program);
        if (m_command >= m_words.size())
            return true;
        static const QRegularExpression assignment(QStringLiteral("^[A-Za-z_]\\w*=.*$"),
                                                   QRegularExpression::DotMatchesEverythingOption);
        static const QStringList fronts = {QStringLiteral("npx"),         QStringLiteral("docker"),
                                           QStringLiteral("podman"),      QStringLiteral("ssh"),
                                           QStringLiteral("proxychains"), QStringLiteral("proxychains4"),
                                           QStringLiteral("kubectl"),     QStringLiteral("torsocks")};
        while (m_at < m_command && !fronts.contains(programOf(word())) &&
               !assignment.match(word()).hasMatch())
            ++m_at;
        return true;
    }

    /// "docker run --rm -it IMAGE [wscat] ARGUMENTS": the image's last part is the tool when it is one of
    /// ours.
    bool dropContainer(const QString &program)
    {
        for (qsizetype i = m_at + 1; i < m_words.size(); ++i) {
            const QString image = m_words[i].section(u'/', -1).section(u':', 0, 0).section(u'@', 0, 0);
            if (!isCommandWord(image) && !isCommandWord(m_words[i]))
                continue;
            const bool isExec = m_words.mid(m_at, i - m_at).contains(QStringLiteral("exec"));
            const QString tool = isCommandWord(m_words[i]) ? m_words[i] : image;
            m_at = i;
            m_words[m_at] = tool;
            // An image named after the tool, and then the tool itself.
            if (m_at + 1 < m_words.size() && programOf(word(1)) == programOf(tool))
                ++m_at;
            if (isExec)
                m_lost.append(
                    {program, ImportStrings::tr("the peer is dialled from this machine, not from there")});
            else
                m_taken.append(program);
            return true;
        }
        return false;
    }

    QStringList &m_words;
    qsizetype m_at = 0;
    qsizetype m_command = 0; ///< the first word that is a tool; behind the last: none
    QStringList m_taken;
    QList<std::pair<QString, QString>> m_lost;
    QHash<QString, QString> m_variables;
};

} // namespace

QString programOf(const QString &word)
{
    QString name = word.section(u'/', -1).section(u'\\', -1);
    for (const char *ending : {".exe", ".cmd", ".bat", ".ps1"}) {
        if (name.endsWith(QLatin1String(ending), Qt::CaseInsensitive))
            name.chop(4);
    }
    // "wscat@5" of npx
    return name.section(u'@', 0, 0).toLower();
}

bool isCommandWord(const QString &word)
{
    return CommandTool::isKnown(programOf(word));
}

QString withoutPrompt(const QString &line)
{
    // "C:\\Users\\me>curl", "PS C:\\> curl": a path with its bracket, glued to the command or not
    static const QRegularExpression prompt(QStringLiteral("^\\s*(PS\\s+)?[A-Za-z]:\\\\[^>\\n\"]*>\\s*"));
    return QString(line).remove(prompt);
}

bool isCommandLine(const QString &whole)
{
    const QString line = withoutPrompt(whole);
    const Result<QStringList> split = splitShellWords(line, dialectOf(line));
    if (!split) {
        // A quote without an end: still a command, which is told so.
        QStringList rough = line.simplified().split(u' ', Qt::SkipEmptyParts);
        CommandFront(rough).take();
        return !rough.isEmpty() && isCommandWord(rough.first());
    }
    QStringList words = split.value();
    CommandFront(words).take();
    return !words.isEmpty() && isCommandWord(words.first());
}

void importCommandInto(const QString &whole, const QString &place, const ImportOptions &options,
                       ImportResult &result)
{
    const QString line = withoutPrompt(whole);
    const Result<QStringList> split = splitShellWords(line, dialectOf(line));
    if (!split) {
        result.refuse(place, split.error().answer);
        return;
    }
    QStringList words = split.value();
    while (!words.isEmpty()) {
        CommandFront front(words);
        front.take();
        if (words.isEmpty() || !isCommandWord(words.first())) {
            result.note(ImportNote::Kind::Ignored, place,
                        ImportStrings::tr("this is no command that is known here: %1")
                            .arg(shownOption(words.value(0))));
            return;
        }
        if (!front.taken().isEmpty())
            result.note(ImportNote::Kind::Aside, place,
                        ImportStrings::tr("%1 in front of the command says nothing about the connection")
                            .arg(front.taken().join(QStringLiteral(", "))));
        for (const auto &[what, why] : front.lost())
            result.note(ImportNote::Kind::Ignored, QStringLiteral("%1, %2").arg(place, what), why);
        CommandReader reader(CommandTool::named(programOf(words.first())), words.mid(1), front.variables(),
                             place, options);
        reader.readInto(result);
        words = reader.rest();
    }
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
