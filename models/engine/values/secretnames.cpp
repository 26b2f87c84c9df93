// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/values/secretnames.h"

#include <QByteArray>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>
#include <vector>

namespace Pongwatch
{

namespace
{

// Sources: RFC 6749 and 6750 (OAuth 2: access_token, refresh_token, client_secret, code, assertion), OpenID
// Connect (id_token), the signed URLs of AWS (X-Amz-Signature, -Credential, -Security-Token), Google Cloud
// (X-Goog-Signature) and Azure (sig), the WebSocket services of Ably (key, access_token), Binance
// (listenKey), Finnhub (token), Pusher (auth_signature), Supabase (apikey) and Slack (ticket), the session
// ids of Engine.IO (sid), SockJS, PHP and Express, PKCE and the device grant (RFC 7636, RFC 8628), SAML,
// Telegram (initData), the exchanges and clouds that call a signature "sign", and the keyword lists of the
// scanners gitleaks and detect-secrets.

/// Secrets if this is one word of a name: "auth" in "auth_type" as well as in "X-Auth".
constexpr std::array<std::string_view, 48> secretWords{
    "token",      "secret",        "password",  "passwd",      "passphrase", "pwd",       "pass",
    "key",        "apikey",        "accesskey", "secretkey",   "privatekey", "authkey",   "listenkey",
    "auth",       "authorization", "bearer",    "jwt",         "sig",        "signature", "hmac",
    "credential", "credentials",   "session",   "sessionid",   "cookie",     "ticket",    "otp",
    "assertion",  "sas",           "authtoken", "accesstoken", "csrf",       "xsrf",      "sign",
    "oauth",      "creds",         "cred",      "psk",         "totp",       "mfa",       "passcode",
    "passkey",    "verifier",      "sessid",    "phpsessid",   "pw",         "psw"};

/// Secrets if this is the whole name: as part of others these words are harmless ("zip_code").
constexpr std::array<std::string_view, 11> secretNames{
    "code",         "pin",      "sid", "jsessionid", "devicecode", "connectsid",
    "samlresponse", "initdata", "pat", "ak",         "sk"};

/// Endings of names written without a mark between their words: "refreshtoken", "clientsecret".
constexpr std::array<std::string_view, 20> secretEnds{
    "token",      "secret",     "password",      "apikey",     "passwd",    "accesskey",  "signature",
    "credential", "privatekey", "sessionkey",    "sharedkey",  "masterkey", "appkey",     "userkey",
    "clientkey",  "signingkey", "encryptionkey", "licensekey", "sessionid", "credentials"};

/// The prefixes of some issuers' tokens, from their documentation: GitHub, GitLab, Slack, Stripe, OpenAI and
/// Anthropic, AWS, Google, SendGrid, npm, Shopify, Hugging Face, Vault, DigitalOcean.
constexpr std::array<std::string_view, 24> issuers{
    "ghp_",  "gho_",  "ghu_",  "ghs_",     "ghr_",     "github_pat_", "glpat-", "xoxb-",
    "xoxp-", "xoxa-", "xapp-", "sk_live_", "rk_live_", "sk_test_",    "sk-",    "AKIA",
    "ASIA",  "AIza",  "ya29.", "SG.",      "npm_",     "shpat_",      "hf_",    "hvs."};

/// Tokens of these issuers are longer than this.
constexpr qsizetype shortestIssued = 16;
/// As many hexadecimal digits as an MD5: anything shorter may well be a name.
constexpr qsizetype shortestRun = 32;

bool isAsciiLetterOrDigit(QChar c)
{
    return c.unicode() < 0x80 && c.isLetterOrNumber();
}

/// The words of a name in lower case: "X-Amz-Signature" has three, "listenKey" and "access_token" two each.
std::vector<QByteArray> wordsOf(QStringView name)
{
    std::vector<QByteArray> words;
    bool isNew = true;
    bool wasLower = false;
    for (const QChar c : name) {
        if (!isAsciiLetterOrDigit(c)) {
            isNew = true;
            continue;
        }
        if (isNew || (wasLower && c.isUpper()))
            words.emplace_back();
        words.back().append(static_cast<char>(c.toLower().unicode()));
        isNew = false;
        wasLower = c.isLower();
    }
    return words;
}

template <typename List>
bool contains(const List &list, const QByteArray &word)
{
    return std::find(list.begin(), list.end(),
                     std::string_view(word.constData(), static_cast<size_t>(word.size()))) != list.end();
}

bool isMasked(QStringView value)
{
    return std::all_of(value.begin(), value.end(), [](QChar c) { return c == u'*'; });
}

bool isJsonWebToken(QStringView value)
{
    // RFC 7519: three parts in base64url, of which the first two are objects: '{"' becomes "eyJ".
    return value.startsWith(QLatin1String("eyJ")) && value.size() > 20 && value.contains(u'.');
}

bool hasIssuersPrefix(QStringView value)
{
    return value.size() > shortestIssued &&
           std::any_of(issuers.begin(), issuers.end(), [value](std::string_view prefix) {
               return value.startsWith(QLatin1String(prefix.data(), static_cast<qsizetype>(prefix.size())));
           });
}

/// Mixed letters and digits without a mark in between: not words, dates, or a UUID.
bool hasLongRun(QStringView value)
{
    qsizetype length = 0;
    qsizetype letters = 0;
    qsizetype digits = 0;
    for (const QChar c : value) {
        if (!isAsciiLetterOrDigit(c)) {
            length = letters = digits = 0;
            continue;
        }
        ++length;
        ++(c.isDigit() ? digits : letters);
        if (length >= shortestRun && letters >= 3 && digits >= 3)
            return true;
    }
    return false;
}

/// Random characters in base64 or base64url, with its marks: 24 of them are more than 128 bits. In two of
/// five places, a word or a number could end without a mark; in names, that is rare.
bool isRandomText(QStringView value)
{
    constexpr qsizetype shortestRandom = 24;
    constexpr qsizetype fewest = 3; // of each kind
    enum Kind : quint8 { Upper, Lower, Digit, Mark };
    std::array<qsizetype, 4> counts{};
    qsizetype ends = 0;
    Kind last = Mark;
    for (const QChar c : value) {
        if (!isAsciiLetterOrDigit(c) && !QStringView(u"-_+/=").contains(c))
            return false;
        const Kind kind = c.isDigit() ? Digit : c.isUpper() ? Upper : c.isLower() ? Lower : Mark;
        ++counts[kind];
        const bool goesOn = kind == last || (last == Upper && kind == Lower);
        if (!goesOn && kind != Mark && last != Mark)
            ++ends;
        last = kind;
    }
    return value.size() >= shortestRandom && counts[Upper] >= fewest && counts[Lower] >= fewest &&
           counts[Digit] >= fewest && ends * 4 >= value.size();
}

/// A part of a text.
struct TextSpan {
    qsizetype begin = 0;
    qsizetype end = 0;
};

QString decoded(QStringView text)
{
    QByteArray bytes = text.toUtf8();
    bytes.replace('+', ' ');
    return QUrl::fromPercentEncoding(bytes);
}

/// Where the secrets in a URL's text are, from front to back.
std::vector<TextSpan> secretsIn(QStringView url)
{
    std::vector<TextSpan> found;
    const auto note = [&found, url](qsizetype begin, qsizetype end) {
        if (end > begin && !isMasked(url.sliced(begin, end - begin)))
            found.push_back({begin, end});
    };
    const auto firstOf = [url](QLatin1String any, qsizetype from, qsizetype otherwise) {
        for (qsizetype i = from; i < otherwise; ++i)
            if (any.contains(url[i]))
                return i;
        return otherwise;
    };
    qsizetype fragment = url.indexOf(u'#');
    const qsizetype end = fragment < 0 ? url.size() : fragment;
    const qsizetype query = firstOf(QLatin1String("?"), 0, end);

    const qsizetype scheme = url.indexOf(QLatin1String("://"));
    qsizetype path = 0;
    if (scheme >= 0 && scheme < query) {
        path = firstOf(QLatin1String("/"), scheme + 3, query);
        // A password with a slash or question mark makes the URL invalid, but is a password all the same.
        const qsizetype at = url.first(path).lastIndexOf(u'@');
        if (at > scheme)
            note(scheme + 3, at);
    }
    for (qsizetype i = path; i < query;) {
        const qsizetype next = firstOf(QLatin1String("/;"), i, query);
        if (looksLikeSecret(decoded(url.sliced(i, next - i))))
            note(i, next);
        i = next + 1;
    }
    for (qsizetype i = query + 1; i < end;) {
        const qsizetype next = firstOf(QLatin1String("&;"), i, end);
        const qsizetype equals = firstOf(QLatin1String("="), i, next);
        const qsizetype value = std::min(equals + 1, next);
        if (equals == next) { // only a token: "?eyJ…"
            if (looksLikeSecret(decoded(url.sliced(i, next - i))))
                note(i, next);
        } else if (isSecretName(decoded(url.sliced(i, equals - i))) ||
                   looksLikeSecret(decoded(url.sliced(value, next - value)))) {
            note(value, next);
        }
        i = next + 1;
    }
    if (fragment >= 0)
        note(fragment + 1, url.size());
    return found;
}

/// The item with its secrets masked.
QString maskedSubprotocol(const QString &item, bool isAfterName)
{
    // Kubernetes' WebSocket authentication, and others that join name and token. The first mark after the
    // name ends it, because tokens contain such marks.
    static const QRegularExpression joined(
        QStringLiteral("^(.*?(?:bearer|authorization|token|jwt|apikey|api-key|auth)[a-z0-9]*[.=:-]"
                       "(?:authorization\\.)?(?:k8s\\.io\\.)?)(.+)$"),
        QRegularExpression::CaseInsensitiveOption);
    if (const auto match = joined.match(item); match.hasMatch() && match.captured(2).size() >= 8)
        return match.captured(1) + secretMask;
    return isAfterName || looksLikeSecret(item) ? QString(secretMask) : item;
}

} // namespace

bool isSecretName(QStringView name)
{
    std::vector<QByteArray> words = wordsOf(name);
    QByteArray whole;
    for (QByteArray &word : words) {
        whole += word;
        while (word.size() > 1 && word.back() >= '0' && word.back() <= '9')
            word.chop(1); // "key2" is a key, too
    }
    while (whole.size() > 1 && whole.back() >= '0' && whole.back() <= '9')
        whole.chop(1);
    return contains(secretNames, whole) || contains(secretWords, whole) ||
           std::any_of(words.begin(), words.end(),
                       [](const QByteArray &word) { return contains(secretWords, word); }) ||
           std::any_of(secretEnds.begin(), secretEnds.end(), [&whole](std::string_view end) {
               return whole.endsWith(QByteArrayView(end.data(), static_cast<qsizetype>(end.size())));
           });
}

bool looksLikeSecret(QStringView value)
{
    return isJsonWebToken(value) || hasIssuersPrefix(value) || hasLongRun(value) || isRandomText(value);
}

bool isSchemeWithoutCredentials(QStringView header, QStringView value)
{
    static constexpr std::array<std::string_view, 5> schemes{"bearer", "basic", "token", "apikey", "digest"};
    return (header.compare(QLatin1String("authorization"), Qt::CaseInsensitive) == 0 ||
            header.compare(QLatin1String("proxy-authorization"), Qt::CaseInsensitive) == 0) &&
           contains(schemes, value.trimmed().toUtf8().toLower());
}

QString maskedUrlText(const QString &url)
{
    QString masked;
    qsizetype done = 0;
    const qsizetype scheme = url.indexOf(QLatin1String("://"));
    for (const TextSpan &span : secretsIn(url)) {
        masked += QStringView(url).sliced(done, span.begin - done);
        const bool isUserInfo =
            scheme >= 0 && span.begin == scheme + 3 && span.end < url.size() && url[span.end] == u'@';
        done = span.end;
        if (isUserInfo)
            ++done; // the at sign
        else
            masked += secretMask;
    }
    return masked + QStringView(url).sliced(done);
}

void coverSecretsInUrl(char *text)
{
    // Byte by byte, so that positions in the text are positions in memory.
    const QString url = QString::fromLatin1(text);
    for (const TextSpan &span : secretsIn(url))
        std::memset(text + span.begin, '*', static_cast<size_t>(span.end - span.begin)); // NOLINT
}

QStringList maskedSubprotocols(const QStringList &subprotocols)
{
    QStringList shown;
    bool isAfterName = false;
    for (const QString &item : subprotocols) {
        shown.append(maskedSubprotocol(item, isAfterName));
        isAfterName = isSecretName(item) && shown.constLast() == item &&
                      !item.contains(secretMask); // a name without its token
    }
    return shown;
}

} // namespace Pongwatch
