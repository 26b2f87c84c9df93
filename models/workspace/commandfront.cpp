// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/commandfront.h"

#include "workspace/commandimport.h"
#include "workspace/commandoptions.h"
#include "workspace/importstrings.h"

#include <QRegularExpression>

#include <algorithm>

namespace Pongwatch
{

namespace
{

/// Shells within shells: a hostile line could consist of nothing else.
constexpr int DeepestScript = 4;
constexpr qsizetype LongestScript = 64 * 1024;

const QRegularExpression &assignmentWord()
{
    static const QRegularExpression pattern(QStringLiteral("^([A-Za-z_]\\w*)=(.*)$"),
                                            QRegularExpression::DotMatchesEverythingOption);
    return pattern;
}

bool isOneOf(const QString &word, std::initializer_list<const char *> list)
{
    return std::any_of(list.begin(), list.end(),
                       [&word](const char *one) { return word == QLatin1String(one); });
}

} // namespace

QString programOf(const QString &word)
{
    QString name = word.section(u'/', -1).section(u'\\', -1);
    for (const char *ending : {".exe", ".cmd", ".bat", ".ps1"})
        if (name.endsWith(QLatin1String(ending), Qt::CaseInsensitive))
            name.chop(4);
    // "wscat@5" of npx
    return name.section(u'@', 0, 0).toLower();
}

bool isCommandWord(const QString &word)
{
    return CommandTool::isKnown(programOf(word));
}

CommandFront::CommandFront(QStringList &words, int depth)
    : m_words(words)
    , m_depth(depth)
{
    while (m_command < words.size() && !isCommandWord(words[m_command]))
        ++m_command;
}

void CommandFront::take()
{
    while (m_at < m_words.size() && m_script.isEmpty() && step()) {
    }
    m_words = m_words.mid(m_at);
}

bool CommandFront::stepOverPrompt()
{
    const QString first = word();
    static const QRegularExpression prompt(
        QStringLiteral("^(PS )?([A-Za-z]:\\\\\\S*>|\\S+@\\S+[$#%]|\\S*[~]\\S*[$#%]|PS\\s.*>)$"));
    const bool hasMore = m_at + 1 < m_words.size();
    const bool isMark = isOneOf(first, {"$", "%", "#", ">", "&", "PS>", "!"}) ||
                        first == QStringLiteral("❯") || first == QStringLiteral("➜");
    if (hasMore && (isMark || prompt.match(first).hasMatch()))
        return drop({});
    if (first == QStringLiteral("PS") && word(1).endsWith(u'>') && m_at + 2 < m_words.size())
        return drop({}) && drop({});
    static const QRegularExpression end(QStringLiteral("^\\S{1,40}[$#%>]$"));
    if (end.match(first).hasMatch() && isCommandWord(word(1)))
        return drop({});
    if (first.contains(u'@') && (word(1).endsWith(u'$') || word(1).endsWith(u'#')) && isCommandWord(word(2)))
        return drop({}) && drop({});
    return false;
}

/// "ExecStart=/usr/bin/curl" in systemd, "RUN" in a Dockerfile, "run:" in a pipeline, "@curl" in a Makefile,
/// "do" in a loop.
bool CommandFront::stepOverKey()
{
    const QString first = word();
    static const QRegularExpression unit(QStringLiteral("^(Exec[A-Z]\\w+)=[-@+!:]*(\\S.*)$"));
    if (const auto match = unit.match(first); match.hasMatch()) {
        m_taken.append(match.captured(1));
        m_words[m_at] = match.captured(2);
        return true;
    }
    if (first.size() > 1 && (first.front() == u'@' || first.front() == u'-') && isCommandWord(first.mid(1))) {
        m_words[m_at] = first.mid(1);
        return true;
    }
    if (m_at + 1 >= m_words.size())
        return false;
    if (isOneOf(first, {"do", "then", "else", "if", "elif", "while", "until", "{",
                        "run:", "command:", "script:", "cmd:", "entrypoint:", "exec:", "test:", "shell:"}))
        return drop(first);
    if (isOneOf(first, {"RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK"})) {
        drop(first);
        while (word().startsWith(QLatin1String("--")))
            ++m_at;
        return true;
    }
    return false;
}

/// The times in a line of a crontab, and its user.
bool CommandFront::stepOverTimes()
{
    static const QRegularExpression field(QStringLiteral("^[*\\d][\\d*/,-]*$"));
    static const QRegularExpression name(QStringLiteral("^@(hourly|daily|weekly|monthly|yearly|reboot)$"));
    qsizetype times = 0;
    while (times < 5 && field.match(word(times)).hasMatch())
        ++times;
    if (name.match(word()).hasMatch())
        times = 1;
    else if (times < 5)
        return false;
    for (qsizetype i = 0; i < times; ++i)
        m_taken.append(word(i));
    m_at += times;
    if (!isCommandWord(word()) && isCommandWord(word(1)))
        drop(word());
    return true;
}

/// "sh -c 'curl …'", "watch 'curl …'", "alias live='wscat …'", "answer=$(curl …)"
bool CommandFront::takeScript()
{
    const QString program = programOf(word());
    m_script.clear();
    static const QRegularExpression shell(QStringLiteral("^(.*/)?(sh|bash|zsh|dash|ash|ksh|fish)$"));
    const bool isContainer = isOneOf(program, {"docker", "podman", "nerdctl", "kubectl"}) &&
                             m_command >= m_words.size() && m_words.indexOf(shell, m_at) > 0;
    if (isContainer || shell.match(program).hasMatch() || program == QStringLiteral("su")) {
        static const QRegularExpression option(QStringLiteral("^-[a-z]*c$"));
        const qsizetype at = m_words.indexOf(option, isContainer ? m_words.indexOf(shell, m_at) : m_at);
        m_script = at < 0 ? QString() : m_words.value(at + 1);
    } else if (isOneOf(program, {"cmd", "powershell", "pwsh"})) {
        static const QRegularExpression option(QStringLiteral("^(/[ck]|-c|-command)$"),
                                               QRegularExpression::CaseInsensitiveOption);
        const qsizetype at = m_words.indexOf(option, m_at);
        m_script = at < 0 ? QString() : m_words.mid(at + 1).join(u' ');
    } else if (program == QStringLiteral("alias")) {
        m_script = assignmentWord().match(word(1)).captured(2);
    } else if (isOneOf(program, {"watch", "ssh", "xargs", "parallel", "timeout"}) &&
               m_command >= m_words.size()) {
        m_script = m_words.last().contains(u' ') ? m_words.last() : QString();
    } else {
        static const QRegularExpression substitution(
            QStringLiteral("^[A-Za-z_]\\w*=[\\x{e001}]\\$\\((.*)\\)$"),
            QRegularExpression::DotMatchesEverythingOption);
        m_script = substitution.match(word()).captured(1);
    }
    m_script.remove(shellLiveMark);
    if (m_depth >= DeepestScript || m_script.size() > LongestScript || !isCommandLine(m_script, m_depth + 1))
        m_script.clear();
    const bool isElsewhere = program == QStringLiteral("ssh") ||
                             (isContainer && m_words.mid(m_at).contains(QStringLiteral("exec")));
    if (!m_script.isEmpty() && isElsewhere)
        m_lost.append({program, ImportStrings::tr("the peer is dialled from this machine, not from there")});
    else if (!m_script.isEmpty())
        m_taken.append(program.contains(u'=') || word().contains(u'=') ? word().section(u'=', 0, 0)
                                                                       : program);
    return !m_script.isEmpty();
}

bool CommandFront::step()
{
    const QString first = word();
    const QString program = programOf(first);
    // HTTPie's commands have the names of protocols.
    static const QRegularExpression target(
        QStringLiteral("^([A-Z]{3,7}$|-|:\\d|:/|\\w+://|[\\w-]+[.:][\\w-]+)"));
    if ((first == QStringLiteral("http") || first == QStringLiteral("https")) &&
        target.match(word(1)).hasMatch()) {
        m_words[m_at] = QStringLiteral("httpie");
        return false;
    }
    if (takeScript())
        return false;
    if (const auto match = assignmentWord().match(first);
        match.hasMatch() && !first.startsWith(QLatin1String("Exec"))) {
        m_variables.insert(match.captured(1), match.captured(2));
        return drop({});
    }
    if (stepOverPrompt() || stepOverKey() || (m_at == 0 && stepOverTimes()))
        return true;
    // The command line of python-websockets.
    static const QRegularExpression python(QStringLiteral("^(python[\\d.]*|py)$"));
    if (python.match(program).hasMatch() && word(1) == QStringLiteral("-m") &&
        word(2) == QStringLiteral("websockets")) {
        m_at += 2;
        m_words[m_at] = QStringLiteral("python-websockets");
        return false;
    }
    static const QStringList plain = {
        QStringLiteral("sudo"),    QStringLiteral("doas"),   QStringLiteral("time"),
        QStringLiteral("exec"),    QStringLiteral("nohup"),  QStringLiteral("command"),
        QStringLiteral("env"),     QStringLiteral("watch"),  QStringLiteral("nice"),
        QStringLiteral("timeout"), QStringLiteral("npx"),    QStringLiteral("bunx"),
        QStringLiteral("pnpx"),    QStringLiteral("stdbuf"), QStringLiteral("unbuffer"),
        QStringLiteral("rlwrap"),  QStringLiteral("winpty"), QStringLiteral("setsid"),
        QStringLiteral("strace"),  QStringLiteral("xargs"),  QStringLiteral("export")};
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
        m_lost.append({program, ImportStrings::tr("the peer is dialled from this machine, not from there")});
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

bool CommandFront::drop(const QString &name)
{
    ++m_at;
    if (!name.isEmpty())
        m_taken.append(name);
    return true;
}

/// Skips everything up to the tool, if there is one: options and assignments in
/// between.
bool CommandFront::dropWithOptions(const QString &program)
{
    drop(program);
    if (m_command >= m_words.size())
        return true;
    static const QStringList fronts = {QStringLiteral("npx"),         QStringLiteral("docker"),
                                       QStringLiteral("podman"),      QStringLiteral("ssh"),
                                       QStringLiteral("proxychains"), QStringLiteral("proxychains4"),
                                       QStringLiteral("kubectl"),     QStringLiteral("torsocks")};
    while (m_at < m_command && !fronts.contains(programOf(word())) &&
           !assignmentWord().match(word()).hasMatch())
        ++m_at;
    return true;
}

/// "docker run --rm -it IMAGE [wscat] ARGUMENTS": the last part of the image's name is the tool if it is one
/// of ours.
bool CommandFront::dropContainer(const QString &program)
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

namespace
{

std::vector<CommandSegment> segmentsOf(const QStringList &words, ShellDialect dialect)
{
    static const QStringList plain = {QStringLiteral("|"), QStringLiteral("||"), QStringLiteral("&&"),
                                      QStringLiteral(";"), QStringLiteral("&")};
    const bool isMarked = dialect == ShellDialect::Posix;
    std::vector<CommandSegment> segments(1);
    for (const QString &word : words) {
        const bool isTail = !isMarked && word.endsWith(u';') && word.contains(QLatin1String("://"));
        if (isTail)
            segments.back().words.append(word.chopped(1));
        if (isMarked ? word.startsWith(shellOperatorMark) : isTail || plain.contains(word))
            segments.push_back({isMarked ? word.mid(1) : isTail ? QStringLiteral(";") : word, {}});
        else
            segments.back().words.append(word);
    }
    segments.erase(std::remove_if(segments.begin(), segments.end(),
                                  [](const CommandSegment &one) { return one.words.isEmpty(); }),
                   segments.end());
    return segments;
}

} // namespace

Result<std::vector<CommandSegment>> commandsOf(const QString &line)
{
    // ["curl", "wss://host"]: how Docker and others write words that are not split by a shell.
    static const QRegularExpression list(QStringLiteral(
        "^\\s*(?:-\\s+)?(?:(?:HEALTHCHECK\\s+(?:--\\S+\\s+)*)?(?:CMD|ENTRYPOINT|RUN)\\s+|[\\w-]{1,40}:\\s*)?"
        "\\[\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*')(?:\\s*,\\s*(?:\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'))+)\\s*"
        "\\]\\s*,?\\s*$"));
    if (const auto match = list.match(line.left(LongestScript)); match.hasMatch()) {
        static const QRegularExpression element(QStringLiteral("\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'"));
        static const QRegularExpression escape(QStringLiteral("\\\\(.)"));
        QStringList words;
        for (auto it = element.globalMatch(match.captured(1)); it.hasNext();) {
            const auto one = it.next();
            words.append(one.captured(1).replace(escape, QStringLiteral("\\1")) + one.captured(2));
        }
        if (words.first() == QStringLiteral("CMD-SHELL"))
            return commandsOf(words.mid(1).join(u' '));
        if (words.first() == QStringLiteral("CMD"))
            words.removeFirst();
        return std::vector<CommandSegment>{{QString(), words}};
    }
    const ShellDialect dialect = dialectOf(line);
    const Result<QStringList> words = splitShellWords(line, dialect, ShellMarks::Kept);
    if (!words)
        return words.error();
    return segmentsOf(words.value(), dialect);
}

} // namespace Pongwatch
