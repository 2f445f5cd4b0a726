// Secrets that open nothing, the places where real ones are found, and texts that mix it all.
import fc from "fast-check";

// What looks like an issuer's token is put together from pieces, so that
// scanners of repositories do not take it for one.
export const glue = (...pieces: readonly string[]): string => pieces.join("");
export const MIXED = "q7Rw2Zx9Lp4Vn8Kt3Hs6Bd1Fg5Jc0MyT";
export const HEX = "5fc35719b9cf96ec602dbc748ff31c587a46961d";
export const UUID = "7c1811ed-e98f-4c9c-a9f9-58c757ff494f";
export const JWT = glue("ey", "JhbGciOiJub25lIn0.ey", "JzdWIiOiJmYWtlIn0.", "c2lnbmF0dXJl");
export const PEM = glue(
  "-----BEGIN RSA PRIV",
  "ATE KEY-----\nTUlJRkFLRUZBS0VGQUtF\nRkFLRUZBS0U=\n-----END RSA PRIV",
  "ATE KEY-----",
);

// §: where the secret stands. All of them: name, separator, secret.
export const CONTEXTS: readonly (readonly [form: string, text: string])[] = [
  ["an assignment", "password=§"],
  ["an assignment with blanks", "const dbPassword = §"],
  ["quotes", "password = '§' failed"],
  ["JSON", '{"user":"bob","password":"§","n":1}'],
  ["JSON inside JSON", String.raw`{"body":"{\"password\":\"§\"}"}`],
  ["JSON that was cut off", '{"user":"bob","password":"§'],
  ["an object of JSON", '{"secret":{"$eq":"§"},"n":1}'],
  ["a list of JSON", '{"passwords_used":1,"password":["x","§"]}'],
  ["a list of two", '[["user","bob"],["password","§"]]'],
  ["a name and a value", '[{"name":"password","value":"§"}]'],
  ["YAML", "db:\n  password: §\n  host: x"],
  ["a header", "X-Api-Key: §"],
  ["the authorization header", "Authorization: §"],
  ["the authorization header with a scheme", "Authorization: Token §"],
  ["digest authorization", 'Authorization: Digest username="bob", response="§"'],
  ["the cookie header", "Cookie: theme=dark; sid=§; a=b"],
  ["a header of curl", "curl -H 'X-Auth-Token: §' https://x.example"],
  ["curl's user", "curl -u bob:§ https://x.example"],
  ["a flag", "deploy --password § --host x"],
  ["a query", "GET https://x.example/a?b=1&access_token=§&c=2"],
  ["a query inside a query", "?next=https%3A%2F%2Fx%3Ftoken%3D§"],
  ["a form", "user=bob&password=§&x=1"],
  ["a form in parts", '--x\r\nname="password"\r\n\r\n§\r\n--x'],
  ["a form's nested field", "user[password]=§&x=1"],
  ["XML", "<config><password>§</password></config>"],
  ["an attribute of XML", '<add key="Password" value="§" />'],
  ["a connection string", "Server=x;User Id=bob;Password=§;"],
  ["a URL", "postgres://bob:§@db.example/x"],
  ["SQL", "UPDATE users SET password = '§' WHERE id = 1"],
  ["SQL's own words", "CREATE USER bob IDENTIFIED BY '§'"],
  ["an INSERT", "INSERT INTO users (name, password) VALUES ('bob', '§')"],
  ["an environment", "export STRIPE_SECRET_KEY=§"],
  ["a call", 'System.setProperty("api_token", "§")'],
  ["a dash", "acme token - '§'"],
];

/** Any mixture of names, separators, quotes, marks, secrets and noise. */
export const TEXT = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "token",
        "password",
        "key",
        "Authorization",
        "cookie",
        "session",
        "first_name",
      ),
      fc.constantFrom(
        "=",
        ": ",
        ":",
        '"',
        "'",
        "`",
        '\\"',
        "{",
        "}",
        "[",
        "]",
        "(",
        ")",
        ",",
        "&",
        " ",
      ),
      fc.constantFrom(
        "://",
        "@",
        "<",
        ">",
        "</",
        "\n",
        "%3D",
        "--token ",
        " - ",
        "Bearer ",
        "eyJa.b",
      ),
      fc.constantFrom("<token>", "<email>", "bob@mail.example", "4111 1111 1111 1111", MIXED, HEX),
      fc.constantFrom(
        "+1 415 555 0132",
        "hunter2",
        "for a user",
        "password '",
        "insert into t(token) values",
      ),
      fc.string({ unit: "grapheme", maxLength: 6 }),
    ),
    { maxLength: 14 },
  )
  .map((pieces) => pieces.join(""));
