const HOST = String.raw`((?:\[[\da-f:]{2,45}\]|[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}))`;
/** How clients name the proxy that they could not use, the most certain first; host and port are the groups. */
const NAMED: readonly RegExp[] = [
  new RegExp(String.raw`\bproxyconnect tcp: dial tcp(?:: lookup)? ${HOST}:(\d{2,5})`),
  new RegExp(String.raw`\bproxyconnect tcp: dial tcp: lookup ${HOST}()`),
  new RegExp(
    String.raw`\bproxy(?:[ _-]?(?:url|address|server|host))?["']?(?: (?:at|server|via|is|connection to))?\s{0,2}[:=]?\s{0,2}["']?(?:https?:\/\/)?${HOST}:(\d{2,5})`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?:via|through|using) (?:the )?proxy (?:https?:\/\/)?${HOST}:(\d{2,5})`,
    'i',
  ),
  new RegExp(String.raw`\bFailed to connect to ${HOST} port (\d{2,5})`),
  new RegExp(String.raw`\bconnect E[A-Z]{4,15} ${HOST}:(\d{2,5})`),
];

/** The address of the proxy that a text names as what could not be used; null where it names none. */
export function proxyAddressIn(text: string): string | null {
  for (const named of NAMED) {
    const [, host, port] = named.exec(text) ?? [];
    if (host !== undefined) return port === undefined || port === '' ? host : `${host}:${port}`;
  }
  return null;
}
